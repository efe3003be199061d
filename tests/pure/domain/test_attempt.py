"""Attempts in order: histories of several PCs join by union, whatever their clocks said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.attempt import Act, Attempt, Deed, answered, in_order, numbered
from app.domain.ids import AttemptId, KioskId, Number, RunId
from app.domain.kind import Answer, Sure
from tests.deeds import ATTEMPTS, BEGIN, deed
from tests.stories import GO, choice

A, B = KioskId("aaaaaaaa"), KioskId("bbbbbbbb")


def made(kiosk: KioskId, seq: int, minute: int) -> Attempt:
    """Return an attempt of a kiosk, recorded when its clock said this minute."""
    at = BEGIN + timedelta(minutes=minute)
    return deed(1, id=AttemptId(f"{kiosk[:1]}{seq:015x}"), kiosk=kiosk, seq=seq, at=at)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Attempt, ...]:
    """Any attempts of up to three kiosks with clocks that jump about."""
    kiosks = st.sampled_from([A, B, KioskId("cccccccc")])
    places = draw(st.sets(st.tuples(kiosks, st.integers(1, 9)), max_size=14))
    return tuple(made(kiosk, seq, draw(st.integers(-30, 30))) for kiosk, seq in sorted(places))


def marks(attempts: tuple[Attempt, ...]) -> list[tuple[str, int]]:
    """Return kiosk and number of each."""
    return [(one.kiosk[:1], one.seq) for one in attempts]


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_is_the_same_however_they_come(
    attempts: tuple[Attempt, ...], chance: Random
) -> None:
    mixed = list(attempts)
    chance.shuffle(mixed)
    assert in_order(tuple(mixed)) == in_order(attempts)


@given(histories(), histories())
def test_union_is_commutative(one: tuple[Attempt, ...], other: tuple[Attempt, ...]) -> None:
    other = tuple(attempt for attempt in other if attempt.id not in {mine.id for mine in one})
    assert in_order(one + other) == in_order(other + one)


@given(histories(), st.integers(0, 14), st.integers(0, 14))
def test_union_is_associative(attempts: tuple[Attempt, ...], cut: int, other: int) -> None:
    low, high = sorted((cut, other))
    one, two, three = attempts[:low], attempts[low:high], attempts[high:]
    left = in_order(in_order(one + two) + three)
    assert left == in_order(one + in_order(two + three))


@given(histories())
def test_union_with_itself_changes_nothing(attempts: tuple[Attempt, ...]) -> None:
    once = in_order(attempts)
    assert in_order(attempts + attempts) == once
    assert in_order(once) == once
    assert sorted(one.id for one in once) == sorted(one.id for one in attempts)


@given(histories())
def test_within_a_kiosk_the_number_counts_and_not_the_clock(attempts: tuple[Attempt, ...]) -> None:
    ordered = in_order(attempts)
    for kiosk in {one.kiosk for one in ordered}:
        numbers = [one.seq for one in ordered if one.kiosk == kiosk]
        assert numbers == sorted(numbers)


@given(histories())
def test_no_attempt_is_changed(attempts: tuple[Attempt, ...]) -> None:
    assert set(in_order(attempts)) == set(attempts)


def test_two_kiosks_are_joined_by_time() -> None:
    joined = in_order((made(A, 1, 0), made(A, 2, 20), made(B, 1, 10), made(B, 2, 30)))
    assert marks(joined) == [("a", 1), ("b", 1), ("a", 2), ("b", 2)]


def test_a_clock_set_back_puts_nothing_before_what_was_done_before() -> None:
    joined = in_order((made(A, 1, 20), made(A, 2, -500), made(B, 1, 10), made(B, 2, 30)))
    assert marks(joined) == [("b", 1), ("a", 1), ("a", 2), ("b", 2)]


def test_a_clock_set_forward_and_back_lifts_what_came_between() -> None:
    joined = in_order(
        (made(A, 1, 0), made(A, 2, 60), made(A, 3, 5), made(B, 1, 30), made(B, 2, 61))
    )
    assert marks(joined) == [("a", 1), ("b", 1), ("a", 2), ("a", 3), ("b", 2)]


def test_at_the_same_moment_the_kiosk_decides_and_every_pc_agrees() -> None:
    assert marks(in_order((made(B, 1, 0), made(A, 7, 0)))) == [("a", 7), ("b", 1)]


def test_nothing_in_order_is_nothing() -> None:
    assert in_order(()) == ()


def test_an_attempt_tells_how_sure_the_pupil_was() -> None:
    sure = replace(deed(1), act=Act.ANSWER, answer=Answer(("a",), Sure.NOT_SURE))
    assert sure.sure is Sure.NOT_SURE
    assert replace(sure, answer=Answer(("a",))).sure is None
    assert replace(sure, answer=None).sure is None


@given(ATTEMPTS)
def test_a_deed_loses_nothing_when_it_gets_its_number(whole: Attempt) -> None:
    assert numbered(whole, whole.id, Number(whole.kiosk, whole.seq), whole.at) == whole


def test_an_answer_is_kept_with_its_verdict_and_the_words_that_were_shown() -> None:
    bare = Deed(RunId("r"), "lesson:park", "v1", Act.ANSWER, "ask")
    full = answered(bare, choice("Where to?").activity, GO)
    assert (full.answer, full.right, full.ideas) == (GO, False, ("going-is-fine",))
    assert (full.asked, full.said) == ("Where to?", "Go")
    assert (full.run, full.act, full.place) == (bare.run, bare.act, bare.place)


def test_the_words_on_the_disk_never_change() -> None:
    assert [act.value for act in Act] == ["start", "answer", "on", "back", "end"]
    assert [sure.value for sure in Sure] == ["sure", "think-so", "not-sure"]
