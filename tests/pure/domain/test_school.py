"""The school as it stands: finding, sorting and naming its pupils."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from app.domain.ids import ClassId, PupilId
from app.domain.school import Pupil, School, SchoolClass
from app.domain.smart import Band

OWL, FOX = SchoolClass(ClassId("owl"), "Owl"), SchoolClass(ClassId("fox"), "Fox", secrets=True)


def pupil(number: int, name: str, home: SchoolClass = OWL, animal: str = "fox") -> Pupil:
    """Return a pupil by the name "Amina K"."""
    first_name, _, initial = name.partition(" ")
    return Pupil(PupilId(f"{number:012x}"), first_name, initial, home.id, 2, animal)


def school(*pupils: Pupil) -> School:
    """Return a school of two classes."""
    return School("Hill Top", "ab" * 32, classes=(OWL, FOX), pupils=pupils)


def names(of: School, home: SchoolClass = OWL) -> list[str]:
    """Return the names shown in a class."""
    return [of.shown_name(one) for one in of.in_class(home.id)]


def test_pupils_and_classes_are_found_by_their_ids() -> None:
    amina, ben = pupil(1, "Amina K"), pupil(2, "Ben L", FOX)
    found = school(amina, ben)
    assert found.pupil(ben.id) is ben
    assert found.pupil(PupilId("nobody")) is None
    assert found.school_class(FOX.id) is FOX
    assert found.school_class(ClassId("none")) is None


def test_a_class_has_its_own_pupils_without_leavers() -> None:
    amina, ben, cai = pupil(1, "Amina K"), pupil(2, "Ben L", FOX), pupil(3, "Cai M")
    found = school(amina, ben, replace(cai, left=True))
    assert found.in_class(OWL.id) == (amina,)
    assert found.in_class(FOX.id) == (ben,)
    assert found.in_class(ClassId("none")) == ()


def test_pupils_stand_by_name_whatever_case_and_accents() -> None:
    found = school(
        pupil(1, "zara A"),
        pupil(2, "Łucja B"),
        pupil(3, "Élan C"),
        pupil(4, "Eve D"),
        pupil(5, "Max E"),
    )
    assert names(found) == ["Élan", "Eve", "Łucja", "Max", "zara"]


def test_namesakes_stand_by_initial_and_then_by_animal() -> None:
    one, two = pupil(1, "Amina K", animal="owl"), pupil(2, "Amina K", animal="bear")
    three = pupil(3, "Amina B", animal="zebra")
    assert school(one, two, three).in_class(OWL.id) == (three, two, one)


def test_a_name_is_shown_alone_while_it_is_the_only_one() -> None:
    assert names(school(pupil(1, "Amina K"), pupil(2, "Ben L"))) == ["Amina", "Ben"]


def test_namesakes_of_a_class_are_shown_with_their_initials() -> None:
    assert names(school(pupil(1, "Amina K"), pupil(2, "Amina B"))) == ["Amina B", "Amina K"]
    assert names(school(pupil(1, "Zoë K"), pupil(2, "ZOE B"))) == ["ZOE B", "Zoë K"]


def test_a_namesake_in_another_class_or_gone_makes_no_difference() -> None:
    here, there, gone = pupil(1, "Amina K"), pupil(2, "Amina B", FOX), pupil(3, "Amina C")
    assert names(school(here, there, replace(gone, left=True))) == ["Amina"]


def test_a_namesake_without_an_initial_is_shown_by_the_name_alone() -> None:
    assert names(school(pupil(1, "Amina"), pupil(2, "Amina K"))) == ["Amina", "Amina K"]


def test_a_very_long_name_is_cut_where_it_is_shown_and_only_there() -> None:
    long = pupil(1, "a" * 60 + " K")
    assert names(school(long)) == ["a" * 39 + "…"]
    assert school(long).pupils[0].first_name == "a" * 60


def test_markup_in_a_name_is_shown_as_typed() -> None:
    assert names(school(pupil(1, "<b>x</b> K"))) == ["<b>x</b>"]


@pytest.mark.parametrize(("year", "band"), [(0, Band.KS1), (3, Band.LKS2), (6, Band.UKS2)])
def test_a_pupil_has_the_band_of_the_year(year: int, band: Band) -> None:
    assert replace(pupil(1, "Amina K"), year=year).band is band


def test_nothing_of_a_school_changes_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        school().name = "Other"  # type: ignore[misc]  # that it is refused is what is tested
