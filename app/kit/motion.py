"""Motion with a meaning: short, easing out, stopped by the next one, none at all when still."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation, Qt
from PySide6.QtWidgets import QWidget

from app.kit import style
from app.kit.tokens import ARRIVE_MS, MOVE_MS

_NAME = "kit-motion"


def move(
    widget: QWidget, to: QPoint, ms: int = MOVE_MS, done: Callable[[], None] | None = None
) -> None:
    """Move ``widget`` to ``to`` within its parent, then call ``done``; at once when still."""
    stop(widget)
    if style.current().still or not widget.isVisible() or widget.pos() == to:
        widget.move(to)
        if done is not None:
            done()
        return
    animation = QPropertyAnimation(widget, b"pos", widget)
    animation.setObjectName(_NAME)
    animation.setDuration(min(ms, ARRIVE_MS))
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.setEndValue(to)
    if done is not None:
        animation.finished.connect(done)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def arrive(widget: QWidget, offset: QPoint | None = None, ms: int = ARRIVE_MS) -> None:
    """Let ``widget`` come to the place it stands at, from ``offset`` (a little below)."""
    place = widget.pos()
    if style.current().still or not widget.isVisible():
        return
    stop(widget)
    widget.move(place + (offset or QPoint(0, style.current().px(28))))
    move(widget, place, ms)


def stop(widget: QWidget) -> None:
    """Stop a motion of ``widget`` and put it where it was going; its ``done`` is not called."""
    running = widget.findChild(QPropertyAnimation, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if running is not None:
        running.setObjectName("")
        running.blockSignals(True)
        target = running.endValue()
        running.stop()
        if isinstance(target, QPoint):
            widget.move(target)


def moving(widget: QWidget) -> bool:
    """Tell whether ``widget`` is on its way."""
    found = widget.findChild(QPropertyAnimation, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found is not None and found.state() == QAbstractAnimation.State.Running
