"""Rules for texts: every word has the room it needs, in letters of the size one has chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QTableView

from app.kit import card_plan, style, wrapping
from app.kit.card_button import CardButton
from app.kit.fonts import Role, font
from app.kit.pill_button import PillButton
from app.kit.table import pad
from app.kit.text import Text
from app.kit.tiles import FaceTile
from tests.widgets.walk.settings import LARGER
from tests.widgets.walk.sight import Fault, Seen, Sight

NAME_SHARE = 0.68
"""Names may be set at 0.7 of their size, in whole pixels."""


def cut_texts(sight: Sight) -> Iterator[Fault]:
    """Find texts that are taller than their place, or whose words are broken."""
    for one in sight.things:
        if isinstance(one.widget, Text):
            yield from _cut(one, one.widget)


def small_letters(sight: Sight) -> Iterator[Fault]:
    """Find buttons whose letters are smaller than chosen.

    At text sizes of 130 % and more a button may give way, but never so far that its letters are
    smaller than those of 100 %. A very long name may be smaller, so that its class stays together.
    """
    for one in sight.things:
        named = isinstance(one.widget, FaceTile)
        for words, role, room in _lettered(one):
            share = _share(words, role, room)
            if share < _least_share(named=named):
                yield Fault("letters", one.name, f"are set at {share:.0%} in {_size(room)}")


def cut_fields(sight: Sight) -> Iterator[Fault]:
    """Find fields that do not show their whole text, or what they ask for."""
    for one in sight.things:
        if isinstance(one.widget, QLineEdit):
            field = one.widget
            words = field.text() or field.placeholderText()
            wide = field.fontMetrics().horizontalAdvance(words)
            room = _field_room(field).width()
            if wide > room:
                yield Fault("field", one.name, f"needs {wide} px for '{words}', has {room}")


def cut_tables(sight: Sight) -> Iterator[Fault]:
    """Find headings and cells of tables that do not show all their words."""
    for one in sight.things:
        if isinstance(one.widget, QTableView):
            yield from _cut_headings(one, one.widget)
            yield from _cut_cells(one, one.widget)


def _cut(one: Seen, text: Text) -> Iterator[Fault]:
    inner = text.contentsRect()
    metrics = QFontMetrics(text.font())
    widest = wrapping.widest_word(text.text(), metrics)
    if widest > inner.width():
        yield Fault("cut", one.name, f"has a word of {widest} px in {inner.width()}")
    if text.needed_height > text.height():
        yield Fault("cut", one.name, f"needs {text.needed_height} px, has {text.height()}")


def _lettered(one: Seen) -> Iterator[tuple[str, Role, QRect]]:
    """Yield what a button says, in which role, and where."""
    widget = one.widget
    if isinstance(widget, CardButton):
        made = card_plan.plan(widget.face, widget.size())
        yield widget.face.words, widget.face.role, made.words
        yield widget.face.note, Role.SMALL, made.note
    elif isinstance(widget, PillButton):
        yield widget.words, widget._role, widget._words_place(widget.rect())


def _share(words: str, role: Role, room: QRect) -> float:
    """Return at which share of their size the letters stand in their place; 0 if not at all."""
    full = font(role)
    if not words or wrapping.fits(words, QFontMetrics(full), room.size()):
        return 1.0
    fitted = wrapping.fitted(words, full, room.size())
    if not wrapping.fits(words, QFontMetrics(fitted), room.size()):
        return 0.0
    return fitted.pixelSize() / full.pixelSize()


def _least_share(*, named: bool) -> float:
    chosen = style.current().looks.text_size
    least = 1.0 if chosen <= LARGER else 100 / chosen
    return min(NAME_SHARE, least) if named else least


def _size(room: QRect) -> str:
    return f"{room.width()}x{room.height()} px"


def _field_room(field: QLineEdit) -> QRect:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    return field.style().subElementRect(part, option, field).adjusted(2, 0, -2, 0)


def _cut_headings(one: Seen, table: QTableView) -> Iterator[Fault]:
    header = table.horizontalHeader()
    for column in range(header.count()):
        words = table.model().headerData(column, Qt.Orientation.Horizontal)
        needed = header.sectionSizeFromContents(column).width()
        if words and needed > header.sectionSize(column):
            room = header.sectionSize(column)
            yield Fault("table", one.name, f"heading '{words}' needs {needed} px, has {room}")


def _cut_cells(one: Seen, table: QTableView) -> Iterator[Fault]:
    metrics = QFontMetrics(table.font())
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            index = table.model().index(row, column)
            place = table.visualRect(index).adjusted(pad(), 0, -pad(), 0)
            if index.data() and not wrapping.fits(index.data(), metrics, place.size()):
                yield Fault("table", one.name, f"cell '{index.data()}' has {_size(place)}")
