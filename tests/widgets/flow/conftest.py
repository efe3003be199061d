"""A desk for each test of the controllers."""

from __future__ import annotations

import pytest

from app.flow.desk import Desk
from tests.widgets.desks import Back, desk_over


@pytest.fixture
def desk(back: Back) -> Desk:
    """Return the desk over the ports of the test."""
    return desk_over(back)
