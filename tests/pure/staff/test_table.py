"""Text to records: delimiters, quotation marks, line ends, titles and what spreadsheets add."""

from __future__ import annotations

import pytest

from app.staff.columns import Field
from app.staff.table import table_of


def cells(text: str) -> list[tuple[str, ...]]:
    """Return the cells of the records under the headings."""
    return [record.cells for record in table_of(text).records]


def lines(text: str) -> list[int]:
    """Return the line on which each record begins."""
    return [record.line for record in table_of(text).records]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_sense_of_the_headings(delimiter: str) -> None:
    text = "Forename,Surname,Class\nAmina,Khan,Owl\n".replace(",", delimiter)
    assert cells(text) == [("Amina", "Khan", "Owl")]


def test_a_semicolon_file_may_hold_commas_in_its_cells() -> None:
    assert cells("Name;Class\nKhan, Amina;Owl\n") == [("Khan, Amina", "Owl")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    text = f"Forename,Class{end}Amina,Owl{end}{end}Ben,Fox{end}"
    assert cells(text) == [("Amina", "Owl"), ("Ben", "Fox")]
    assert lines(text) == [2, 4]


def test_a_last_line_needs_no_end() -> None:
    assert cells("Forename,Class\nAmina,Owl") == [("Amina", "Owl")]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;"])
def test_a_sep_line_names_the_delimiter_and_counts_as_a_line(first: str) -> None:
    text = f"{first}\r\nForename;Class\r\nAmina;Owl\r\n"
    assert cells(text) == [("Amina", "Owl")]
    assert lines(text) == [3]


@pytest.mark.parametrize("first", ["sep=\t", "sep=\\t"])
def test_a_sep_line_may_name_a_tab(first: str) -> None:
    assert cells(f"{first}\nForename\tClass\nAmina\tOwl\n") == [("Amina", "Owl")]


def test_quoted_cells_hold_delimiters_marks_and_line_ends() -> None:
    text = (
        'Forename,Surname,Address,Class\n"Amina ""Mina""",Khan,"1 Hill\r\nTop","Owl"\nBen,Li,,Fox\n'
    )
    assert cells(text) == [('Amina "Mina"', "Khan", "1 Hill Top", "Owl"), ("Ben", "Li", "", "Fox")]
    assert lines(text) == [2, 4]


def test_a_space_before_a_quotation_mark_is_forgiven() -> None:
    assert cells('Forename, Class\nAmina, "Owl, big"\n') == [("Amina", "Owl, big")]


def test_formulas_that_keep_zeros_are_texts() -> None:
    text = 'Forename,Class,UPN\nAmina,Owl,="00123"\nBen,Fox,"=""00,45"""\n'
    assert cells(text) == [("Amina", "Owl", "00123"), ("Ben", "Fox", "00,45")]


def test_empty_rows_and_columns_of_a_spreadsheet_are_nothing() -> None:
    text = "Forename,Class,,\nAmina,Owl,,\n,,,\n   ,,\u00a0,\nBen,Fox\n"
    assert [one[:2] for one in cells(text)] == [("Amina", "Owl"), ("Ben", "Fox")]


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert cells("Forename,Class\nAmina\u00a0May,\u202fOwl\u2003\n") == [("Amina May", "Owl")]


def test_a_title_above_the_headings_is_passed_over() -> None:
    text = "Class list,,\nPrinted 01/09/2026,,\n\nSurname,Forename,Reg\nKhan,Amina,Owl\n"
    table = table_of(text)
    assert table.headings == ("Surname", "Forename", "Reg")
    assert lines(text) == [5]


def test_headings_printed_again_on_each_page_are_no_pupils() -> None:
    text = "Forename,Class\nAmina,Owl\nForename,Class\nBen,Fox\n"
    assert cells(text) == [("Amina", "Owl"), ("Ben", "Fox")]


def test_without_headings_there_is_no_table() -> None:
    table = table_of("Amina,Khan,Owl,1\nBen,Li,Fox,3\n")
    assert table.headings is None
    assert table.columns == {}


def test_the_heading_line_is_the_one_that_names_a_child() -> None:
    table = table_of("Class,Year,Reg\nForename,Class,x\nAmina,Owl,y\n")
    assert table.headings == ("Forename", "Class", "x")


def test_of_two_columns_for_one_thing_the_filled_one_is_read() -> None:
    text = "Forename,Class,Reg,UPN,Pupil ID\nAmina,,Owl,,12\nBen,,Fox,,13\n"
    columns = table_of(text).columns
    assert (columns[Field.CLASS], columns[Field.PUPIL_ID]) == (2, 4)


@pytest.mark.parametrize(
    "text",
    [
        'Forename,Class\nAmina,Owl\nBen,"Fox\nCat,Fox\n',  # never closed
        'Forename,Class\nAmina,Owl\n"Ben" Li,Fox\nCat,Fox\n',  # closed too soon
        'Forename,Class\nAmina,Owl\n"Ben,"Fox"\nCat,Fox\n',
    ],
)
def test_a_lost_quotation_mark_stops_at_its_line(text: str) -> None:
    table = table_of(text)
    assert table.stopped == 3
    assert [record.cells for record in table.records] == [("Amina", "Owl")]


def test_a_sound_file_is_read_to_its_end() -> None:
    assert table_of("Forename,Class\nAmina,Owl\n").stopped == 0
