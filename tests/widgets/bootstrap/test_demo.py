"""The demo school: made once, whole or not at all, in a folder of its own."""

from __future__ import annotations

from app.bootstrap import demo
from app.bootstrap.house import House
from app.domain.attempt import Attempt
from app.domain.demo import DEMO_NAME
from app.domain.school import School
from app.store.home import Home


def done_by_all(house: House, school: School) -> dict[str, tuple[Attempt, ...]]:
    return {one.id: house.progress.attempts(one.id) for one in school.pupils}


def chosen(attempts: tuple[Attempt, ...]) -> list[tuple[str, str, object]]:
    """Return what was done, without the numbers and times that differ from PC to PC."""
    return [(one.content, one.place, one.answer) for one in attempts]


def test_thirty_children_are_there_and_some_have_begun(home: Home) -> None:
    house, school = demo.open_demo(home)
    assert (school.name, school.demo, len(school.pupils)) == (DEMO_NAME, True, 30)
    begun = [attempts for attempts in done_by_all(house, school).values() if attempts]
    assert 5 <= len(begun) < 30, "a newcomer sees both"


def test_it_stands_in_a_folder_of_its_own(home: Home) -> None:
    house, _ = demo.open_demo(home)
    assert house.home.root == home.root / "demo"
    assert [path.name for path in home.root.iterdir()] == ["demo"]
    assert not house.cabinet.held, "the kiosk holds it later, when it has been painted"


def test_it_is_made_once(home: Home) -> None:
    first = demo.open_demo(home)[1]
    file = home.demo().school_file.read_bytes()
    assert demo.open_demo(home)[1] == first
    assert home.demo().school_file.read_bytes() == file


def test_it_is_the_same_on_every_pc_but_for_its_key(home: Home) -> None:
    house, school = demo.open_demo(home)
    other_house, other = demo.open_demo(Home(home.root / "another-pc"))
    assert school.pupils == other.pupils
    assert school.hash_key != other.hash_key
    ours, theirs = done_by_all(house, school), done_by_all(other_house, other)
    assert {pupil: chosen(done) for pupil, done in ours.items()} == {
        pupil: chosen(done) for pupil, done in theirs.items()
    }


def test_a_power_cut_while_it_is_made_leaves_none_and_the_next_start_makes_it(home: Home) -> None:
    house, school = demo.open_demo(home)
    whole = done_by_all(house, school)
    home.demo().school_file.unlink()  # the school is written last
    again, second = demo.open_demo(home)
    assert second.pupils == school.pupils
    kept = done_by_all(again, second)
    assert all(set(whole[pupil]) <= set(kept[pupil]) for pupil in whole)
