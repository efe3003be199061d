"""One contact at a time: what is pressed while something else is held down does nothing."""

from __future__ import annotations

from weakref import ref

from PySide6.QtWidgets import QWidget


class _Held:
    """Remembers the widget that is held down, without keeping it alive."""

    widget: ref[QWidget] | None = None


def take(widget: QWidget) -> bool:
    """Hold ``widget`` down; False where another is held, and this contact must do nothing."""
    held = _Held.widget() if _Held.widget is not None else None
    if held is not None and held is not widget:
        return False
    _Held.widget = ref(widget)
    return True


def let_go(widget: QWidget) -> None:
    """Let ``widget`` go, if it was the one that was held."""
    if _Held.widget is not None and _Held.widget() in {None, widget}:
        _Held.widget = None
