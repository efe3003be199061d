"""Class lists for the controllers: read from files, ids hashed with the school's own key."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap.lists import CsvLists
from app.domain.ports import ClassLists

LIST = b"Forename,Class,Year,UPN\nAmina,Owl,1,A123\n"


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Return a file that holds these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_read_as_the_adapters_read_it(tmp_path: Path) -> None:
    lists: ClassLists = CsvLists()
    found = lists.read(saved(tmp_path, "owl.csv", LIST))
    assert found.file == "owl.csv"
    assert [(row.first_name, row.class_name, row.year) for row in found.rows] == [
        ("Amina", "Owl", 1)
    ]


def test_what_is_no_list_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    found = CsvLists().read(saved(tmp_path, "owl.pdf", b"%PDF-1.7"))
    assert found.rows == ()
    assert "PDF" in found.problems[0].fault


def test_the_same_id_has_another_hash_in_another_school() -> None:
    ours, theirs = CsvLists().keyed("ab" * 32), CsvLists().keyed("cd" * 32)
    assert ours("A123") == CsvLists().keyed("ab" * 32)("A123")
    assert ours("A123") not in {theirs("A123"), "A123", ""}
