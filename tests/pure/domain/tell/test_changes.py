"""What a list changes is said in full; who must write Tells anew is found from the lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.ids import ClassId
from app.domain.tell.changes import (
    Difference,
    Unfit,
    What,
    differences,
    why_not,
    with_person,
    written_for,
)
from app.domain.tell.lists import Kiosk, Listing, is_cover_only, without
from app.domain.tell.people import Person, Role, Roster
from app.domain.tell.setup import Missing
from tests.tells import ROSTER, id_of, person

OLD = Listing(ROSTER, live=True)
DSL = ROSTER.people[0]
NEW = person("new", Role.DEPUTY)


def changed(**values: object) -> Listing:
    """Return the next list, with something else in it."""
    return replace(OLD, roster=replace(ROSTER, **values))  # type: ignore[arg-type]  # by name


def test_nothing_changed_is_no_difference() -> None:
    assert differences(OLD, OLD) == ()


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (NEW, [What.JOINS]),
        (replace(NEW, box_key=b""), [What.IS_NAMED]),
        (replace(DSL, left=True), [What.LEAVES]),
        (replace(DSL, box_key=b"k" * 32), [What.KEY]),
        (replace(DSL, sign_key=b"k" * 32), [What.KEY]),
        (replace(DSL, roles=frozenset({Role.TEACHER})), [What.ROLES]),
        (replace(DSL, classes=(ClassId("owl"),)), [What.CLASSES]),
        (replace(DSL, title="Mrs Reed"), [What.TITLE]),
        (replace(DSL, face="other"), [What.TITLE]),
        (replace(DSL, left=True, title="Mrs Reed"), [What.LEAVES, What.TITLE]),
    ],
)
def test_what_becomes_of_somebody_is_said(after: Person, found: list[What]) -> None:
    new = replace(OLD, roster=with_person(ROSTER, after))
    assert differences(OLD, new) == tuple(Difference(one, after) for one in found)


def test_switches_are_said_with_how_they_stand() -> None:
    assert differences(OLD, changed(covering=True)) == (Difference(What.COVERING),)
    assert differences(changed(teacher_sees=True), OLD) == (
        Difference(What.TEACHER_SEES, on=False),
    )


@pytest.mark.parametrize(
    "new",
    [
        changed(escrow=b"e" * 32),
        changed(escrow_sign=b"e" * 32),
        changed(people=ROSTER.people[1:]),
        replace(OLD, live=False),
        replace(OLD, kiosks=(Kiosk("Other", b"k" * 32, b"d" * 32),)),
    ],
)
def test_what_no_page_can_change_is_said_too(new: Listing) -> None:
    assert What.OTHER in [one.what for one in differences(OLD, new)]


def test_a_list_needs_two_holders_offices_and_titles() -> None:
    few = Roster(1, (DSL, replace(NEW, left=True)))
    assert why_not(ROSTER, few) is Unfit.FEW_HOLDERS
    assert why_not(ROSTER, with_person(ROSTER, replace(NEW, roles=frozenset()))) is Unfit.NO_ROLE
    same = with_person(ROSTER, replace(NEW, title=DSL.title.upper()))
    assert why_not(ROSTER, same) is Missing.SAME_TITLE
    assert why_not(ROSTER, with_person(ROSTER, replace(NEW, title=" "))) is Missing.NO_TITLE
    assert why_not(ROSTER, with_person(ROSTER, NEW)) is None


def test_a_chair_who_works_at_the_school_is_refused_unless_it_was_so() -> None:
    chair = ROSTER.person(id_of("chair"))
    assert chair is not None
    both = with_person(ROSTER, replace(chair, roles=chair.roles | {Role.TEACHER}))
    assert why_not(ROSTER, both) is Missing.OUTSIDER
    assert why_not(both, with_person(both, NEW)) is None


def history(*rosters: Roster) -> list[Listing]:
    """Return lists one after another."""
    return [
        Listing(replace(one, version=number)) for number, one in enumerate((ROSTER, *rosters), 1)
    ]


def test_tells_are_written_anew_for_the_last_list_that_changes_who_reads() -> None:
    joined = with_person(ROSTER, NEW)
    assert written_for(history(), DSL.id) == 0
    assert written_for(history(joined), DSL.id) == 2
    assert written_for(history(joined, replace(joined, covering=True)), DSL.id) == 2
    assert written_for(history(joined, without(joined, NEW.id)), DSL.id) == 3


def test_who_came_by_a_list_writes_nothing_for_it() -> None:
    joined = with_person(ROSTER, NEW)
    other = with_person(joined, person("other", Role.CHAIR))
    assert written_for(history(joined), NEW.id) == 0
    assert written_for(history(joined, other), NEW.id) == 3
    renewed = with_person(other, replace(NEW, box_key=b"n" * 32))
    assert written_for(history(joined, other, renewed), NEW.id) == 0


def test_after_the_words_in_the_safe_not_even_cover_is_signed_by_one() -> None:
    cover = changed(covering=True, version=2)
    assert is_cover_only(OLD, cover)
    assert not is_cover_only(replace(OLD, recovery=True), cover)
