"""The one recipe by which a file is replaced: afterwards it holds the old or the new, never less.

Temporary file in the same folder, written and synced; the current file becomes ``<name>.last``, the
temporary one becomes ``<name>``; the folder is synced. A reader takes ``<name>`` if it is sound,
else ``<name>.last``: whatever of these steps a power cut leaves undone, one of the two is whole.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from app.domain.ports import StoreFault
from app.store.cabinet import Cabinet
from app.store.envelope import Damaged, seal, unseal
from app.store.fault import is_unreadable, store_fault
from app.store.migrations import Document, Format

OWNER_ONLY = 0o600


class Source(Enum):
    """Where a document was read from."""

    NOWHERE = auto()  # there is no such file
    MAIN = auto()
    LAST = auto()  # the last good copy: the file itself was missing or damaged
    LOST = auto()  # there was one once, but no sound copy is left


class AtomicFile:
    """One file of the data folder, replaced whole by every ``save``.

    Raises ``StoreFault`` where the disk fails. In a folder that is not held it only reads: another
    Be SMART may be writing there, so nothing is tidied and nothing set aside.
    """

    def __init__(self, cabinet: Cabinet, path: Path, form: Format) -> None:
        self.path = path
        self.source = Source.NOWHERE
        self._last = path.with_name(f"{path.name}.last")
        self._new = path.with_name(f"{path.name}.tmp")
        self._cabinet = cabinet
        self._disk = cabinet.disk
        self._form = form
        self._unsound: dict[Path, str] = {}  # not set aside yet, and what is wrong with each
        self._unreadable: StoreFault | None = None
        self._turn = -1  # the cabinet's when it was last loaded

    @property
    def fresh(self) -> bool:
        """Whether nobody else can have written it since it was last loaded or saved here."""
        return self._turn == self._cabinet.turn

    def load(self) -> Document | None:
        """Return the document, None where there is none; ``source`` tells where it came from."""
        self._turn = self._cabinet.turn
        if self._cabinet.held:
            with suppress(OSError):
                self._disk.remove(self._new)
        self._unsound.clear()
        self._unreadable = None
        for source, path in ((Source.MAIN, self.path), (Source.LAST, self._last)):
            document = self._read(path)
            if document is not None:
                self.source = source
                return document
        if self._unreadable is not None:
            raise self._unreadable  # a disk may fail for a moment only: nothing is known to be lost
        damaged = self._unsound or self._kept_aside()
        self.source = Source.LOST if damaged else Source.NOWHERE
        return None

    def save(self, document: Document) -> None:
        """Replace the file; durable when it returns. It was loaded in this turn of the cabinet.

        After a ``StoreFault`` the file is the old one; if it was the very last step that failed, it
        may be the new one. Load it again to know.
        """
        self._cabinet.want_held()
        try:
            self._write_new(memoryview(seal(self._form.fold(document))))
            self._put_in_place()
            self._disk.sync_folder(self.path.parent)
        except OSError as error:
            self._tidy()
            raise store_fault(self.path, error) from error
        self.source = Source.MAIN

    def erase(self) -> None:
        """Remove the file and every copy of it, those set aside too."""
        self._cabinet.want_held()
        aside = [self._cabinet.home.aside / name for name in self._kept_aside()]
        try:
            # The copies first: were they to outlive the file, they would bring it back.
            for path in (self._new, *aside, self._last, self.path):
                self._remove(path)
        except OSError as error:
            raise store_fault(self.path, error) from error
        self.source = Source.NOWHERE

    def _read(self, path: Path) -> Document | None:
        """Return a sound document; a damaged one is set aside and counts as missing."""
        try:
            return self._form.unfold(unseal(self._cabinet.patience(lambda: self._disk.read(path))))
        except FileNotFoundError:
            return None
        except OSError as error:
            if not is_unreadable(error):
                raise store_fault(path, error) from error
            # It stays where it is until something newer takes its place: the fault may pass.
            self._unreadable = store_fault(path, error)
            self._unsound[path] = "the disk failed while it was read"
        except StoreFault as fault:
            raise StoreFault(f"{path}: {fault}") from None
        except Damaged as damage:
            self._unsound[path] = str(damage)
            if self._cabinet.held:
                with suppress(OSError):
                    self._set_aside(path)
        if path in self._unsound:
            self._note(path, self._unsound[path], "it stays where it is until it can be set aside")
        return None

    def _note(self, path: Path, damage: str, fate: str) -> None:
        name = path.relative_to(self._cabinet.home.root).as_posix()
        self._cabinet.note(
            name,
            "the whole file",
            f"{damage}; {fate} in the folder '{self._cabinet.home.aside.name}', and the copy"
            " before it is used where there is one; check this PC's disk",
        )

    def _write_new(self, data: memoryview) -> None:
        try:
            file = self._create_new()
        except FileNotFoundError:
            self._make_folder(self.path.parent)
            file = self._create_new()
        try:
            if self._form.private:
                self._new.chmod(OWNER_ONLY)  # while nothing stands in it yet
            while data:
                data = data[self._disk.write(file, data) :]
            self._disk.sync(file)
        finally:
            self._disk.close(file)

    def _create_new(self) -> int:
        return self._cabinet.patience(lambda: self._disk.create(self._new))

    def _put_in_place(self) -> None:
        """Rename: current to last good, new to current."""
        patience, replace = self._cabinet.patience, self._disk.replace
        for path in tuple(self._unsound):
            self._set_aside(path)  # never overwritten, and never the last good copy
        if self.source is Source.MAIN:
            patience(lambda: replace(self.path, self._last))
        try:
            patience(lambda: replace(self._new, self.path))
        except OSError:
            if self.source is Source.MAIN:
                with suppress(OSError):
                    patience(lambda: replace(self._last, self.path))
            raise

    def _set_aside(self, path: Path) -> None:
        import secrets  # here, because it takes 5 ms and the first paint sets nothing aside

        aside = self._cabinet.home.aside
        target = aside / f"{path.name}.{secrets.token_hex(4)}"
        self._make_folder(aside)
        self._cabinet.patience(lambda: self._disk.replace(path, target))
        self._note(path, self._unsound.pop(path), "it is set aside")
        self._disk.sync_folder(aside)

    def _make_folder(self, folder: Path) -> None:
        self._disk.make_folder(folder)
        # Else the folder could go with all that is in it, however well that was synced.
        self._disk.sync_folder(folder.parent)

    def _kept_aside(self) -> list[str]:
        try:
            names = self._disk.names(self._cabinet.home.aside)
        except OSError as error:
            raise store_fault(self._cabinet.home.aside, error) from error
        return [name for name in names if name.startswith(f"{self.path.name}.")]

    def _remove(self, path: Path) -> None:
        with suppress(FileNotFoundError):
            self._cabinet.patience(lambda: self._disk.remove(path))
            self._disk.sync_folder(path.parent)

    def _tidy(self) -> None:
        """Give the room of a half-written file back: the disk may be full."""
        with suppress(OSError):
            self._disk.remove(self._new)
