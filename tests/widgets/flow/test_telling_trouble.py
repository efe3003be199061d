"""A Tell where something fails: the list, the disk, a school that is not live; nothing is lost."""

from __future__ import annotations

import pytest

from app.domain.tell.journal import Reach
from app.domain.tell.people import Roster
from app.domain.tell.story import Step
from app.flow.desk import Desk
from app.flow.telling import Saved, Telling
from tests.widgets.desks import (
    BEN,
    CARDS,
    GROWN_UPS,
    HEAD,
    LEAD,
    Back,
    Heard,
    sign_in,
)
from tests.widgets.tellings import FULL, MEDDLED, TAPS, live, only_first, open_at, saved, step


class TestBeforeTheListIsRead:
    """The very first press of the day, on a slow disk."""

    def test_yes_is_kept_once_it_is_known_for_whom(self, desk: Desk, back: Back) -> None:
        telling = open_at(desk)
        telling.yes()
        assert saved(telling) is Saved.SAVING
        assert only_first(back).page == "Welcome"
        assert saved(telling) is Saved.SAVED
        assert live(telling)
        assert telling.page.readers == {LEAD.id, HEAD.id}
        assert telling.page.policy == CARDS

    def test_what_is_said_meanwhile_is_kept_after_it(self, desk: Desk, back: Back) -> None:
        telling = open_at(desk)
        telling.yes()
        for tap in TAPS[:2]:
            telling.say(tap)
        assert back.tells.said(only_first(back).tell) == list(TAPS[:2])

    def test_a_child_who_leaves_meanwhile_has_told_all_the_same(
        self, desk: Desk, back: Back
    ) -> None:
        sign_in(desk, back, BEN)
        telling = open_at(desk)
        telling.yes()
        telling.say(TAPS[0])
        desk.session.sign_out()
        first = only_first(back)
        assert first.who is not None
        assert first.who.pupil == BEN.id
        assert back.tells.said(first.tell) == [TAPS[0]]
        assert back.tells.ended == [first.tell]
        assert not telling.page.has_told

    def test_and_so_when_the_kiosk_is_left(self, desk: Desk, back: Back) -> None:
        telling = open_at(desk)
        telling.yes()
        desk.finish_tell()
        assert back.tells.ended == [only_first(back).tell]


