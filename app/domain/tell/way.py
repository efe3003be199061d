"""How far what a child told has come on its way to a grown-up."""

from __future__ import annotations

from enum import Enum, auto


class Way(Enum):
    """What is known here; nothing is said to a child that is not so."""

    HERE = auto()  # it is on this computer, and messages are being tried
    NO_CHANNEL = auto()  # it is on this computer, and nobody has an address
    GOING = auto()  # a message of this Tell was taken
    LATE = auto()  # for 10 minutes none was: a grown-up must be told by mouth
    OPENED = auto()  # one of those who had the first press has opened it
