"""My stars: what I have done, and my own answers with the questions' words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.path import Place, path
from app.domain.progress import OwnAnswer, own_answers
from app.flow.desk import Desk
from app.flow.route import To
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.letter_badge import LetterBadge
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.stars import StarRow
from app.kit.text import Text
from app.screens.parts.feedback import Sign
from app.screens.screen import Audience, Screen

A_PAGE = 6
"""How many answers are shown at once; older ones come by "Show more"."""


class MyStars(Screen):
    """The pupil's own page; nobody else's stars stand beside theirs."""

    name = "my-stars"
    title = "My stars"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("sky")
        self.set_title(self.title_words())
        self._answers: tuple[OwnAnswer, ...] = ()
        self._shown = 0
        self._list = QVBoxLayout()
        self._more = PillButton(self.tr("Show more"), "art:plus")
        self._more.clicked.connect(self._on_more)
        bye = PillButton(self.tr("I have finished"), "art:wave")
        bye.clicked.connect(self._on_bye)
        self.top.addWidget(bye)

    @override
    def enter(self) -> None:
        sitting = self.desk.session.sitting
        if sitting is None:
            return
        places = path(self.desk.services.library, sitting.pupil.band, sitting.attempts)
        self._answers = own_answers(sitting.attempts)
        self.content.addWidget(Split(self._stars(places), self._own_answers(), wide=(38, 62)), 1)

    @override
    def spoken(self) -> tuple[str, ...]:
        shown = self._answers[: self._shown]
        return (self.heading.text(), *(f"{one.asked} {one.said}" for one in shown))

    @override
    def back(self) -> bool:
        self.go(To("my-path"))
        return True

    def _own_answers(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(Text(self.tr("My own answers"), Role.HEADING))
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addStretch()
        if not self._answers:
            words = self.tr("Your answers will stand here when you have given some.")
            column.insertWidget(1, Text(words))
        self._on_more()
        return Scroll(inner)

    def _stars(self, places: tuple[Place, ...]) -> QWidget:
        card = Card(2)
        said = self.tr("{rule}: {count} of 3 stars")
        for place in (one for one in places if one.stars is not None):
            row = QHBoxLayout()
            row.addWidget(LetterBadge(place.rule))
            row.addWidget(Text(place.rule.label, Role.BUTTON), 1)
            stars = place.stars or 0
            row.addWidget(StarRow(stars, 3, said.format(rule=place.rule.label, count=stars)))
            card.body.addLayout(row)
        for picture, words in (
            ("art:open-book", self.tr("One star for a story to its end.")),
            ("art:puzzle", self.tr("One star for a whole quiz.")),
            ("art:glowing-star", self.tr("One star when you have got every question.")),
        ):
            row = QHBoxLayout()
            row.addWidget(PictureView(picture, "", 40))
            row.addWidget(Text(words, Role.SMALL), 1)
            card.body.addLayout(row)
        card.body.addStretch()
        return Scroll(card)

    def _on_more(self) -> None:
        for one in self._answers[self._shown : self._shown + A_PAGE]:
            self._list.addWidget(_answer(one))
        self._shown = min(self._shown + A_PAGE, len(self._answers))
        self._more.setVisible(self._shown < len(self._answers))

    def _on_bye(self) -> None:
        self.go(To("welcome"))


def _answer(one: OwnAnswer) -> Card:
    card = Card(1.5)
    row = QHBoxLayout()
    if one.right is not None:
        row.addWidget(Sign(good=one.right), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    asked = Text(one.asked, Role.SMALL)
    asked.set_muted(True)
    words.addWidget(asked)
    words.addWidget(Text(one.said))
    row.addLayout(words, 1)
    card.body.addLayout(row)
    return card
