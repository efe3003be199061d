"""From a child's press to a mail, over the real desk, house, record, outbox and a mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.tell.taps import Called, Happens, Names, Place, Tap, Wants, Words
from app.domain.tell.way import Way
from app.flow.telling import Saved
from tests.mailserver import free_port, silent
from tests.tells import CANARY, id_of
from tests.widgets.desks import AMINA, HILLSIDE, ZOE
from tests.widgets.pcs import PC, contacts, post, school_at, subjects, with_keys

pytestmark = pytest.mark.usefixtures("qapp")
NEW = "1 new Tell: open the desk"
UNOPENED = "A Tell has not been opened yet: please find who can"


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[PC]:
    """Yield a PC that is not started yet."""
    made = school_at(tmp_path)
    yield made
    made.desk.lock()


def test_a_child_tells_and_those_of_the_first_rung_get_a_mail(pc: PC) -> None:
    with post(pc) as box:
        pc.child(ends=False)
        assert subjects(box) == [("dsl", NEW), ("headteacher", NEW)]
        assert pc.way() is Way.GOING
        assert pc.desk.telling.page.saved is Saved.SAVED


def test_the_ladder_goes_on_to_who_cannot_open_it_and_ends_when_it_is_opened(pc: PC) -> None:
    with_keys(pc, "headteacher")
    with post(pc) as box:
        pc.child()
        pc.let_pass(16)
        assert subjects(box)[2:] == [("deputy", UNOPENED)]
        pc.staff_open("headteacher")
        pc.let_pass(40)
        assert len(box.taken) == 3, "the chair was to be told after 30 minutes"


def test_the_inner_ladder_tells_the_chair_at_the_end_of_the_sitting(pc: PC) -> None:
    with post(pc) as box:
        pc.child(Happens(Place.GROWN_UP), Names(id_of("headteacher")), ends=False)
        assert ("chair", NEW) not in subjects(box)
        pc.desk.session.sign_out()
        pc.work()
        assert subjects(box) == [("dsl", NEW), ("headteacher", NEW), ("chair", NEW)]


def test_who_was_wished_for_is_told_at_the_end_of_the_sitting(pc: PC) -> None:
    with_keys(pc, "deputy")
    with post(pc) as box:
        pc.child(Wants(id_of("deputy")), ends=False)
        assert len(box.seen) == 2
        pc.desk.session.sign_out()
        pc.work()
        assert subjects(box)[2:] == [("deputy", NEW)]
        pc.staff_open("deputy")
        pc.let_pass(31)
        assert subjects(box)[3:] == [("deputy", UNOPENED), ("chair", UNOPENED)], "as without it"


def test_whoever_is_spoken_of_gets_the_same_mails_at_the_same_times(tmp_path: Path) -> None:
    def mails(folder: Path, *taps: Tap) -> list[bytes]:
        pc = school_at(folder)
        with post(pc) as box:
            pc.child(*taps)
            pc.let_pass(130)
        return [
            b"\n".join(one for one in data.split(b"\r\n") if not one.startswith(VARY))
            for data in box.taken
            if b"To: headteacher@" in data or b"To: deputy@" in data
        ]

    said = (Happens(Place.GROWN_UP), Names(id_of("headteacher")), Names(id_of("deputy")))
    assert mails(tmp_path / "a") == mails(tmp_path / "b", *said) != []


VARY = (b"Message-ID", *(f"{digit:x}".encode() for digit in range(16)), b"chains/")
"""Lines that differ from one run to another: random ids, and the heads of two records."""


def test_no_byte_of_any_mail_is_a_childs(pc: PC) -> None:
    with post(pc) as box:
        pc.child(Words(CANARY), Happens(Place.HOME), Called(ZOE.id, "Zoë L", "Otter"))
        pc.child(pupil=ZOE)
        pc.let_pass(26 * 60)
        sent = b"\n".join(box.seen)
        for hidden in ("Amina", "Zo", "Owl", "Otter", "Hillside", "canary", "home", "My path"):
            assert hidden.encode() not in sent
        digests = [subject for _, subject in subjects(box) if "working" in subject]
        assert "Be SMART is working on Library 1: 2 new Tells" in digests
        assert "Be SMART is working on Library 1" in digests, "who gets no first press"


def test_a_drill_tells_nobody(tmp_path: Path) -> None:
    pc = school_at(tmp_path, live=False)
    with post(pc) as box:
        pc.child(Words(CANARY))
        assert pc.desk.session.tell_is_live is False
        pc.clock.let_pass(100_000)
        pc.work()
        assert box.seen == []
        assert not pc.home.outbox_file.exists()


def test_the_demo_tells_nobody_and_keeps_no_outbox(pc: PC) -> None:
    with post(pc) as box:
        pc.house.schools.save(replace(HILLSIDE, demo=True))
        pc.start()
        pc.child()
        pc.work()
        assert not pc.desk.post_office.works
        assert box.seen == []


def test_a_server_that_fails_and_drops_gets_it_again_under_one_id(pc: PC) -> None:
    with post(pc) as box:
        box.answers = ["451 later", "", "451 later"]
        pc.child(ends=False)
        assert pc.way() is Way.HERE
        assert pc.desk.post_office.health.fault != ""
        pc.let_pass(5)
        assert sorted(subjects(box)) == [("dsl", NEW), ("headteacher", NEW)]
        assert pc.way() is Way.GOING
        assert pc.desk.post_office.health.fault == ""
        ids = {line for one in box.seen for line in one.split(b"\r\n") if b"Message-ID" in line}
        assert (len(box.seen), len(ids)) == (5, 2)


@contextmanager
def nobody() -> Iterator[int]:
    """Yield a port at which no server runs."""
    yield free_port()


@pytest.mark.parametrize("server", [silent, nobody])
def test_where_no_server_answers_the_child_hears_it_after_ten_minutes(
    pc: PC, server: Callable[[], AbstractContextManager[int]]
) -> None:
    with server() as port:
        pc.house.contacts.save(contacts(port))
        pc.start()
        pc.child(ends=False)
        assert pc.way() is Way.HERE
        pc.let_pass(10)
        assert pc.way() is Way.LATE
        assert "127.0.0.1" in pc.desk.post_office.health.fault


def test_what_was_not_taken_goes_out_after_a_restart(pc: PC) -> None:
    pc.house.contacts.save(contacts(free_port()))
    pc.start()
    pc.child()
    pc.desk.finish_tell()
    pc.work()
    with post(pc) as box:
        pc.let_pass(11)
        assert sorted(subjects(box)) == [("dsl", NEW), ("headteacher", NEW)]


def test_a_press_right_before_leaving_is_told_once(pc: PC) -> None:
    with post(pc) as before:
        pc.desk.telling.open("Welcome")
        pc.desk.telling.yes()
        pc.desk.finish_tell()
        pc.work()
    with post(pc) as after:
        pc.let_pass(1)
    both = subjects(before) + subjects(after)
    assert sorted(both) == [("dsl", NEW), ("headteacher", NEW)]


def test_a_school_without_any_address_says_so(pc: PC) -> None:
    pc.start()
    pc.child(ends=False)
    assert pc.way() is Way.NO_CHANNEL
    assert not pc.desk.post_office.health.channel


def test_settings_that_cannot_be_read_are_told_and_a_tell_is_kept_all_the_same(pc: PC) -> None:
    pc.home.contacts_file.write_bytes(b"")
    pc.start()
    assert "put in anew" in pc.desk.post_office.fault
    pc.child(ends=False)
    assert pc.desk.telling.page.saved is Saved.SAVED


def test_only_behind_secret_pictures_a_child_sees_that_an_earlier_tell_was_opened(pc: PC) -> None:
    with_keys(pc, "dsl")
    with post(pc):
        pc.child(pupil=AMINA)
        pc.let_pass(1)
        pc.child(pupil=ZOE)
        pc.staff_open("dsl")
        for pupil, sees in ((ZOE, True), (AMINA, False)):
            pc.desk.session.sign_in(pupil)
            pc.work()
            pc.desk.telling.open("My path")
            assert pc.desk.telling.page.earlier_opened is sees
            pc.desk.session.sign_out()
            assert not pc.desk.telling.page.earlier_opened
        pc.start()
        pc.desk.session.sign_in(ZOE)
        pc.work()
        assert not pc.desk.telling.page.earlier_opened, "in memory only"


def test_a_child_does_not_see_that_somebody_read_on_whom_the_first_press_did_not_reach(
    pc: PC,
) -> None:
    with_keys(pc, "chair")
    with post(pc):
        pc.child(Names(id_of("dsl")), Happens(Place.GROWN_UP), pupil=ZOE)
        pc.staff_open("chair")
        pc.desk.session.sign_in(ZOE)
        pc.work()
        assert not pc.desk.telling.page.earlier_opened


def test_no_file_names_who_told_beside_the_sealed_record(pc: PC) -> None:
    with post(pc):
        pc.child(pupil=ZOE)
        pc.let_pass(1)
        for path in pc.home.root.rglob("*"):
            if path.is_file() and "progress" not in path.parts and path.name[:6] != "school":
                with suppress(OSError):
                    assert b"zoe" not in path.read_bytes(), path.name
