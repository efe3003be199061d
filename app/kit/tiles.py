"""Tiles for who is who: a child's animal with the name, and the pictures of a secret."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.kit import shapes, style, wrapping
from app.kit.card_button import CardButton
from app.kit.card_plan import Face
from app.kit.fonts import Role, ruler

_NAME_SHARE = 0.7
"""Names may be set this much smaller where a whole class is to stand on one page."""


class FaceTile(CardButton):
    """A child to press: the animal above the name. ``animal`` is one of ``domain.pictures``."""

    def __init__(
        self, name: str, animal: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        self._least: QSize | None = None
        super().__init__(name, "", note, parent)
        share = 0.5 if note else 0.43
        self.set_face(
            Face(name, note, f"art:animal-{animal}", 88, upright=True, text_share=share, pad=0.75)
        )
        # Said too: it tells two children of one name apart.
        self.setAccessibleDescription(note or animal.replace("-", " "))

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        return QSize(now.px(176), now.px(168)).expandedTo(self.minimumSizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            self._least = self._room_for_name()
        return self._least

    @override
    def restyle(self) -> None:
        self._least = None
        super().restyle()

    def _room_for_name(self) -> QSize:
        """Leave the name its room: a line in letters a little smaller, with no word broken."""
        letters = ruler(self.face.role, _NAME_SHARE)
        small = ruler(Role.SMALL, _NAME_SHARE)
        wide = max(
            wrapping.widest_word(self.face.words, letters),
            wrapping.widest_word(self.face.note, small),
        )
        frame = 2 * (shapes.room() + style.current().space(self.face.pad))
        tall = round(letters.height() / self.face.text_share)
        return super().minimumSizeHint().expandedTo(QSize(wide + frame, tall + frame))


class PictureTile(CardButton):
    """A picture to press, its words said but not shown."""

    def __init__(self, words: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(words, picture, "", parent)
        self.set_face(Face("", "", picture, 96, upright=True))

    @override
    def sizeHint(self) -> QSize:
        side = max(style.current().px(136), style.current().target + 2 * shapes.room())
        return QSize(side, side)


class PersonTile(CardButton):
    """A grown-up to press: the face above the title, which is never broken or made smaller."""

    def __init__(self, title: str, face: str, parent: QWidget | None = None) -> None:
        super().__init__(title, f"art:{face}", "", parent)
        self.set_face(Face(title, "", f"art:{face}", 64, upright=True, role=Role.BUTTON))

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        return QSize(now.px(200), now.px(200)).expandedTo(self.minimumSizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        frame = 2 * (shapes.room() + style.current().space(self.face.pad)) + 1
        word = wrapping.widest_word(self.face.words, ruler(self.face.role))
        wide = max(style.current().px(150), word + frame)
        return QSize(wide, self.heightForWidth(wide))
