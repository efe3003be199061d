"""Being told: what staff put in is tried, kept and taken back; a fault costs nothing typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ports import StoreFault
from app.domain.tell.contact import Safety
from app.domain.tell.desk import Seed
from app.domain.tell.people import Role
from app.domain.tell.ports import ChannelFault
from app.domain.tell.schooltime import Holiday
from app.flow.being_told import BeingToldPage
from app.flow.staffroom import Signed
from app.kit.choice_row import ChoiceRow
from app.kit.field import Field
from app.screens.parts.post_words import trouble_words
from tests.widgets.desks import HEAD, LEAD
from tests.widgets.kiosks import Shown

FULL = StoreFault("being-told.json: no space is left on the disk")
LINE = f"Where {LEAD.title} is told"
MAIL = "dsl@school.test"


@pytest.fixture
def told(staff: Shown) -> Shown:
    """Return a live school's kiosk at the page, nothing set yet; who reads Tells is signed in."""
    staff.desk.staffroom.signed = Signed(LEAD, Seed(bytes(32)), staff.back.clock.now())
    staff.desk.post_office.begin()
    staff.desk.telling.prepare()
    staff.settle()
    staff.go("being-told")
    return staff


def fill(told: Shown, line: str = MAIL) -> None:
    """Type what a school needs."""
    for name, words in (
        ("Mail server", "mail.school.test"),
        ("Mail comes from", "kiosk@school.test"),
        (LINE, line),
        ("Monday, from", "8:30"),
        ("Monday, to", "15:30"),
        ("Name of this PC", "Library 1"),
    ):
        told.field(name).setText(words)


def holidays(told: Shown) -> list[Holiday]:
    """Return the holidays that are kept."""
    return list(told.back.contacts.kept.school.holidays)


def test_without_any_address_it_says_so_and_asks_who_looks(told: Shown) -> None:
    assert told.says("Nobody is sent a message")
    assert told.says("write down who looks and when")
    told.field("Who looks and when").setText("Mrs Reed, at 8 and 12")
    told.press("Keep it")
    assert told.says("Who looks, and when: Mrs Reed, at 8 and 12")


