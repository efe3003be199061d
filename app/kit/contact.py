"""What presses at this moment: one contact at a time, and whether keys or fingers lead."""

from __future__ import annotations

from weakref import ref

from PySide6.QtWidgets import QWidget


class _Now:
    """The widget held down, without keeping it alive, and what was used last."""

    held: ref[QWidget] | None = None
    last: ref[QWidget] | None = None
    keys = False


def take(widget: QWidget) -> bool:
    """Hold ``widget`` down; False where another is held, and this contact must do nothing."""
    held = _Now.held() if _Now.held is not None else None
    if held is not None and held is not widget:
        return False
    _Now.held = _Now.last = ref(widget)
    return True


def let_go(widget: QWidget) -> None:
    """Let ``widget`` go, if it was the one that was held."""
    if _Now.held is not None and _Now.held() in {None, widget}:
        _Now.held = None


def took_last(widget: QWidget) -> bool:
    """Tell whether ``widget`` was the last one to be held down."""
    return _Now.last is not None and _Now.last() is widget


def holds(widget: QWidget) -> bool:
    """Tell whether ``widget`` is held down by a finger or the mouse."""
    return _Now.held is not None and _Now.held() is widget


def use_keys(keys: bool) -> None:
    """Note that keys (or a switch) are used, or a finger or the mouse."""
    _Now.keys = keys


def keys_lead() -> bool:
    """Tell whether keys were used last: then a page arrived at shows where the focus is."""
    return _Now.keys
