"""A kiosk in its window for each test of the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.widgets.desks import Back
from tests.widgets.kiosks import Shown, shown_kiosk


@pytest.fixture
def back(qapp: QApplication) -> Back:
    """Return the ports of a school of three pupils."""
    qapp.setQuitOnLastWindowClosed(False)
    return Back()


@pytest.fixture
def shown(back: Back) -> Iterator[Shown]:
    """Yield a kiosk at Welcome."""
    with shown_kiosk(back) as kiosk:
        yield kiosk
