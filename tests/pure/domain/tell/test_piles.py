"""In which pile a Tell lies for whoever looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.tell.cases import Case, Pile
from app.domain.tell.deeds import Act, Deed, Outcome
from app.domain.tell.records import BodyId, Letter, Notice
from tests.tells import AT, first, id_of, tell_id

TELL = tell_id(1)
DSL, TEACHER = id_of("dsl"), id_of("teacher")
LETTER = Letter(TELL, frozenset({DSL}), BodyId("b0d7"), bytes(32), "9" * 32, b"", frozenset({DSL}))
NEW = Case(TELL, first(1), letter=LETTER)


def after(case: Case, *acts: Act, about: str = "") -> Case:
    """Return a Tell after the lead has done something with it."""
    deeds = [Deed(f"{at:016x}", TELL, AT, DSL, act, about) for at, act in enumerate(acts)]
    return replace(case, deeds=(*case.deeds, *deeds))


def piles(case: Case, viewer: str) -> set[Pile]:
    """Return where it lies."""
    return {pile for pile in Pile if pile is not Pile.ALL and case.lies_in(pile, id_of(viewer))}


OPENED = after(NEW, Act.OPENED)
CLOSED = after(OPENED, Act.CLOSED, about=Outcome.TALKED.value)
GIVEN = after(OPENED, Act.ASSIGNED, about=DSL)


@pytest.mark.parametrize(
    ("case", "found"),
    [
        (NEW, {Pile.TO_DO}),
        (OPENED, {Pile.TO_DO}),
        (GIVEN, {Pile.TO_DO, Pile.MINE}),
        (after(GIVEN, Act.CLOSED), {Pile.CLOSED}),
        (CLOSED, {Pile.CLOSED}),
        (after(CLOSED, Act.REOPENED), {Pile.TO_DO}),
        (after(NEW, Act.DRILL), {Pile.DRILLS}),
        (replace(NEW, letter=None), {Pile.TO_DO}),
    ],
)
def test_for_who_reads_on_it_is_to_do_until_it_is_closed(case: Case, found: set[Pile]) -> None:
    assert piles(case, "dsl") == found
    assert case.lies_in(Pile.ALL, DSL)


def test_who_only_looks_has_it_to_do_until_somebody_opened_it() -> None:
    """They cannot close it, and are not told when it is."""
    notice = Case(TELL, notice=Notice(TELL, AT, "Library 1", "Welcome"))
    for case in (NEW, notice):
        assert piles(case, "teacher") == {Pile.TO_DO}
        assert piles(after(case, Act.OPENED), "teacher") == set()
        assert after(case, Act.OPENED).lies_in(Pile.ALL, TEACHER)
