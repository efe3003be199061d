"""What staff type about how they are told: what can be meant is understood, the rest is said."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tell.contact import (
    Contacts,
    MailServer,
    Safety,
    UnfitContact,
    day_of,
    hours_of,
    line_of,
    server_of,
    text_of,
)
from app.domain.tell.people import PersonId
from app.domain.tell.schooltime import Holiday, Hours
from app.tell.mailbox import Mode, mailbox

DSL = PersonId("d5d5d5d5")
LOGIN = ("kiosk@school.test", "p@ss:w/ord?&=%")
SERVER = MailServer("mail.school.test", 2525, *LOGIN, "be-smart@school.test", Safety.SSL)


def test_an_address_by_the_server_is_read_by_the_mailbox_as_it_was_meant() -> None:
    found = mailbox(SERVER.address("dsl@school.test"))
    assert (found.server, found.port, found.mode) == ("mail.school.test", 2525, Mode.SSL)
    assert (found.user, found.password) == LOGIN
    assert found.sender[1] == "be-smart@school.test"
    assert found.people == ("dsl@school.test",)


@pytest.mark.parametrize(("safety", "port"), [("starttls", 587), ("ssl", 465), ("insecure", 25)])
def test_without_a_port_it_is_the_usual_one(safety: str, port: int) -> None:
    server = server_of("mail.school.test", "", ("", ""), "a@b.test", safety)
    assert mailbox(server.address("dsl@school.test")).port == port


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_user_or_password_changes_where_mail_goes(user: str, password: str) -> None:
    try:
        server = server_of("mail.school.test", "", (user, password), "a@b.test", "starttls")
    except UnfitContact:
        return
    found = mailbox(server.address("dsl@school.test"))
    assert (found.server, found.people) == ("mail.school.test", ("dsl@school.test",))
    assert found.password == server.password


def test_a_person_may_have_several_addresses_of_both_sorts() -> None:
    line = line_of("  dsl@school.test   json://teams.test/abc ", SERVER)
    contacts = Contacts(SERVER, {DSL: line})
    assert contacts.addresses(DSL) == (SERVER.address("dsl@school.test"), "json://teams.test/abc")
    assert contacts.reaches_somebody
    assert not Contacts(SERVER, {DSL: ""}).reaches_somebody
    assert contacts.addresses(PersonId("nobody00")) == ()


@pytest.mark.parametrize(
    ("host", "port", "login", "sender"),
    [
        ("", "587", ("", ""), ""),
        ("mail school", "", ("", ""), "a@b.test"),
        ("mail/evil", "", ("", ""), "a@b.test"),
        ("mail.test", "0", ("", ""), "a@b.test"),
        ("mail.test", "65536", ("", ""), "a@b.test"),
        ("mail.test", "-1", ("", ""), "a@b.test"),
        ("mail.test", "²", ("", ""), "a@b.test"),
        ("mail.test", "", ("", ""), ""),
        ("mail.test", "", ("", ""), "nobody"),
        ("mail.test", "", ("user", ""), "a@b.test"),
        ("mail.test", "", ("", "word"), "a@b.test"),
    ],
)
def test_a_server_that_cannot_be_meant_is_refused(
    host: str, port: str, login: tuple[str, str], sender: str
) -> None:
    with pytest.raises(UnfitContact, match=r"\.|:"):
        server_of(host, port, login, sender, "starttls")


def test_no_server_at_all_is_fine_and_a_user_may_be_the_sender() -> None:
    assert server_of("", " ", ("", ""), "", "starttls") == MailServer()
    found = server_of("mail.test", "", LOGIN, "", "starttls")
    assert found.sender == LOGIN[0]


def test_an_e_mail_address_needs_the_server() -> None:
    with pytest.raises(UnfitContact, match="need the mail server"):
        line_of("dsl@school.test", MailServer())
    assert line_of("json://teams.test", MailServer()) == "json://teams.test"


def test_the_secret_part_of_a_full_address_is_never_said() -> None:
    with pytest.raises(UnfitContact) as said:
        line_of("teams/secret-token", SERVER)
    assert "secret-token" not in str(said.value)
    with pytest.raises(UnfitContact, match="'dsl' is no address"):
        line_of("dsl", SERVER)


def test_hours_are_read_as_staff_write_them() -> None:
    assert hours_of(0, "8:30", "15.30") == Hours(time(8, 30), time(15, 30))
    assert hours_of(0, "9", "12") == Hours(time(9), time(12))
    assert hours_of(5, " ", "") is None


@pytest.mark.parametrize(
    ("begin", "end"), [("8:30", ""), ("", "9"), ("15", "8"), ("25:00", "26:00"), ("x", "y")]
)
def test_hours_that_cannot_be_are_named_by_their_day(begin: str, end: str) -> None:
    with pytest.raises(UnfitContact, match="Tuesday"):
        hours_of(1, begin, end)


def test_dates_are_read_as_staff_write_them() -> None:
    for typed in ("24/12/2026", " 24.12.2026 ", "24-12-2026", "2026-12-24"):
        assert day_of(typed) == date(2026, 12, 24)
    for typed in ("", "31/2/2026", "soon", "12/24/2026"):
        with pytest.raises(UnfitContact, match="24/12/2026"):
            day_of(typed)


def test_holidays_are_kept_in_order_each_once_and_can_be_removed() -> None:
    made = Contacts().with_holiday("24/12/2026", "4/1/2027").with_holiday("26/10/2026", "")
    single, long = Holiday(date(2026, 10, 26), date(2026, 10, 26)), made.school.holidays[1]
    assert made.school.holidays[0] == single
    assert (long.first, long.last) == (date(2026, 12, 24), date(2027, 1, 4))
    assert made.with_holiday("26/10/2026", "26/10/2026") == made
    assert made.without_holiday(single).school.holidays == (long,)
    with pytest.raises(UnfitContact, match="after its first"):
        made.with_holiday("4/1/2027", "24/12/2026")


@given(st.text(st.characters(codec=None)))
def test_whatever_is_typed_is_understood_or_refused_and_never_raises(typed: str) -> None:
    for read in (lambda: line_of(typed, SERVER), lambda: text_of(typed), lambda: day_of(typed)):
        with suppress(UnfitContact):
            assert read() is not None
    with suppress(UnfitContact):
        hours_of(0, typed, typed)
    with suppress(UnfitContact):
        server_of(typed, typed, (typed, typed), typed, "ssl").address("a@b.test")


def test_a_password_stands_in_no_representation() -> None:
    assert LOGIN[1] not in repr(Contacts(SERVER))
