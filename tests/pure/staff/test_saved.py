"""Class lists are found where they are saved; a stick pulled out meanwhile is no fault."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.domain.override import override
from app.staff.saved import MOST, csv_files


class PulledOut(type(Path())):  # type: ignore[misc]  # the class of paths is the system's choice
    """A folder on a stick that goes between the look at its list and the look at its files."""

    @override
    def is_file(self) -> bool:
        """Still be there."""
        return True

    @override
    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """Be gone."""
        raise OSError(errno.EIO, "Input/output error")


def saved(folder: Path, name: str, changed: int) -> Path:
    path = folder / name
    path.write_text("Forename\n")
    os.utime(path, (changed, changed))
    return path


def test_the_newest_lists_come_first_and_other_files_not(tmp_path: Path) -> None:
    old, new = saved(tmp_path, "old.csv", 1000), saved(tmp_path, "new.TXT", 2000)
    saved(tmp_path, "letter.docx", 3000)
    (tmp_path / "folder.csv").mkdir()
    assert csv_files([tmp_path, tmp_path]) == [new, old]


def test_no_more_are_listed_than_a_page_can_show(tmp_path: Path) -> None:
    files = [saved(tmp_path, f"{number}.csv", number) for number in range(MOST + 3)]
    assert csv_files([tmp_path]) == files[: -MOST - 1 : -1]


def test_a_stick_pulled_out_meanwhile_hides_only_its_own(tmp_path: Path) -> None:
    stick, documents = tmp_path / "stick", tmp_path / "documents"
    stick.mkdir()
    documents.mkdir()
    saved(stick, "gone.csv", 2000)
    kept = saved(documents, "kept.csv", 1000)
    assert csv_files([PulledOut(stick), tmp_path / "never there", documents]) == [kept]
