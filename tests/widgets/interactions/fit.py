"""Does everything in a view have its place? Judged from geometry alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from app.interactions.spot_it.view import SpotButton
from app.kit import card_plan, shapes, style, wrapping
from app.kit.card_button import CardButton
from app.kit.fonts import Role, font
from app.kit.text import Text


def faults(view: QWidget) -> list[str]:
    """Return everything that is cut, too small, covered or outside, in words."""
    return [*_texts(view), *_letters(view), *_outside(view), *_targets(view), *_overlaps(view)]


def _texts(view: QWidget) -> Iterator[str]:
    for text in view.findChildren(Text):
        if not text.isVisible() or not text.text():
            continue
        widest = wrapping.widest_word(text.text(), QFontMetrics(text.font()))
        if text.needed_height > text.height() or widest > text.contentsRect().width():
            yield f"cut: '{text.text()}' has {text.size().toTuple()}"


def _letters(view: QWidget) -> Iterator[str]:
    chosen = style.current().looks.text_size
    least = 1.0 if chosen <= 115 else 100 / chosen
    for card in view.findChildren(CardButton):
        if not card.isVisible():
            continue
        plan = card_plan.plan(card.face, card.size())
        for words, role, room in (
            (card.face.words, card.face.role, plan.words),
            (card.face.note, Role.SMALL, plan.note),
        ):
            if words and _share(words, role, room) < least:
                yield f"small letters: '{words}' in {room.size().toTuple()}"


def _share(words: str, role: Role, room: QRect) -> float:
    full = font(role)
    fitted = wrapping.fitted(words, full, room.size())
    if not wrapping.fits(words, QFontMetrics(fitted), room.size()):
        return 0.0
    return fitted.pixelSize() / full.pixelSize()


def _outside(view: QWidget) -> Iterator[str]:
    for widget in view.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or widget.geometry().isEmpty():
            continue
        room, place = parent.rect(), widget.geometry()
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is parent:
            room = QRect(0, place.top(), room.width(), place.height())
        if not room.contains(place):
            yield f"outside: {_name(widget)} {place.getRect()} in {room.getRect()}"


def _targets(view: QWidget) -> Iterator[str]:
    room = shapes.room()
    for button in _pressed(view):
        edge = 0 if isinstance(button, SpotButton) else 2 * room
        if min(button.width(), button.height()) - edge < style.current().target - 1:
            yield f"small: {_name(button)} {button.size().toTuple()}"


def _overlaps(view: QWidget) -> Iterator[str]:
    places = [(one, _shown(view, one)) for one in _pressed(view)]
    for (one, first), (other, second) in combinations(places, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        if first.intersects(second):
            yield f"overlap: {_name(one)} and {_name(other)}"


def _pressed(view: QWidget) -> list[QAbstractButton]:
    return [one for one in view.findChildren(QAbstractButton) if one.isVisible()]


def _shown(view: QWidget, button: QWidget) -> QRect:
    """Return the part of a button that is not cut off by what it scrolls in."""
    room = 0 if isinstance(button, SpotButton) else shapes.room()
    face = button.rect().adjusted(room, room, -room, -room)
    place = QRect(button.mapTo(view, face.topLeft()), face.size())
    parent = button.parentWidget()
    while parent is not None and parent is not view:
        place = place.intersected(QRect(parent.mapTo(view, QPoint(0, 0)), parent.size()))
        parent = parent.parentWidget()
    return place


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} '{widget.accessibleName()}'"
