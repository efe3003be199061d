"""Founding the school's own from the demo: only from a good list, with a name, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.demo import demo_school
from app.flow.desk import Desk
from app.flow.office import Office
from tests.fakes import FakeSchool
from tests.widgets.desks import Back, Heard, desk_over
from tests.widgets.flow.test_office import FULL, on_disk
from tests.widgets.flow.test_office_lists import GOOD, REFUSED, csv, read


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.office.open()
    return desk.office


@pytest.fixture
def demo(back: Back) -> Desk:
    """Return the desk of a demo beside which a real school can be founded."""
    back.schools.save(demo_school("ab" * 32))
    back.founding = FakeSchool()
    desk = desk_over(back)
    desk.office.open()
    return desk


class TestFounding:
    def test_the_own_school_begins_from_a_list_alone(
        self, demo: Desk, back: Back, tmp_path: Path
    ) -> None:
        founded = Heard(demo.office.founded)
        read(demo.office, back, csv(tmp_path, GOOD))
        demo.office.found(" Hill Top ")
        back.lanes.work()
        assert back.founding is not None
        school = back.founding.load()
        assert school is not None
        assert (school.name, school.demo) == ("Hill Top", False)
        assert {one.first_name for one in school.pupils} == {"Kofi", "Amina", "Ben"}
        assert school.hash_key != on_disk(back).hash_key
        assert len(founded) == 1
        assert on_disk(back).demo, "the demo stays as it was"

    def test_it_needs_a_name(self, demo: Desk, back: Back, tmp_path: Path) -> None:
        read(demo.office, back, csv(tmp_path, GOOD))
        demo.office.found("  ")
        assert back.lanes.waiting == []
        assert demo.office.page.fault.startswith("Please write the name of your school")

    def test_it_needs_a_good_list(self, demo: Desk, back: Back, tmp_path: Path) -> None:
        demo.office.found("Hill Top")
        read(demo.office, back, csv(tmp_path, REFUSED))
        demo.office.found("Hill Top")
        assert back.lanes.waiting == []

    def test_where_it_cannot_be_kept_the_list_stays_for_another_try(
        self, demo: Desk, back: Back, tmp_path: Path
    ) -> None:
        founded = Heard(demo.office.founded)
        plan = read(demo.office, back, csv(tmp_path, GOOD))
        assert back.founding is not None
        back.founding.broken = FULL
        demo.office.found("Hill Top")
        back.lanes.work()
        assert demo.office.page.fault == str(FULL)
        assert demo.office.page.plan == plan
        back.founding.broken = None
        demo.office.found("Hill Top")
        back.lanes.work()
        assert len(founded) == 1

    def test_a_real_school_is_not_founded_again(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        read(office, back, csv(tmp_path, GOOD))
        office.found("Hill Top")
        assert back.lanes.waiting == []

    def test_a_school_that_came_meanwhile_is_never_written_over(
        self, demo: Desk, back: Back, tmp_path: Path
    ) -> None:
        founded = Heard(demo.office.founded)
        read(demo.office, back, csv(tmp_path, GOOD))
        assert back.founding is not None
        real = demo_school("cd" * 32)
        back.founding.save(real)
        demo.office.found("Hill Top")
        back.lanes.work()
        assert back.founding.load() == real
        assert "already" in demo.office.page.fault
        assert len(founded) == 0
