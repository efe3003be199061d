"""The parts of a page as pieces: headings, pairs, quotations, steps, and running words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.kit.paper.letters import INK, MUTED, RULE, TELL, TINT, Letters, Line, lines
from app.kit.paper.sheet import TEXT, Piece, mm

WIDE = TEXT.width()
LABEL = mm(52)
"""What the left of a pair takes."""
GAP = mm(4)
BOX = mm(4)
PAD, EDGE = round(mm(2.5)), round(mm(1.2))
"""Of a quotation: above and below its words, and its bar."""
QUOTE_IN = mm(7)


def title(words: str) -> list[Piece]:
    """Return the title of a paper."""
    return _kept([_plain(one, INK) for one in lines(words, Letters.TITLE, WIDE)])


def heading(words: str) -> list[Piece]:
    """Return a heading; what follows stays with it."""
    set_ = lines(words, Letters.HEADING, WIDE)
    found = [_plain(one, INK) for one in set_]
    rule = Piece(mm(2), _rule)
    return _kept([replace(found[0], space=mm(7)), *found[1:], rule], last=True)


def running(words: str, letters: Letters = Letters.BODY, colour: str = INK) -> list[Piece]:
    """Return running words; a single line of them is not left alone."""
    return _coupled([_plain(one, colour) for one in lines(words, letters, WIDE)], mm(1.5))


def banner(words: str) -> list[Piece]:
    """Return words that nobody overlooks."""
    found = lines(words, Letters.TITLE, WIDE - 2 * GAP)
    tall = sum(one.height for one in found) + 2 * mm(3)
    return [Piece(tall, partial(_banner, found, tall), mm(4))]


def pair(label: str, words: str) -> list[Piece]:
    """Return what, and what it was, beside each other."""
    left = lines(label, Letters.BODY, LABEL)
    right = lines(words, Letters.BODY, WIDE - LABEL - GAP)
    rows = [
        _row(left[at] if at < len(left) else None, right[at] if at < len(right) else None)
        for at in range(max(len(left), len(right)))
    ]
    return _coupled(rows, mm(1.2))


def quotation(words: str) -> list[Piece]:
    """Return somebody's own words, set apart."""
    found = lines(words, Letters.QUOTE, WIDE - 2 * QUOTE_IN)
    inner = _coupled([Piece(one.height, partial(_quoted, one)) for one in found], 0)
    edge = Piece(PAD, partial(_bar, PAD))
    above = replace(edge, space=mm(3), stays=True)
    return [above, *inner[:-1], replace(inner[-1], stays=True), edge]


def step(words: str, told: str, *, done: bool) -> list[Piece]:
    """Return a step with a box that is ticked or empty, and what was done."""
    inner = WIDE - BOX - GAP
    found = lines(words, Letters.BODY, inner)
    rows = [Piece(one.height, partial(_indented, one, INK)) for one in found]
    rows[0] = Piece(found[0].height, partial(_boxed, found[0], done))
    below = lines(told, Letters.SMALL, inner)
    rows += [Piece(one.height, partial(_indented, one, MUTED)) for one in below]
    return _coupled(rows, mm(2.2))


def _plain(line: Line, colour: str) -> Piece:
    return Piece(line.height, partial(_draw_line, line, colour))


def _draw_line(line: Line, colour: str, painter: QPainter, at: QPointF) -> None:
    line.draw(painter, at, colour)


def _row(left: Line | None, right: Line | None) -> Piece:
    tall = max(one.height for one in (left, right) if one is not None)
    return Piece(tall, partial(_draw_pair, left, right))


def _draw_pair(left: Line | None, right: Line | None, painter: QPainter, at: QPointF) -> None:
    if left is not None:
        left.draw(painter, at, MUTED)
    if right is not None:
        right.draw(painter, at + QPointF(LABEL + GAP, 0))


def _rule(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(RULE), mm(0.35)))
    down = at.y() + mm(0.7)
    painter.drawLine(QPointF(at.x(), down), QPointF(at.x() + WIDE, down))


def _banner(found: list[Line], tall: float, painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor(TELL), mm(0.8)))
    edge = mm(0.4)
    painter.drawRect(QRectF(at.x() + edge, at.y() + edge, WIDE - 2 * edge, tall - 2 * edge))
    down = at.y() + mm(3)
    for one in found:
        one.draw(painter, QPointF(at.x() + GAP, down), TELL)
        down += one.height


def _quoted(line: Line, painter: QPainter, at: QPointF) -> None:
    _bar(line.height, painter, at)
    line.draw(painter, at + QPointF(QUOTE_IN, 0))


def _bar(tall: float, painter: QPainter, at: QPointF) -> None:
    painter.fillRect(QRectF(at.x(), at.y(), WIDE, tall), QColor(TINT))
    painter.fillRect(QRectF(at.x(), at.y(), EDGE, tall), QColor(TELL))


def _boxed(line: Line, done: bool, painter: QPainter, at: QPointF) -> None:
    box = QRectF(at.x() + mm(0.2), at.y() + (line.height - BOX) / 2, BOX, BOX)
    painter.setPen(QPen(QColor(INK), mm(0.35)))
    painter.drawRect(box)
    if done:
        painter.setPen(QPen(QColor(INK), mm(0.7)))
        ways = ((0.2, 0.55), (0.42, 0.78), (0.82, 0.22))
        points = [QPointF(box.x() + x * BOX, box.y() + y * BOX) for x, y in ways]
        painter.drawPolyline(QPolygonF(points))
    _indented(line, INK, painter, at)


def _indented(line: Line, colour: str, painter: QPainter, at: QPointF) -> None:
    line.draw(painter, at + QPointF(BOX + GAP, 0), colour)


def _kept(pieces: list[Piece], *, last: bool = False) -> list[Piece]:
    """Let pieces stay together; ``last``: with what follows, too."""
    return [replace(one, stays=True) for one in pieces[:-1]] + [
        replace(pieces[-1], stays=last or pieces[-1].stays)
    ]


def _coupled(pieces: list[Piece], space: float) -> list[Piece]:
    """Let neither the first line stand alone at a page's end, nor the last at its head."""
    found = [replace(pieces[0], space=space), *pieces[1:]]
    alone = {0, len(found) - 2} & set(range(len(found) - 1))
    return [replace(one, stays=at in alone or one.stays) for at, one in enumerate(found)]
