"""A file that staff take out of the record: it is noted there, or it is removed again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.tell.deeds import Act
from app.domain.tell.people import PersonId
from app.domain.tell.records import TellId
from app.flow.inbox import Inbox, InboxPage
from app.flow.services import Services
from app.flow.tasks import Lane

NOT_NOTED = "It could not be noted in the record, so the file was removed."


class Note(NamedTuple):
    """What is to stand in the record of a file that was written; ``by`` is who took it."""

    tell: TellId
    by: PersonId
    path: Path
    act: Act
    about: str
    words: str


class Noting(QObject):
    """Notes one file at a time as a deed of the Tell that is looked at.

    ``noted`` carries its path once the record has it; ``removed`` why the record has it not.
    """

    noted = Signal(object)
    removed = Signal(str)

    def __init__(self, services: Services, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._inbox = inbox
        self._note: Note | None = None
        inbox.changed.connect(self._on_inbox)

    def note(self, note: Note) -> None:
        """Note a file; where whoever took it looks at its Tell no more, it is removed."""
        page = self._inbox.page
        if page.case is not None and (page.open, page.viewer) == (note.tell, note.by):
            self._note = note
            self._inbox.do(note.act, note.about, note.words)
            if not self._is_stuck():
                return
        self._remove(note, NOT_NOTED)

    def drop(self) -> None:
        """Nobody is there any more to be told; what is being noted is kept all the same."""
        self._note = None

    def _is_stuck(self) -> bool:
        """Tell whether a file waits to be noted, and nobody notes it."""
        return self._note is not None and not self._inbox.page.busy

    def _on_inbox(self, page: InboxPage) -> None:
        note = self._note
        if note is None or page.busy or page.case is None:
            return
        if any(deed.words == note.words for deed in page.case.of(note.act)):
            self._note = None
            self._announce_noted(note.path)
        elif page.fault:
            self._remove(note, page.fault)

    def _remove(self, note: Note, why: str) -> None:
        self._note = None
        remove = partial(self._services.takeaway.take_back, note.path)
        self._services.lanes.run(Lane.CPU, remove, self._on_removed, self._on_removed)
        self._announce_removed(why)

    def _on_removed(self, _: object) -> None:
        """Nobody waits for it."""

    def _announce_noted(self, path: Path) -> None:
        self.noted.emit(path)

    def _announce_removed(self, why: str) -> None:
        self.removed.emit(why)
