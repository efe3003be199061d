"""Things below one another, without a margin of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def column(*parts: QWidget, filled: bool = False) -> QWidget:
    """Return a widget that holds others; the room below them is free, or theirs (``filled``)."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    if not filled:
        layout.addStretch()
    return whole
