"""What is on its way to staff: nothing is lost, nothing said twice, no ladder sees the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from app.domain.tell.ladder import Alarm, Kind, Step, lost_alarm
from app.domain.tell.message import MessageId, Standing
from app.domain.tell.people import PersonId, Role
from app.domain.tell.post import KEPT, Health, Post, Posting
from app.domain.tell.records import TellId
from app.domain.tell.schooltime import SchoolTime
from tests.fakes import MORNING

TELL, OTHER = TellId("7e11" * 4), TellId("07e4" * 4)
A, B, C, D, DEPUTY = (PersonId(letter * 8) for letter in "abcde")
ALL = frozenset((A, B, C, D, DEPUTY))
FIRST = Alarm(
    TELL,
    Kind.FIRST,
    (Step(0, (A,)), Step(15, (B,)), Step(30, (DEPUTY,))),
    frozenset((A, B)),
    MORNING,
    (Role.DSL, Role.HEAD),
)
INNER = Alarm(TELL, Kind.INNER, (Step(0, (C, D)),), frozenset((C, D)), MORNING)
NEVER = "the server did not answer"


def ids(first: int = 1) -> Callable[[], MessageId]:
    """Return a maker of ids that can be foretold."""
    numbers = count(first)
    return lambda: MessageId(f"{next(numbers):032x}")


def after(minutes: float) -> datetime:
    """Return a moment after the press."""
    return MORNING + timedelta(minutes=minutes)


def stepped(post: Post, minutes: float = 0, reachable: frozenset[PersonId] = ALL) -> Post:
    """Return the post after the ladder was looked at."""
    fresh = ids()
    used = {one.message.id for one in post.postings}

    def new_id() -> MessageId:
        return next(one for one in iter(fresh, None) if one not in used)

    return post.stepped(SchoolTime(), reachable, after(minutes), new_id)


def raised(*alarms: Alarm) -> Post:
    """Return the post right after alarms."""
    post = Post()
    for one in alarms:
        post = post.raised(one)
    return stepped(post)


def to_whom(post: Post) -> list[PersonId]:
    """Return whom the messages are for."""
    return [one.message.to_person for one in post.postings]


def waiting(post: Post, now: datetime = MORNING) -> Posting:
    """Return what is to be tried now."""
    found = post.next(now)
    assert found is not None
    return found


def delivered(post: Post, minutes: float = 0) -> Post:
    """Return the post after all that is due was taken."""
    now = after(minutes)
    while (one := post.next(now)) is not None:
        post = post.delivered(one.message.id, now)
    return post


def test_a_raised_alarm_makes_one_message_for_the_first_person() -> None:
    post = raised(FIRST)
    assert to_whom(post) == [A]
    assert post.alarms == (replace(FIRST, told=(A,)),)
    assert waiting(post).message.subject == "1 new Tell: open the desk"


def test_looking_again_makes_no_second_message() -> None:
    post = raised(FIRST)
    assert stepped(stepped(post, 1), 14) == post


def test_raised_twice_it_is_raised_once() -> None:
    post = raised(FIRST)
    assert post.raised(replace(FIRST, since=after(3))) == post


def test_each_step_is_a_message_of_its_own() -> None:
    post = stepped(raised(FIRST), 15)
    assert to_whom(post) == [A, B]
    assert len({one.message.id for one in post.postings}) == 2


def test_what_was_taken_is_not_sent_again() -> None:
    post = delivered(raised(FIRST))
    assert post.next(after(1_000)) is None
    assert post.reached(TELL)
    assert not post.reached(OTHER)


def test_what_failed_is_tried_again_under_the_same_id_with_growing_pauses() -> None:
    post, now, waits = raised(FIRST), MORNING, []
    first = waiting(post).message
    for _ in range(8):
        one = waiting(post, now)
        assert one.message == first
        post = post.failed(first.id, NEVER, now)
        wait = next(s for s in range(1, 1_000) if post.next(now + timedelta(seconds=s)))
        waits.append(wait)
        now += timedelta(seconds=wait)
    assert waits == [30, 60, 120, 300, 600, 600, 600, 600]
    assert post.postings[0].tries == 8


def test_a_clock_set_back_does_not_put_a_try_off_for_long() -> None:
    post = raised(FIRST)
    post = post.failed(waiting(post).message.id, NEVER, after(10_000))
    assert post.next(after(10_000)) is None
    assert post.next(MORNING) is not None


def test_a_clock_set_back_does_not_stop_a_ladder() -> None:
    post = stepped(delivered(raised(FIRST)), -1_440)
    assert to_whom(post) == [A]
    assert to_whom(stepped(post, -1_440 + 15)) == [A, B]
    assert to_whom(stepped(stepped(post, -1_440 + 15), -1_440 + 30)) == [A, B, DEPUTY]


def test_a_first_ladder_waits_for_nothing_else() -> None:
    day = Post().digested("2026-03-02", {A: Standing(0, ("h",))}, after(-60), ids())
    post = stepped(day.raised(INNER).raised(replace(FIRST, since=after(5))), 5)
    order = []
    while (one := post.next(after(5))) is not None:
        order.append(one.of and one.of[1])
        post = post.delivered(one.message.id, after(5))
    assert order == [Kind.FIRST, Kind.INNER, Kind.INNER, None]


def test_one_that_fails_lets_the_next_of_its_rank_go_first() -> None:
    post = raised(FIRST, replace(FIRST, tell=OTHER, since=after(1)))
    first = waiting(post)
    post = post.failed(first.message.id, NEVER, MORNING)
    second = waiting(post, after(5))
    assert second.of == (OTHER, Kind.FIRST)


def test_once_opened_nothing_more_of_it_is_sent() -> None:
    post = stepped(raised(FIRST), 15).opened(TELL, B, after(16))
    assert post.next(after(16)) is None
    assert to_whom(stepped(post, 100)) == []


def test_what_was_taken_before_it_was_opened_stays_known() -> None:
    post = delivered(raised(FIRST)).opened(TELL, A, after(2))
    assert post.reached(TELL)


def test_opening_one_tell_leaves_another_alone() -> None:
    post = raised(FIRST, replace(FIRST, tell=OTHER)).opened(OTHER, A, MORNING)
    assert [one.of for one in post.postings] == [(TELL, Kind.FIRST)]


def test_an_open_by_the_chair_does_not_stop_the_first_ladder() -> None:
    post = delivered(raised(FIRST, INNER)).opened(TELL, C, after(1))
    assert to_whom(stepped(post, 15))[-1] == B
    assert not post.is_opened(TELL)


def test_who_cannot_open_it_is_asked_to_find_who_can_and_ends_nothing() -> None:
    post = stepped(raised(FIRST), 30)
    asked = {one.message.to_person: one.message for one in post.postings}
    assert asked[B].subject == "1 new Tell: open the desk"
    assert asked[DEPUTY].subject == "A Tell has not been opened yet: please find who can"
    assert "- the safeguarding lead\n- the headteacher\n" in asked[DEPUTY].body
    assert post.opened(TELL, DEPUTY, after(31)) == post
    assert post.opened(TELL, A, after(31)).is_opened(TELL)


def test_who_has_the_first_press_can_be_told_how_many_wait() -> None:
    post = raised(FIRST, INNER, replace(FIRST, tell=OTHER))
    assert (post.unopened(A), post.unopened(C), post.unopened(DEPUTY)) == (2, 0, 0)
    assert post.opened(OTHER, B, after(1)).unopened(A) == 1
    assert post.unopened(DEPUTY, frozenset((A, DEPUTY))) == 2, "who came later can open them too"


def test_an_inner_ladder_leaves_no_trace_once_it_is_done() -> None:
    post = delivered(raised(FIRST, INNER))
    assert {C, D} <= set(to_whom(post)), "all of them at once"
    done = stepped(post, 1)
    assert {one.key for one in done.alarms} == {FIRST.key}
    assert set(to_whom(done)) == {A}
    opened = stepped(raised(FIRST, INNER).opened(TELL, C, after(2)), 3)
    assert set(to_whom(opened)) == {A}


def test_who_was_wished_for_reads_what_a_first_rung_reads_and_it_leaves_no_trace() -> None:
    wanted = Alarm(TELL, Kind.WANTED, (Step(0, (D,)),), frozenset((D,)), MORNING)
    post = raised(FIRST, wanted)
    words = {(one.message.subject, one.message.body) for one in post.postings}
    assert set(to_whom(post)) == {A, D}
    assert len(words) == 1
    assert post.opened(TELL, D, MORNING).unopened(A) == 1
    done = stepped(delivered(post), 1)
    assert {one.key for one in done.alarms} == {FIRST.key}
    assert to_whom(done) == [A]


@pytest.mark.parametrize("kind", [Kind.INNER, Kind.WANTED])
def test_who_has_no_address_yet_hears_of_an_inner_ladder_within_a_week(kind: Kind) -> None:
    alarm = replace(INNER, kind=kind)
    post = stepped(Post().raised(alarm), 0, frozenset((C,)))
    assert to_whom(post) == [C]
    days = 24 * 60
    later = stepped(delivered(post), 6 * days)
    assert to_whom(later) == [C, D]
    assert stepped(delivered(later, 6 * days), 6 * days + 1) == Post()
    nobody = stepped(Post().raised(alarm), 0, frozenset())
    assert stepped(nobody, 6 * days, frozenset()).alarms != ()
    assert stepped(nobody, 7 * days, frozenset()) == Post(), "it would show on the disk for ever"


def test_one_who_came_later_and_gets_first_presses_ends_a_first_ladder_alone() -> None:
    post = raised(FIRST, INNER)
    assert not post.opened(TELL, DEPUTY, after(1)).is_opened(TELL)
    ended = post.opened(TELL, DEPUTY, after(1), frozenset((A, DEPUTY)))
    assert ended.is_opened(TELL)
    assert [one.opened_at for one in ended.alarms if one.kind is Kind.INNER] == [None]


def test_a_list_that_was_lost_is_told_to_all_until_one_of_them_looks() -> None:
    post = stepped(Post().raised(lost_alarm((A, B, C), frozenset((A, B)), MORNING)))
    assert to_whom(post) == [A, B, C]
    assert "Tells may be waiting" in post.postings[0].message.subject
    assert post.health(MORNING, channel=True) == Health(channel=True, lost=True)
    assert delivered(post).opened(OTHER, C, MORNING).is_lost
    looked = delivered(post).opened(OTHER, B, MORNING)
    assert not looked.is_lost
    assert stepped(looked, 24 * 60) == Post()


BROKEN_OFF = Alarm(TELL, Kind.BROKEN_OFF, (Step(0, (C, D)),), frozenset(), MORNING)


def test_of_a_broken_off_tell_all_read_the_same_whoever_opens_it() -> None:
    post = raised(BROKEN_OFF).opened(TELL, C, MORNING)
    assert {one.message.subject for one in post.postings} == {
        "A Tell may have been cut short: please look at the desk"
    }
    assert to_whom(post) == [C, D]
    assert post.health(after(100), channel=True) == Health(channel=True)
    assert not post.reached(TELL)


def test_who_gets_an_address_later_hears_of_a_broken_off_tell_once() -> None:
    post = stepped(Post().raised(BROKEN_OFF), 0, frozenset((C,)))
    assert to_whom(post) == [C]
    later = stepped(delivered(post), 60)
    assert to_whom(later) == [C, D]
    assert later.raised(BROKEN_OFF) == later, "found again at the next start"


def test_an_opened_alarm_is_kept_for_a_day_and_an_unopened_one_for_a_month() -> None:
    opened = delivered(raised(FIRST)).opened(TELL, A, MORNING)
    assert stepped(opened, 23 * 60).alarms != ()
    assert stepped(opened, 24 * 60) == Post()
    never = delivered(stepped(raised(FIRST), 60), 60)
    month = KEPT.total_seconds() / 60
    assert stepped(never, month - 1).alarms != ()
    assert stepped(never, month) == Post()


def test_an_alarm_that_reached_nobody_yet_is_never_dropped() -> None:
    assert stepped(raised(FIRST), 10 * KEPT.total_seconds()).next(after(1)) is not None


def test_a_digest_goes_to_each_with_their_own_count_and_replaces_yesterdays() -> None:
    post = raised(FIRST).digested(
        "2026-03-02", {A: Standing(1, ("h",)), C: Standing(0, ("h",))}, MORNING, ids()
    )
    subjects = {one.message.to_person: one.message.subject for one in post.postings[1:]}
    assert subjects == {
        A: "Be SMART is working: 1 new Tell",
        C: "Be SMART is working: 0 new Tells",
    }
    assert post.digest_day == "2026-03-02"
    later = post.digested("2026-03-03", {C: Standing(0, ("i",))}, after(1_440), ids())
    assert to_whom(later) == [A, C]
    assert post.digested("2026-03-03", {}, after(1_440), ids()) == post


def test_health_is_good_while_messages_are_taken() -> None:
    assert delivered(raised(FIRST)).health(after(100), channel=True) == Health(channel=True)
    assert Post().health(MORNING, channel=False) == Health()


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (9.9, False), (10, True), (-5, True)])
def test_after_ten_minutes_without_any_delivery_it_says_so(minutes: float, late: bool) -> None:
    post = raised(FIRST)
    post = post.failed(waiting(post).message.id, NEVER, MORNING)
    health = post.health(after(minutes), channel=True)
    assert (health.late, health.fault) == (late, NEVER)


def test_without_any_address_it_is_late_as_well() -> None:
    post = stepped(Post().raised(FIRST), 0, frozenset())
    assert post.health(after(11), channel=False) == Health(late=True)


def test_late_is_said_of_each_tell_by_itself() -> None:
    late = raised(FIRST)
    late = late.failed(waiting(late).message.id, NEVER, MORNING)
    both = delivered(late.raised(replace(FIRST, tell=OTHER, since=after(11))), 11)
    assert not both.late(TELL, after(11)), "it was tried again, and taken"
    assert late.late(TELL, after(11))
    assert not late.late(OTHER, after(11))


def test_once_it_is_taken_or_opened_it_is_not_late_any_more() -> None:
    late = raised(FIRST)
    late = late.failed(waiting(late).message.id, NEVER, MORNING)
    assert delivered(late, 20).health(after(20), channel=True) == Health(channel=True)
    assert late.opened(TELL, B, after(19)).health(after(20), channel=True) == Health(channel=True)


def test_what_was_read_late_is_joined_with_what_came_before() -> None:
    kept = delivered(stepped(raised(FIRST), 15))
    early = raised(FIRST, replace(FIRST, tell=OTHER))
    joined = kept.merged(early)
    assert [one.key for one in joined.alarms] == [FIRST.key, (OTHER, Kind.FIRST)]
    assert [one.of for one in joined.postings if one.of != FIRST.key] == [(OTHER, Kind.FIRST)]
    assert Post().merged(early) == early
