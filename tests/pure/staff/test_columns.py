"""Headings: the common spellings, in any order; what is not needed is not read."""

from __future__ import annotations

import pytest

from app.staff.columns import Field, columns_of, missing, plain


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Forename", Field.FORENAME),
        ("First Name", Field.FORENAME),
        ("first_name", Field.FORENAME),
        ("FIRSTNAME", Field.FORENAME),
        ("Legal Forename", Field.FORENAME),
        ("Given name", Field.FORENAME),
        ("Preferred Name", Field.PREFERRED),
        ("Preferred Forename", Field.PREFERRED),
        ("Known as", Field.PREFERRED),
        ("Pref. Forename", Field.PREFERRED),
        ("Pref Name", Field.PREFERRED),
        ("Forename (Preferred)", Field.PREFERRED),
        ("Preferred Forename(s)", Field.PREFERRED),
        ("Pupil preferred first name", Field.PREFERRED),
        ("Chosen Name", Field.PREFERRED),
        ("Name - chosen", Field.PREFERRED),
        ("Known Name", Field.PREFERRED),
        ("Known-as Name", Field.PREFERRED),
        ("First name known as", Field.PREFERRED),
        ("Usual Given Name", Field.PREFERRED),
        ("Surname", Field.SURNAME),
        ("Last Name", Field.SURNAME),
        ("Legal Last-Name", Field.SURNAME),
        ("Family name", Field.SURNAME),
        ("Preferred Surname", Field.PREFERRED_SURNAME),
        ("Pref. Surname", Field.PREFERRED_SURNAME),
        ("Surname (Preferred)", Field.PREFERRED_SURNAME),
        ("Known Last Name", Field.PREFERRED_SURNAME),
        ("Name", Field.NAME),
        ("Full Name", Field.NAME),
        ("Pupil", Field.NAME),
        ("Class", Field.CLASS),
        ("Form", Field.CLASS),
        ("Reg", Field.CLASS),
        ("Reg Group", Field.CLASS),
        ("Registration Group", Field.CLASS),
        ("Registration Form", Field.CLASS),
        ("Tutor Group", Field.CLASS),
        ("Year", Field.YEAR),
        ("NC Year", Field.YEAR),
        ("N.C. Year", Field.YEAR),
        ("Year Group", Field.YEAR),
        ("Yr", Field.YEAR),
        ("UPN", Field.PUPIL_ID),
        ("Pupil ID", Field.PUPIL_ID),
        ("Admission number", Field.PUPIL_ID),
        ("Adm. No.", Field.PUPIL_ID),
    ],
)
def test_common_spellings_are_known(heading: str, field: Field) -> None:
    assert columns_of([heading]) == {field: 0}


@pytest.mark.parametrize(
    "heading",
    [
        *("DOB", "Date of birth", "Gender", "Former UPN", "Address", "SEN", "House", "Ethnicity"),
        *("Preferred contact name", "Known allergies", "Preferred language", "Pref", "Known", ""),
    ],
)
def test_whatever_else_there_is_is_not_read(heading: str) -> None:
    assert columns_of([heading]) == {}


def test_columns_may_stand_in_any_order() -> None:
    found = columns_of(["DOB", "Class", "UPN", "Surname", "Year", "Forename"])
    assert found == {
        Field.CLASS: 1,
        Field.PUPIL_ID: 2,
        Field.SURNAME: 3,
        Field.YEAR: 4,
        Field.FORENAME: 5,
    }


def test_of_two_the_plainer_heading_is_read_wherever_it_stands() -> None:
    assert columns_of(["Legal Forename", "Forename"]) == {Field.FORENAME: 1}
    assert columns_of(["Forename", "Legal Forename"]) == {Field.FORENAME: 0}


@pytest.mark.parametrize("wished", ["Pref. Forename", "Forename (Preferred)", "Chosen Name"])
def test_the_name_a_child_goes_by_is_never_taken_for_the_legal_one(wished: str) -> None:
    found = columns_of(["Legal Forename", "Forename", wished, "Surname"])
    assert found == {Field.FORENAME: 1, Field.PREFERRED: 2, Field.SURNAME: 3}


def test_of_two_equal_headings_the_first_is_read() -> None:
    assert columns_of(["Class", "Class"]) == {Field.CLASS: 0}


def test_a_filled_column_goes_before_an_empty_one() -> None:
    assert columns_of(["UPN", "Pupil ID"], filled={1}) == {Field.PUPIL_ID: 1}


def test_headings_are_compared_without_signs_and_accents() -> None:
    assert plain(" Prénom_1 (légal) ") == "prenom1legal"


def test_what_is_missing_is_named() -> None:
    assert "first name" in missing(columns_of(["Surname", "Class"]))
    assert "the class" in missing(columns_of(["Forename", "Year"]))
    assert missing(columns_of(["Pupil Name", "Form"])) == ""
