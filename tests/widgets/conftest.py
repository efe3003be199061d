"""Every test of widgets begins with the usual style in force, and leaves no widget behind.

A whole kiosk, and the ports behind it, are there for those that ask.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from app.kit import stylesheet
from app.kit.style import Style
from tests.widgets.desks import Back
from tests.widgets.kiosks import Shown, shown_kiosk

SWEPT = 50
_tests = count(1)


@pytest.fixture(autouse=True, scope="session")
def swept_here() -> Iterator[None]:
    """Let rubbish be found between tests only: on the thread of a lane no widget may be deleted."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def usual_style(qapp: QApplication) -> Iterator[None]:
    stylesheet.apply(qapp, Style())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    yield
    # Closed widgets wait for an event loop to delete them; a test has none, and restyles them all.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    stylesheet.apply(qapp, Style())
    gc.collect(1 if next(_tests) % SWEPT else 2)


@pytest.fixture
def back(qapp: QApplication) -> Back:
    """Return the ports of a school of three pupils; the application is there for their timers."""
    qapp.setQuitOnLastWindowClosed(False)
    return Back()


@pytest.fixture
def shown(back: Back) -> Iterator[Shown]:
    """Yield a kiosk at Welcome."""
    with shown_kiosk(back) as kiosk:
        yield kiosk
