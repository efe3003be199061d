"""Today, the audit log, and blanking the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.tell.audit import Way
from app.domain.tell.deeds import Act
from app.domain.tell.desk import Hand, Seed
from app.domain.tell.taps import Names, Tap, Words
from app.frame.kiosk import IDLE_SECONDS, STAFF_IDLE_SECONDS
from tests import staffroom as records
from tests.tells import id_of
from tests.widgets.screens.holders import Live, live_kiosk
from tests.widgets.screens.staff import rows

WEEK = 7 * 86_400
SAID: tuple[Tap, ...] = (Words("they laughed at my hat"),)


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def live() -> Iterator[Live]:
    """Yield a live school's kiosk."""
    with live_kiosk() as made:
        yield made


def audit(live: Live) -> list[list[str]]:
    """Return the audit log of whoever is signed in."""
    live.shown.press("Audit")
    return rows(live.shown, "Audit")


def blank(live: Live) -> bool:
    """Tell whether the page is covered."""
    return live.shown.window.is_blank


def test_today_says_what_came_since_the_last_visit(live: Live) -> None:
    desk = live.shown.back.staff_desk
    desk.note_visit(id_of("dsl"), right=True)
    live.room.clock.let_pass(60)
    live.tell(1, *SAID)
    desk.note_visit(id_of("dsl"), right=True)
    live.sign_in("dsl")
    assert live.shown.says("You were here last: 2026")
    assert live.shown.says("New since then: 1")


def test_a_tell_from_before_the_last_visit_is_not_new(live: Live) -> None:
    live.tell(1)
    live.room.clock.let_pass(WEEK)
    live.shown.back.staff_desk.note_visit(id_of("dsl"), right=True)
    live.room.clock.let_pass(60)
    live.sign_in("dsl")
    assert live.shown.says("New since then: 0")
    assert live.shown.says("Not closed yet: 1")


def test_the_log_holds_visits_wrong_tries_and_deeds_but_no_words(live: Live) -> None:
    live.tell(1, *SAID)
    desk = live.shown.back.staff_desk
    desk.note_visit(id_of("dsl"), right=False)
    live.sign_in("dsl")
    live.shown.desk.inbox.look_at(live.shown.desk.inbox.page.cases[0].tell)
    live.shown.settle()
    did = [row[2] for row in audit(live)]
    assert did == ["opened it", "wrong passphrase on 'Library 1'"]
    assert "hat" not in str(audit(live))


def test_the_log_says_what_was_done_with_words_on_paper(live: Live) -> None:
    for right in (False, True):
        live.shown.back.staff_desk.note_visit(id_of("dsl"), right=right, way=Way.PAPER)
        live.room.clock.let_pass(1)
    live.sign_in("dsl")
    assert [row[2] for row in audit(live)] == [
        "made a new passphrase with the words on paper on 'Library 1'",
        "wrong words from paper on 'Library 1'",
    ]


def test_nobody_sees_anybody_elses_visits(live: Live) -> None:
    desk = live.shown.back.staff_desk
    for name in ("chair", "headteacher"):
        desk.note_visit(id_of(name), right=True)
    live.room.clock.let_pass(1)
    live.sign_in("headteacher")
    assert [row[1] for row in audit(live)] == ["headteacher"]


def test_the_log_of_who_is_spoken_of_is_that_of_a_tell_that_said_no_more(live: Live) -> None:
    live.tell(1, *SAID, Names(id_of("dsl")))
    live.sign_in("chair")
    live.shown.desk.inbox.look_at(live.shown.desk.inbox.page.cases[0].tell)
    live.shown.settle()
    live.lock()
    live.sign_in("dsl")
    assert audit(live) == []


def test_f9_covers_a_staff_page_and_any_key_shows_it_again(live: Live) -> None:
    live.sign_in("dsl")
    shown = live.shown
    shown.key(Qt.Key.Key_F9)
    assert blank(live)
    assert shown.window.blank.size() == shown.window.size()
    shown.key(Qt.Key.Key_Tab)
    assert not blank(live)
    shown.press("Blank (F9)")
    QTest.mouseClick(shown.window.blank, Qt.MouseButton.LeftButton)
    assert not blank(live)


def test_a_page_that_is_shown_anew_under_the_cover_takes_the_keys_again(live: Live) -> None:
    live.sign_in("dsl")
    shown = live.shown
    shown.settle()
    shown.go("readers")
    button = shown.button("Name somebody new")
    button.setFocus()
    shown.key(Qt.Key.Key_F9)
    shown.desk.readers.open()
    shown.settle()
    assert not shiboken6.isValid(button)
    shown.key(Qt.Key.Key_Space)
    assert not blank(live)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert shown.page.isAncestorOf(focused)


def test_f9_does_nothing_to_a_pupils_page(live: Live) -> None:
    live.shown.key(Qt.Key.Key_F9)
    assert not blank(live)


def test_staff_pages_lock_after_five_minutes_and_pupils_pages_after_three(live: Live) -> None:
    idle = live.shown.kiosk._idle
    live.sign_in("dsl")
    assert idle._quiet.interval() == STAFF_IDLE_SECONDS * 1000
    live.lock()
    live.shown.sign_in()
    assert idle._quiet.interval() == IDLE_SECONDS * 1000


def test_a_change_of_who_reads_waits_for_the_other_alone(live: Live) -> None:
    desk, listing = live.shown.back.staff_desk, live.room.lists.listing()
    assert listing is not None
    roster = replace(listing.roster, teacher_sees=not listing.roster.teacher_sees)
    desk.sign(replace(listing, roster=roster), {id_of("dsl"): Seed(records.seed_of("dsl"))})
    waits = "A change of who reads waits for your signature"
    live.sign_in("dsl")
    assert not live.shown.has(waits)
    live.lock()
    live.sign_in("headteacher")
    live.shown.press(waits)
    assert live.shown.page.name == "readers"


def test_who_is_asked_to_agree_to_an_erasing_is_told_today(live: Live) -> None:
    live.tell(1, *SAID)
    room = live.room
    case = room.case("dsl")
    room.do("dsl", case, Act.EXPORTED, "pdf", "a drive")
    seed = Seed(records.seed_of("dsl"))
    reader = live.shown.back.staff_desk.reader(seed)
    while reader.step(100):
        pass
    hand = Hand(id_of("dsl"), seed)
    live.shown.back.erasing.ask(hand, reader, case.tell, id_of("headteacher"))
    asked = "You are asked to agree that a Tell is erased"
    live.sign_in("dsl")
    assert not live.shown.has(asked)
    live.lock()
    live.sign_in("headteacher")
    live.shown.settle()
    live.shown.press(asked)
    assert live.shown.page.name == "tell-hand-over"
