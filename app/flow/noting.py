"""A file that staff take out of the record: the record says so first, and once more when it stands.

A power cut in between leaves a deed that says what began, and to where: no file leaves unseen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.tell.attachments import NotAttached
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.erasing import NotErasable
from app.domain.tell.people import PersonId
from app.domain.tell.records import TellId
from app.domain.tell.takeaway import Drive, NotSealed
from app.domain.words import sentence
from app.flow.inbox import Inbox, InboxPage
from app.flow.services import Services
from app.flow.tasks import Lane, told

NOT_NOTED = "It could not be noted in the record, so no file was written."


class Taking(NamedTuple):
    """A file that ``by`` takes out of a Tell, onto a drive; ``made`` returns its bytes.

    Once it stands it is noted as ``act``: ``about``, and ``words`` and its path. ``first`` stands
    before its path in what is noted before.
    """

    tell: TellId
    by: PersonId
    drive: Drive
    name: str
    made: Callable[[], bytes]
    act: Act
    about: str
    first: str = ""
    words: str = ""


class _File(NamedTuple):
    """A file to be written: whose it is, where to, and what."""

    of: Taking
    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class _Note:
    """What is being noted of a file, and the deeds that there were before."""

    file: _File
    act: Act
    words: str
    before: frozenset[str]

    def is_in(self, deeds: tuple[Deed, ...]) -> bool:
        """Tell whether it stands in the record: in a deed that is new."""
        new = (one for one in deeds if one.id not in self.before)
        wanted = (self.file.of.by, self.act, self.words)
        return any((one.by, one.act, one.words) == wanted for one in new)


class Noting(QObject):
    """Takes out one file at a time.

    ``noted`` carries its path once the record has it; ``removed`` why there is no file. Neither is
    said to anybody else who has signed in meanwhile.
    """

    noted = Signal(object)
    removed = Signal(str)

    def __init__(self, services: Services, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._inbox = inbox
        self._note: _Note | None = None
        inbox.changed.connect(self._on_inbox)

    def take(self, taking: Taking) -> None:
        """Make a file, note where it goes, write it, and note that it stands."""
        # No step is for this visit only: a file that is there must be noted, or go again.
        work = partial(_made, self._services, taking)
        failed = partial(self._on_not_made, taking)
        self._services.lanes.run(Lane.CPU, work, self._on_made, failed)

    def drop(self) -> None:
        """Nobody is there any more to be told; what is being noted is kept all the same."""
        self._note = None

    def _on_made(self, file: _File) -> None:
        if not self._begin(file, Act.EXPORTING, f"{file.of.first}{file.path}"):
            self._refuse(file.of, NOT_NOTED)

    def _on_not_made(self, taking: Taking, fault: Exception) -> None:
        self._refuse(taking, why_not(fault))

    def _begin(self, file: _File, act: Act, words: str) -> bool:
        """Begin to note something of a file; False where whoever takes it is not here any more."""
        page, of = self._inbox.page, file.of
        case = next((one for one in page.cases if one.tell == of.tell), None)
        if case is None or page.viewer != of.by:
            return False
        self._note = _Note(file, act, words, frozenset(deed.id for deed in case.deeds))
        self._inbox.do_with(of.tell, act, of.about, words)
        if not self._inbox.page.busy:
            self._note = None
        return self._note is not None

    def _on_inbox(self, page: InboxPage) -> None:
        note = self._note
        if note is None or page.busy:
            return
        case = next((one for one in page.cases if one.tell == note.file.of.tell), None)
        if case is not None and note.is_in(case.deeds):
            self._note = None
            self._go_on(note)
        elif page.fault:
            self._note = None
            self._give_up(note, page.fault)

    def _go_on(self, note: _Note) -> None:
        if note.act is Act.EXPORTING:
            self._write(note.file)
        else:
            self._announce_noted(note.file.path)

    def _give_up(self, note: _Note, why: str) -> None:
        if note.act is not Act.EXPORTING:
            self._take_back(note.file)
        self._refuse(note.file.of, why)

    def _write(self, file: _File) -> None:
        work = partial(self._services.takeaway.save, file.of.drive, file.path, file.data)
        done, failed = partial(self._on_written, file), partial(self._on_not_written, file)
        self._services.lanes.run(Lane.CPU, work, done, failed)

    def _on_written(self, file: _File, _: None) -> None:
        if not self._begin(file, file.of.act, f"{file.of.words}{file.path}"):
            self._take_back(file)
            self._refuse(file.of, NOT_NOTED)

    def _on_not_written(self, file: _File, fault: Exception) -> None:
        of, why = file.of, why_not(fault)
        if self._inbox.page.viewer == of.by:
            self._inbox.do_with(of.tell, Act.UNEXPORTED, of.about, why)
        self._refuse(of, why)

    def _take_back(self, file: _File) -> None:
        remove = partial(self._services.takeaway.take_back, file.path)
        self._services.lanes.run(Lane.CPU, remove, self._on_removed, self._on_removed)

    def _on_removed(self, _: object) -> None:
        """Nobody waits for it."""

    def _refuse(self, taking: Taking, why: str) -> None:
        if self._inbox.page.viewer == taking.by:
            self._announce_removed(why)

    def _announce_noted(self, path: Path) -> None:
        self.noted.emit(path)

    def _announce_removed(self, why: str) -> None:
        self.removed.emit(why)


def why_not(fault: Exception) -> str:
    """Return what staff read of a fault: what to do stands in those that we foresaw."""
    if isinstance(fault, NotSealed | NotErasable | NotAttached):
        return sentence(str(fault))
    return told(fault)


def _made(services: Services, taking: Taking) -> _File:
    data = taking.made()
    return _File(taking, services.takeaway.free(taking.drive, taking.name), data)
