"""The desk's side of the record: lists that two have signed, and what staff add."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from app.domain.ports import Clock, StoreFault
from app.domain.tell.audit import Visit, row_of
from app.domain.tell.lists import Listing
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.records import Row
from app.domain.tell.routing import People, may_read
from app.domain.tell.vault import Vault
from app.tell.chain import Body, Chain
from app.tell.deeds import sealed
from app.tell.entry import Kind
from app.tell.journal import file_name
from app.tell.keys import Holder, locked, unlocked
from app.tell.plain import packed
from app.tell.rosterfile import RosterFile, why_not
from app.tell.sealing import body_id, seal
from app.tell.sitting import readers_of
from app.tell.writer import Writers, writers


class Desk:
    """Adds to the desk's chain; all calls come on the lane "tell". Raises ``StoreFault``."""

    def __init__(self, vault: Vault, clock: Clock, lists: RosterFile) -> None:
        self._vault = vault
        self._clock = clock
        self._lists = lists

    @cached_property
    def writers(self) -> Writers:
        """This PC's keys for signing."""
        return writers(self._vault)

    @cached_property
    def _chain(self) -> Chain:
        chain = Chain(self._vault, self.writers.desk, self._clock)
        data = chain.open()
        cut = data[chain.tail.size :]
        if cut:
            # Mostly a power cut's; if not, it is there for who asks what became of it.
            name = self.writers.desk.file.rpartition("/")[2]
            self._vault.write({f"aside/{name}.{body_id(cut)[:16]}": cut})
        chain.secure()
        return chain

    def ready(self) -> None:
        """Mend the end of the chain, and see to it that all of it is on the medium."""
        _ = self._chain

    @property
    def heads(self) -> dict[str, str]:
        """The last entries of both chains, by their files: an anchor for paper."""
        kiosk = Chain(self._vault, self.writers.kiosk, self._clock)
        kiosk.open()
        return {
            self.writers.kiosk.file: kiosk.head.hex(),
            self.writers.desk.file: self._chain.head.hex(),
        }

    def publish(self, listing: Listing, row: Row) -> None:
        """Put a signed list in force; raise ``StoreFault`` where it cannot follow the last one."""
        fault = why_not(self._lists.listing(), listing, row)
        if fault:
            raise StoreFault(f"the new list of recipients: {fault}; nothing was changed")
        self.note(row, listing.roster.version)

    def note(self, row: Row, version: int | None = None) -> None:
        """Add a plain file."""
        self._add(Kind.PLAIN, [packed(row)], version)

    def anchor(self) -> None:
        """Name the last entries of both chains, so that neither can be cut short unseen."""
        self.note({"kind": "anchor", "at": self._clock.now().isoformat(), "heads": self.heads})

    def add(self, row: Row, by: PersonId, holder: Holder, people: People) -> None:
        """Add what somebody did, for people; only those whose office it is to read get it.

        Who did it has it in any case: it is theirs, as a line of their audit log.
        """
        roster = self._roster()
        read = {one.id for one in roster.people if may_read(one)}
        allowed = frozenset(people & read | {by})
        self.add_sealed([sealed(row, by, holder, readers_of(roster, allowed)).data])

    def note_visit(self, visit: Visit) -> None:
        """Add, for them alone, that somebody's passphrase was given; the chain vouches for it."""
        readers = readers_of(self._roster(), frozenset({visit.person}))
        self.add_sealed([seal(row_of(visit), readers, at_least=1).data])

    def add_sealed(self, files: Iterable[bytes]) -> None:
        """Add sealed files, all in one write of the chain."""
        self._add(Kind.SEALED, list(files), None)

    def keep_key(self, person: PersonId, seed: bytes, passphrase: str) -> None:
        """Keep somebody's seed under their passphrase. About 0.7 s: come on the lane "cpu"."""
        self._vault.write({key_file(person): locked(seed, passphrase)})

    def keep_next_key(self, person: PersonId, seed: bytes, passphrase: str) -> None:
        """Keep the seed that is somebody's once a list says so. About 0.7 s."""
        self._vault.write({_next_file(person): locked(seed, passphrase)})

    def unlock_next(self, person: PersonId, passphrase: str) -> bytes | None:
        """Return the seed that was kept beside somebody's own. About 0.7 s."""
        kept = self._vault.read(_next_file(person))
        return unlocked(kept, passphrase) if kept is not None else None

    def take_next_key(self, person: PersonId) -> None:
        """Let the seed that was kept beside somebody's own take its place."""
        kept = self._vault.read(_next_file(person))
        if kept is not None:
            self._vault.write({key_file(person): kept})
            self._vault.remove((_next_file(person),))

    def change_passphrase(self, person: PersonId, old: str, new: str) -> bool:
        """Seal what stood under one passphrase by another; False where it was not right."""
        names = (key_file(person), _next_file(person))
        kept = {name: self._vault.read(name) for name in names}
        opened = {name: unlocked(data, old) for name, data in kept.items() if data is not None}
        seeds = {name: seed for name, seed in opened.items() if seed is not None}
        if key_file(person) in seeds:
            self._vault.write({name: locked(seed, new) for name, seed in seeds.items()})
        return key_file(person) in seeds

    def unlock(self, person: PersonId, passphrase: str) -> bytes | None:
        """Return somebody's seed, None where the passphrase is not right. About 0.7 s."""
        kept = self._vault.read(key_file(person))
        return unlocked(kept, passphrase) if kept is not None else None

    def _roster(self) -> Roster:
        listing = self._lists.listing()
        return listing.roster if listing is not None else Roster()

    def _add(self, kind: Kind, files: list[bytes], version: int | None) -> None:
        self._vault.write({file_name(data): data for data in files})
        bodies = [Body(kind, bytes.fromhex(body_id(data)), len(data)) for data in files]
        roster = self._roster().version if version is None else version
        self._chain.add(bodies, roster)


def _next_file(person: PersonId) -> str:
    return f"staff/{person}.next"


def key_file(person: PersonId) -> str:
    """Return the name of somebody's key file."""
    return f"staff/{person}.key"
