"""What staff do: every change is kept before it is shown as done, and most can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.attempt import Act, Deed
from app.domain.ids import RunId
from app.domain.ports import StoreFault
from app.domain.problem import Problem
from app.domain.school import School
from app.flow.desk import Desk
from app.flow.office import Office
from app.flow.office_page import OfficePage
from tests.widgets.desks import (
    AMINA,
    HILLSIDE,
    OTTER,
    OWL,
    ZOE,
    Back,
    Heard,
    kept,
    sign_in,
)

FULL = StoreFault("school.json: no space is left on the disk")


def answer(desk: Desk, back: Back, *, write: bool = True) -> None:
    """Let Amina give one more answer, which is written, or waits on its lane."""
    if desk.session.sitting is None:
        sign_in(desk, back)
    desk.session.record(Deed(RunId("r"), "lesson:park", "v1", Act.START, "hello"))
    if write:
        back.lanes.work()


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.office.open()
    return desk.office


def on_disk(back: Back) -> School:
    """Return the school as it is kept."""
    school = back.schools.load()
    assert school is not None
    return school


def test_it_shows_the_school_as_it_stands(office: Office) -> None:
    assert office.page == OfficePage(HILLSIDE)


def test_leaving_the_kiosk_is_a_wish(office: Office) -> None:
    leaving = Heard(office.leaving)
    office.leave_kiosk()
    assert len(leaving) == 1


class TestChanges:
    def test_one_is_kept_before_it_is_shown_as_done(self, office: Office, back: Back) -> None:
        office.rename_class(OWL.id, "Barn owls")
        assert office.page == OfficePage(HILLSIDE, busy=True)
        back.lanes.work()
        assert office.page.school.school_class(OWL.id) == replace(OWL, name="Barn owls")
        assert office.page.said == "The class has its new name."
        assert on_disk(back) == office.page.school

    def test_the_sign_in_sees_it_at_once(self, office: Office, desk: Desk, back: Back) -> None:
        office.rename_school("Hill Top")
        back.lanes.work()
        assert desk.session.school.name == "Hill Top"

    def test_one_that_cannot_be_kept_is_not_made(
        self, office: Office, desk: Desk, back: Back
    ) -> None:
        back.schools.broken = FULL
        office.rename_school("Hill Top")
        back.lanes.work()
        assert office.page == OfficePage(HILLSIDE, fault=str(FULL))
        assert desk.session.school == HILLSIDE

    def test_one_can_be_taken_back(self, office: Office, back: Back) -> None:
        office.rename_school("Hill Top")
        back.lanes.work()
        office.take_back()
        back.lanes.work()
        assert on_disk(back) == HILLSIDE
        assert office.page.said == "It is as it was before."
        assert office.page.undo is None

    def test_with_nothing_to_take_back_nothing_happens(self, office: Office, back: Back) -> None:
        office.take_back()
        assert back.lanes.waiting == []

    def test_one_is_made_at_a_time(self, office: Office, back: Back) -> None:
        office.rename_class(OWL.id, "First")
        office.rename_school("Second")
        back.lanes.work()
        first = replace(OWL, name="First")
        assert (on_disk(back).name, on_disk(back).classes) == (HILLSIDE.name, (first, OTTER))

    def test_what_is_wanted_of_classes_meanwhile_is_done_afterwards(
        self, office: Office, back: Back
    ) -> None:
        """Leaving a field by a press on a button asks for two things at once."""
        office.rename_class(OWL.id, "First")
        office.rename_class(OTTER.id, "first")
        office.want_secrets(OWL.id, wanted=True)
        assert len(back.lanes.waiting) == 1
        back.lanes.work()
        first = replace(OWL, name="First", secrets=True)
        assert on_disk(back).classes == (first, OTTER)
        assert not office.page.busy

    def test_what_is_wanted_twice_is_done_once(self, office: Office, back: Back) -> None:
        """Enter and then leaving the field both say that a name is typed."""
        for _ in range(2):
            office.rename_class(OWL.id, "First")
        back.lanes.work()
        assert office.page.undo == HILLSIDE
        for _ in range(2):
            office.want_secrets(OWL.id, wanted=True)
        back.lanes.work()
        assert office.page.undo is not None
        assert office.page.undo.classes == (replace(OWL, name="First"), OTTER)

    def test_nothing_more_is_done_after_one_that_failed(self, office: Office, back: Back) -> None:
        back.schools.broken = FULL
        office.rename_class(OWL.id, "First")
        office.want_secrets(OWL.id, wanted=True)
        back.lanes.step()
        back.schools.broken = None
        back.lanes.work()
        assert office.page == OfficePage(HILLSIDE, fault=str(FULL))
        office.rename_class(OWL.id, "Second")
        back.lanes.work()
        assert on_disk(back).classes == (replace(OWL, name="Second"), OTTER)

    def test_coming_back_to_the_page_meanwhile_shows_that_it_is_being_done(
        self, office: Office, back: Back
    ) -> None:
        office.rename_school("First")
        office.open()
        assert office.page.busy
        back.lanes.work()
        assert office.page.school.name == "First"

    @pytest.mark.parametrize("name", ["", "   "])
    def test_a_school_without_a_name_is_not_wanted(
        self, office: Office, back: Back, name: str
    ) -> None:
        office.rename_school(name)
        assert back.lanes.waiting == []

    def test_an_unfit_class_name_is_refused_with_the_reason(self, office: Office) -> None:
        office.rename_class(OWL.id, "Otter")
        assert office.page.fault == "There is a class 'Otter' already."
        assert not office.page.busy


class TestSecretPictures:
    def test_a_class_gets_them(self, office: Office, back: Back) -> None:
        office.want_secrets(OWL.id, wanted=True)
        back.lanes.work()
        assert all(len(one.secret) == 3 for one in on_disk(back).in_class(OWL.id))
        assert office.page.said == "Secret pictures are on."

    def test_a_class_goes_without_and_they_are_kept_for_later(
        self, office: Office, back: Back
    ) -> None:
        office.want_secrets(OTTER.id, wanted=False)
        back.lanes.work()
        assert on_disk(back).school_class(OTTER.id) == replace(OTTER, secrets=False)
        assert on_disk(back).pupil(ZOE.id) == ZOE

    def test_a_child_gets_new_ones(self, office: Office, back: Back) -> None:
        office.reset_secret(ZOE.id)
        back.lanes.work()
        after = on_disk(back).pupil(ZOE.id)
        assert after is not None
        assert len(set(after.secret)) == 3
        assert on_disk(back).in_class(OWL.id) == HILLSIDE.in_class(OWL.id)


class TestOnePupil:
    def test_erasing_removes_name_and_answers_for_good(self, desk: Desk, back: Back) -> None:
        sign_in(desk, back)
        desk.session.record(Deed(RunId("r"), "lesson:park", "v1", Act.START, "hello"))
        assert kept(back)
        desk.office.open()
        desk.office.erase(AMINA.id)
        back.lanes.work()
        assert on_disk(back).pupil(AMINA.id) is None
        assert kept(back) == ()
        assert desk.office.page.undo is None

    def test_what_cannot_be_erased_stays_whole(self, office: Office, back: Back) -> None:
        back.progress.broken = StoreFault("progress: read only")
        office.erase(AMINA.id)
        back.lanes.work()
        assert on_disk(back) == HILLSIDE
        assert office.page.fault == "progress: read only"

    def test_erasing_takes_what_waits_to_be_kept_with_it(self, desk: Desk, back: Back) -> None:
        back.progress.broken = FULL
        answer(desk, back)
        answer(desk, back)
        back.progress.broken = None
        desk.office.open()
        desk.office.erase(AMINA.id)
        desk.keeper._retry.timeout.emit()  # the next try would come behind the erasing
        back.lanes.work()
        assert kept(back) == ()
        assert desk.keeper.keeping.kept
        assert on_disk(back).pupil(AMINA.id) is None

    def test_what_is_being_written_meanwhile_draws_no_more_after_it(
        self, desk: Desk, back: Back
    ) -> None:
        answer(desk, back, write=False)
        answer(desk, back, write=False)
        desk.office.open()
        desk.office.erase(AMINA.id)
        back.lanes.work()
        assert kept(back) == ()
        assert desk.keeper.keeping.kept

    def test_nothing_is_dropped_while_something_else_is_done(self, desk: Desk, back: Back) -> None:
        back.progress.broken = FULL
        answer(desk, back)
        desk.office.open()
        desk.office.rename_school("Hill Top")
        desk.office.erase(AMINA.id)
        back.progress.broken = None
        desk.keeper._retry.timeout.emit()
        assert len(kept(back)) == 1
        assert on_disk(back).pupil(AMINA.id) == AMINA

    def test_nothing_is_dropped_where_erasing_fails(self, desk: Desk, back: Back) -> None:
        back.progress.broken = FULL
        answer(desk, back)
        desk.office.open()
        desk.office.erase(AMINA.id)
        back.lanes.work()
        assert desk.keeper.keeping.waiting == 1
        back.progress.broken = None
        desk.keeper._retry.timeout.emit()
        assert len(kept(back)) == 1

    def test_all_that_is_kept_is_written_down(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        folder = tmp_path / "Documents"
        office.export(AMINA.id, folder)
        back.lanes.work()
        (path,) = folder.iterdir()
        table = json.loads(path.read_text(encoding="utf-8"))
        assert table["first name"] == "Amina"
        assert office.page.said == f"Written to {path}"

    def test_where_it_cannot_be_written_it_says_so_in_words(
        self, office: Office, back: Back, tmp_path: Path
    ) -> None:
        folder = tmp_path / "taken"
        folder.write_text("a file", encoding="utf-8")
        office.export(AMINA.id, folder)
        back.lanes.work()
        assert "cannot be written: file exists." in office.page.fault
        assert "Errno" not in office.page.fault


def test_what_needs_a_look_comes_from_everywhere(desk: Desk, back: Back) -> None:
    place = Problem("data", "the data folder", "it may be emptied")
    back.place_problems = (place,)
    assert desk.office.problems() == (place,)


def test_answers_that_wait_are_named_and_not_left_behind_by_mistake(
    desk: Desk, office: Office, back: Back
) -> None:
    """A full disk: School says so, and leaving asks first."""
    left = Heard(office.leaving)
    back.progress.broken = FULL
    answer(desk, back)
    (problem,) = office.problems()
    assert problem.where == "answers not saved yet: 1"
    office.leave_kiosk()
    assert len(left) == 0
    assert office.page.fault.startswith("1 answer is not saved yet, and would be lost. ")
    office.leave_kiosk()
    assert len(left) == 1


def test_staff_are_warned_anew_of_what_they_were_not_warned_of(
    desk: Desk, office: Office, back: Back
) -> None:
    left = Heard(office.leaving)
    back.progress.broken = FULL
    answer(desk, back)
    office.leave_kiosk()
    answer(desk, back)
    office.leave_kiosk()
    assert office.page.fault.startswith("2 answers are not saved yet, and would be lost. ")
    office.open()
    office.leave_kiosk()
    assert office.page.fault.startswith("2 answers")
    assert len(left) == 0
    office.leave_kiosk()
    assert len(left) == 1
