"""How the address of a mailbox is read: as apprise writes it."""

from __future__ import annotations

import apprise
import pytest

from app.domain.tell.ports import ChannelFault
from app.tell.mailbox import Mailbox, Mode, mailbox

SCHOOL = "mailtos://kiosk:p%40ss@school.test"


def test_the_usual_one() -> None:
    read = mailbox(f"{SCHOOL}?smtp=mail.school.test&from=desk@school.test&to=dsl@school.test")
    assert read == Mailbox(
        server="mail.school.test",
        port=587,
        mode=Mode.STARTTLS,
        sender=("Be SMART", "desk@school.test"),
        people=("dsl@school.test",),
        user="kiosk",
        password="p@ss",
    )


@pytest.mark.parametrize(
    ("address", "mode", "port"),
    [
        ("mailto://a:b@school.test", Mode.INSECURE, 25),
        ("mailtos://a:b@school.test", Mode.STARTTLS, 587),
        ("mailtos://a:b@school.test?mode=ssl", Mode.SSL, 465),
        ("mailtos://a:b@school.test:2525?mode=ssl", Mode.SSL, 2525),
        ("mailto://a:b@school.test?mode=starttls", Mode.STARTTLS, 587),
    ],
)
def test_encryption_and_port(address: str, mode: Mode, port: int) -> None:
    assert (mailbox(address).mode, mailbox(address).port) == (mode, port)


@pytest.mark.parametrize(
    ("end", "sender"),
    [
        ("", ("Be SMART", "kiosk@school.test")),
        ("?from=Hill%20Top", ("Hill Top", "kiosk@school.test")),
        ("?from=x@y.test&name=Hill%20Top", ("Hill Top", "x@y.test")),
        ("?user=me@z.test", ("Be SMART", "me@z.test")),
    ],
)
def test_who_sends(end: str, sender: tuple[str, str]) -> None:
    assert mailbox(SCHOOL + end).sender == sender


@pytest.mark.parametrize(
    ("end", "people"),
    [
        ("", ("kiosk@school.test",)),
        ("/a@b.test", ("a@b.test",)),
        (
            "/a@b.test/c%40d.test?to=e@f.test,%20g@h.test",
            ("a@b.test", "c@d.test", "e@f.test", "g@h.test"),
        ),
    ],
)
def test_who_gets_it(end: str, people: tuple[str, ...]) -> None:
    assert mailbox(SCHOOL + end).people == people


def test_a_certificate_is_asked_for_unless_the_school_says_no() -> None:
    assert mailbox(SCHOOL).verify
    assert not mailbox(f"{SCHOOL}?verify=no").verify


@pytest.mark.parametrize(
    "address",
    [
        "mailto://",
        "mailtos://school.test",
        "mailtos://a:b@school.test:port",
        "mailtos://a:b@school.test?mode=none",
        "mailtos://a:b@school.test?to=nobody",
        "mailtos://a:b@school.test?to=a@b.test%0d%0aBcc:x@y.test",
        "mailtos://a:b@school.test?to=%C3%A4@b.test",
        "mailtos://a:b@school.test?to=a%20c@b.test",
        "mailtos://a:b@school.test?from=<x@y.test",
        "mailtos://a:b@school.test?garbage",
    ],
)
def test_what_is_no_address_is_a_fault_that_shows_how_one_is_written(address: str) -> None:
    with pytest.raises(ChannelFault, match=r"mailtos://user:password@") as fault:
        mailbox(address)
    assert "school.test" not in str(fault.value)


def test_the_password_is_not_shown_with_it() -> None:
    assert "p@ss" not in repr(mailbox(SCHOOL))


@pytest.mark.parametrize(
    "address",
    [
        f"{SCHOOL}?smtp=mail.school.test&from=desk@school.test&to=dsl@school.test",
        "mailto://kiosk@school.test:2525/head@school.test",
        "mailtos://kiosk:pw@school.test?mode=ssl&smtp=mail.test",
    ],
)
@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # of its optional PGP
def test_apprise_reads_the_same_out_of_it(address: str) -> None:
    theirs = vars(apprise.Apprise.instantiate(address))
    ours = mailbox(address)
    assert ours.server == theirs["smtp_host"]
    assert (ours.port, ours.mode) == (theirs["port"], theirs["secure_mode"])
    assert ours.sender[1] == theirs["from_addr"][1]
    assert ours.people == tuple(person for _, person in theirs["targets"])
    assert (ours.user, ours.password) == (theirs["user"], theirs["password"] or "")
