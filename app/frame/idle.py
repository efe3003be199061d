"""Notices that nobody is there: asks once, quietly, then lets the next child find Welcome."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from app.domain.override import override

ASK_SECONDS = 20
"""How long the question stands before the kiosk goes back to Welcome."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


_PRESSES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
"""What answers the question and then does nothing else: no button below is pressed by it."""


def nothing(_: QEvent) -> bool:
    """Let no press through."""
    return False


class IdleWatch(QObject):
    """Watches, as a filter on the native window, what comes into it while it is awake.

    ``quiet`` says, long before, that nobody has touched anything for as long as the page allows.
    ``asking`` carries the seconds left (ASK_SECONDS down to 1), ``noticed`` says that somebody
    answered, ``gone`` that nobody did. An answer that ``lets_through`` takes for one acts as well:
    whoever looks for help does not press twice.
    """

    quiet = Signal()
    asking = Signal(int)
    noticed = Signal()
    gone = Signal()

    def __init__(self, seconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self.lets_through: Callable[[QEvent], bool] = nothing
        self._left = 0
        self._quiet = QTimer(self, singleShot=True, interval=seconds * 1000)
        self._quiet.timeout.connect(self._on_quiet)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.quiet)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._on_second)

    def put_away_after(self, seconds: int) -> None:
        """Say ``quiet`` after so many seconds without any input, with 0 never."""
        self._soon.setInterval(seconds * 1000)
        if seconds:
            self._soon.start()
        else:
            self._soon.stop()

    def ask_after(self, seconds: int) -> None:
        """Ask after so many seconds without any input, from the next one on."""
        self._quiet.setInterval(seconds * 1000)

    def watch(self, awake: bool) -> None:
        """Begin to watch anew, or stop (on Welcome there is nothing to put away)."""
        self._second.stop()
        self._left = 0
        if awake:
            self._quiet.start()
        else:
            self._quiet.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While the question stands only a press answers it: a mouse that moves there must not
        # take it away and let the press that follows fall on the page.
        answers = _PRESSES if self._second.isActive() else _INPUT
        if self._soon.isActive() and event.type() in _INPUT:
            self._soon.start()
        awake = self._quiet.isActive() or self._second.isActive()
        if not awake or event.type() not in answers:
            return False
        return self._on_input() and not self.lets_through(event)

    def _on_input(self) -> bool:
        """Begin to watch anew; return whether it was the answer to the question."""
        asked = self._second.isActive()
        self.watch(awake=True)
        if asked:
            self.noticed.emit()
        return asked

    def _on_quiet(self) -> None:
        self._left = ASK_SECONDS
        self._second.start()
        self.asking.emit(self._left)

    def _on_second(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.asking.emit(self._left)
            return
        self.watch(awake=False)
        self.gone.emit()
