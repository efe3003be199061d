"""The staff's pages of Tells: the piles, one Tell with all its sides, a child's chronology."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.tell.cases import Pile, Standing
from app.domain.tell.deeds import Act
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Words
from app.kit.scroll import Scroll
from app.kit.tick_row import TickRow
from tests.tells import id_of
from tests.widgets.kiosks import Shown
from tests.widgets.screens.holders import Live, live_kiosk
from tests.widgets.screens.staff import pick, rows

SAID: tuple[Tap, ...] = (About("unkind"), Happens(Place.SCHOOL), Words("they laughed at my hat"))
NOTE = "Write a note: what you saw, did or decided"
REASON = "The reason, in a sentence or two"
DANGER = "Is a child in danger now, or could one be harmed?"


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def live() -> Iterator[Live]:
    """Yield a live school's kiosk."""
    with live_kiosk() as made:
        yield made


def write(shown: Shown, name: str, words: str) -> None:
    """Type into the lines of this accessible name."""
    (field,) = [
        one
        for one in shown.page.findChildren(QPlainTextEdit)
        if one.isVisible() and one.accessibleName() == name
    ]
    field.setPlainText(words)


def step(shown: Shown, words: str) -> TickRow:
    """Return the step that begins so."""
    (row,) = [one for one in shown.page.findChildren(TickRow) if one.words.startswith(words)]
    return row


def open_first(live: Live) -> Shown:
    """Open the newest Tell as staff do."""
    shown = live.shown
    shown.press("Tells")
    pick(shown, "Tells", 0)
    shown.press("Open it")
    return shown


def acts(live: Live) -> list[Act]:
    """Return what was done with the Tell that is looked at."""
    case = live.shown.desk.inbox.page.case
    assert case is not None
    return [deed.act for deed in case.deeds]


def test_the_list_begins_with_what_is_to_do_and_each_pile_has_its_own(live: Live) -> None:
    live.tell(1, *SAID)
    live.tell(2)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("End")
    shown.press("Not needed")
    shown.press("All Tells")
    assert len(rows(shown, "Tells")) == 1
    shown.press("Closed (1)")
    assert [row[4] for row in rows(shown, "Tells")] == ["Closed"]
    shown.press("All (2)")
    assert len(rows(shown, "Tells")) == 2
    shown.press("Mine")
    assert rows(shown, "Tells") == []
    assert shown.says("There is none here.")


