"""What staff do with a class list: it is read, asks, is shown, and only then taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.matching import NEW
from app.domain.plan import Fate, Plan
from app.flow.desk import Desk
from app.flow.office import Office
from app.flow.office_page import OfficePage
from tests.widgets.desks import BEN, HILLSIDE, OTTER, Back
from tests.widgets.flow.test_office import on_disk

GOOD = "Forename,Surname,Class,Year\nKofi,Mensah,Owl,3\nAmina,Khan,Owl,3\nBen,Cole,Owl,4\n"
REFUSED = "Forename,Surname,Class,Year\n,Mensah,Owl,3\n"


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.office.open()
    return desk.office


def csv(folder: Path, text: str) -> Path:
    """Return a class list in a file."""
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def read(office: Office, back: Back, path: Path, *, whole: bool = False) -> Plan:
    """Let the office read a list; return what it would do."""
    office.read_list(path, whole=whole)
    back.lanes.work()
    assert office.page.plan is not None, office.page.fault
    return office.page.plan


class TestAClassList:
    def test_it_is_shown_before_anything_is_written(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        plan = read(office, back, csv(tmp_path, GOOD))
        assert plan.count(Fate.ADDED) == 1
        assert office.page.file == "list.csv"
        assert on_disk(back) == HILLSIDE

    def test_it_is_taken_over_and_can_be_taken_back(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        read(office, back, csv(tmp_path, GOOD))
        office.take_list()
        back.lanes.work()
        assert "Kofi" in {one.first_name for one in on_disk(back).pupils}
        assert office.page.said == "list.csv is taken over."
        assert office.page.plan is None
        office.take_back()
        back.lanes.work()
        assert on_disk(back) == HILLSIDE

    def test_one_of_the_whole_school_shows_who_has_left(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        plan = read(office, back, csv(tmp_path, GOOD), whole=True)
        assert [one.name for one in plan.lines if one.fate is Fate.LEFT] == ["Zoë L"]

    def test_with_a_refused_line_it_cannot_be_taken(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        plan = read(office, back, csv(tmp_path, REFUSED))
        assert plan.count(Fate.REFUSED) == 1
        office.take_list()
        assert back.lanes.waiting == []
        assert on_disk(back) == HILLSIDE

    def test_what_is_no_list_says_why(self, office: Office, back: Back, tmp_path: Path) -> None:
        plan = read(office, back, csv(tmp_path, "Colour,Shape\nred,round\n"))
        assert plan.problems
        assert not plan.ready

    def test_it_is_put_away_unread(self, office: Office, back: Back, tmp_path: Path) -> None:
        read(office, back, csv(tmp_path, GOOD))
        office.drop_list()
        assert office.page == OfficePage(HILLSIDE)

    def test_a_stick_that_was_pulled_out_is_told_in_words(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        office.read_list(tmp_path / "gone.csv")
        back.lanes.work()
        assert office.page.fault == "gone.csv cannot be read: no such file or directory."
        assert office.page.plan is None


class TestAListThatAsks:
    MOVED = "Forename,Surname,Class,Year\nBen,Cole,Otter,5\n"

    def test_its_questions_are_answered_one_by_one(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        (asked,) = read(office, back, csv(tmp_path, self.MOVED)).asked()
        assert asked.line == 2
        office.take_list()
        assert on_disk(back) == HILLSIDE
        office.answer(2, str(BEN.id))
        office.take_list()
        back.lanes.work()
        after = on_disk(back).pupil(BEN.id)
        assert after is not None
        assert after.class_id == OTTER.id

    def test_the_likely_answers_are_given_at_once(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        read(office, back, csv(tmp_path, self.MOVED))
        office.answer_likely()
        assert office.page.answers == {2: BEN.id}
        assert office.page.plan is not None
        assert office.page.plan.ready

    def test_an_answer_given_by_hand_stays(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        read(office, back, csv(tmp_path, self.MOVED))
        office.answer(2, NEW)
        office.answer_likely()
        assert office.page.answers == {2: NEW}

    def test_an_unfit_answer_is_refused(self, office: Office, back: Back, tmp_path: Path) -> None:
        read(office, back, csv(tmp_path, self.MOVED))
        office.answer(2, "nobody")
        assert office.page.fault
        assert office.page.answers == {}

    def test_without_a_list_there_is_nothing_to_answer(self, office: Office, back: Back) -> None:
        office.answer(2, NEW)
        office.answer_likely()
        office.take_list()
        assert office.page == OfficePage(HILLSIDE)
        assert back.lanes.waiting == []
