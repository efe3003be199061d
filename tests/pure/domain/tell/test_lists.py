"""Lists of recipients: written and read, who must sign the next one, and who may be on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.tell.lists import (
    Kiosk,
    Listing,
    enrolled,
    holders,
    is_recovery,
    listing_of,
    may_sign,
    row_of,
    why_not_people,
    without,
)
from app.domain.tell.people import ESCROW, Role, Roster
from app.domain.tell.records import UnfitRecord
from tests.tells import id_of, person, roster

SIGN = b"\x09" * 32
OLD = Listing(
    replace(roster(), escrow_sign=SIGN), (Kiosk("Hall", b"k" * 32, b"d" * 32),), live=True
)


def following(old: Listing, people: Roster, **changes: object) -> Listing:
    """Return a list that follows."""
    return replace(old, roster=people, before="ab", **changes)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("listing", [OLD, Listing(roster()), replace(OLD, recovery=True)])
def test_a_list_is_read_as_it_was_written(listing: Listing) -> None:
    assert listing_of(row_of(listing)) == listing


def test_what_an_older_program_wrote_has_neither_recovery_nor_a_key_for_it() -> None:
    row = row_of(Listing(roster()))
    assert not {"escrow_sign", "recovery"} & row.keys()
    with pytest.raises(UnfitRecord):
        listing_of({**row, "recovery": "yes"})


def test_two_holders_sign_and_one_alone_says_who_covers() -> None:
    other = following(OLD, without(OLD.roster, id_of("dsl")))
    may, needed = may_sign(OLD, other)
    assert (needed, may) == (2, frozenset(one.id for one in holders(OLD.roster)))
    cover = following(OLD, replace(OLD.roster, version=2, covering=True))
    assert may_sign(OLD, cover)[1] == 1


def test_the_escrow_words_sign_a_recovery_alone() -> None:
    people = enrolled(OLD.roster, person("dsl 2", Role.DSL))
    found = following(OLD, people, recovery=True)
    assert is_recovery(OLD, found)
    assert may_sign(OLD, found) == (frozenset({ESCROW}), 1)
    assert why_not_people(OLD, found) == ""


@pytest.mark.parametrize("changes", [{"live": False}, {"kiosks": ()}, {"recovery": False}])
def test_a_recovery_changes_people_and_nothing_else(changes: dict[str, object]) -> None:
    people = enrolled(OLD.roster, person("dsl 2", Role.DSL))
    assert not is_recovery(OLD, following(OLD, people, **{"recovery": True, **changes}))


def test_a_recovery_takes_no_other_escrow_key() -> None:
    other = replace(OLD.roster, version=2, escrow_sign=bytes(32))
    found = following(OLD, other, recovery=True)
    assert not is_recovery(OLD, found)
    assert "nothing else" in why_not_people(OLD, found)
    assert "nothing else" in why_not_people(None, found)


def test_after_a_recovery_two_sign_even_who_covers() -> None:
    old = replace(OLD, recovery=True)
    cover = following(old, replace(old.roster, version=2, covering=True), recovery=False)
    assert may_sign(old, cover)[1] == 2
    assert may_sign(OLD, following(OLD, replace(OLD.roster, version=2, covering=True)))[1] == 1


def test_two_holders_must_be_left() -> None:
    alone = Roster(2, (person("dsl", Role.DSL), person("teacher", Role.TEACHER)))
    assert "2 holders must be left" in why_not_people(OLD, following(OLD, alone))


def test_somebody_new_comes_last_and_somebody_known_stays_in_their_place() -> None:
    new = person("dsl 2", Role.DSL)
    found = enrolled(OLD.roster, new)
    assert (found.version, found.people[-1]) == (2, new)
    moved = replace(OLD.roster.people[0], roles=frozenset({Role.HEAD}))
    assert enrolled(OLD.roster, moved).people[0] == moved
    assert len(enrolled(OLD.roster, moved).people) == len(OLD.roster.people)


def test_who_leaves_is_kept_by_name_and_gets_nothing() -> None:
    found = without(OLD.roster, id_of("dsl"))
    left = found.person(id_of("dsl"))
    assert left is not None
    assert (left.left, left.enrolled, found.version) == (True, False, 2)
    assert found.holders(Role.DSL) == ()
