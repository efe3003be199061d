"""A made-up school whose grown-ups have real keys and whose list of recipients is signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act, Deed, row_of
from app.domain.tell.lists import Kiosk, Listing
from app.domain.tell.lists import row_of as row_of_list
from app.domain.tell.people import Person, Role, Roster
from app.domain.tell.vault import Vault
from app.tell.desk import Desk
from app.tell.journal import KioskJournal
from app.tell.keys import Holder, holder
from app.tell.plain import signed
from app.tell.reading import read_all
from app.tell.rosterfile import RosterFile, hash_of_list
from app.tell.writer import writers
from tests.fakes import FakeClock
from tests.tells import id_of, public_key


def seed_of(name: str) -> bytes:
    """Return somebody's seed: the same each time."""
    return blake2b(name.encode(), digest_size=32, person=b"seeds").digest()


def keys_of(name: str) -> Holder:
    """Return the keys that are made of it."""
    return holder(seed_of(name))


def grown_up(name: str, *roles: Role) -> Person:
    """Return a grown-up who has enrolled."""
    keys = keys_of(name)
    return Person(id_of(name), name, "face", frozenset(roles), (), keys.box_key, keys.sign_key)


STAFF = Roster(1, tuple(grown_up(role.value, role) for role in Role), public_key("escrow"))


@dataclass
class Staffroom:
    """Everything of one PC's record: who may write, and what each of them sees."""

    vault: Vault
    clock: FakeClock
    lists: RosterFile
    desk: Desk
    journal: KioskJournal
    count: int = 0

    def publish(
        self, roster: Roster, *signers: str, kiosks: tuple[Kiosk, ...] = (), live: bool = True
    ) -> Listing:
        """Put a list in force, signed by these people."""
        before = self.lists.listing()
        own = writers(self.vault)
        own_kiosk = Kiosk("Library 1", own.kiosk.public, own.desk.public)
        after = hash_of_list(before) if before is not None else ""
        listing = Listing(roster, kiosks or (own_kiosk,), live, after)
        row = row_of_list(listing)
        for name in signers:
            row = signed(row, id_of(name), keys_of(name).sign_secret)
        self.desk.publish(listing, row)
        return listing

    def do(self, name: str, case: Case, act: Act, about: str = "", words: str = "") -> Deed:
        """Let somebody do something with a Tell, for those of their circle."""
        self.count += 1
        self.clock.let_pass(1)
        deed = Deed(
            f"{self.count:016x}", case.tell, self.clock.now(), id_of(name), act, about, words
        )
        people = case.letter.circle if case.letter is not None else frozenset({id_of(name)})
        self.desk.add(row_of(deed), id_of(name), keys_of(name), people)
        return deed

    def cases(self, name: str) -> tuple[Case, ...]:
        """Return what somebody sees, the newest first."""
        reading = read_all(self.vault, self.lists.history(), keys_of(name).box_secret)
        assert reading.problems == []
        return reading.files.cases()

    def case(self, name: str) -> Case:
        """Return the one Tell that somebody sees."""
        (case,) = self.cases(name)
        return case


def staffroom(vault: Vault, roster: Roster = STAFF) -> Staffroom:
    """Return a live school on a vault."""
    clock = FakeClock()
    lists = RosterFile(vault)
    room = Staffroom(vault, clock, lists, Desk(vault, clock, lists), KioskJournal(vault, clock))
    room.publish(roster, "dsl", "headteacher")
    return room


def changed(roster: Roster, **values: object) -> Roster:
    """Return the next list: this one with something else in it."""
    return replace(roster, version=roster.version + 1, **values)  # type: ignore[arg-type]  # by name
