"""What is known of whom a Tell reaches: found out before anybody presses."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.tell.journal import Reach
from app.domain.tell.people import Roster
from app.domain.tell.policy import BARE, Policy


class Known(NamedTuple):
    """Whom a Tell reaches, and what there is to choose from."""

    reach: Reach
    policy: Policy


UNKNOWN = Known(Reach(Roster()), BARE)
