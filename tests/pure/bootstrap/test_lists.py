"""Class lists for the controllers: read from bytes, ids hashed with the school's own key."""

from __future__ import annotations

from app.bootstrap.lists import CsvLists
from app.domain.ports import ClassLists

LIST = b"Forename,Class,Year,UPN\nAmina,Owl,1,A123\n"


def test_a_file_is_read_as_the_adapters_read_it() -> None:
    lists: ClassLists = CsvLists()
    found = lists.read(LIST, "owl.csv")
    assert found.file == "owl.csv"
    assert [(row.first_name, row.class_name, row.year) for row in found.rows] == [
        ("Amina", "Owl", 1)
    ]


def test_what_is_no_list_is_a_problem_and_no_exception() -> None:
    found = CsvLists().read(b"%PDF-1.7", "owl.pdf")
    assert found.rows == ()
    assert "PDF" in found.problems[0].fault


def test_the_same_id_has_another_hash_in_another_school() -> None:
    ours, theirs = CsvLists().keyed("ab" * 32), CsvLists().keyed("cd" * 32)
    assert ours("A123") == CsvLists().keyed("ab" * 32)("A123")
    assert ours("A123") not in {theirs("A123"), "A123", ""}
