"""Which alarms are raised, when, and each of them once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.tell.journal import Reach
from app.domain.tell.ladder import Alarm, Kind
from app.domain.tell.policy import BARE
from app.domain.tell.records import Who
from app.domain.tell.taps import Happens, Names, Place, Tap, Wants, Words
from app.flow.tell_alarms import TellAlarms
from app.flow.tell_known import Known
from app.flow.tell_past import TellPast
from tests.fakes import MORNING
from tests.tells import ROSTER, WHO, first, id_of, tell_id

KNOWN = Known(Reach(ROSTER, live=True), BARE)
ABOUT_HEAD: tuple[Tap, ...] = (Happens(Place.GROWN_UP), Names(id_of("headteacher")))


@pytest.fixture
def rung() -> list[Alarm]:
    """Return what was raised, in order."""
    return []


@pytest.fixture
def alarms(rung: list[Alarm]) -> TellAlarms:
    """Return what knows of one Tell whose first press is on its way to the disk."""
    made = TellAlarms(rung.append)
    made.watch(first(1), None, KNOWN)
    return made


def test_nothing_is_raised_before_the_disk_has_the_first_press(
    alarms: TellAlarms, rung: list[Alarm]
) -> None:
    assert rung == []
    alarms.kept(tell_id(2), 0)
    assert rung == [], "that was another Tell"
    alarms.kept(tell_id(1), 3)
    assert [one.kind for one in rung] == [Kind.FIRST]
    assert rung[0].since == first(1).at


def test_more_pieces_raise_nothing_more(alarms: TellAlarms, rung: list[Alarm]) -> None:
    for waiting in (2, 1, 0):
        alarms.kept(tell_id(1), waiting)
    assert len(rung) == 1


def test_the_inner_alarm_waits_for_the_end_and_the_last_piece(
    alarms: TellAlarms, rung: list[Alarm]
) -> None:
    alarms.kept(tell_id(1), 2)
    alarms.ended(tell_id(1), ABOUT_HEAD, MORNING, KNOWN)
    alarms.kept(tell_id(1), 1)
    assert len(rung) == 1
    alarms.kept(tell_id(1), 0)
    assert rung[1].kind is Kind.INNER
    assert set(rung[1].people) == {id_of("chair"), id_of("stand-in")}
    alarms.kept(tell_id(1), 0)
    assert len(rung) == 2


@pytest.mark.parametrize("said", [(), (Words("help"),), (Wants(id_of("dsl")),)])
def test_what_goes_the_usual_way_raises_no_inner_alarm(
    alarms: TellAlarms, rung: list[Alarm], said: tuple[Tap, ...]
) -> None:
    alarms.ended(tell_id(1), said, MORNING, KNOWN)
    alarms.kept(tell_id(1), 0)
    assert [one.kind for one in rung] == [Kind.FIRST]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ((Wants(id_of("chair")),), [(Kind.WANTED, ["chair"])]),
        ((Wants(id_of("teacher")),), [(Kind.WANTED, ["teacher"])]),
        ((Wants(id_of("nobody")),), []),
        ((Wants(id_of("teacher")), Wants(id_of("headteacher"))), []),
        ((Wants(id_of("deputy")), Names(id_of("deputy"))), []),
        ((*ABOUT_HEAD, Wants(id_of("chair"))), [(Kind.INNER, ["chair", "stand-in"])]),
        (
            (*ABOUT_HEAD, Wants(id_of("deputy"))),
            [(Kind.INNER, ["chair", "stand-in"]), (Kind.WANTED, ["deputy"])],
        ),
    ],
)
def test_who_was_wished_for_is_told_at_the_end_where_no_other_alarm_tells_them(
    alarms: TellAlarms, rung: list[Alarm], said: tuple[Tap, ...], more: list[tuple[Kind, list[str]]]
) -> None:
    alarms.ended(tell_id(1), said, MORNING, KNOWN)
    alarms.kept(tell_id(1), 0)
    found = [(one.kind, list(one.people)) for one in rung[1:]]
    assert found == [(kind, [id_of(name) for name in names]) for kind, names in more]


def test_the_first_alarm_is_the_same_whatever_is_said(
    alarms: TellAlarms, rung: list[Alarm]
) -> None:
    alarms.ended(tell_id(1), ABOUT_HEAD, MORNING, KNOWN)
    alarms.kept(tell_id(1), 0)
    plain: list[Alarm] = []
    other = TellAlarms(plain.append)
    other.watch(first(1), None, KNOWN)
    other.kept(tell_id(1), 0)
    assert rung[0] == plain[0]


def test_at_leaving_all_that_is_awaited_is_raised_at_once(
    alarms: TellAlarms, rung: list[Alarm]
) -> None:
    alarms.watch(first(2), None, KNOWN)
    alarms.ended(tell_id(2), ABOUT_HEAD, MORNING, KNOWN)
    alarms.finish()
    assert [(one.tell, one.kind) for one in rung] == [
        (tell_id(1), Kind.FIRST),
        (tell_id(2), Kind.FIRST),
        (tell_id(2), Kind.INNER),
    ]


def test_a_tell_that_nobody_watches_ends_without_an_alarm(
    alarms: TellAlarms, rung: list[Alarm]
) -> None:
    alarms.ended(tell_id(7), ABOUT_HEAD, MORNING, KNOWN)
    alarms.kept(tell_id(7), 0)
    assert rung == []


def unproved() -> Who:
    """Return the same child, signed in by name only."""
    return Who(WHO.pupil, WHO.name, WHO.class_name, proved=False)


@pytest.mark.parametrize("who", [unproved, lambda: None])
def test_nothing_is_remembered_of_who_did_not_prove_who_they_are(
    who: Callable[[], Who | None],
) -> None:
    past = TellPast()
    past.note(who(), tell_id(1))
    assert past.of(WHO) is None
    past.note(WHO, tell_id(2))
    assert past.of(who()) is None
    assert past.of(WHO) == tell_id(2)
