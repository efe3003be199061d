"""The one window: it covers the screen, holds the page and the bar, and does not let go."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.override import override
from app.frame.bar import Bar
from app.frame.reading import reading_order
from app.kit import contact
from app.kit.pressable import PRESSING, Pressable

if TYPE_CHECKING:
    from app.frame.blank import Blank
    from app.frame.still_there import StillThere


class KioskWindow(QWidget):
    """Full screen, frameless and on top, unless it is shown as a plain window for trying out.

    ``resized`` tells that pages must be laid out anew, ``painted`` (once) that the first frame is
    on the screen, ``stepping_back`` that Escape was pressed, ``blanking`` that F9 was.
    """

    resized = Signal()
    painted = Signal()
    stepping_back = Signal()
    blanking = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Be SMART")
        self._may_close = False
        self._covers_screen = False
        self._waits_for_paint = True
        self.host = QWidget(self)
        self.bar = Bar(self)

    @cached_property
    def still_there(self) -> StillThere:
        """The question to whoever has gone; made when it is first asked, not before Welcome."""
        from app.frame.still_there import StillThere

        made = StillThere(self)
        made.setGeometry(self.rect())
        made.leave_free(self.corner)
        return made

    @cached_property
    def blank(self) -> Blank:
        """What covers a staff page at once."""
        from app.frame.blank import Blank

        return Blank(self)

    @property
    def is_blank(self) -> bool:
        """Whether the page is covered now."""
        return "blank" in vars(self) and self.blank.isVisible()

    @property
    def corner(self) -> QRect:
        """Where the button in the bar's corner stands; empty where there is none."""
        return self.bar.corner.translated(self.bar.pos())

    def is_for_corner(self, event: QEvent) -> bool:
        """Tell whether a press, by mouse, finger or key, is one of the button in the corner."""
        if isinstance(event, QKeyEvent):
            return event.key() in PRESSING and self.bar.corner_has_focus
        if isinstance(event, QMouseEvent):
            return self.corner.contains(event.position().toPoint())
        touches = event.points() if isinstance(event, QTouchEvent) else []
        return any(self.corner.contains(one.position().toPoint()) for one in touches)

    def take_place(self, size: tuple[int, int] | None) -> None:
        """Become a plain window of this size, or one that covers the screen; do not show it yet.

        The first page is then made at the size it will have, and laid out once.
        """
        if size is not None:
            self.resize(*size)
            return
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        # Where no window manager hears the wish, the window is as large as the screen all the same.
        self.setGeometry(QApplication.primaryScreen().geometry())
        self._covers_screen = True

    def appear(self) -> None:
        """Show the window in its place."""
        if self._covers_screen:
            self.showFullScreen()
        else:
            self.show()

    def release(self) -> None:
        """Let the window be closed: staff are leaving the kiosk."""
        self._may_close = True
        self.close()

    def lay_out(self) -> None:
        """Put page, bar and question where they belong."""
        self.host.setGeometry(self.rect())
        height = self.bar.height_for(self.width())
        self.bar.setGeometry(0, self.height() - height, self.width(), height)
        if "still_there" in vars(self):
            self.still_there.setGeometry(self.rect())
            self.still_there.leave_free(self.corner)
        if "blank" in vars(self):
            self.blank.setGeometry(self.rect())
        for page in self.host.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            page.setContentsMargins(0, 0, 0, height)
            page.setGeometry(self.host.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
        self.lay_out()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stepping_back.emit()
        elif event.key() == Qt.Key.Key_F9:
            self.blanking.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Pass the focus on in the order of reading.

        Where what had it goes away under a finger, nobody pressed Tab.
        """
        now = QApplication.focusWidget()
        went = now is not None and not (now.isVisible() and now.isEnabled())
        if went and not contact.keys_lead():
            return False
        order = reading_order(self)
        if now is None or went or not order:
            return super().focusNextPrevChild(next)
        reasons = Qt.FocusReason
        step, reason = (1, reasons.TabFocusReason) if next else (-1, reasons.BacktabFocusReason)
        # Who comes to the keys from a finger is first shown where they are; a field shows it.
        unseen = isinstance(now, Pressable) and not now.ringed
        step = 0 if unseen and now in order and not contact.keys_lead() else step
        contact.use_keys(keys=True)
        now.clearFocus()
        order[(_place(order, now, step) + step) % len(order)].setFocus(reason)
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waits_for_paint:
            self._waits_for_paint = False
            self.painted.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.lay_out()
        super().changeEvent(event)


def _place(order: list[QWidget], now: QWidget, step: int) -> int:
    """Return where the focus stands; for a widget that holds others, just before (after) them."""
    if now in order:
        return order.index(now)
    inside = [at for at, one in enumerate(order) if now.isAncestorOf(one)]
    if not inside:
        return -1 if step > 0 else 0
    return inside[0] - 1 if step > 0 else inside[-1] + 1
