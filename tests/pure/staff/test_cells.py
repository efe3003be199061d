"""Single cells: years, ids, whole names, and the marks that spreadsheets leave on them."""

from __future__ import annotations

import pytest

from app.staff import cells


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3", 3),
        ("3.0", 3),
        ("3,0", 3),
        ("03", 3),
        ("Y3", 3),
        ("y 3", 3),
        ("Yr3", 3),
        ("Year 3", 3),
        ("YEAR 3", 3),
        ("Year Group 3", 3),
        ("NC Year 3", 3),
        ("Year 6", 6),
        ("R", 0),
        ("r", 0),
        ("Reception", 0),
        ("Year R", 0),
        ("YR", 0),
        ("Rec.", 0),
        ("0", 0),
        ("N2", -1),
        ("Nursery", -1),
        ("-1.0", -1),
        ("7", 7),
        ("Year 13", 13),
        ("", None),
    ],
)
def test_years_are_read_as_offices_write_them(text: str, year: int | None) -> None:
    assert cells.year_of(text) == year


@pytest.mark.parametrize("text", ["3B", "Year 3/4", "three", "33", "-3", "2026", "?"])
def test_what_is_no_year_is_said_to_be_none(text: str) -> None:
    with pytest.raises(cells.UnreadableYear):
        cells.year_of(text)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("3B", 3),
        ("Year 4", 4),
        ("Y4 Oak", 4),
        ("5 Elm", 5),
        ("2", 2),
        ("Reception", 0),
        ("Reception Daisy", 0),
        ("Year R", 0),
        ("Class 3", None),
        ("Y3/4", None),
        ("3-4", None),
        ("Owl", None),
        ("7B", None),
        ("Ruby", None),
    ],
)
def test_a_class_tells_its_year_only_where_that_is_plain(name: str, year: int | None) -> None:
    assert cells.year_of_class(name) == year


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("A823432112001", "A823432112001"),
        ("a823432112001", "A823432112001"),
        (" A823 432 112 001 ", "A823432112001"),
        ("00123", "123"),
        ("123.0", "123"),
        ("123", "123"),
        ("000", "0"),
        ("0A1", "0A1"),
        ("", ""),
    ],
)
def test_a_pupil_id_has_one_spelling(text: str, tidy: str) -> None:
    assert cells.pupil_id(text) == tidy


def test_numbers_lose_what_spreadsheets_put_behind_them() -> None:
    assert [cells.whole(text) for text in ("3.0", "3,00", "3", "3.5", "3B.0", "")] == [
        "3",
        "3",
        "3",
        "3.5",
        "3B.0",
        "",
    ]


def test_a_shortened_id_is_seen() -> None:
    assert cells.is_shortened("1.23457E+11")
    assert cells.is_shortened("8E+12")
    assert not cells.is_shortened("A8234E12")
    assert not cells.is_shortened("1234")


@pytest.mark.parametrize("text", ["03-Apr", "3-Apr", "Apr-03", "04 Mar 2026", "3/apr"])
def test_a_class_that_became_a_date_is_seen(text: str) -> None:
    assert cells.is_date(text)


@pytest.mark.parametrize("text", ["3/4", "April", "3A", "May", "Oct"])
def test_a_class_is_no_date(text: str) -> None:
    assert not cells.is_date(text)


@pytest.mark.parametrize("text", ["?ukasz", "ZoÃ«", "SeÃ¡n", "O\u00e2\u20ac\u2122Neil", "Zo\ufffd"])
def test_letters_that_an_export_lost_are_seen(text: str) -> None:
    assert cells.is_garbled(text)


@pytest.mark.parametrize("text", ["Łukasz", "Zoë", "Siân", "Ångström", "שירה", "Ana", "Ñuñez", "Ã"])
def test_letters_with_accents_are_not_lost_ones(text: str) -> None:
    assert not cells.is_garbled(text)


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Khan, Amina", ("Amina", "K")),
        ("O\u2019Neil,Zoë", ("Zoë", "O")),
        ("Amina Khan", ("Amina", "K")),
        ("Amina Bibi Khan", ("Amina", "K")),
        ("Khan, Amina Bibi", ("Amina Bibi", "K")),
        ("Amina", ("Amina", "")),
        ("Khan,", ("", "K")),
        ("", ("", "")),
    ],
)
def test_a_whole_name_is_split(name: str, split: tuple[str, str]) -> None:
    assert cells.first_name_and_initial(name) == split


@pytest.mark.parametrize(
    ("first_name", "surname", "left"),
    [
        ("Amy Khan", "Khan", "Amy"),
        ("Amy KHAN", "Khan", "Amy"),
        ("Khan, Amy", "Khan", "Amy"),
        ("Lea van der Berg", "van der Berg", "Lea"),
        ("Ali", "Ali", "Ali"),
        ("Amy", "", "Amy"),
        ("Mary Ann", "Smith", "Mary Ann"),
    ],
)
def test_a_surname_behind_a_first_name_is_taken_off(
    first_name: str, surname: str, left: str
) -> None:
    assert cells.without_surname(first_name, surname) == left
