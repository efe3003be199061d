"""Life after life: starts the kiosk again until it was left on purpose."""

from __future__ import annotations

import signal
from queue import Empty

from app.supervisor import life
from app.supervisor.life import Ending, Life, Patience
from app.supervisor.pauses import Pauses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from app.supervisor.life import Events
    from app.supervisor.logbook import Logbook
    from app.supervisor.process import Process


MOST_STILLBORN = 3
"""Aborts in a row before the first beat ever that end the watch: this PC cannot show a kiosk."""
HOPELESS = (
    f"the kiosk ended {MOST_STILLBORN} times before it could show anything ({{why}}), so it is not"
    " started again; start it from the desktop of the PC, and look there whether"
    " 'be-smart --unwatched' says more"
)


class Keeper:
    """Keeps one kiosk running."""

    def __init__(
        self,
        start: Callable[[], Process],
        events: Events,
        log: Logbook,
        patience: Patience | None = None,
        rest: Callable[[float], bool] | None = None,
    ) -> None:
        """``rest`` waits some seconds and says whether a wish to stop came meanwhile."""
        self._start = start
        self._events = events
        self._log = log
        self._patience = patience or Patience()
        self._rest = rest or self._rest_for
        self._pauses = Pauses()
        self._ever_beaten = False
        self._stillborn = 0

    def run(self) -> int:
        """Return the exit code of the whole program, once the kiosk is not to be started again."""
        while True:
            ending = self._live()
            self._ever_beaten = self._ever_beaten or ending.beaten
            if ending.code is not None and self._is_final(ending.code):
                self._log.note(ending.why)
                return ending.code
            if self._is_hopeless(ending):
                self._log.say(HOPELESS.format(why=ending.why))
                return life.REFUSED
            self._log.note(ending.why, aloud=True)
            pause = self._pauses.after(ending.lived)
            again = f"starting again in {pause:.2f} s (end {self._pauses.row} in a row)"
            self._log.note(again, aloud=True)
            if self._rest(pause):
                self._log.note("asked to stop")
                return life.LEFT

    def _live(self) -> Ending:
        """Start the kiosk and watch it to its end."""
        try:
            process = self._start()
        except OSError as fault:
            return Ending(f"the kiosk could not be started: {fault}", None, beaten=False, lived=0.0)
        self._log.note(f"kiosk started (process {process.pid})")
        return Life(process, self._events, self._log, self._patience).watch()

    def _is_final(self, code: int) -> bool:
        """Say whether this exit code ends the watch.

        A refusal (no display, folder taken) does so at the first start only: a kiosk that has
        once run is wanted, and whatever is in its way may pass.
        """
        return code in {life.LEFT, life.WRONG_CALL} or (
            code == life.REFUSED and not self._ever_beaten
        )

    def _is_hopeless(self, ending: Ending) -> bool:
        """Count what Qt aborts before the first beat ever; say whether it was one too many.

        So it ends a kiosk whose display refuses it, or is gone. Every other death may pass: after
        it, and after any once a kiosk has run, it is started again for ever.
        """
        if self._ever_beaten or ending.code != -signal.SIGABRT:
            self._stillborn = 0
            return False
        self._stillborn += 1
        return self._stillborn == MOST_STILLBORN

    def _rest_for(self, seconds: float) -> bool:
        """Wait; between two lives only a wish to stop can arrive."""
        try:
            self._events.get(timeout=seconds)
        except Empty:
            return False
        return True