class TestDiskFails:
    def test_it_is_said_at_once_and_nothing_is_lost(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        back.tells.broken = FULL
        telling.yes()
        back.lanes.work()
        assert saved(telling) is Saved.FAILED
        assert step(telling) is Step.DONE
        assert telling.fault == str(FULL)
        back.tells.broken = None
        telling._keeper._queue._retry.timeout.emit()
        assert len(only_first(back).tell) == 16
        assert saved(telling) is Saved.SAVED
        assert telling.fault == ""

    def test_the_next_tap_tries_the_first_press_again(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        back.tells.broken = FULL
        telling.yes()
        back.lanes.work()
        back.tells.broken = None
        telling.more()
        telling.say(TAPS[0])
        assert back.tells.said(only_first(back).tell) == [TAPS[0]]
        assert saved(telling) is Saved.SAVED

    def test_while_it_fails_it_is_never_called_saved(self, back: Back, telling: Telling) -> None:
        pages = Heard(telling.changed)
        telling.open("Welcome")
        back.tells.broken = FULL
        telling.yes()
        telling.say(TAPS[0])
        back.lanes.work()
        telling._keeper._queue._retry.timeout.emit()
        back.lanes.work()
        assert Saved.SAVED not in [getattr(page, "saved", None) for page in pages.all]

    def test_an_earlier_childs_failure_holds_nobody_up_and_is_not_told_to_them(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        sign_in(desk, back)
        open_at(desk).yes()
        tell = telling._tell
        back.tells.broken, back.tells.stuck = FULL, tell
        back.lanes.work()
        desk.session.sign_out()
        sign_in(desk, back, BEN)
        back.lanes.work()
        open_at(desk).yes()
        assert only_first(back).tell != tell
        assert saved(telling) is Saved.SAVED
        back.tells.broken = None
        telling._keeper._queue._retry.timeout.emit()
        back.lanes.work()
        assert back.tells.firsts[1].tell == tell
        assert back.tells.ended == [tell]
        assert back.tells.settled == back.tells.calls

    def test_an_earlier_childs_saving_is_not_said_of_the_next(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        sign_in(desk, back)
        open_at(desk).yes()
        back.tells.broken = FULL
        back.lanes.work()
        desk.session.sign_out()
        sign_in(desk, back, BEN)
        open_at(desk).yes()
        back.lanes.work()
        assert saved(telling) is Saved.FAILED
        back.tells.broken, back.tells.stuck = FULL, telling._tell
        telling._keeper._queue._retry.timeout.emit()
        back.lanes.work()
        assert len(back.tells.firsts) == 1
        assert saved(telling) is Saved.FAILED


class TestRecordCannotBeOpened:
    def test_it_is_said_before_anybody_presses_and_records_nothing_later(
        self, desk: Desk, back: Back
    ) -> None:
        back.recipients.broken = MEDDLED
        telling = open_at(desk)
        back.lanes.work()
        assert saved(telling) is Saved.UNREADY
        assert not telling.page.has_told
        back.recipients.broken = None
        telling.open("Welcome")
        back.lanes.work()
        assert back.tells.calls == 0
        assert saved(telling) is Saved.NOTHING

    def test_yes_is_answered_by_failed_and_kept_when_it_can_be(
        self, desk: Desk, back: Back
    ) -> None:
        back.tells.unreadable = FULL
        telling = open_at(desk)
        telling.yes()
        telling.say(TAPS[0])
        back.lanes.work()
        assert saved(telling) is Saved.FAILED
        assert step(telling) is Step.DONE
        assert telling._keeper._retry.isActive()
        back.tells.unreadable = None
        telling._keeper._retry.timeout.emit()
        assert back.tells.said(only_first(back).tell) == [TAPS[0]]
        assert saved(telling) is Saved.SAVED

    def test_where_the_list_was_read_before_a_tell_goes_by_that(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        back.recipients.broken = MEDDLED
        open_at(desk).yes()
        assert len(only_first(back).tell) == 16
        assert saved(telling) is Saved.SAVED
        telling.open("Welcome")
        back.lanes.work()
        assert saved(telling) is Saved.SAVED
        assert telling.fault == str(MEDDLED)


class TestNotLive:
    def test_a_drill_is_marked_as_one_and_the_page_knows(self, desk: Desk, back: Back) -> None:
        back.recipients.reached = Reach(GROWN_UPS, live=False)
        telling = open_at(desk)
        telling.yes()
        assert only_first(back).drill
        assert not live(telling)

    def test_a_drill_stays_one_where_tell_goes_live_meanwhile(self, desk: Desk, back: Back) -> None:
        back.recipients.reached = Reach(GROWN_UPS, live=False)
        telling = open_at(desk)
        telling.yes()
        back.lanes.work()
        back.recipients.reached = Reach(GROWN_UPS, live=True)
        telling.open("Welcome")
        back.lanes.work()
        assert not live(telling)

    @pytest.mark.parametrize("known", [True, False])
    def test_where_nobody_is_set_up_nothing_is_kept(
        self, desk: Desk, back: Back, known: bool
    ) -> None:
        back.recipients.reached = Reach(Roster())
        telling = open_at(desk)
        if known:
            back.lanes.work()
        telling.yes()
        telling.say(TAPS[0])
        back.lanes.work()
        telling.say(TAPS[1])
        back.lanes.work()
        assert back.tells.calls == 0
        assert saved(telling) is Saved.TRIED
        assert not live(telling)
        telling.end()
        desk.finish_tell()
        back.lanes.work()
        assert back.tells.calls == 0

    def test_set_up_meanwhile_what_was_tried_out_stays_that(self, desk: Desk, back: Back) -> None:
        back.recipients.reached = Reach(Roster())
        telling = open_at(desk)
        telling.yes()
        back.lanes.work()
        back.recipients.reached = Reach(GROWN_UPS, live=True)
        telling.open("Welcome")
        back.lanes.work()
        telling.say(TAPS[0])
        back.lanes.work()
        assert back.tells.calls == 0
        assert saved(telling) is Saved.TRIED
        assert not live(telling)


class TestLeaving:
    def test_all_that_waits_is_given_to_the_disk(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        open_at(desk).yes()
        for tap in TAPS:
            telling.say(tap)
        desk.finish_tell()
        first = only_first(back)
        assert back.tells.said(first.tell) == list(TAPS)
        assert back.tells.ended == [first.tell]
        assert back.tells.settled == back.tells.calls

    def test_where_nobody_ever_pressed_nothing_is_made(self, desk: Desk, back: Back) -> None:
        desk.end_tell()
        desk.finish_tell()
        assert back.lanes.waiting == []
        assert "telling" not in vars(desk)
