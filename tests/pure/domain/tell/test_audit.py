"""What the audit log shows to one viewer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.tell.audit import Visit, Way, erasures, last_visit, lines, row_of, visit_of
from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.people import PersonId
from app.domain.tell.records import BodyId, Letter, UnfitRecord
from app.domain.tell.tombstones import Tombstone
from tests.tells import AT, tell_id

DSL, HEAD = PersonId("0000000d"), PersonId("0000000e")
FIRST, GROUP, OTHER = BodyId("1" * 64), BodyId("2" * 64), BodyId("3" * 64)
VISIT = Visit(AT, DSL, right=True, kiosk="Library 1")


def stone(*bodies: BodyId) -> Tombstone:
    """Return a tombstone over these files."""
    return Tombstone(AT, (DSL, HEAD), bodies)


def letter(group_key: bytes = b"k" * 32) -> Letter:
    """Return somebody's letter of the first Tell."""
    return Letter(tell_id(1), frozenset(), FIRST, b"f" * 32, GROUP[:32], group_key)


def test_a_visit_is_read_as_it_was_written() -> None:
    assert visit_of(row_of(VISIT)) == VISIT


def test_a_visit_by_words_from_paper_is_read_so_and_one_of_before_by_a_passphrase() -> None:
    paper = replace(VISIT, way=Way.PAPER)
    assert visit_of(row_of(paper)) == paper
    row = {key: value for key, value in row_of(VISIT).items() if key != "way"}
    assert visit_of(row) == VISIT
    with pytest.raises(UnfitRecord):
        visit_of({**row, "way": "window"})


@pytest.mark.parametrize("name", ["at", "person", "right", "kiosk"])
def test_a_visit_that_lacks_something_is_refused(name: str) -> None:
    row = {key: value for key, value in row_of(VISIT).items() if key != name}
    with pytest.raises(UnfitRecord):
        visit_of(row)


def test_an_erased_press_is_shown_to_everybody_who_knew_of_it() -> None:
    for one in (letter(), letter(b"")):
        (found,) = erasures([one], [stone(FIRST, GROUP)])
        assert (found.by, found.tell) == ((DSL, HEAD), tell_id(1))


def test_that_only_what_was_said_went_is_no_line_of_anybodys_log() -> None:
    for one in (letter(), letter(b"")):
        assert erasures([one], [stone(GROUP, OTHER)]) == ()


def test_the_log_is_newest_first() -> None:
    deed = Deed("1" * 16, tell_id(1), AT + timedelta(hours=1), DSL, Act.OPENED)
    later = Visit(AT + timedelta(hours=2), DSL, right=False, kiosk="Library 1")
    gone = erasures([letter()], [stone(FIRST)])
    assert lines([Case(tell_id(1), deeds=(deed,))], [VISIT, later], gone) == (
        later,
        deed,
        VISIT,
        *gone,
    )


def test_the_last_visit_is_the_last_right_one_before_now() -> None:
    early = Visit(AT - timedelta(days=2), DSL, right=True, kiosk="Library 1")
    wrong = Visit(AT - timedelta(days=1), DSL, right=False, kiosk="Library 1")
    paper = replace(wrong, right=True, way=Way.PAPER)  # they came in with it afterwards
    assert last_visit([VISIT, early, wrong, paper], AT) == early.at
    assert last_visit([VISIT], AT) is None
