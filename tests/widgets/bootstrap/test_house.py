"""The adapters of one data folder: one of each, on the folder they were asked for."""

from __future__ import annotations

import pytest

from app.bootstrap import demo
from app.bootstrap.house import House
from app.domain.pin import PinRecord
from app.domain.ports import StoreFault, StoreHeld
from app.flow.services import Services
from app.store.cabinet import held
from app.store.home import Home
from app.store.schoolfile import SchoolFile
from tests.widgets.bootstrap.conftest import HILLSIDE


def test_it_is_all_that_the_controllers_ask_for(settled: Home) -> None:
    house: Services = House(settled)
    assert [house.schools.load(), house.pins.pin()] == [HILLSIDE, None]
    assert house.library.lessons()
    assert house.progress.problems() == ()


def test_numbers_and_pin_share_one_file_and_one_reader(settled: Home) -> None:
    house = House(settled)
    house.take()
    house.pins.keep_pin(PinRecord("hash"))
    house.numbers.ready()
    assert house.pins.pin() == PinRecord("hash")
    assert house.pins is house.numbers
    house.cabinet.release()


def test_it_writes_only_once_it_has_taken_the_folder(settled: Home) -> None:
    house = House(settled)
    with pytest.raises(StoreFault, match="opened for reading only"):
        house.pins.keep_pin(PinRecord("hash"))
    house.take()
    with pytest.raises(StoreHeld, match="another Be SMART is open on this folder"):
        House(settled).take()
    house.cabinet.release()


def test_a_real_school_cannot_be_founded_again(settled: Home) -> None:
    assert House(settled).founding is None


def test_from_the_demo_a_real_school_is_founded_beside_it(home: Home) -> None:
    house, _ = demo.open_demo(home)
    house.take()
    assert house.founding is not None
    house.founding.save(HILLSIDE)
    assert House(home).school == HILLSIDE


def test_lessons_of_its_own_stand_in_the_real_schools_folder(home: Home) -> None:
    house, _ = demo.open_demo(home)
    assert house.home.root != home.root
    assert house.library.own_folder() == str(home.root)


def test_it_is_not_founded_while_somebody_imports_one(home: Home) -> None:
    house, _ = demo.open_demo(home)
    with held(home), pytest.raises(StoreHeld):
        house.take()


def test_no_command_sets_a_school_up_behind_the_demo(home: Home) -> None:
    house, _ = demo.open_demo(home)
    house.take()
    with pytest.raises(StoreHeld), held(home):
        pass
    house.cabinet.release()


def test_the_schools_own_lessons_are_read_beside_what_ships(settled: Home) -> None:
    shipped = House(settled).library
    settled.lessons.joinpath("safe", "ours").mkdir(parents=True)
    settled.lessons.joinpath("safe", "ours", "lesson.toml").write_text("id = ")
    library = House(settled).library
    assert library.lessons() == shipped.lessons()
    (problem,) = library.problems()
    assert problem.file.endswith("lessons/safe/ours/lesson.toml")
    assert str(settled.root) in problem.file


def test_what_is_wrong_with_the_place_is_passed_on(settled: Home) -> None:
    assert House(settled).place_problems == settled.problems


def test_a_damaged_list_that_waited_is_said_to_staff(settled: Home) -> None:
    house = House(settled)
    house.take()
    settled.tell.mkdir(parents=True, exist_ok=True)
    (settled.tell / "waiting.list").write_bytes(b"garbage")
    assert house.staff_desk.lists().waiting is None
    problem = house.place_problems[-1]
    assert "waiting.list" in problem.file
    assert "make the change again" in problem.fault


def test_the_school_is_read_once_however_often_it_is_asked_for(settled: Home) -> None:
    house = House(settled)
    first = house.school
    with held(settled) as cabinet:
        SchoolFile(cabinet).save(type(HILLSIDE)("Renamed", HILLSIDE.hash_key))
    assert house.school is first
