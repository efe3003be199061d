"""One of the five places: what the rule says, its lessons and its quiz, and the stars so far."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import path
from app.domain.override import override
from app.domain.path import LessonTile, QuizTile
from app.domain.quizrun import LENGTH
from app.domain.smart import Rule
from app.flow.desk import Desk
from app.flow.route import To
from app.kit import pictures
from app.kit.board import Board, Way
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.letter_badge import LetterBadge
from app.kit.picture_view import PictureView
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.stars import StarRow
from app.kit.text import Text
from app.screens.screen import Audience, Screen


class PlaceScreen(Screen):
    """Shows a rule's card, and what there is to do here."""

    name = "place"
    title = "A place on my path"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._said: tuple[str, ...] = ()

    @override
    def enter(self, rule: Rule) -> None:
        sitting = self.desk.session.sitting
        if sitting is None:
            return
        places = path.path(self.desk.services.library, sitting.pupil.band, sitting.attempts)
        place = next(one for one in places if one.rule is rule)
        self.set_rule(rule)
        self.set_title(rule.label)
        self.heading.set_rule(rule)
        self.top.insertWidget(0, LetterBadge(rule))
        if place.stars is not None:
            words = self.tr("{count} of 3 stars").format(count=place.stars)
            self.top.addWidget(StarRow(place.stars, 3, words), 0, Qt.AlignmentFlag.AlignRight)
        self._said = (rule.label, place.card.sentence, *place.card.tips)
        tiles = self._tiles(place)
        card = Scroll(_rule_card(place, large=not tiles))
        self.content.addWidget(Split(card, _board(tiles)) if tiles else card, 1)
        if tiles:
            self.starts_at = tiles[0]

    @override
    def spoken(self) -> tuple[str, ...]:
        return self._said

    @override
    def back(self) -> bool:
        self.go(To("my-path"))
        return True

    def _tiles(self, place: path.Place) -> list[CardButton]:
        tiles = [self._lesson(tile) for tile in place.lessons]
        return tiles if place.quiz is None else [*tiles, self._quiz(place.quiz)]

    def _lesson(self, tile: LessonTile) -> CardButton:
        lesson = tile.lesson
        about = self.tr("A story, about {minutes} minutes").format(minutes=lesson.minutes)
        note = self.tr("Carry on") if tile.begun else about
        picture = pictures.key(lesson.picture.name, lesson.folder)
        card = _tile(lesson.title, picture, note, lesson.rule)
        if tile.finished:
            done = self.tr("You have finished this story.")
            card.set_mark(Mark.GOOD, f"{note}. {done}")
        card.clicked.connect(partial(self._on_go, To("lesson", lesson.id)))
        return card

    def _quiz(self, tile: QuizTile) -> CardButton:
        length = self.tr("{count} questions").format(count=LENGTH)
        note = self.tr("Carry on") if tile.begun else length
        card = _tile(tile.quiz.title, "art:puzzle", note, tile.quiz.rule)
        if tile.finished:
            done = self.tr("You have done this quiz.")
            card.set_mark(Mark.GOOD, f"{note}. {done}")
        card.clicked.connect(partial(self._on_go, To("quiz", tile.quiz.id)))
        return card

    def _on_go(self, to: To) -> None:
        self.go(to)


def _board(tiles: list[CardButton]) -> Scroll:
    """Return the tiles beside each other under their pictures, or one below the other."""
    row = Way(len(tiles), upright=True, size=140, least=220, most=420, grow=1.6)
    board = Board((row, Way(1, size=88, most=640)))
    board.show_cards(tiles)
    return Scroll(board)


def _tile(words: str, picture: str, note: str, rule: Rule) -> CardButton:
    card = CardButton(words, picture, note)
    card.set_role(Role.BUTTON)
    card.set_rule(rule)
    return card


def _rule_card(place: path.Place, *, large: bool) -> QWidget:
    card = Card(3)
    picture = PictureView(place.card.picture.name, "", 168 if large else 88)
    sentence = Text(place.card.sentence, Role.HEADING)
    sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    card.body.addStretch()
    card.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
    card.body.addWidget(sentence)
    card.body.addLayout(_tips(place))
    card.body.addStretch()
    return card


def _tips(place: path.Place) -> QVBoxLayout:
    column = QVBoxLayout()
    for tip in place.card.tips:
        row = QHBoxLayout()
        row.addWidget(PictureView("art:tick-plain", "", 32))
        row.addWidget(Text(tip), 1)
        column.addLayout(row)
    return column
