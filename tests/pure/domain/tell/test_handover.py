"""What is handed over: all that the reader knows of a Tell, in words and as stable JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from app.domain.ids import PupilId
from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act, Deed, Outcome
from app.domain.tell.handover import DEEDS, NO_WHO, Handover, Making, Section
from app.domain.tell.people import ESCROW, PersonId, Role
from app.domain.tell.policy import BARE, DANGER
from app.domain.tell.records import Detail, First, Notice
from app.domain.tell.taps import (
    About,
    Called,
    Comes,
    Happens,
    Names,
    Place,
    Tap,
    Wants,
    When,
    Words,
    Worry,
)
from tests.tells import AT, WHO, id_of, person, roster, tell_id

TELL = tell_id(1)
ROSTER = roster()
HEADS = {"chains/ab.chain": "cd" * 32}
MAKING = Making(AT + timedelta(days=1), id_of("dsl"), "Hillside", HEADS)
TAPS: tuple[Tap, ...] = (
    About("something-else"),
    Happens(Place.HOME),
    Wants(id_of("headteacher")),
    Worry(3),
    Words("It is  not fair"),
    Comes(When.LATER),
)


def did(number: int, act: Act, about: str = "", words: str = "", by: str = "dsl") -> Deed:
    """Return what somebody did so many minutes later."""
    at = AT + timedelta(minutes=number)
    return Deed(f"{number:016x}", TELL, at, id_of(by), act, about, words)


DEEDS_DONE = (
    did(1, Act.OPENED),
    did(2, Act.STEP, DANGER, "nobody is"),
    did(3, Act.NOTE, "", "talked\nwith her", by="headteacher"),
    did(4, Act.ASSIGNED, id_of("headteacher")),
    did(5, Act.PARENTS, "told", "rang mother at ten"),
    did(6, Act.LINKED, tell_id(9)),
    did(7, Act.ATTACHED, f"{'ab' * 32}:{'cd' * 32}", "letter.pdf"),
    did(8, Act.CLOSED, Outcome.FAMILY, "they see to it"),
)


def case(*taps: Tap, deeds: tuple[Deed, ...] = DEEDS_DONE, drill: bool = False) -> Case:
    """Return a Tell."""
    first = First(TELL, AT, "Library 1", "Welcome", WHO, drill)
    return Case(TELL, first, details=tuple(Detail(TELL, AT, tap) for tap in taps), deeds=deeds)


def handover(one: Case) -> Handover:
    """Return a hand-over of a Tell."""
    return Handover(one, BARE, ROSTER, MAKING)


def section(one: Case, title: str) -> Section:
    """Return a section by the beginning of its title."""
    return next(found for found in handover(one).sections() if found.title.startswith(title))


def test_the_document_has_stable_keys_and_is_json() -> None:
    found = handover(case(*TAPS)).document()
    assert json.loads(json.dumps(found)) == found
    assert list(found) == [
        *("format", "version", "school", "made", "tell", "drill", "standing", "told", "category"),
        *("said", "steps", "deeds", "parents", "outcome", "assigned", "links", "heads"),
    ]
    assert (found["format"], found["version"]) == ("be-smart-tell", 1)
    assert found["heads"] == HEADS
    assert found["links"] == [tell_id(9)]
    assert found["standing"] == "closed"


def test_who_when_where_and_which_screen() -> None:
    told = handover(case(*TAPS)).document()["told"]
    assert told == {
        "at": "2026-03-04T10:15:30.250000+00:00",
        "kiosk": "Library 1",
        "screen": "Welcome",
        "who": {"pupil": "a1", "name": "Amina K", "class_name": "Oaks", "proved": True},
    }
    rows = dict(section(case(*TAPS), "A child told").rows)
    assert rows["Who"] == "Amina K, Oaks (signed in with secret pictures)"
    assert rows["When"] == "4 March 2026, 10:15:30 UTC"
    assert (rows["Computer"], rows["Screen"]) == ("Library 1", "Welcome")
    assert rows["Handed over by"] == "dsl"


def test_the_childs_own_words_stay_as_they_were() -> None:
    one = case(*TAPS)
    said = section(one, "What the child said")
    assert said.paragraphs == ("It is  not fair",)
    assert ("Would like to talk with", "headteacher") in said.rows
    assert ("Where", "at home") in said.rows
    assert len(said.rows) == len(TAPS) - 1
    document = handover(one).document()["said"]
    assert isinstance(document, list)
    assert [row["said"] for row in document] == [
        *("about", "happens", "wants", "worry", "words", "comes"),
    ]
    assert document[4]["text"] == "It is  not fair"


def test_every_tap_has_words() -> None:
    taps = (Names(id_of("dsl")), Called(PupilId("b2"), "Ben", "Elms"), About("gone"))
    rows = section(case(*taps), "What the child said").rows
    assert rows == (
        ("The grown-up it is about", "dsl"),
        ("Said to be", "Ben, Elms"),
        ("About", "gone"),
    )


def test_steps_say_who_did_them_and_which_are_not_done() -> None:
    (row,) = section(case(), "Steps").rows
    assert row[1] == "done: dsl, 4 March 2026, 10:17:30 UTC, nobody is"
    undone = (*DEEDS_DONE, did(9, Act.UNSTEP, DANGER))
    (row,) = section(case(deeds=undone), "Steps").rows
    assert row[1] == "not done"
    steps = handover(case(deeds=undone)).document()["steps"]
    assert isinstance(steps, list)
    assert (steps[0]["id"], steps[0]["done"], steps[0]["by"]["act"]) == (DANGER, False, "unstep")


def test_what_staff_did_in_their_order_on_one_line_each() -> None:
    rows = [row[1] for row in section(case(), "What staff did").rows]
    assert rows[2] == "headteacher noted, talked with her"
    assert rows[3] == "dsl gave it to headteacher"
    assert len(rows) == len(DEEDS_DONE)


def test_no_key_of_a_file_is_handed_over() -> None:
    found = handover(case())
    text = json.dumps(found.document()) + repr(found.sections())
    assert "ab" * 32 not in text
    assert "letter.pdf" in text


def test_parents_links_and_outcome() -> None:
    rows = dict(section(case(), "Parents").rows)
    assert rows["Parents or carers: told"] == "rang mother at ten"
    assert rows["It ended: closed it family"] == "they see to it"
    outcome = handover(case()).document()["outcome"]
    assert isinstance(outcome, dict)
    assert (outcome["act"], outcome["about"]) == ("closed", "family")
    assert outcome["by"] == {"id": id_of("dsl"), "title": "dsl"}


def test_a_bare_press_has_no_empty_sections() -> None:
    one = case(deeds=())
    titles = [found.title for found in handover(one).sections()]
    assert titles == [
        "A child told",
        "Steps: The school's policy cannot be read",
        "The record this comes from",
    ]
    found = handover(one).document()
    assert (found["outcome"], found["assigned"], found["said"]) == (None, None, [])


def test_a_drill_says_so() -> None:
    assert "No child told this" in section(case(drill=True), "A child told").paragraphs[0]


def test_a_notice_has_place_and_time_and_nobody() -> None:
    one = Case(TELL, notice=Notice(TELL, AT, "Hall", "A quiz"))
    rows = dict(section(one, "A child told").rows)
    assert (rows["Computer"], rows["Who"]) == ("Hall", NO_WHO)
    told = handover(one).document()["told"]
    assert isinstance(told, dict)
    assert told["who"] is None


def test_every_deed_has_words_and_a_stranger_is_called_by_their_id() -> None:
    assert set(DEEDS) == set(Act)
    one = case(deeds=(did(1, Act.NOTE, by="nobody we know"),))
    assert section(one, "What staff did").rows[0][1].startswith(id_of("nobody we know"))


def test_who_has_left_is_still_called_by_name() -> None:
    left = roster(person("dsl", Role.DSL, left=True))
    found = Handover(case(), BARE, left, MAKING)
    assert found.title(id_of("dsl")) == "dsl"
    assert found.title(PersonId(ESCROW)) == "escrow"
    assert datetime.fromisoformat(str(MAKING.at)).tzinfo is UTC
