"""A desk for each test of the controllers; the application is there for their timers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.flow.desk import Desk
from tests.widgets.desks import Back, desk_over


@pytest.fixture
def back(qapp: QApplication) -> Back:
    """Return the ports of a school of three pupils."""
    assert qapp is not None
    return Back()


@pytest.fixture
def desk(back: Back) -> Desk:
    """Return the desk over them."""
    return desk_over(back)
