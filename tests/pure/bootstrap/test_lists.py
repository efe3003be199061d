"""Class lists for the controllers: read from files, ids hashed with the school's own key."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap.lists import CsvLists
from app.domain.ports import ClassLists

LISTS = CsvLists(tuple)
LIST = b"Forename,Class,Year,UPN\nAmina,Owl,1,A123\n"


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Return a file that holds these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_read_as_the_adapters_read_it(tmp_path: Path) -> None:
    lists: ClassLists = LISTS
    found = lists.read(saved(tmp_path, "owl.csv", LIST))
    assert found.file == "owl.csv"
    assert [(row.first_name, row.class_name, row.year) for row in found.rows] == [
        ("Amina", "Owl", 1)
    ]


def test_what_is_no_list_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    found = LISTS.read(saved(tmp_path, "owl.pdf", b"%PDF-1.7"))
    assert found.rows == ()
    assert "PDF" in found.problems[0].fault


def test_the_same_id_has_another_hash_in_another_school() -> None:
    ours, theirs = LISTS.keyed("ab" * 32), LISTS.keyed("cd" * 32)
    assert ours("A123") == LISTS.keyed("ab" * 32)("A123")
    assert ours("A123") not in {theirs("A123"), "A123", ""}


def test_it_looks_only_where_it_was_told_to(tmp_path: Path) -> None:
    kept = tmp_path / "list.csv"
    kept.touch()
    assert CsvLists(lambda: [tmp_path]).found() == (kept,)
