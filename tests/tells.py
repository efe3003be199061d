"""Made-up grown-ups with real keys, Tells told through the journal, and what each key opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from nacl.public import PrivateKey

from app.domain.ids import PupilId
from app.domain.tell.journal import Addressed
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.records import (
    BodyId,
    Detail,
    First,
    Letter,
    Notice,
    TellId,
    Who,
    record_of,
)
from app.domain.tell.routing import Routes, circles, first_circle
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Wants, Words, Worry
from app.domain.tell.vault import Vault
from app.store.cabinet import Cabinet
from app.store.home import Home
from app.store.vault import FolderVault
from app.tell import entry, sealing
from app.tell.journal import KioskJournal, body_file
from app.tell.writer import writers
from tests.fakes import FakeClock
from tests.power import MemoryDisk, OwnCabinet

HOME = Home(Path("/data"))
AT = datetime(2026, 3, 4, 10, 15, 30, 250_000, UTC)
CANARY = "the canary sings ✓"
ROUTES = Routes(notices=frozenset({"bad-content"}))
WHO = Who(PupilId("a1"), "Amina K", "Oaks", proved=True)


def private_key(name: str) -> bytes:
    """Return somebody's private X25519 key: the same each time, so that it can be looked up."""
    return blake2b(name.encode(), digest_size=32, person=b"tests").digest()


def public_key(name: str) -> bytes:
    """Return the key that goes with it."""
    return bytes(PrivateKey(private_key(name)).public_key)


def id_of(name: str) -> PersonId:
    """Return a person's id by their name."""
    return PersonId(blake2b(name.encode(), digest_size=4).hexdigest())


def person(name: str, *roles: Role, enrolled: bool = True, left: bool = False) -> Person:
    """Return a grown-up with a key that is made of their name."""
    key = public_key(name) if enrolled else b""
    return Person(id_of(name), name, "face", frozenset(roles), box_key=key, left=left)


def roster(*people: Person, covering: bool = False) -> Roster:
    """Return a list of recipients; without any people one person a role, called as the role."""
    everybody = people or tuple(person(role.value, role) for role in Role)
    return Roster(1, everybody, public_key("escrow"), covering=covering)


ROSTER = roster()


def addressed(taps: Sequence[Tap], people: Roster = ROSTER) -> Addressed:
    """Return for whom all this is sealed."""
    return Addressed(people, circles(people, ROUTES, None, taps))


def tell_id(number: int) -> TellId:
    """Return the id of the n-th Tell."""
    return TellId(f"{number:016x}")


def first(number: int, who: Who | None = WHO) -> First:
    """Return the n-th first press."""
    return First(tell_id(number), AT, "Library 1", "Welcome", who)


def detail(number: int, tap: Tap) -> Detail:
    """Return one more tap of the n-th Tell."""
    return Detail(tell_id(number), AT, tap)


def folder(disk: MemoryDisk) -> FolderVault:
    """Return the vault on a disk in memory."""
    return FolderVault(OwnCabinet(HOME, disk), HOME.tell)


def kiosk(vault: Vault) -> KioskJournal:
    """Return the program's journal on a vault."""
    return KioskJournal(vault, FakeClock())


def press(journal: KioskJournal, number: int, people: Roster = ROSTER) -> None:
    """Press *Yes*."""
    journal.first(first(number), first_circle(people, ROUTES, None), addressed([], people))


def say(journal: KioskJournal, number: int, taps: Sequence[Tap], people: Roster = ROSTER) -> None:
    """Say the last of these taps; those before it were said before."""
    journal.add(detail(number, taps[-1]), addressed(taps, people))


def tell(journal: KioskJournal, number: int, taps: Sequence[Tap], people: Roster = ROSTER) -> None:
    """Tell all of it, from the first press to the sitting's end."""
    press(journal, number, people)
    for count in range(1, len(taps) + 1):
        say(journal, number, taps[:count], people)
    journal.end(tell_id(number))
    journal.settle()


SAID: tuple[Tap, ...] = (
    About("unkind"),
    Happens(Place.GROWN_UP),
    Names(id_of("dsl")),
    Wants(id_of("headteacher")),
    Worry(3),
    Words(CANARY),
)
"""What a child may say; the DSL must not read on."""


class Broken(Exception):
    """A record is not as it must be."""


