"""What can be seen in a window now: every widget with its place, and what its parents cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QWidget

from app.domain.override import override
from app.frame.window import KioskWindow
from app.kit import shapes
from app.kit.backdrop import Backdrop
from app.kit.board import Board
from app.kit.card import Card
from app.kit.flow_grid import FlowGrid
from app.kit.own_words import OwnWords
from app.kit.picture_view import PictureView
from app.kit.pressable import Pressable
from app.kit.split import Split
from app.kit.text import Text

STOCK = (QAbstractItemView, QLineEdit, OwnWords)
"""Widgets of Qt's own that are looked at as a whole."""
HOLDERS = (Backdrop, Board, Card, FlowGrid, QAbstractScrollArea, Split)
"""Widgets that show nothing themselves when they hold nothing."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with one widget: the rule it breaks, which one it is, and by how much."""

    rule: str
    who: str
    what: str

    @override
    def __str__(self) -> str:
        return f"{self.rule}: {self.who} {self.what}"


@dataclass(frozen=True)
class Seen:
    """A visible widget: its place in the window, and the part of it that is not cut off."""

    widget: QWidget
    place: QRect
    shown: QRect
    rolls: bool
    """Whether it stands in something that scrolls: then it may reach out of it up and down."""

    @property
    def face(self) -> QRect:
        """What one sees of something that is pressed: without the room of its shadow."""
        room = shapes.room() if isinstance(self.widget, Pressable) else 0
        return self.place.adjusted(room, room, -room, -room)

    @property
    def name(self) -> str:
        """The widget in words, for a report."""
        return name_of(self.widget)


@dataclass(frozen=True)
class Sight:
    """Everything that can be seen in a window; ``young`` asks for the largest targets."""

    window: KioskWindow
    young: bool

    @cached_property
    def all(self) -> tuple[Seen, ...]:
        """Every visible widget, parents before children. A question over the page hides it all."""
        root: QWidget = self.window
        if self.window.still_there.isVisible():
            root = self.window.still_there
        return tuple(_within(root, QPoint(0, 0), root.rect(), rolls=False))

    @cached_property
    def things(self) -> tuple[Seen, ...]:
        """What is looked at or pressed: texts, pictures, buttons, fields, tables."""
        return tuple(one for one in self.all if _is_thing(one.widget))

    @cached_property
    def pressed(self) -> tuple[Seen, ...]:
        """What can be pressed now."""
        return tuple(one for one in self.things if _is_pressed(one.widget))

    @cached_property
    def bar(self) -> QRect:
        """Where the bar stands; empty where there is none."""
        return self.window.bar.geometry() if self.window.bar.isVisible() else QRect()


def _within(widget: QWidget, at: QPoint, clip: QRect, *, rolls: bool) -> Iterator[Seen]:
    place = QRect(at, widget.size())
    shown = place.intersected(clip)
    yield Seen(widget, place, shown, rolls)
    if isinstance(widget, STOCK):
        return
    area = widget.parentWidget()
    rolls = rolls or (isinstance(area, QAbstractScrollArea) and area.viewport() is widget)
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield from _within(child, at + child.pos(), shown, rolls=rolls)


def _is_thing(widget: QWidget) -> bool:
    if isinstance(widget, Text):
        return bool(widget.text())
    if isinstance(widget, PictureView):
        return bool(widget.shown)
    if isinstance(widget, (Pressable, *STOCK)):
        return True
    holds = any(isinstance(one, QWidget) and one.isVisible() for one in widget.children())
    return not holds and type(widget) is not QWidget and not isinstance(widget, HOLDERS)


def _is_pressed(widget: QWidget) -> bool:
    rests = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return isinstance(widget, (Pressable, *STOCK)) and widget.isEnabled() and not rests


def name_of(widget: QWidget) -> str:
    """Return a widget in words: its class, and what it says."""
    words = widget.text() if isinstance(widget, Text) else widget.accessibleName()
    short = words if len(words) < 40 else f"{words[:37]}..."
    return f"{type(widget).__name__} '{short}'"
