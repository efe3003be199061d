"""The session: one child at a time, and nothing of them after they have left."""

from __future__ import annotations

from dataclasses import replace

from app.domain.attempt import Act, Deed
from app.domain.ids import RunId
from app.domain.looks import Looks, Theme
from app.domain.ports import StoreFault
from app.domain.school import School
from app.flow.desk import Desk
from app.flow.keeper import Keeping
from tests.widgets.desks import AMINA, BEN, HILLSIDE, Back, Heard, desk_over, kept, sign_in

DEED = Deed(RunId("r1"), "lesson:park", "v1", Act.START, "hello")
FULL = StoreFault("progress/amina.json: no space is left on the disk")
DARK = Looks(theme=Theme.CONTRAST_DARK, text_size=130)


def test_before_a_school_is_set_up_it_is_an_empty_one(back: Back) -> None:
    assert Desk(back).session.school == School("", "")


def test_signing_in_fetches_answers_and_looks(desk: Desk, back: Back) -> None:
    back.progress.keep_looks(AMINA.id, DARK)
    signed_in, looks = Heard(desk.session.signed_in), Heard(desk.session.looks_changed)
    desk.session.sign_in(AMINA)
    assert signed_in.all == []
    back.lanes.work()
    sitting = desk.session.sitting
    assert sitting is not None
    assert (sitting.pupil, sitting.name, sitting.looks) == (AMINA, "Amina", DARK)
    assert signed_in.all == [sitting]
    assert looks.last == DARK


def test_namesakes_are_shown_with_their_initial(back: Back) -> None:
    other = replace(AMINA, id=type(AMINA.id)("amina-2"), initial="B", animal="bear")
    back.schools.save(replace(HILLSIDE, pupils=(AMINA, other)))
    desk = desk_over(back)
    assert sign_in(desk, back).name == "Amina K"


def test_a_deed_becomes_an_attempt_with_number_and_time(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    desk.session.record(DEED)
    (attempt,) = kept(back)
    assert (attempt.content, attempt.act, attempt.place) == ("lesson:park", Act.START, "hello")
    assert (attempt.seq, attempt.at) == (1, back.clock.now())
    assert attempt.kiosk == back.numbers.number().kiosk
    assert desk.session.sitting is not None
    assert desk.session.sitting.attempts == (attempt,)


def test_what_is_not_on_the_disk_yet_is_there_when_the_child_comes_back(
    desk: Desk, back: Back
) -> None:
    sign_in(desk, back)
    back.progress.broken = StoreFault("full")
    desk.session.record(DEED)
    back.lanes.work()
    desk.session.sign_out()
    assert [one.place for one in sign_in(desk, back).attempts] == ["hello"]


def test_signing_out_forgets_everything(desk: Desk, back: Back) -> None:
    back.progress.keep_looks(AMINA.id, DARK)
    sign_in(desk, back)
    out, looks = Heard(desk.session.signed_out), Heard(desk.session.looks_changed)
    desk.session.sign_out()
    assert desk.session.sitting is None
    assert looks.last == Looks()
    assert len(out) == 1
    desk.session.sign_out()
    assert len(out) == 1


def test_nothing_of_one_child_is_seen_by_the_next(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    desk.session.record(DEED)
    desk.session.look(DARK)
    desk.session.sign_out()
    sitting = sign_in(desk, back, BEN)
    assert (sitting.attempts, sitting.looks) == ((), Looks())


def test_without_a_child_nothing_is_recorded_or_changed(desk: Desk, back: Back) -> None:
    desk.session.record(DEED)
    desk.session.look(DARK)
    assert back.lanes.waiting == []
    assert desk.session.looks == Looks()


def test_looks_apply_at_once_and_are_kept(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    looks = Heard(desk.session.looks_changed)
    desk.session.look(DARK)
    assert looks.all == [DARK]
    back.lanes.work()
    assert back.progress.looks(AMINA.id) == DARK


def test_looks_that_cannot_be_kept_are_told(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    failed = Heard(desk.session.failed)
    back.progress.broken = StoreFault("full")
    desk.session.look(DARK)
    back.lanes.work()
    assert failed.all == ["full"]
    assert desk.session.looks == DARK


def test_looks_that_cannot_be_kept_are_told_to_nobody_else(desk: Desk, back: Back) -> None:
    """The next child's sign-in must not be taken away for it."""
    sign_in(desk, back)
    failed = Heard(desk.session.failed)
    back.progress.broken = StoreFault("full")
    desk.session.look(DARK)
    desk.session.sign_out()
    back.lanes.step()
    sign_in(desk, back)
    desk.session.look(DARK)
    desk.session.sign_out()
    sign_in(desk, back, BEN)
    assert failed.all == []


def test_whether_all_is_kept_is_told_of_the_child_who_sits_there(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    back.progress.broken = FULL
    desk.session.record(DEED)
    back.lanes.work()
    assert desk.session.own_keeping == Keeping(1, str(FULL))
    sign_in(desk, back, BEN)
    assert desk.session.own_keeping == Keeping(0, "")
    desk.session.sign_out()
    assert desk.session.own_keeping == desk.session.keeping == Keeping(1, str(FULL))


def test_the_usual_looks_are_nobodys(desk: Desk, back: Back) -> None:
    desk.session.use_looks(DARK)
    assert desk.session.looks == DARK
    assert sign_in(desk, back).looks == Looks()
    assert back.progress.looks(AMINA.id) == Looks()


class TestWhileAChildIsFetched:
    """The disk may be slow, and children press again."""

    def test_a_second_press_signs_nobody_else_in(self, desk: Desk, back: Back) -> None:
        signed_in = Heard(desk.session.signed_in)
        desk.session.sign_in(AMINA)
        desk.session.sign_in(BEN)
        back.lanes.work()
        assert desk.session.sitting is not None
        assert desk.session.sitting.pupil == AMINA
        assert len(signed_in) == 1

    def test_whoever_has_left_is_not_signed_in_afterwards(self, desk: Desk, back: Back) -> None:
        signed_in = Heard(desk.session.signed_in)
        desk.session.sign_in(AMINA)
        desk.session.sign_out()
        back.lanes.work()
        assert desk.session.sitting is None
        assert len(signed_in) == 0

    def test_the_next_child_can_come_at_once(self, desk: Desk, back: Back) -> None:
        desk.session.sign_in(AMINA)
        desk.session.sign_out()
        assert sign_in(desk, back, BEN).pupil == BEN

    def test_a_fault_is_told_and_another_try_is_free(self, desk: Desk, back: Back) -> None:
        failed = Heard(desk.session.failed)
        back.progress.unreadable = StoreFault("cannot be read")
        desk.session.sign_in(AMINA)
        back.lanes.work()
        assert failed.all == ["cannot be read"]
        back.progress.unreadable = None
        assert sign_in(desk, back).pupil == AMINA

    def test_a_fault_of_one_who_has_left_is_told_to_nobody(self, desk: Desk, back: Back) -> None:
        failed = Heard(desk.session.failed)
        back.progress.unreadable = StoreFault("cannot be read")
        desk.session.sign_in(AMINA)
        desk.session.sign_out()
        back.lanes.work()
        assert failed.all == []
