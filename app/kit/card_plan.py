"""Where the picture, the words and the note of a card stand, for any size of the card."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics

from app.kit import shapes, style, wrapping
from app.kit.fonts import Role, ruler
from app.kit.style import Style

_MOST_TEXT = 0.76
"""Share of an upright card's height that its words may take from the picture."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows.

    ``picture`` is a key of ``pictures``, ``size`` its design size in pixels (beside the words it
    keeps it; above them it takes the room they leave). ``text_share`` fixes the words' share of the
    height (0 to 1), so that many cards look alike; 0 gives them what they need. ``pad`` is in
    steps of space; ``foot`` are design pixels kept free below everything.
    """

    words: str
    note: str = ""
    picture: str = ""
    size: int = 72
    upright: bool = False
    role: Role = Role.BODY
    text_share: float = 0.0
    pad: float = 1.5
    foot: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the parts stand, in the card's own pixels, for left-to-right pages."""

    picture: QRect
    words: QRect
    note: QRect
    inner: QRect


def metrics(role: Role) -> QFontMetrics:
    """Return the measures of a role's letters in the style in force."""
    return ruler(role)


def height(face: Face, width: int) -> int:
    """Return the height in pixels that a card needs at ``width``, shadow's room included."""
    return _height(face, width, style.current())


@lru_cache(maxsize=1024)
def _height(face: Face, width: int, now: Style) -> int:
    """Find the height in the style in force, which ``now`` is: layouts ask again and again."""
    side = now.px(face.size) if face.picture else 0
    frame = 2 * (shapes.room() + now.space(face.pad))
    gap = now.space(1.5)
    room = max(1, width - frame)
    if face.upright:
        text = _text_height(face, room)
        needed = side + text + (gap if side and text else 0)
    else:
        needed = max(side, _text_height(face, room - (side + gap if side else 0)))
    return max(
        needed + frame + (now.px(face.foot) if face.foot else 0), now.target + 2 * shapes.room()
    )


def plan(face: Face, size: QSize) -> Plan:
    """Return where everything stands in a card of ``size`` pixels."""
    edge = shapes.room() + style.current().space(face.pad)
    foot = style.current().px(face.foot) if face.foot else 0
    inner = QRect(edge, edge, size.width() - 2 * edge, size.height() - 2 * edge - foot)
    return _above(face, inner) if face.upright else _beside(face, inner)


def fits(face: Face, size: QSize) -> bool:
    """Tell whether the words and the note stand in their places in letters of the full size."""
    made = plan(face, size)
    return all(
        not text or wrapping.fits(text, metrics(role), room.size())
        for text, role, room in (
            (face.words, face.role, made.words),
            (face.note, Role.SMALL, made.note),
        )
    )


def _above(face: Face, inner: QRect) -> Plan:
    gap = style.current().space(1)
    if not face.picture:
        return _split(face, QRect(), inner, inner)
    text = round(inner.height() * face.text_share)
    if not face.text_share:
        text = min(_text_height(face, inner.width()), round(inner.height() * _MOST_TEXT))
    if not face.words and not face.note:
        text, gap = 0, 0
    tall = max(0, inner.height() - text - gap)
    side = min(tall, inner.width())
    left = inner.left() + (inner.width() - side) // 2
    picture = QRect(left, inner.top() + (tall - side) // 2, side, side)
    below = QRect(inner.left(), inner.bottom() + 1 - text, inner.width(), text)
    return _split(face, picture, below, inner)


def _beside(face: Face, inner: QRect) -> Plan:
    now = style.current()
    side = min(now.px(face.size), inner.height()) if face.picture else 0
    gap = now.space(1.5) if side else 0
    picture = QRect(inner.left(), inner.center().y() - side // 2, side, side)
    return _split(face, picture, inner.adjusted(side + gap, 0, 0, 0), inner)


def _split(face: Face, picture: QRect, text: QRect, inner: QRect) -> Plan:
    """Share the room of the text between the words and the note."""
    if not face.note:
        return Plan(picture, text, QRect(), inner)
    words = wrapping.lines_height(face.words, metrics(face.role), text.width())
    note = wrapping.lines_height(face.note, metrics(Role.SMALL), text.width())
    top = text.top() + max(0, (text.height() - words - note) // 2)
    words = min(words, round(text.height() * words / max(1, words + note)))
    first = QRect(text.left(), top, text.width(), words)
    rest = QRect(text.left(), first.bottom() + 1, text.width(), note)
    return Plan(picture, first, rest.intersected(text), inner)


def _text_height(face: Face, width: int) -> int:
    words = wrapping.lines_height(face.words, metrics(face.role), width)
    return words + wrapping.lines_height(face.note, metrics(Role.SMALL), width)