def entries(data: bytes, public: bytes) -> list[entry.Entry]:
    """Return a chain's entries, each checked: signature, number, link."""
    found: list[entry.Entry] = []
    before = entry.NOTHING
    for at in range(0, len(data), entry.SIZE):
        piece = data[at : at + entry.SIZE]
        one = entry.unpacked(piece)
        if (one.chain, one.seq, one.before) != (public, len(found), before):
            raise Broken(f"entry {len(found)} does not follow")
        found.append(one)
        before = entry.hash_of(piece)
    return found


def named_files(vault: Vault) -> list[bytes]:
    """Return every side file that the kiosk's chain names; all of it is checked."""
    writer = writers(vault).kiosk
    named = entries(vault.read(writer.file) or b"", writer.public)
    if any((one.kind is entry.Kind.GENESIS) != (one.seq == 0) for one in named):
        raise Broken("the chain does not begin with a genesis, or holds a second one")
    bodies = [one for one in named if one.kind is entry.Kind.SEALED]
    if len({one.body for one in bodies}) != len(bodies):
        raise Broken("a body is named twice")
    return [_body(vault, one) for one in bodies]


def _body(vault: Vault, one: entry.Entry) -> bytes:
    data = vault.read(body_file(one.body))
    if data is None or len(data) != one.length:
        raise Broken(f"entry {one.seq}: its file is missing, or not as long as it says")
    if blake2b(data, digest_size=32).digest() != one.body:
        raise Broken(f"entry {one.seq}: its file is another one")
    return data


def stray_files(vault: Vault) -> set[str]:
    """Return the side files that the chain does not name."""
    named = {sealing.body_id(data) for data in named_files(vault)}
    return {name for part in vault.names("bodies") for name in vault.names(f"bodies/{part}")} - (
        named
    )


@dataclass
class View:
    """All that one private key opens of one Tell."""

    firsts: list[First] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    @property
    def taps(self) -> list[Tap]:
        """What was said after the first press."""
        return [one.tap for one in self.details]


def views(files: Iterable[bytes], private: bytes) -> dict[TellId, View]:
    """Return what somebody with a private key can read of these side files, by Tell."""
    files = list(files)
    groups = {sealing.tag_of(one): one for one in files if one.startswith(sealing.GROUP)}
    by_id = {sealing.body_id(one): one for one in files}
    found: dict[TellId, View] = {}
    for record in _opened(files, private):
        view = found.setdefault(record.tell, View())
        match record:
            case First():
                view.firsts.append(record)
            case Notice():
                view.notices.append(record)
            case Letter():
                view.letters.append(record)
                _check_first(by_id, record)
                view.details += _details(groups[record.group], record.group_key)
            case Detail():
                raise Broken("a detail in a file of its own")
    return found


def _opened(files: Iterable[bytes], private: bytes) -> Iterator[First | Detail | Letter | Notice]:
    for data in files:
        if data.startswith(sealing.SEALED):
            found = sealing.open_sealed(data, private)
            if found is not None:
                yield record_of(found[0])


def _check_first(files: dict[BodyId, bytes], letter: Letter) -> None:
    record = record_of(sealing.open_with(files[letter.first], letter.first_key))
    if not isinstance(record, First) or record.tell != letter.tell:
        raise Broken("a letter speaks of another Tell's first press")


def _details(group: bytes, key: bytes) -> Iterator[Detail]:
    for row in sealing.open_group(group, key) if key else []:
        record = record_of(row)
        if not isinstance(record, Detail):
            raise Broken("a group holds something else than what was said")
        yield record


def read_by(vault: Vault, name: str) -> dict[TellId, View]:
    """Return what a person can read of all that the chain names."""
    return views(named_files(vault), private_key(name))


def real_vault(cabinet: Cabinet) -> FolderVault:
    """Return the vault of a data folder on the real disk."""
    return FolderVault(cabinet, cabinet.home.tell)


def told(taps: Sequence[Tap], people: Roster = ROSTER) -> FolderVault:
    """Return the vault after one Tell."""
    vault = folder(MemoryDisk())
    tell(kiosk(vault), 1, taps, people)
    return vault


def view(vault: FolderVault, name: str) -> View | None:
    """Return what somebody can read of the first Tell."""
    return read_by(vault, name).get(tell_id(1))