def test_all_that_is_typed_is_kept_and_messages_go_out(told: Shown) -> None:
    fill(told)
    told.page.findChildren(ChoiceRow)[0].show_chosen(1)
    told.press("Keep it")
    kept = told.back.contacts.kept
    assert kept.addresses(LEAD.id) == (kept.server.address(MAIL),)
    assert (kept.server.safety, kept.kiosk) == (Safety.SSL, "Library 1")
    assert kept.school.week[1:] == (None,) * 6
    assert told.says("It is kept.")
    assert told.says("Messages go out.")
    told.go("being-told")
    assert told.field("Monday, from").text() == "08:30"
    assert told.field(LINE).text() == MAIL


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        (LINE, "nobody", "'nobody' is no address"),
        (LINE, "nowhere://x", "That service is not known here."),
        ("Port", "many", "The port is a number"),
        ("Tuesday, from", "late", "Tuesday: write from when to when"),
        ("User name", "kiosk", "both a user name and a password"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_typed_is_lost(
    told: Shown, name: str, words: str, said: str
) -> None:
    fill(told)
    told.field(name).setText(words)
    told.press("Keep it")
    assert told.says(said)
    assert told.field(name).text() == words
    assert told.field("Name of this PC").text() == "Library 1"
    assert not told.back.contacts.kept.reaches_somebody


def test_what_the_disk_refuses_is_said_and_stays_typed(told: Shown) -> None:
    fill(told)
    told.back.contacts.broken = FULL
    told.press("Keep it")
    assert told.says(str(FULL))
    assert told.field(LINE).text() == MAIL
    told.back.contacts.broken = None
    told.press("Keep it")
    assert told.says("It is kept.")


def test_a_change_can_be_taken_back(told: Shown) -> None:
    assert not told.has("Take it back")
    fill(told)
    told.press("Keep it")
    told.press("Take it back")
    assert not told.back.contacts.kept.reaches_somebody
    assert told.field(LINE).text() == ""
    assert not told.has("Take it back")


def test_a_test_message_says_who_it_was_taken_for_and_keeps_nothing(told: Shown) -> None:
    fill(told)
    told.press("Send a test message")
    assert told.says(f"The test message was taken for: {LEAD.title}.")
    ((_, message),) = told.back.channel.sent
    assert message.subject == "Be SMART on Library 1: this is a test message"
    assert not told.back.contacts.kept.reaches_somebody


def test_a_test_message_that_fails_says_why_and_the_others_are_sent(told: Shown) -> None:
    fill(told, "json://teams")
    told.field(f"Where {HEAD.title} is told").setText("json://other")
    told.back.channel.faults["json://teams"] = ChannelFault("it is not found; look at its name")
    told.press("Send a test message")
    assert told.says(f"{LEAD.title}: it is not found; look at its name.")
    assert told.says(f"taken for: {HEAD.title}.")
    told.back.channel.faults["json://teams"] = KeyError("dsl@school.test")
    told.press("Send a test message")
    assert told.says("Something went wrong")


def test_a_test_message_needs_an_address(told: Shown) -> None:
    told.press("Send a test message")
    assert told.says("There is no address yet")


def test_holidays_are_added_and_removed_and_what_is_typed_stays(told: Shown) -> None:
    fill(told)
    told.field("First day of a holiday").setText("24/12/2026")
    told.field("Last day of a holiday").setText("4/1/2027")
    told.press("Add the holiday")
    assert holidays(told) == [Holiday(date(2026, 12, 24), date(2027, 1, 4))]
    assert told.field(LINE).text() == MAIL, "not kept yet, and still typed"
    assert told.field("First day of a holiday").text() == ""
    told.press("Remove 24 Dec 2026 - 4 Jan 2027")
    assert holidays(told) == []
    assert told.field(LINE).text() == MAIL


def test_a_date_that_cannot_be_is_said(told: Shown) -> None:
    told.field("First day of a holiday").setText("31/2/2026")
    told.press("Add the holiday")
    assert told.says("A date is like 24/12/2026")
    assert told.field("First day of a holiday").text() == "31/2/2026"


def test_an_address_that_this_pc_cannot_use_is_named_when_the_page_opens(told: Shown) -> None:
    fill(told)
    told.press("Keep it")
    kept = told.back.contacts.kept
    told.back.contacts.kept = type(kept)(kept.server, {LEAD.id: "nowhere://x"})
    told.go("being-told")
    assert told.says("That service is not known here.")


def test_school_says_whether_messages_go_out(told: Shown) -> None:
    told.go("school")
    assert told.says("Tell is live. Nobody is sent a message")
    told.go("being-told")
    fill(told)
    told.press("Keep it")
    told.go("school")
    assert told.says("Tell is live. Messages go out.")


def test_a_pin_alone_shows_no_address_and_changes_nothing_once_tell_is_live(told: Shown) -> None:
    fill(told)
    told.press("Keep it")
    kept = told.back.contacts.kept
    told.desk.staffroom.lock()
    told.go("school")
    told.press("How staff are told")
    assert told.says("only those who read it see and change this")
    assert not told.says(MAIL)
    assert told.page.findChildren(Field) == []
    told.desk.being_told.add_holiday("24/12/2026", "4/1/2027")
    told.desk.being_told.take_back()
    told.settle()
    assert told.back.contacts.kept == kept
    told.press("Sign in with a passphrase")
    assert told.page.name == "sign-in"


def test_who_administers_without_reading_tells_changes_nothing_either(told: Shown) -> None:
    computing = replace(LEAD, roles=frozenset({Role.COMPUTING}))
    told.desk.staffroom.signed = Signed(computing, Seed(bytes(32)), told.back.clock.now())
    told.go("being-told")
    assert told.says("only those who read it see and change this")


def test_before_tell_is_live_the_pin_is_enough(staff: Shown) -> None:
    staff.go("being-told")
    assert staff.field("Mail server").isEnabled()


def test_what_cannot_be_read_is_not_written_over(told: Shown) -> None:
    fill(told)
    told.press("Keep it")
    kept = told.back.contacts.kept
    told.back.contacts.broken = StoreFault("being-told.json: input/output error")
    told.go("being-told")
    assert told.says("input/output error")
    told.desk.being_told.add_holiday("24/12/2026", "4/1/2027")
    told.settle()
    assert told.back.contacts.kept == kept
    told.back.contacts.broken = None
    told.press("Try again")
    assert told.field(LINE).text() == MAIL


def test_a_kept_password_goes_to_no_other_server(told: Shown) -> None:
    fill(told)
    told.field("User name").setText("kiosk")
    told.field("Password").setText("owl-in-the-oak")
    told.press("Keep it")
    told.field("Mail server").setText("mail.elsewhere.test")
    for name in ("Send a test message", "Keep it"):
        told.press(name)
        assert told.says("please type its password anew")
    assert not any("elsewhere" in address for address, _ in told.back.channel.tried)
    told.field("Password").setText("another one")
    told.press("Keep it")
    assert told.back.contacts.kept.server.host == "mail.elsewhere.test"


def test_leaving_forgets_the_password_and_keeps_what_was_pressed(told: Shown) -> None:
    fill(told)
    told.field("User name").setText("kiosk")
    told.field("Password").setText("owl-in-the-oak")
    told.press("Keep it")
    assert told.desk.being_told.page.contacts.server.password
    told.go("welcome")
    assert told.desk.being_told.page == BeingToldPage()
    assert told.back.contacts.kept.server.password


def test_it_says_what_is_wrong_with_being_told_to_who_reads_tells(told: Shown) -> None:
    assert [one[:24] for one in trouble_words(told.desk)] == ["Nobody is sent a message"]
    fill(told)
    told.press("Keep it")
    assert trouble_words(told.desk) == ()
    told.desk.rewriter.fault = "the disk is full"
    (trouble,) = trouble_words(told.desk)
    assert trouble == "Not all Tells are written anew yet: the disk is full."
    told.desk.rewriter.fault = ""
    told.back.channel.faults[told.back.contacts.kept.addresses(LEAD.id)[0]] = ChannelFault("no net")
    told.desk.telling.yes()
    told.settle()
    assert trouble_words(told.desk) == (
        "The last message was not taken; it is tried again. no net.",
    )
