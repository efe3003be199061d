"""Attempts made up for tests: realistic ones, and any at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from app.domain.attempt import Act, Attempt
from app.domain.ids import AttemptId, IdeaId, KioskId, PupilId, RunId
from app.domain.kind import Answer, Sure

AMINA, BEN = PupilId("a1b2c3d4e5f6"), PupilId("0123456789ab")
BEGIN = datetime(2026, 3, 2, 9, 15, 0, 250_000, tzinfo=UTC)

_ANSWER = Attempt(
    id=AttemptId("0" * 16),
    kiosk=KioskId("5eed0001"),
    seq=1,
    at=BEGIN,
    run=RunId("c0ffee01"),
    content="lesson:new-friend-in-the-game",
    version="5d41402abc4b",
    act=Act.ANSWER,
    place="robo-asks-again",
    answer=Answer(("not-telling",), Sure.THINK_SO),
    right=True,
    asked="Robo99 wants to know which school Amina goes to. What shall she say to him?",
    said="I don't say that online. Shall we build the bridge?",
)
_ON = replace(
    _ANSWER, act=Act.ON, place="the-bridge-again", answer=None, right=None, asked="", said=""
)
_WRONG = replace(
    _ANSWER,
    answer=Answer(("tell-the-school",), Sure.SURE),
    right=False,
    ideas=(IdeaId("a-school-is-no-private-fact"),),
    said="It's Hillside School, next to the big park!",
)
_START = replace(_ON, act=Act.START, place="hello-in-the-game")
_BACK = replace(_ON, act=Act.BACK, place="robo-asks-again", step=3)
_END = replace(_ON, act=Act.END, place="the-bridge-is-built")
_LESSON = (_START, *(_ON, _ANSWER) * 4, _BACK, *(_WRONG, _ON) * 2, _ON, _END)


def deed(number: int, **changes: object) -> Attempt:
    """Return the attempt of this number (from 1) in a history as a lesson leaves it."""
    model = _LESSON[(number - 1) % len(_LESSON)]
    made = replace(
        model,
        id=AttemptId(f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"),
        seq=number,
        at=BEGIN + timedelta(seconds=11.017 * number),
        run=RunId(f"{(number - 1) // len(_LESSON) * 0x9E3779B9 % 2**32:08x}"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field of an attempt


def history(length: int) -> tuple[Attempt, ...]:
    """Return so many attempts, one after another."""
    return tuple(deed(number) for number in range(1, length + 1))


_IDS = st.text("0123456789abcdef", min_size=8, max_size=16)
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds have no zone
_ANSWERS = st.builds(
    Answer,
    st.lists(_WORDS, max_size=4).map(tuple),
    st.one_of(st.none(), st.sampled_from(Sure)),
)
ATTEMPTS = st.builds(
    Attempt,
    id=_IDS.map(AttemptId),
    kiosk=_IDS.map(KioskId),
    seq=st.integers(0, 2**53),
    at=_TIMES,
    run=_IDS.map(RunId),
    content=_WORDS,
    version=_WORDS,
    act=st.sampled_from(Act),
    place=_WORDS,
    step=st.one_of(st.none(), st.integers(0, 99)),
    answer=st.one_of(st.none(), _ANSWERS),
    right=st.one_of(st.none(), st.booleans()),
    ideas=st.lists(_IDS.map(IdeaId), max_size=3).map(tuple),
    asked=_WORDS,
    said=_WORDS,
)
"""Any attempt at all."""
