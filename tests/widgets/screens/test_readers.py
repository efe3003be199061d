"""Who reads, by mouse and keys: found by what stands there, over a real record."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.tell.desk import Seed
from app.domain.tell.people import ESCROW
from app.tell import keys
from tests import staffroom as records
from tests.readingroom import ESCROW_WORDS, OTHER, PHRASE, ROSTER, words
from tests.tells import id_of, private_key
from tests.widgets.screens.holders import Live, live_kiosk


@pytest.fixture
def live() -> Iterator[Live]:
    """Yield a live school whose headteacher has a passphrase on this PC."""
    with live_kiosk() as made:
        desk = made.shown.back.staff_desk
        desk.keep_key(id_of("headteacher"), Seed(records.seed_of("headteacher")), PHRASE)
        yield made


def at_readers(live: Live, name: str = "dsl") -> None:
    """Let somebody in, and go to the page by the bar."""
    live.sign_in(name)
    live.shown.press("Who reads")


def write(live: Live, name: str, text: str, key: Qt.Key | None = None) -> None:
    """Type into a field, and press a key."""
    field = live.shown.field(name)
    QTest.keyClicks(field, text)
    if key is not None:
        QTest.keyClick(field, key)
    live.shown.settle()


def make_key(live: Live) -> None:
    """Make a passphrase, copy the words that are shown, and type two of them back."""
    shown = live.shown
    write(live, "Passphrase", OTHER)
    write(live, "The same once more", OTHER, Qt.Key.Key_Return)
    numbered = dict(text.split(". ") for text in shown.texts() if text.split(". ")[0].isdigit())
    assert len(numbered) == 24
    shown.press("They stand on my paper")
    for place, word in numbered.items():
        if any(text.endswith(f"number {place}") for text in field_names(live)):
            write(live, f"Word number {place}", word)
    shown.press("Go on")


def field_names(live: Live) -> list[str]:
    """Return the names of all fields that show."""
    return [one.accessibleName() for one in live.shown.widgets() if one.accessibleName()]


def test_the_list_is_shown_with_what_each_is(live: Live) -> None:
    at_readers(live)
    card = live.shown.button("headteacher")
    assert card.accessibleDescription() == "Headteacher. Reads."
    assert not live.shown.has("Let them join")


def test_somebody_new_joins_by_mouse_and_keys(live: Live) -> None:
    shown = live.shown
    at_readers(live)
    shown.press("Name somebody new")
    write(live, "Title", "Mr Patel")
    shown.press("Deputy safeguarding lead")
    shown.press("Class teacher")
    shown.press("Owl")
    shown.press("Go on")
    assert shown.says("Mr Patel sits here alone now.")
    make_key(live)
    assert shown.says("Mr Patel joins, as: Deputy safeguarding lead, Class teacher.")
    assert shown.says("Asked for by: dsl")
    write(live, "Passphrase of headteacher", PHRASE, Qt.Key.Key_Return)
    assert shown.says("The new list is in force."), shown.texts()
    assert "(Owl)" in shown.button("Mr Patel").accessibleDescription()


def test_a_form_that_lacks_something_says_what(live: Live) -> None:
    shown = live.shown
    at_readers(live)
    shown.press("Name somebody new")
    shown.press("Go on")
    assert shown.says("Choose what they do at the school.")
    shown.press("Chair of governors")
    shown.press("Headteacher")
    write(live, "Title", "dsl")
    shown.press("Go on")
    assert shown.says("Chair and stand-in must not work at the school.")
    shown.press("Go back")
    assert shown.has("Name somebody new")


def test_somebody_leaves_and_that_can_be_taken_back(live: Live) -> None:
    shown = live.shown
    at_readers(live)
    shown.press("chair")
    shown.press("They have left")
    assert shown.says("chair leaves, and gets nothing new.")
    shown.press("Take it back")
    assert shown.says("It is taken back.")
    assert not shown.says("waits for a second signature")


def test_deputies_stand_in_at_one_press(live: Live) -> None:
    at_readers(live)
    live.shown.press("Deputies stand in for the safeguarding lead")
    assert live.shown.button("deputy").accessibleDescription().endswith("lead now.")


def test_who_does_not_read_sees_the_list_and_no_changes(live: Live) -> None:
    at_readers(live, "computing-lead")
    shown = live.shown
    assert shown.says("Only those who read can change who reads")
    assert not shown.button("dsl").isEnabled()
    assert not shown.has("Name somebody new")
    assert shown.has("Another passphrase")


def test_who_forgot_comes_back_by_their_words(live: Live) -> None:
    shown = live.shown
    shown.go("sign-in")
    shown.press("headteacher")
    shown.press("I forgot my passphrase")
    write(live, "The 24 words", words("chair"), Qt.Key.Key_Return)
    assert shown.says("These are the words of another key.")
    shown.field("The 24 words").clear()
    write(live, "The 24 words", words("headteacher"), Qt.Key.Key_Return)
    write(live, "Passphrase", OTHER)
    write(live, "The same once more", OTHER, Qt.Key.Key_Return)
    assert shown.says("From now on your new passphrase opens.")
    shown.press("Sign in")
    shown.press("headteacher")
    write(live, "Passphrase", OTHER, Qt.Key.Key_Return)
    assert shown.page.name == "today"


def test_the_words_of_another_key_recover_nothing(live: Live) -> None:
    shown = live.shown
    shown.go("sign-in")
    shown.press("Nobody who may read is left")
    write(live, "The 24 words", ESCROW_WORDS, Qt.Key.Key_Return)
    assert shown.says("These are the words of another key.")  # this list names none for it


def recover(live: Live) -> None:
    """Put a list in force that the words in the safe alone have signed."""
    escrow = keys.escrow(private_key("escrow"))
    live.room.publish(
        records.changed(live.room.lists.reach().roster, escrow_sign=escrow.sign_key),
        "dsl",
        "headteacher",
    )
    desk, listing = live.shown.back.staff_desk, live.room.lists.listing()
    assert listing is not None
    assert ROSTER.escrow == listing.roster.escrow
    desk.sign(listing, {ESCROW: Seed(private_key("escrow"))})


def open_safe(live: Live) -> None:
    """Type the words in the safe."""
    live.shown.go("sign-in")
    live.shown.press("Nobody who may read is left")
    write(live, "The 24 words", ESCROW_WORDS, Qt.Key.Key_Return)


def test_who_uses_the_words_in_the_safe_again_is_shown_who_reads_now(live: Live) -> None:
    recover(live)
    open_safe(live)
    assert live.shown.says("all Tells are written for them")
    open_safe(live)
    assert live.shown.says("These words were used already, and these hold the keys now: dsl,")
    assert live.shown.has("Make their passphrase")


def test_a_recovery_is_shown_on_every_first_page(live: Live) -> None:
    recover(live)
    at_readers(live)
    assert live.shown.says("changed with the words in the safe alone")
    for name in ("today", "tells"):
        live.shown.go(name)
        assert live.shown.says("changed with the words in the safe alone")
