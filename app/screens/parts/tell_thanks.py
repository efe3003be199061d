"""The end of a Tell: a calm picture, and what happens next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text


class Thanks(QWidget):
    """Shows words below an owl, which gives way to them."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        owl = PictureView("art:owl", "", 160)
        owl.set_least(0.2)  # the words are what matters
        column.addWidget(owl, 0, Qt.AlignmentFlag.AlignHCenter)
        text = Text(words, Role.BODY)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        column.addStretch(1)
