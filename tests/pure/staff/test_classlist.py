"""Whole files, as real bytes: what is read of each pupil, and each fault with its remedy."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.classlist import ClassList, Row
from app.staff.classlist import read, read_file


def rows(data: bytes) -> list[tuple[object, ...]]:
    """Return line, first name, initial, class, year and pupil id of each pupil."""
    found = read(data, "list.csv")
    assert not found.problems
    assert not [row.fault for row in found.rows if row.fault]
    return [
        (row.line, row.first_name, row.initial, row.class_name, row.year, row.pupil_id)
        for row in found.rows
    ]


def problem(data: bytes) -> str:
    """Return the one problem of a file as staff read it."""
    [found] = read(data, "list.csv").problems
    return str(found)


def fault(text: str) -> str:
    """Return the fault of the last line of a file."""
    return read(text.encode(), "list.csv").rows[-1].fault


def test_a_plain_file_is_read() -> None:
    data = b"Forename,Surname,Class,Year,UPN\r\nAmina,Khan,Owl,1,A1\r\nBen,Li,Fox,Y3,a 2\r\n"
    assert rows(data) == [(2, "Amina", "K", "Owl", 1, "A1"), (3, "Ben", "L", "Fox", 3, "A2")]


def test_the_preferred_name_wins_where_there_is_one() -> None:
    data = b"Forename,Preferred Name,Surname,Class,Year\nSamuel,Sam,Lee,Owl,1\nAnn,,Lee,Owl,1\n"
    assert [row[1] for row in rows(data)] == ["Sam", "Ann"]


def test_the_preferred_surname_wins_where_there_is_one() -> None:
    data = b"Forename,Legal Surname,Preferred Surname,Class,Year\nA,Lee,Poe,Owl,1\nB,Lee,,Owl,1\n"
    assert [row[2] for row in rows(data)] == ["P", "L"]


def test_a_preferred_name_with_the_surname_in_it_loses_it() -> None:
    data = b"Forename,Preferred Name,Surname,Class,Year\nAmina,Amy Khan,Khan,Owl,1\n"
    assert rows(data)[0][1:3] == ("Amy", "K")


@pytest.mark.parametrize("name", ['"Khan, Amina"', "Amina Khan"])
def test_a_whole_name_in_one_column_is_read(name: str) -> None:
    assert rows(f"Name,Class,Year\n{name},Owl,1\n".encode())[0][1:3] == ("Amina", "K")


def test_a_name_column_beside_a_surname_is_the_first_name() -> None:
    assert rows(b"Name,Surname,Class,Year\nAmina,Khan,Owl,1\n")[0][1:3] == ("Amina", "K")


def test_letters_of_all_scripts_stay_as_typed() -> None:
    names = [("Zoë", "O\u2019Neil"), ("Siân", "Llŷr"), ("Łucja", "Żak"), ("שירה", "כהן")]
    names += [("محمد", "علي"), ("Anne-Marie", "D'Arcy"), ("小龙", "李"), ("Ọlá", "Ṣadé")]
    text = "Forename,Surname,Class,Year\n" + "".join(f"{a},{b},Owl,2\n" for a, b in names)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        found = rows(text.encode(encoding))
        assert [row[1] for row in found] == [first for first, _ in names]
        assert [row[2] for row in found] == ["O", "L", "Ż", "כ", "ع", "D", "李", "Ṣ"]


def test_markup_in_a_name_is_a_name() -> None:
    data = b"Forename,Surname,Class,Year\n<b>x</b>,Y,Owl,1\n<img src=a>,Z,Owl,1\n"
    assert [row[1] for row in rows(data)] == ["<b>x</b>", "<img src=a>"]


def test_characters_that_nobody_sees_are_dropped() -> None:
    text = "Forename,Surname,Class,Year\n\u202eAmi\u200bna\u0007\u2066,\u00adKhan,Ow\u200el,1\n"
    assert rows(text.encode())[0][1:4] == ("Amina", "K", "Owl")


def test_what_spreadsheets_do_to_a_file_is_undone() -> None:
    text = (
        "sep=;\r\n"
        "Surname;Forename;Reg Group;NC Year;Adm No;DOB;;\r\n"
        'Khan;\u00a0Amina ;="3.0";3.0;="00123";01/02/2018;;\r\n'
        ";;;;;;;\r\n"
        '"O\u2019Neil";"Zo\u00eb\nMay";3;Y3;124.0;;;\r\n'
    )
    expected = [(3, "Amina", "K", "3", 3, "123"), (5, "Zoë May", "O", "3", 3, "124")]
    assert rows(text.encode("cp1252")) == expected
    assert rows(text.encode("utf-8-sig")) == expected
    assert rows(text.encode("utf-16")) == expected


def test_the_year_comes_from_the_class_where_no_column_has_it() -> None:
    data = b"Forename,Class\nA,3B\nB,Reception\nC,Owl\n"
    assert [row[4] for row in rows(data)] == [3, 0, None]


def test_one_class_of_40_and_a_school_of_450_are_read_whole() -> None:
    text = "Forename,Surname,Class,Year,UPN\n" + "".join(
        f"Child{number},Sur{number},C{number // 40},{number % 7},A{number}\n"
        for number in range(450)
    )
    found = rows(text.encode())
    assert len(found) == 450
    assert sum(row[3] == "C3" for row in found) == 40


def test_two_children_of_one_name_are_two_rows() -> None:
    data = b"Forename,Surname,Class,Year\nAmina,Khan,Owl,1\nAmina,Khan,Owl,1\n"
    assert len(rows(data)) == 2


def test_what_is_read_and_what_is_not_is_told() -> None:
    found = read(b"DOB,Forename,Surname,Reg,Gender,UPN,\n1/1/20,A,B,Owl,F,A1,\n", "list.csv")
    assert found.columns == (
        ("first name", "Forename"),
        ("surname", "Surname"),
        ("class", "Reg"),
        ("pupil id", "UPN"),
    )
    assert found.ignored == ("DOB", "Gender")


def test_a_name_column_is_not_said_to_be_read_where_it_is_not() -> None:
    found = read(b"Name,Forename,Class\nKhan Amina,Amina,3B\n", "list.csv")
    assert found.columns == (("first name", "Forename"), ("class", "Class"))
    assert found.ignored == ("Name",)


@pytest.mark.parametrize(
    "heading", ["Pref Frnm", "Forename - Pref'd", "Is known to us as", "Chosen", "Nick-name"]
)
def test_a_heading_that_may_be_the_name_a_child_goes_by_is_doubted(heading: str) -> None:
    found = read(f"Forename,Class,DOB,{heading}\nChristopher,3B,,Kit\n".encode(), "list.csv")
    assert found.rows[0].first_name == "Christopher"
    assert found.doubted == (heading,)


def test_none_is_doubted_where_that_name_is_read() -> None:
    found = read(b"Forename,Known As,Preferred Contact,Class\nAda,Kit,Mum,3B\n", "list.csv")
    assert found.rows[0].first_name == "Kit"
    assert found.ignored == ("Preferred Contact",)
    assert not found.doubted


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "list.csv: the file: the file is empty; export"),
        (b"\xef\xbb\xbf", "list.csv: the headings: none of the first 15 lines names the columns"),
        (b"PK\x03\x04....", "list.csv: the file: this is a workbook (.xlsx), not a CSV file; open"),
        (b"%PDF-1.7", "list.csv: the file: this is a PDF, not a CSV file; open"),
        (b"Amina,Khan,Owl,1\n", "list.csv: the headings: none of the first 15 lines names"),
        (b"Forename,Surname,Year\nA,B,1\n", "list.csv: the headings: there is no column for the c"),
        (
            b"Surname,Class,Year\nA,B,1\n",
            "list.csv: the headings: there is no column for the first",
        ),
        (b"Forename,Class,Year\n", "list.csv: the file: there is no pupil below the headings"),
        (b'Forename,Class\n"Amina,Owl\n', "list.csv: line 2: a quotation mark is opened and not"),
        (b"Forename,Class\nA,\x81\n", "list.csv: the file: line 2 holds a letter that cannot be"),
    ],
)
def test_a_fault_of_the_file_says_place_fault_and_remedy(data: bytes, told: str) -> None:
    assert problem(data).startswith(told)
    assert ";" in problem(data)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",Khan,Owl,1,", "has no first name"),
        ("123,Khan,Owl,1,", "the first name '123' has no letter"),
        (f"{'a' * 101},Khan,Owl,1,", "longer than 100 characters"),
        ("Amina,Khan,,1,", "has no class"),
        (f"Amina,Khan,{'a' * 41},1,", "the class is longer than 40"),
        ("Amina,Khan,03-Apr,1,", "the class became the date '03-Apr'"),
        ("Amina,Khan,Owl,77,", "the year '77' cannot be read; write Reception or 1 to 6 under 'Y"),
        ("Amina,Khan,Owl,3B,", "the year '3B' cannot be read"),
        ("?ukasz,Khan,Owl,1,", "letters of the name were lost"),
        ("Amina,?ak,Owl,1,", "letters of the name were lost"),
        ("ZoÃ«,Khan,Owl,1,", "letters of the name were lost"),
        ("Amina,Khan,Owl,1,1.23E+11", "the pupil id was shortened to '1.23E+11'"),
        ("Amina,Khan,Owl,1,A1,Extra", "has more cells than there are headings"),
        ("Total: 30,,,,", "has no class; write it in, or take the line out if it is no pupil"),
    ],
)
def test_a_fault_of_a_line_says_what_and_what_to_do(row: str, told: str) -> None:
    found = fault(f"Forename,Surname,Class,Year,UPN\nBen,Li,Owl,1,A9\n{row}\n")
    assert told in found


def test_all_faults_are_found_at_once_and_no_line_is_lost() -> None:
    data = b"Forename,Class,Year\nA,,1\nB,Owl,x\nC,Owl,1\n,Owl,1\n"
    found = read(data, "list.csv").rows
    assert [row.line for row in found] == [2, 3, 4, 5]
    assert [bool(row.fault) for row in found] == [True, True, False, True]


def test_a_line_stopped_by_a_quotation_mark_keeps_the_lines_before() -> None:
    found = read(b'Forename,Class\nA,Owl\nB,"Owl\nC,Owl\n', "list.csv")
    assert [row.first_name for row in found.rows] == ["A"]
    assert [one.where for one in found.problems] == ["line 3"]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
SECRET = st.from_regex(r"\A(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\Z")


@given(st.lists(st.tuples(NAMES, SECRET), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_no_surname_and_no_date_of_birth_is_ever_in_the_result(
    children: list[tuple[str, str]], delimiter: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["DOB", "Surname", "Forename", "Class", "Year"])
    for number, (name, born) in enumerate(children):
        writer.writerow([born, f"Surname{number}Q", name, "Owl", "2"])
    found = read(text.getvalue().encode(), "list.csv")
    assert len(found.rows) == len(children)
    for born in [born for _, born in children]:
        assert born not in repr(found)
    assert "Surname0Q" not in repr(found)
    assert {row.initial for row in found.rows} == {"S"}


@given(st.binary(max_size=400))
def test_any_bytes_at_all_give_rows_or_problems(data: bytes) -> None:
    found = read(b"Forename,Class\n" + data, "list.csv")
    assert isinstance(found, ClassList)
    assert found.rows or found.problems


def test_a_pupil_id_is_not_in_what_a_row_prints() -> None:
    row = Row(2, "Amina", "K", "Owl", 1, "A823432112001")
    assert "A823432112001" not in repr(row)


def test_a_row_tells_its_name() -> None:
    assert Row(2, "Amina", "K", "Owl", 1).name == "Amina K"
    assert Row(2, "Amina", "", "Owl", 1).name == "Amina"


def test_of_a_huge_file_chosen_by_mistake_only_the_beginning_is_fetched(tmp_path: Path) -> None:
    path = tmp_path / "holiday.csv"
    with path.open("wb") as file:
        file.truncate(10**12)  # takes no room on the disk, and no memory would hold it
    [found] = read_file(path, "holiday.csv").problems
    assert str(found).startswith("holiday.csv")
    assert "larger than a class list can be (5 MB)" in found.fault


def test_a_file_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "owl.csv"
    path.write_bytes(b"Forename,Class,Year\nAmina,Owl,1\n")
    assert read_file(path, "the stick's owl.csv") == read(path.read_bytes(), "the stick's owl.csv")
