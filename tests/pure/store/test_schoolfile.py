"""The school file: readable, portable, and never taken for a new school once it was lost."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest

from app.domain.ids import ClassId, PupilId
from app.domain.ports import StoreFault
from app.domain.school import Pupil, School, SchoolClass
from app.store.cabinet import Cabinet
from app.store.envelope import Letter, seal
from app.store.home import Home
from app.store.schoolfile import SchoolFile

OAKS = SchoolClass(ClassId("c1"), "Oaks")
SCHOOL = School(
    "Hillside",
    "ab" * 32,
    classes=(OAKS,),
    pupils=(Pupil(PupilId("b1"), "Zoë", "K", OAKS.id, 3, "fox"),),
)


def test_it_can_be_carried_to_another_pc(home: Home, cabinet: Cabinet) -> None:
    SchoolFile(cabinet).save(SCHOOL)
    carried = home.school_file.read_bytes()
    other = Home(home.root / "other")
    other.root.mkdir()
    other.school_file.write_bytes(carried)
    assert SchoolFile(Cabinet(other)).load() == SCHOOL


def test_a_whole_school_of_450_comes_back(cabinet: Cabinet) -> None:
    classes = tuple(SchoolClass(ClassId(f"c{n}"), f"Class {n}") for n in range(15))
    pupils = tuple(
        Pupil(PupilId(f"{n:012x}"), f"Name {n}", "K", classes[n % 15].id, n % 7, "owl")
        for n in range(450)
    )
    school = School("Big", "cd" * 32, classes=classes, pupils=pupils)
    SchoolFile(cabinet).save(school)
    assert SchoolFile(cabinet).load() == school


def test_the_last_good_copy_stands_in_for_a_damaged_file(home: Home, cabinet: Cabinet) -> None:
    store = SchoolFile(cabinet)
    store.save(SCHOOL)
    store.save(replace(SCHOOL, name="Renamed"))
    home.school_file.write_bytes(b"be-smart")
    assert store.load() == SCHOOL
    assert [problem.file for problem in cabinet.problems] == ["school.json"]


def test_a_first_school_has_its_copy_at_once(home: Home, cabinet: Cabinet) -> None:
    SchoolFile(cabinet).save(SCHOOL)
    home.school_file.write_bytes(b"be-smart")
    assert SchoolFile(cabinet).load() == SCHOOL


def test_no_copy_holds_the_name_of_an_erased_pupil(home: Home, cabinet: Cabinet) -> None:
    store = SchoolFile(cabinet)
    store.save(SCHOOL)
    store.save(replace(SCHOOL, pupils=()))
    kept = [path.read_bytes() for path in home.root.iterdir() if path.is_file()]
    assert len(kept) >= 2, "the file and its last good copy"
    assert not [data for data in kept if "Zoë".encode() in data]


def test_a_lost_school_is_a_fault_at_every_start_until_a_good_copy_is_put_there(
    home: Home, cabinet: Cabinet
) -> None:
    SchoolFile(cabinet).save(SCHOOL)
    good = home.school_file.read_bytes()
    for path in home.root.glob("school.json*"):
        path.write_bytes(b"")
    for store in (SchoolFile(Cabinet(home)), SchoolFile(cabinet), SchoolFile(Cabinet(home))):
        with pytest.raises(StoreFault, match=r"is damaged.*Put a good copy"):
            store.load()
    home.school_file.write_bytes(good)
    assert SchoolFile(cabinet).load() == SCHOOL


@pytest.mark.parametrize(
    "pupil",
    [{}, {"id": "b1", "class": "c1", "year": "3", "left": False}, {"id": 7}],
)
def test_a_row_that_fits_nothing_is_a_fault_with_its_remedy(
    home: Home, cabinet: Cabinet, pupil: dict[str, object]
) -> None:
    tables = {"school": {"1": {"name": "", "hash_key": "", "demo": False}}, "pupils": {"1": pupil}}
    home.school_file.write_bytes(seal(Letter("school", 1, orjson.dumps(tables))))
    with pytest.raises(StoreFault, match=r"school\.json: .* put a good copy of it there"):
        SchoolFile(cabinet).load()
