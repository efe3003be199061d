"""What presses at this moment: one contact at a time, and whether keys or fingers lead."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget


class _Now:
    """The widget held down, without keeping it alive, and what was used last."""

    held: ref[QWidget] | None = None
    last: ref[QWidget] | None = None
    place = QPoint()
    keys = False
    key_up: tuple[int, int] = (0, 0)


def take(widget: QWidget, place: QPoint) -> bool:
    """Hold ``widget`` down at ``place`` on the screen; False where another is held.

    This contact must do nothing then.
    """
    held = _Now.held() if _Now.held is not None else None
    if held is not None and held is not widget:
        return False
    _Now.held = _Now.last = ref(widget)
    _Now.place = place
    return True


def let_go(widget: QWidget) -> None:
    """Let ``widget`` go, if it was the one that was held."""
    if _Now.held is not None and _Now.held() in {None, widget}:
        _Now.held = None


def strays(widget: QWidget, place: QPoint) -> bool:
    """Tell whether a second quick press at ``place`` was meant for what stood there before.

    Two fingers' quick taps on two cards are a "double click" to Qt as well, however far apart.
    """
    if _Now.last is None or _Now.last() is widget:
        return False
    near = QGuiApplication.styleHints().touchDoubleTapDistance()
    return (place - _Now.place).manhattanLength() <= near


def holds(widget: QWidget) -> bool:
    """Tell whether ``widget`` is held down by a finger or the mouse."""
    return _Now.held is not None and _Now.held() is widget


def use_keys(keys: bool) -> None:
    """Note that keys (or a switch) are used, or a finger or the mouse."""
    _Now.keys = keys


def keys_lead() -> bool:
    """Tell whether keys were used last: then a page arrived at shows where the focus is."""
    return _Now.keys


def note_key_up(event: QKeyEvent) -> None:
    """Remember which key was let go, and when."""
    _Now.key_up = (event.key(), event.timestamp())


def repeats(event: QKeyEvent) -> bool:
    """Tell whether a key goes down only because it is held.

    On X11 a held key comes as many releases and presses, and on a busy PC Qt takes one in six for
    real ones. They have one time in common; a finger's are milliseconds apart.
    """
    timed = event.timestamp() != 0
    return event.isAutoRepeat() or (timed and _Now.key_up == (event.key(), event.timestamp()))
