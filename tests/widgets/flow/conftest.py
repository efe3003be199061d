"""A desk for each test of the controllers."""

from __future__ import annotations

import pytest

from app.flow.desk import Desk
from app.flow.telling import Telling
from tests.widgets.desks import Back, desk_over


@pytest.fixture
def desk(back: Back) -> Desk:
    """Return the desk over the ports of the test."""
    return desk_over(back)


@pytest.fixture
def telling(desk: Desk, back: Back) -> Telling:
    """Return the Tell page's controller of a kiosk that has read the list of recipients."""
    desk.telling.prepare()
    back.lanes.work()
    return desk.telling
