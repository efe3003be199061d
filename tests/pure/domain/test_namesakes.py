"""Children of one name: who they are, and how staff tell them apart."""

from __future__ import annotations

from dataclasses import replace

from app.domain.ids import ClassId, PupilId
from app.domain.namesakes import namesakes, told_name, with_animal
from app.domain.school import Pupil

OWL, FOX = ClassId("owl"), ClassId("fox")
ADA = Pupil(PupilId("1"), "Ada", "B", OWL, 3, "polar-bear")
TWIN = replace(ADA, id=PupilId("2"), first_name="ADA", animal="crab")


def test_who_shares_name_initial_and_class_is_a_namesake() -> None:
    other = replace(ADA, id=PupilId("3"), initial="C")
    elsewhere = replace(ADA, id=PupilId("4"), class_id=FOX)
    assert namesakes((ADA, TWIN, other, elsewhere)) == {ADA.id, TWIN.id}


def test_nobody_is_their_own_namesake() -> None:
    assert namesakes((ADA, replace(ADA, year=4))) == frozenset()


def test_namesakes_are_told_with_their_animal_and_others_without() -> None:
    assert told_name(ADA, (ADA, TWIN)) == "Ada B (polar bear)"
    assert told_name(TWIN, (ADA, TWIN)) == "ADA B (crab)"
    assert told_name(ADA, (ADA,)) == "Ada B"


def test_a_name_without_an_initial_has_no_loose_end() -> None:
    alone = replace(ADA, initial="")
    assert told_name(alone, (alone,)) == "Ada"
    assert with_animal(alone.full_name, alone) == "Ada (polar bear)"
