"""The way through the pages of Tell that are the staff's: set-up, sign-in, words on paper, post.

What stands behind a passphrase is in ``tour_cases``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.tour_cases import behind_the_passphrase
from app.bootstrap.tour_record import Record, make_record
from app.bootstrap.tour_tell import made_up_roster
from app.domain.tell.contact import Contacts, MailServer
from app.domain.tell.people import Role
from app.domain.tell.post import Health
from app.domain.tell.schooltime import Holiday, Hours, SchoolTime
from app.domain.tell.setup import Missing, Stage, first_readers
from app.flow.being_told import BeingToldPage
from app.flow.new_key import NewKey
from app.flow.paper_way import PaperPage, PaperWay, Step
from app.flow.route import To
from app.flow.staffroom import RoomPage
from app.flow.tasks import Lane
from app.flow.tell_setup import SetupPage

if TYPE_CHECKING:
    from app.bootstrap.tour import Stop, Tour

WEAK = "This is too easy to guess; take five words that have nothing to do with each other."
WRONG = "That is not the passphrase."
UNREADABLE = "being-told.json: it is damaged; put in anew how staff are told."


def grown_ups(guide: Tour, folder: Path) -> Iterator[Stop]:
    """Yield the pages of Tell that are the staff's; files are found and left in ``folder``."""
    guide.desk.door.is_open = True
    yield from setting_up(guide)
    guide.go(To("welcome"), "")
    record = found_record(guide)
    guide.desk.door.is_open = True
    yield from being_told(guide)
    guide.go(To("welcome"), "")
    yield from signing_in(guide, record)
    yield from on_paper(guide, record)
    yield from behind_the_passphrase(guide, record, folder)
    guide.go(To("welcome"), "")


def found_record(guide: Tour) -> Record:
    """Return the record of the tour's own school, made now, with a live list."""
    made: list[Record] = []
    faults: list[Exception] = []
    work = partial(make_record, guide.house, guide.school)
    guide.house.lanes.run(Lane.TELL, work, made.append, faults.append)
    guide.wait(lambda: bool(made or faults), "the record")
    if faults:
        raise faults[0]
    guide.desk.telling.prepare()
    guide.wait(lambda: guide.desk.telling.known.reach.live, "a live list")
    return made[0]


def setting_up(guide: Tour) -> Iterator[Stop]:
    """Yield every stage of setting Tell up."""
    people = made_up_roster().people
    setup = guide.desk.tell_setup
    guide.go(To("tell-setup"), "")
    guide.wait(lambda: not setup.page.busy, "the set-up")
    yield guide.stop("tell-setup people")
    lacking = (Missing.OUTSIDER, Missing.SAME_TITLE)
    setup.changed.emit(SetupPage(people=people, missing=lacking))
    yield guide.stop("tell-setup people lacking")
    setup.name([replace(one, box_key=b"") for one in people])
    guide.wait(lambda: setup.page.stage is Stage.KEYS, "whose key is made")
    yield from _making_a_key(guide, setup.key, "tell-setup")
    first = first_readers(people)
    pages = {
        "escrow": SetupPage(Stage.ESCROW, people),
        "sign": SetupPage(Stage.SIGN, people, person=people[1], fault=WRONG),
        "drill": SetupPage(Stage.DRILL, people),
        "drilled": SetupPage(
            Stage.DRILL, people, drilled=True, opened=frozenset({first[0].id}), fault=WRONG
        ),
        "live": SetupPage(Stage.LIVE, people),
    }
    for name, page in pages.items():
        setup.changed.emit(page)
        yield guide.stop(f"tell-setup {name}")


def _making_a_key(guide: Tour, key: NewKey, name: str) -> Iterator[Stop]:
    """Yield how a key is made: its passphrase, its words, and their proof."""
    guide.wait(lambda: bool(key.page.suggestion), "a suggestion")
    key.refuse(WEAK)
    yield guide.stop(f"{name} passphrase weak")
    key.show_words()
    guide.wait(lambda: bool(key.page.words), "words for paper")
    yield guide.stop(f"{name} words")
    key.copied()
    yield guide.stop(f"{name} proof")
    key.stop()


