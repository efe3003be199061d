"""The port to the folder that Tells are kept in: whole files, and files that only grow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Vault(Protocol):
    """A folder of files. Names have parts joined by "/". Each call is durable when it returns.

    Raises ``StoreFault`` where the disk fails: then nothing is there that was not before, but for
    what a later call finds as the torn end of a file that grows.
    """

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is no such file."""

    def end(self, name: str, size: int) -> tuple[int, bytes]:
        """Return how many bytes a file has, and its last ``size``; (0, b"") for no such file."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put whole files there, each all or nothing; those of the same name are replaced."""

    def append(self, name: str, data: bytes) -> None:
        """Add to the end of a file, which is made if need be."""

    def cut(self, name: str, size: int) -> None:
        """Shorten a file to ``size`` bytes."""

    def remove(self, names: tuple[str, ...]) -> None:
        """Remove files; one that is not there is no fault."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names that stand in a folder, () where there is none."""
