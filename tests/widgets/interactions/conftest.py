"""Every test of the views begins with the usual style in force, and leaves no widget behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from app.domain.looks import Looks
from app.kit import stylesheet
from app.kit.style import Style


@pytest.fixture(autouse=True)
def still_style(qapp: QApplication) -> Iterator[None]:
    stylesheet.apply(qapp, Style(Looks(still=True)))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    stylesheet.apply(qapp, Style())
