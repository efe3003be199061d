"""Places and alignments, mirrored as Qt's own style mirrors them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget
from pytestqt.qtbot import QtBot

from app.kit import mirror

BOTH_WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
ALIGN = Qt.AlignmentFlag


@pytest.fixture(params=BOTH_WAYS)
def widget(qtbot: QtBot, request: pytest.FixtureRequest) -> QWidget:
    """Return a widget that reads this way."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setLayoutDirection(request.param)
    made.resize(301, 120)
    return made


@pytest.mark.parametrize("place", [QRect(0, 0, 10, 10), QRect(17, 5, 60, 33), QRect(0, 0, 301, 9)])
@pytest.mark.parametrize("whole", [None, QRect(10, 20, 200, 50)])
def test_a_place_is_where_the_style_would_put_it(
    widget: QWidget, place: QRect, whole: QRect | None
) -> None:
    around = widget.rect() if whole is None else whole
    style_puts = QStyle.visualRect(widget.layoutDirection(), around, place)
    assert mirror.place(widget, place, whole) == style_puts


@pytest.mark.parametrize(
    "wanted",
    [
        ALIGN.AlignLeading,
        ALIGN.AlignTrailing | ALIGN.AlignVCenter,
        ALIGN.AlignHCenter,
        ALIGN.AlignVCenter,
        ALIGN.AlignLeft | ALIGN.AlignAbsolute,
        ALIGN.AlignRight | ALIGN.AlignAbsolute | ALIGN.AlignTop,
        ALIGN.AlignJustify,
    ],
)
def test_an_alignment_is_what_the_style_would_make_of_it(
    widget: QWidget, wanted: Qt.AlignmentFlag
) -> None:
    assert mirror.align(widget, wanted) == QStyle.visualAlignment(widget.layoutDirection(), wanted)
