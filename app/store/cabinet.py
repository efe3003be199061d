"""The data folder as the stores use it: one Be SMART at a time writes, and knows it is the one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.ports import StoreFault, StoreHeld
from app.store.disk import Disk, Patience
from app.store.fault import store_fault
from app.store.home import Home

if TYPE_CHECKING:
    from filelock import FileLock

    from app.domain.problem import Problem


class Cabinet:
    """A data folder with what is needed to use it; without ``hold`` it is for reading only.

    All the stores of a program share one. ``problems`` are those met since it was made.
    """

    def __init__(
        self, home: Home, disk: Disk | None = None, patience: Patience | None = None
    ) -> None:
        self.home = home
        self.disk = disk or Disk()
        self.patience = patience or Patience()
        self._problems: dict[tuple[str, str], Problem] = {}
        self._lock: FileLock | None = None
        self._turn = 0

    @property
    def turn(self) -> int:
        """Changes with ``hold`` and ``release``: what was read in another turn may be old."""
        return self._turn

    @property
    def held(self) -> bool:
        """Whether this Be SMART is the one that writes here."""
        return self._lock is not None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found damaged, each once, in the order it was found."""
        return tuple(self._problems.values())

    def note(self, file: str, where: str, fault: str) -> None:
        """Note what staff must hear of, in place of what was said of the same place before.

        ``file`` is named as in the data folder.
        """
        from app.domain.problem import Problem

        self._problems[file, where] = Problem(file, where, fault)

    def hold(self) -> None:
        """Take the folder; raise ``StoreHeld`` at once where another Be SMART has it.

        The system frees it when the process dies, however it dies.
        """
        # Imported here: it costs 20 ms that the first paint can do without.
        from filelock import FileLock, Timeout

        path = self.home.lock_file
        # The system's own lock or none: a lock made of a file outlives the process that made it.
        lock = FileLock(path, timeout=0, mode=0o660, thread_local=False, fallback_to_soft=False)
        try:
            self.disk.make_folder(path.parent)
            lock.acquire()
        except Timeout:
            raise StoreHeld(
                f"{self.home.root}: another Be SMART is open on this folder; close it first,"
                " or choose another folder with --home"
            ) from None
        except OSError as error:
            raise store_fault(path, error) from error
        self._lock = lock
        self._turn += 1

    def release(self) -> None:
        """Let the folder go."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self._turn += 1

    def want_held(self) -> None:
        """Raise ``StoreFault`` unless the folder is held, so that nothing is written beside it."""
        if not self.held:
            raise StoreFault(f"{self.home.root}: opened for reading only")


@contextmanager
def held(home: Home) -> Iterator[Cabinet]:
    """Hold a data folder for the length of a ``with``; raise ``StoreHeld`` where it is taken."""
    cabinet = Cabinet(home)
    cabinet.hold()
    try:
        yield cabinet
    finally:
        cabinet.release()
