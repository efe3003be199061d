"""What every page of the program is: named, titled, entered with what it needs, left at once."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.flow.desk import Desk
from app.flow.route import To
from app.kit.page import Page


class Audience(StrEnum):
    """Who may see a page."""

    EVERYONE = "everyone"
    PUPIL = "pupil"  # a signed-in one
    STAFF = "staff"  # behind the badge and the PIN
    HOLDER = "holder"  # signed in with a passphrase
    EITHER = "either"  # staff or a holder, whichever is inside


class Screen(Page):
    """One page. It is made on entry and deleted on leaving; all it shows lives in controllers.

    It covers the whole window; its contents margins keep clear of the bar.

    ``name`` is what a ``To`` says, ``title`` what a person reads, ``icon`` the name of its picture
    in a menu, ``order`` its place there. ``told``: what ``spoken`` says is something else now.
    After ``quiet_seconds`` without any input (0: never) ``quiet`` is called. An ``aside`` is looked
    at in between: nobody goes back to it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    icon: ClassVar[str] = ""
    order: ClassVar[int] = 0
    audience: ClassVar[Audience] = Audience.EVERYONE
    has_bar: ClassVar[bool] = True
    quiet_seconds: ClassVar[int] = 0
    aside: ClassVar[bool] = False

    going = Signal(object)
    returning = Signal()
    told = Signal()

    if TYPE_CHECKING:
        # Every page takes what it needs, and a test holds each ``To`` against it.
        enter: Callable[..., None]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.starts_at: QWidget | None = None
        """Where the keys begin; None for the first thing that can be pressed."""

    @classmethod
    def title_words(cls) -> str:
        """Return the title in the language in force."""
        return QCoreApplication.translate("Screen", cls.title)

    def leave(self) -> None:
        """Stop whatever still runs; called once, before the page is deleted."""

    def back(self) -> bool:
        """Take one step back within the page; return False where there is none."""
        return False

    def quiet(self) -> None:
        """Nobody has touched anything for ``quiet_seconds``."""

    def spoken(self) -> tuple[str, ...]:
        """Return every text on the page that can be spoken, in reading order."""
        return ()

    def go(self, to: To) -> None:
        """Ask for another page."""
        self.going.emit(to)
