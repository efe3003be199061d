"""Evidence that staff add to a Tell: files, sealed with it, for those who read on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.records import BodyId, TellId

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
KINDS = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".txt", ".docx", ".odt", ".xlsx", ".eml", ".msg", ".csv"}
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was added: what it is called, its side file, the key, and who added it."""

    name: str
    body: BodyId
    key: bytes
    deed: Deed


class NotAttached(Exception):
    """A file was not added or cannot be opened; the text says why, and what to do."""


def about(body: BodyId, key: bytes) -> str:
    """Return what the deed that adds a file is about."""
    return f"{body}:{key.hex()}"


def attachment_of(deed: Deed) -> Attachment | None:
    """Return the file that a deed added, None where it added none."""
    body, _, key = deed.about.partition(":")
    if deed.act is not Act.ATTACHED or (len(body), len(key)) != (64, 64):
        return None
    try:
        return Attachment(deed.words, BodyId(body), bytes.fromhex(key), deed)
    except ValueError:
        return None


def attachments(case: Case) -> tuple[Attachment, ...]:
    """Return the files of a Tell, without those that were taken out again."""
    gone = {deed.about for deed in case.of(Act.DETACHED)}
    return tuple(one for one in all_of(case.deeds) if one.body not in gone)


def all_of(deeds: Iterable[Deed]) -> tuple[Attachment, ...]:
    """Return every file that was ever added."""
    found = (attachment_of(deed) for deed in deeds)
    return tuple(one for one in found if one is not None)


class Exhibits(Protocol):
    """Sealed files beside the record; raises ``StoreFault`` where the disk fails."""

    def sealed(self, tell: TellId, data: bytes, escrow: bytes) -> tuple[bytes, bytes]:
        """Return a file sealed, for the escrow key too, and its key.

        It takes a while: come on the lane "cpu".
        """

    def keep(self, sealed: bytes) -> BodyId:
        """Put a sealed file into the record; come on the lane "tell"."""

    def opened(self, attachment: Attachment) -> bytes:
        """Return a file as it was added; raise ``NotAttached``. Come on the lane "cpu"."""
