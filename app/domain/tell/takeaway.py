"""What is handed over as a file: in which shape, to which place, and the port that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.domain.ports import StoreFault
from app.domain.tell.handover import Handover
from app.domain.tell.records import TellId


class Shape(StrEnum):
    """What the file is; it stands so in the record."""

    PDF = "pdf"
    JSON = "json"
    SEALED = "sealed"  # a PDF that carries the JSON within it, sealed with age


ENDINGS = {Shape.PDF: "pdf", Shape.JSON: "json", Shape.SEALED: "pdf.age"}


@dataclass(frozen=True, slots=True)
class Drive:
    """A place for the file. ``removable``: it can be taken away, as this PC's own disk cannot."""

    path: Path
    name: str
    removable: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """What opens a sealed file: a passphrase, or the private half of a public key of age."""

    passphrase: str = ""
    key: str = ""


class NotSealed(Exception):
    """Nothing was sealed; the text says why, and what to do."""


class NotSaved(StoreFault):
    """No file was left at the place; the text says why, and what to do."""


def file_name(tell: TellId, at: datetime, shape: Shape) -> str:
    """Return how the file is called: no child's name, and a new one each time."""
    return f"tell-{tell}-{at:%Y%m%d-%H%M%S}.{ENDINGS[shape]}"


class Takeaway(Protocol):
    """All calls come on the lane "cpu": drives are slow, and so is sealing."""

    def drives(self) -> tuple[Drive, ...]:
        """Return the places there are now, removable ones first."""

    def made(self, handover: Handover, shape: Shape, lock: Lock) -> bytes:
        """Return the file's bytes; raise ``NotSealed``."""

    def free(self, drive: Drive, name: str) -> Path:
        """Return where a file can be put so that none goes: "chat.png", else "chat (2).png".

        Raises ``NotSaved``.
        """

    def save(self, drive: Drive, path: Path, data: bytes) -> None:
        """Put a new file there, whole and on the medium; raise ``NotSaved``."""

    def take_back(self, path: Path) -> None:
        """Remove a file that was just saved; one that is gone with its drive is no fault."""

    def found(self) -> tuple[Path, ...]:
        """Return files on drives and in downloads that can be added to a Tell, newest first."""

    def read(self, path: Path) -> bytes:
        """Return the bytes of such a file; raise ``NotAttached``: it is too large, or gone."""