def being_told(guide: Tour) -> Iterator[Stop]:
    """Yield how staff are told: nothing kept yet, all of it, and what is wrong with it."""
    control = guide.desk.being_told
    guide.go(To("being-told"), "")
    guide.wait(lambda: control.page.ready, "how staff are told")
    yield guide.stop("being-told empty")
    for name, shown in (
        ("shut", BeingToldPage(shut=True, health=Health(channel=True), live=True)),
        ("unreadable", BeingToldPage(fault=UNREADABLE)),
    ):
        guide.kiosk.navigator.go(To("being-told"))
        control.close()  # before anything is read
        control.changed.emit(shown)
        yield guide.stop(f"being-told {name}")
    guide.go(To("being-told"), "")
    guide.wait(lambda: control.page.ready, "how staff are told")
    people = control.page.people
    hours = Hours(time(8, 30), time(15, 30))
    holidays = (
        Holiday(date(2026, 10, 24), date(2026, 11, 1)),
        Holiday(date(2026, 12, 19), date(2027, 1, 3)),
    )
    contacts = Contacts(
        MailServer("mail.hill.example", 587, "be-smart", "x" * 12, "be-smart@hill.example"),
        {one.id: f"staff{place}@hill.example" for place, one in enumerate(people)},
        SchoolTime((hours,) * 5, holidays),
        "Library 1",
        "Mrs Reed, at 8, 12 and 3",
    )
    page = BeingToldPage(
        contacts, people, ready=True, health=Health(channel=True), live=True, undo=Contacts()
    )
    control.changed.emit(replace(page, said="The holiday is added."))
    yield guide.stop("being-told kept")
    taken = ("'ntfy://' is no address that can be used from this PC.",)
    late = Health(late=True, fault="The mail server does not answer", channel=True)
    fault = "Monday: write from when to when, such as 8:30 and 15:30, or leave both empty."
    control.changed.emit(replace(page, health=late, unfit=taken, fault=fault))
    yield guide.stop("being-told wrong")


def signing_in(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield the sign-in: faces, a passphrase, a wrong one, and the wait after some."""
    room = guide.desk.staffroom
    guide.go(To("sign-in"), "")
    guide.wait(lambda: bool(room.page.people), "the faces")
    yield guide.stop("sign-in faces")
    room.choose(record.who(Role.DSL).id)
    yield guide.stop("sign-in passphrase")
    room.changed.emit(replace(room.page, fault=WRONG))
    yield guide.stop("sign-in wrong")
    room.changed.emit(replace(room.page, fault=WRONG, wait=30))
    yield guide.stop("sign-in waiting")
    room.changed.emit(RoomPage(fault="Nobody has a passphrase yet."))
    yield guide.stop("sign-in nobody")


def on_paper(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield the ways in by words on paper."""
    lead, head = record.who(Role.DSL), record.who(Role.HEAD)
    forgotten, recovery = guide.desk.forgotten, guide.desk.recovery
    yield from _paper_words(guide, To("forgotten", lead), forgotten)
    forgotten.changed.emit(PaperPage(Step.KEY, lead, fault=WEAK))
    yield guide.stop("forgotten passphrase weak")
    forgotten.changed.emit(PaperPage(Step.DONE, lead))
    yield guide.stop("forgotten done")
    yield from _paper_words(guide, To("recovery"), recovery)
    page = PaperPage(Step.PEOPLE, roster=record.roster)
    recovery.changed.emit(page)
    yield guide.stop("recovery people")
    recovery.changed.emit(replace(page, heirs=(lead, head), share=0.4))
    yield guide.stop("recovery heirs written")
    recovery.changed.emit(PaperPage(Step.DONE, roster=record.roster))
    yield guide.stop("recovery done")


def _paper_words(guide: Tour, to: To, way: PaperWay) -> Iterator[Stop]:
    """Yield the question for words, and what is said of wrong ones."""
    guide.go(to, "")
    guide.wait(lambda: not way.page.busy, "the lists")
    yield guide.stop(f"{to.name} words")
    fault = "'elefant' is none of the words. Please look at your paper."
    way.changed.emit(replace(way.page, fault=fault))
    yield guide.stop(f"{to.name} words wrong")
