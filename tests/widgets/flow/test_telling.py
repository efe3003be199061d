"""Two taps to a record, each further tap kept as made, and no two children ever in one Tell."""

from __future__ import annotations

import pytest

from app.domain.school import Pupil
from app.domain.tell.policy import BARE
from app.domain.tell.records import Who
from app.domain.tell.story import Step
from app.domain.tell.taps import (
    MOST_TAPS,
    About,
    Called,
    Happens,
    Names,
    Place,
    Words,
    Worry,
)
from app.flow.desk import Desk
from app.flow.tasks import Lane
from app.flow.telling import Saved, Telling
from tests.widgets.desks import (
    AMINA,
    BEN,
    CHAIR,
    GROWN_UPS,
    HEAD,
    LEAD,
    STAND_IN,
    ZOE,
    Back,
    sign_in,
)
from tests.widgets.tellings import TAPS, only_first, open_at, saved, step


class TestTwoPresses:
    def test_they_make_one_first_record(self, desk: Desk, back: Back, telling: Telling) -> None:
        open_at(desk, "Who are you?").yes()
        first = only_first(back)
        assert (first.kiosk, first.page, first.who) == ("Library 1", "Who are you?", None)
        assert first.at == back.clock.now()
        assert not first.drill
        assert back.tells.circles == [frozenset({LEAD.id, HEAD.id})]
        assert back.tells.details == []
        assert saved(telling) is Saved.SAVED

    def test_it_is_saved_only_when_the_disk_said_so(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        assert saved(telling) is Saved.SAVING
        back.lanes.work()
        assert saved(telling) is Saved.SAVED

    def test_pressed_twice_it_is_still_one(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        telling.yes()
        assert len(only_first(back).tell) == 16

    def test_not_now_records_nothing(self, desk: Desk, back: Back, telling: Telling) -> None:
        open_at(desk)
        back.lanes.work()
        telling.say(Words("nobody said Yes"))
        desk.end_tell()
        desk.finish_tell()
        back.lanes.work()
        assert back.tells.calls == 0
        assert not telling.page.has_told

    @pytest.mark.usefixtures("telling")
    def test_who_told_is_kept_as_they_were_called(self, desk: Desk, back: Back) -> None:
        sign_in(desk, back)
        open_at(desk).yes()
        assert only_first(back).who == Who(AMINA.id, AMINA.full_name, "Owl", proved=False)

    @pytest.mark.usefixtures("telling")
    def test_secret_pictures_are_noted_with_it(self, desk: Desk, back: Back) -> None:
        sign_in(desk, back, ZOE)
        open_at(desk).yes()
        assert only_first(back).who == Who(ZOE.id, ZOE.full_name, "Otter", proved=True)

    @pytest.mark.usefixtures("telling")
    def test_it_goes_on_a_lane_of_its_own(self, desk: Desk, back: Back) -> None:
        open_at(desk).yes()
        assert set(back.lanes.waiting) == {Lane.TELL}


class TestMore:
    def test_taps_are_kept_in_order_each_as_it_is_made(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        first = only_first(back)
        for number, tap in enumerate(TAPS, 1):
            telling.say(tap)
            back.lanes.work()
            assert back.tells.said(first.tell) == list(TAPS[:number])
        assert telling.page.taps == TAPS
        assert saved(telling) is Saved.SAVED

    def test_quick_taps_keep_their_order(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        for tap in TAPS:
            telling.say(tap)
        assert back.tells.said(only_first(back).tell) == list(TAPS)

    def test_one_card_may_say_two_things(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        telling.say(About("unkind"), Happens(Place.GROWN_UP))
        assert len(back.tells.said(only_first(back).tell)) == 2
        assert telling.page.readers == {CHAIR.id, STAND_IN.id}

    def test_the_page_says_who_will_see_it_from_now_on(self, telling: Telling) -> None:
        telling.open("Welcome")
        assert telling.page.readers == {LEAD.id, HEAD.id}
        telling.yes()
        telling.say(Happens(Place.GROWN_UP))
        telling.say(Names(LEAD.id))
        assert LEAD.id not in telling.page.readers

    def test_every_tap_is_sealed_for_what_is_known_by_then(
        self, back: Back, telling: Telling
    ) -> None:
        telling.open("Welcome")
        telling.yes()
        telling.say(About("unkind"))
        telling.say(Names(HEAD.id))
        back.lanes.work()
        inner = [addressed.circles.inner for _, addressed in back.tells.details]
        assert inner[0] == {LEAD.id, HEAD.id}
        assert HEAD.id not in inner[1]

    def test_questions_follow_each_other_and_can_be_skipped(self, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        seen = [telling.page.step]
        while telling.page.step is not Step.DONE:
            telling.skip()
            seen.append(telling.page.step)
        assert seen == [
            Step.NAME,
            Step.ABOUT,
            Step.PLACE,
            Step.WANTS,
            Step.WORRY,
            Step.COMES,
            Step.WORDS,
            Step.DONE,
        ]

    def test_one_may_go_back_and_choose_otherwise(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        telling.skip()
        telling.say(About("unkind"))
        assert telling.page.goes_back
        assert telling.back()
        assert step(telling) is Step.ABOUT
        telling.say(About("screen"))
        said = back.tells.said(only_first(back).tell)
        assert said == [About("unkind"), About("screen")]

    def test_before_the_first_question_there_is_no_way_back(self, telling: Telling) -> None:
        telling.open("Welcome")
        assert not telling.back()
        telling.yes()
        assert not telling.page.goes_back
        assert not telling.back()

    def test_the_same_sitting_adds_to_its_tell(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        telling.open("Who are you?")
        assert step(telling) is Step.DONE
        telling.yes()
        telling.more()
        assert step(telling) is Step.NAME
        telling.say(TAPS[0])
        assert back.tells.said(only_first(back).tell) == [TAPS[0]]

    def test_more_than_the_most_is_not_taken(self, back: Back, telling: Telling) -> None:
        telling.open("Welcome")
        telling.yes()
        for _ in range(MOST_TAPS + 3):
            telling.say(Worry(1))
        assert step(telling) is Step.DONE
        assert len(back.tells.said(only_first(back).tell)) == MOST_TAPS
        assert saved(telling) is Saved.SAVED

    def test_a_name_may_be_given_by_one_who_is_not_signed_in(
        self, back: Back, telling: Telling
    ) -> None:
        telling.open("Welcome")
        telling.yes()
        assert step(telling) is Step.NAME
        called = Called(AMINA.id, AMINA.full_name, "Owl")
        telling.say(called)
        assert step(telling) is Step.ABOUT
        assert not telling.page.goes_back
        first = only_first(back)
        assert first.who is None
        assert back.tells.said(first.tell) == [called]

    def test_one_who_is_signed_in_is_not_asked_for_a_name(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        sign_in(desk, back)
        open_at(desk).yes()
        assert step(telling) is Step.ABOUT


class TestOneTellASitting:
    """Signing in, signing out and Welcome end it; two children never merge."""

    @pytest.fixture
    def told(self, desk: Desk, back: Back, telling: Telling) -> Telling:
        """Return the controller after Amina has told."""
        sign_in(desk, back)
        open_at(desk).yes()
        telling.say(TAPS[0])
        back.lanes.work()
        return telling

    def test_signing_out_ends_it_and_nothing_is_left(
        self, desk: Desk, back: Back, told: Telling
    ) -> None:
        desk.session.sign_out()
        back.lanes.work()
        assert back.tells.ended == [back.tells.firsts[0].tell]
        assert back.tells.settled == back.tells.calls
        assert (told.page.taps, told.page.step) == ((), Step.ASK)
        assert not told.page.has_told

    def test_the_next_childs_tell_is_another(self, desk: Desk, back: Back, told: Telling) -> None:
        desk.session.sign_out()
        sign_in(desk, back, BEN)
        open_at(desk, "My path").yes()
        told.say(TAPS[1])
        back.lanes.work()
        mine, theirs = back.tells.firsts
        assert mine.tell != theirs.tell
        assert [one.who.name for one in (mine, theirs) if one.who] == ["Amina K", "Ben C"]
        assert back.tells.said(mine.tell) == [TAPS[0]]
        assert back.tells.said(theirs.tell) == [TAPS[1]]

    def test_what_is_told_before_signing_in_is_no_part_of_it(
        self, desk: Desk, back: Back, telling: Telling
    ) -> None:
        open_at(desk).yes()
        sign_in(desk, back, BEN)
        back.lanes.work()
        assert back.tells.ended == [back.tells.firsts[0].tell]
        assert not telling.page.has_told

    @pytest.mark.usefixtures("told")
    def test_ended_twice_it_ends_once(self, desk: Desk, back: Back) -> None:
        desk.end_tell()
        desk.end_tell()
        back.lanes.work()
        assert len(back.tells.ended) == 1

    @pytest.mark.usefixtures("told")
    def test_the_page_where_it_began_is_forgotten(self, desk: Desk, back: Back) -> None:
        desk.session.sign_out()
        open_at(desk, "").yes()
        back.lanes.work()
        assert [one.page for one in back.tells.firsts] == ["Welcome", ""]


def test_without_a_policy_a_child_can_still_tell(desk: Desk, back: Back) -> None:
    back.policy = BARE
    telling = open_at(desk)
    telling.yes()
    back.lanes.work()
    assert [one.id for one in telling.page.policy.categories] == ["something-else"]


def test_nobody_who_left_the_sitting_is_in_memory(desk: Desk, back: Back, telling: Telling) -> None:
    pupil: Pupil = AMINA
    sign_in(desk, back, pupil)
    open_at(desk).yes()
    telling.say(Words("only for a grown-up"))
    back.lanes.work()
    desk.session.sign_out()
    back.lanes.work()
    held = [telling.page, telling._keeper._told, telling._keeper._early, telling._keeper._queue]
    assert "only for a grown-up" not in repr(held)
    assert list(telling._keeper._queue._pieces) == []


def test_what_a_press_needs_is_made_ready_while_the_child_reads(desk: Desk, back: Back) -> None:
    telling = open_at(desk)
    back.lanes.work()
    circle, addressed = back.tells.expected[-1]
    telling.yes()
    back.lanes.work()
    assert back.tells.circles == [circle]
    assert addressed.roster == GROWN_UPS
