"""Faults found in files people wrote: each a value, all of them reported at once."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.override import override


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file.

    ``file`` is the path as the author knows it (relative where it can be), ``where`` the place in
    words ("scene 'hello', option b"), ``fault`` what is wrong and what to do about it.
    """

    file: str
    where: str
    fault: str

    @override
    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.fault}"