def test_opening_shows_what_the_child_said_and_is_kept(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    for words in ("“they laughed at my hat”", "Children at school", "Opened."):
        assert shown.says(words), shown.texts()
    assert acts(live) == [Act.OPENED]


def test_a_step_is_ticked_where_it_stands_and_can_be_taken_back(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    row = step(shown, DANGER)
    shown.press(row.words)
    assert step(shown, DANGER) is row
    assert row.isChecked()
    shown.press(row.words)
    assert not row.isChecked()
    assert acts(live) == [Act.OPENED, Act.STEP, Act.UNSTEP]


def test_ticking_does_not_move_the_list_away_under_the_finger(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    last = shown.page.findChildren(TickRow)[-1]
    (scroll,) = [one for one in shown.page.findChildren(Scroll) if one.isAncestorOf(last)]
    scroll.reveal(last)
    shown.settle()
    before = last.mapTo(shown.window, last.rect().topLeft())
    shown.press(last.words)
    assert last.mapTo(shown.window, last.rect().topLeft()) == before


def test_a_step_that_leads_on_brings_the_steps_it_leads_to(live: Live) -> None:
    live.tell(1, About("scary"))
    live.sign_in("dsl")
    shown = open_first(live)
    assert not shown.says("Bad content on a school computer")
    shown.press(step(shown, "Go on with the steps for school computers").words)
    assert shown.says("Bad content on a school computer")


def test_where_guidance_stands_instead_of_the_policy_staff_are_told(live: Live) -> None:
    live.tell(1, About("private-pictures"))
    live.sign_in("dsl")
    shown = open_first(live)
    assert shown.says("Different from the school's policy")
    assert shown.says("UKCIS (2024)")


def test_notes_what_was_done_and_what_parents_know_are_kept(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("Notes")
    shown.press("Keep the note")
    assert shown.says("Please write something first.")
    for words, button in (
        ("talked at break", "Keep the note"),
        ("seats changed", "Keep as done"),
        ("could put her at risk", "Parents not told: why"),
    ):
        write(shown, NOTE, words)
        shown.press(button)
        assert shown.says("Kept.")
    shown.press("History")
    for words in ("talked at break", "seats changed", "not told, because: could put her at risk"):
        assert shown.says(words), shown.texts()


def test_what_is_typed_stays_while_one_looks_at_the_steps(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("Notes")
    write(shown, NOTE, "half a note")
    shown.press("Steps")
    shown.press(step(shown, DANGER).words)
    shown.press("Notes")
    (field,) = shown.page.findChildren(QPlainTextEdit)
    assert field.toPlainText() == "half a note"


def test_it_is_given_to_somebody_who_finds_it_under_mine(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("Notes")
    shown.press("headteacher")
    live.lock()
    live.sign_in("headteacher")
    assert shown.says("Given to you: 1")
    shown.press("Given to you: 1")
    assert rows(shown, "Tells")[0][5] == "headteacher"


def test_closing_asks_for_outcome_and_reason_and_can_be_undone(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("End")
    shown.press("Close it")
    assert shown.says("Please press first how it ended.")
    shown.press("Dealt with in school")
    shown.press("Close it")
    assert shown.says("Please write the reason first.")
    write(shown, REASON, "they made up")
    shown.press("Close it")
    assert shown.says("Closed. Kept.")
    assert shown.says("It is closed.")
    shown.press("Open it again")
    assert acts(live)[-1] is Act.REOPENED
    case = shown.desk.inbox.page.case
    assert case is not None
    assert case.standing is Standing.OPENED


def test_tells_are_linked_and_one_leads_to_the_other(live: Live) -> None:
    live.tell(1, *SAID)
    live.tell(2, About("scary"))
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("More")
    (other,) = [one for one in shown.desk.inbox.page.cases if one.category == "unkind"]
    (words,) = [text for text in shown.texts() if text.endswith("  Amina K")]
    shown.press(words)
    assert shown.says("Belongs with")
    shown.press(words)
    assert shown.desk.inbox.page.open == other.tell


def test_a_childs_tells_stand_in_the_order_of_time(live: Live) -> None:
    live.tell(1, *SAID)
    live.tell(2)
    live.sign_in("dsl")
    shown = open_first(live)
    shown.press("More")
    shown.press("All of this child")
    assert shown.page.heading.text() == "Amina K"
    when = [row[0] for row in rows(shown, "This child's Tells, the oldest first")]
    assert when == sorted(when)
    assert len(when) == 2
    pick(shown, "This child's Tells, the oldest first", 0)
    shown.press("Open it")
    assert shown.page.name == "tell-case"


def test_who_is_spoken_of_may_look_and_finds_nothing_more(live: Live) -> None:
    live.tell(1, *SAID, Names(id_of("dsl")))
    live.sign_in("dsl")
    shown = open_first(live)
    assert shown.says("They said no more.")
    assert not shown.says("my hat")


def test_all_of_it_goes_by_keys(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = open_first(live)
    row = step(shown, DANGER)
    for _ in range(40):
        if row.hasFocus():
            break
        shown.key(Qt.Key.Key_Tab)
    assert row.hasFocus()
    shown.key(Qt.Key.Key_Space)
    assert row.isChecked()
    assert row.hasFocus()


def test_the_pile_is_kept_while_one_looks_at_a_tell(live: Live) -> None:
    live.tell(1, *SAID)
    live.sign_in("dsl")
    shown = live.shown
    shown.press("Tells")
    shown.press("All (1)")
    pick(shown, "Tells", 0)
    shown.press("Open it")
    shown.press("All Tells")
    assert shown.desk.inbox.page.pile is Pile.ALL
