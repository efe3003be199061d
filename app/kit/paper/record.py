"""A Tell that is handed over, as pages: what was said, what was done, and which record it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.tell.handover import Handover, Look, Section
from app.kit.paper import parts
from app.kit.paper.letters import MUTED, RULE, TELL, Letters, Line, lacking, lines
from app.kit.paper.sheet import FOOT, HEAD, TEXT, Page, Piece, mm, pages

DONE = "done"
KEEP = "For the child protection record. Keep it locked away, and show it to no pupil."
LACKING = (
    "This PC has no letters for some of these words, and shows boxes. "
    "The JSON file of this Tell holds all of them."
)


class Record:
    """The pages of one Tell; all of them are known before the first is drawn."""

    def __init__(self, handover: Handover) -> None:
        self.handover = handover
        self.pages = pages(_pieces(handover))

    @property
    def title(self) -> str:
        """What the file calls itself: no child's name."""
        return f"Tell {self.handover.case.tell}"

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw a page, from 0."""
        page: Page = self.pages[number]
        self._draw_head(painter, number)
        for placed in page:
            placed.piece.draw(painter, QPointF(TEXT.left(), placed.top))
        self._draw_foot(painter, number)

    def _draw_head(self, painter: QPainter, number: int) -> None:
        school = self.handover.making.school
        _line(school, HEAD.width() * 0.7).draw(painter, HEAD.topLeft(), MUTED)
        if self.handover.case.drill:
            _draw_at_end(painter, "DRILL", HEAD.right(), HEAD.top(), TELL)
        elif number:
            _draw_at_end(painter, "A child told", HEAD.right(), HEAD.top(), MUTED)

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        painter.setPen(QPen(QColor(RULE), mm(0.35)))
        painter.drawLine(FOOT.topLeft(), FOOT.topRight())
        down = FOOT.top() + mm(2)
        _line(self.title, FOOT.width() * 0.7).draw(painter, QPointF(FOOT.left(), down), MUTED)
        place = f"Page {number + 1} of {len(self.pages)}"
        _draw_at_end(painter, place, FOOT.right(), down, MUTED)


def _pieces(handover: Handover) -> list[Piece]:
    first, *others = handover.sections()
    found = parts.title(first.title)
    found += parts.running(KEEP, Letters.SMALL, MUTED)
    for words in first.paragraphs:
        found += parts.banner(words)
    rows = [parts.pair(label, words) for label, words in first.rows]
    found += [replace(rows[0][0], space=mm(5)), *rows[0][1:], *chain(*rows[1:])]
    for section in others:
        found += parts.heading(section.title) + _body(section)
    return found


def _body(section: Section) -> list[Piece]:
    found: list[Piece] = []
    for label, words in section.rows:
        if section.look is Look.STEPS:
            found += parts.step(label, words, done=words.startswith(DONE))
        else:
            found += parts.pair(label, words)
    for words in section.paragraphs:
        quoted = section.look is Look.QUOTE
        found += parts.quotation(words) if quoted else parts.running(words, Letters.SMALL, MUTED)
        if quoted and lacking(words):
            found += parts.running(LACKING, Letters.SMALL, MUTED)
    return found


def _line(words: str, width: float) -> Line:
    """Return the first line of words; the head of a page has no room for more."""
    found: Sequence[Line] = lines(words, Letters.SMALL, width)
    return found[0]


def _draw_at_end(painter: QPainter, words: str, right: float, top: float, colour: str) -> None:
    line = _line(words, HEAD.width())
    wide = line.layout.lineAt(0).naturalTextWidth()
    line.draw(painter, QPointF(right - wide, top), colour)
