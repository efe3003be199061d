"""Erasing by two: one asks, the other agrees, the chain says so, and then the files go.

Who asks adds a deed (``Act.ERASING``) that carries tombstones with their signature, and the key of
each file that is named: so that who agrees can look into every one of them, also into the letter
that only the other could open. Nothing is destroyed before the chain names the tombstones; what a
power cut leaves is destroyed at the next start (``finish``).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.ports import Clock
from app.domain.tell.attachments import all_of
from app.domain.tell.cases import Case
from app.domain.tell.deeds import ADDS_NOTHING, Act, Deed, deed_of
from app.domain.tell.deeds import row_of as row_of_deed
from app.domain.tell.erasing import (
    NotErasable,
    is_handed_over,
    is_inner,
    is_whole,
    may_agree,
    was_exported,
)
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.records import BodyId, Letter, Row, TellId, UnfitRecord, given, record_of
from app.domain.tell.tombstones import Tombstone, row_of, tombstone_of
from app.domain.tell.vault import Vault
from app.tell.deeds import RESEALED
from app.tell.desk import Desk
from app.tell.journal import body_file
from app.tell.keys import Holder
from app.tell.plain import is_signed, signed
from app.tell.plainfiles import erased
from app.tell.reading import Reading
from app.tell.rosterfile import RosterFile
from app.tell.sealing import GROUP, Unfit, body_id, open_group, open_with, tag_of

MOST = 80
"""So many files one deed names with their keys; a Tell with more has several."""
LATER = "something was added since it was asked for; let them hand it over and ask again"
COPIES = "you can open more of it than they can; ask them instead, and let them agree"


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, their keys, and what they have read."""

    id: PersonId
    holder: Holder
    reading: Reading


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to be erased: each tombstone as they signed it, and the files' keys."""

    tell: TellId
    by: PersonId
    stones: tuple[Row, ...]
    keys: dict[BodyId, bytes]

    @property
    def second(self) -> PersonId:
        """Who is asked to agree."""
        return tombstone_of(self.stones[0]).by[1]


class Eraser:
    """Erases; all calls come on the lane "tell". Raises ``NotErasable`` and ``StoreFault``."""

    def __init__(self, vault: Vault, clock: Clock, lists: RosterFile, desk: Desk) -> None:
        self._vault = vault
        self._clock = clock
        self._lists = lists
        self._desk = desk

    def ask(self, me: Me, tell: TellId, second: PersonId) -> None:
        """Ask somebody to agree; nothing is destroyed yet."""
        case, letter = _read(me, tell)
        if second not in may_agree(case, me.id, self._roster):
            raise NotErasable("choose another holder who can read this Tell")
        if not is_handed_over(case.deeds, me.id, second):
            raise NotErasable("hand the Tell over first, with all that was added; then ask")
        chosen = self._bodies(me, case, letter, is_whole(letter, me.id, second))
        for at in range(0, len(chosen), MOST):
            self._ask(me, case, second, dict(chosen[at : at + MOST]))

    def waiting(self, me: Me) -> tuple[Request, ...]:
        """Return what others ask somebody to agree to."""
        return tuple(one for one in self._requests(me) if one.second == me.id)

    def asked(self, me: Me) -> tuple[Request, ...]:
        """Return what somebody asks others to agree to."""
        return tuple(one for one in self._requests(me) if one.by == me.id)

    def _requests(self, me: Me) -> tuple[Request, ...]:
        found: dict[tuple[TellId, tuple[PersonId, PersonId]], Request] = {}
        for row in _asked(me.reading):
            stone = tombstone_of(given(row, "tombstone", dict))
            tell = TellId(given(row, "tell", str))
            if me.reading.files.case(tell).letter is None or self._is_done(stone):
                continue
            known = found.get((tell, stone.by), Request(tell, stone.by[0], (), {}))
            keys = zip(stone.bodies, map(bytes.fromhex, given(row, "keys", list)), strict=True)
            stones = (*known.stones, given(row, "tombstone", dict))
            found[tell, stone.by] = Request(tell, known.by, stones, {**known.keys, **dict(keys)})
        return tuple(found.values())

    def agree(self, me: Me, request: Request) -> None:
        """Sign what another holder asked for, and destroy the files."""
        case, letter = _read(me, request.tell)
        if not was_exported(case.deeds, me.id, request.by):
            raise NotErasable("hand the Tell over first (PDF or file); then it can be erased")
        self._check(me, request, letter)
        why = self._left_out(me, request, case, letter)
        if why:
            raise NotErasable(why)
        for stone in request.stones:
            self._desk.note(signed(stone, me.id, me.holder.sign_secret))
        self.finish()

    def finish(self) -> int:
        """Destroy what was agreed to and is still there; return how many files. Ask at a start."""
        # A tombstone that only the cache has must not be lost after its files.
        self._desk.ready()
        gone = sorted(erased(self._vault, self._lists.history()))
        here = {name for part in {one[:2] for one in gone} for name in self._names(part)}
        left = tuple(body_file(bytes.fromhex(one)) for one in gone if one in here)
        if left:
            self._vault.remove(left)
        return len(left)

    @property
    def _roster(self) -> Roster:
        listing = self._lists.listing()
        return listing.roster if listing is not None else Roster()

    def _names(self, part: str) -> tuple[str, ...]:
        return self._vault.names(f"bodies/{part}")

    def _is_done(self, stone: Tombstone) -> bool:
        return set(stone.bodies) <= erased(self._vault, self._lists.history())

    def _bodies(
        self, me: Me, case: Case, letter: Letter, whole: bool
    ) -> list[tuple[BodyId, bytes]]:
        """Return what is to go, what leads to the rest last: a cut must not strand it."""
        found = []
        added = {one.body for one in all_of(case.deeds) if is_inner(one.deed, letter)}
        for body, key in me.reading.opened[case.tell].items():
            data = self._vault.read(body_file(bytes.fromhex(body)))
            inner = body in added or (data is not None and _is_inner(data, key, letter, case))
            if data is not None and (whole or inner):
                found.append((BodyId(body), key))
        return sorted(found, key=lambda one: not self._is_deed(*one))

    def _left_out(self, me: Me, request: Request, case: Case, letter: Letter) -> str:
        """Return why what was asked for is not all that is to go, "" where it is.

        Letters lead to nothing once their files are gone, and that somebody looked says nothing.
        Where who asks does not read on, what only those who do can open is not asked for: a refusal
        must not say that there is some.
        """
        asker_reads_on = not letter.group_key or letter.group_key in request.keys.values()
        named = {self._number(body, key) for body, key in request.keys.items()}
        for body, key in self._bodies(me, case, letter, is_whole(letter, request.by, me.id)):
            data = self._vault.read(body_file(bytes.fromhex(body)))
            if body in request.keys or data is None or not self._says_something(data, key):
                continue
            if asker_reads_on or not _is_inner(data, key, letter, case):
                return LATER if self._number(body, key) not in named else COPIES
        return ""

    def _says_something(self, data: bytes, key: bytes) -> bool:
        if data.startswith(GROUP):
            return True
        deed = _deed(open_with(data, key))
        return deed is not None and deed.act not in ADDS_NOTHING

    def _number(self, body: str, key: bytes) -> str:
        """Return the id of the deed in a file: the same in each of its copies; "" for none."""
        data = self._vault.read(body_file(bytes.fromhex(body))) or GROUP
        deed = None if data.startswith(GROUP) else _deed(open_with(data, key))
        return deed.id if deed is not None else ""

    def _is_deed(self, body: str, key: bytes) -> bool:
        return bool(self._number(body, key))

    def _ask(self, me: Me, case: Case, second: PersonId, chosen: dict[BodyId, bytes]) -> None:
        now = self._clock.now()
        stone = row_of(Tombstone(now, (me.id, second), tuple(chosen)))
        deed = Deed(secrets.token_hex(8), case.tell, now, me.id, Act.ERASING, second)
        row = {
            **row_of_deed(deed),
            "tombstone": signed(stone, me.id, me.holder.sign_secret),
            "keys": [key.hex() for key in chosen.values()],
        }
        circle = case.letter.circle if case.letter is not None else frozenset()
        self._desk.add(row, me.id, me.holder, circle | {me.id})

    def _check(self, me: Me, request: Request, letter: Letter) -> None:
        asker = self._roster.person(request.by)
        for stone in request.stones:
            if asker is None or not is_signed(stone, asker.id, asker.sign_key):
                raise NotErasable("who asks did not sign it; let them ask again")
            if tombstone_of(stone).by != (request.by, me.id):
                raise NotErasable("somebody else was asked to agree")
        for body, key in request.keys.items():
            if not self._may_go(me, request, letter, (body, key)):
                raise NotErasable("it names a file that is no part of this Tell, or not theirs")

    def _may_go(
        self, me: Me, request: Request, letter: Letter, chosen: tuple[BodyId, bytes]
    ) -> bool:
        """Tell whether a file is what two of the Tell's readers may erase."""
        body, key = chosen
        data = self._vault.read(body_file(bytes.fromhex(body)))
        if data is None or body_id(data) != body:
            return data is None
        own = body in me.reading.opened[request.tell]
        if data.startswith(GROUP):
            return own and (key == letter.group_key or _is_added(data, key, request.tell))
        try:
            row = open_with(data, key)
        except Unfit:
            return False
        if row.get("tell") != request.tell:
            return False
        whole = is_whole(letter, request.by, me.id)
        return own or _deed(row) is not None or _is_letter(row, letter, plain=whole)


def _read(me: Me, tell: TellId) -> tuple[Case, Letter]:
    """Return a Tell that somebody can read, and their letter."""
    case = me.reading.files.case(tell)
    if case.letter is None or tell not in me.reading.opened:
        raise NotErasable("only who can read a Tell can erase it, and not while it lasts")
    return case, case.letter


def _asked(reading: Reading) -> Iterator[Row]:
    for deeds in reading.deeds.values():
        for made in deeds.values():
            if made.row.get("act") == Act.ERASING and "tombstone" in made.row:
                yield made.row


def _deed(row: Row) -> Deed | None:
    inner = row.get("row") if row.get("kind") == RESEALED else row
    if not isinstance(inner, dict) or inner.get("kind") != "deed":
        return None
    try:
        return deed_of(inner)
    except UnfitRecord:
        return None


def _is_added(data: bytes, key: bytes, tell: TellId) -> bool:
    """Tell whether a group file is one that staff added to a Tell."""
    row = next(iter(open_group(data, key)), {})
    return row.get("kind") == "piece" and row.get("tell") == tell


def _is_letter(row: Row, own: Letter, *, plain: bool) -> bool:
    """Tell whether it is a letter that tells no more than one's own, or the plain one."""
    if row.get("kind") != "letter":
        return False
    found = record_of(row)
    key = found.group_key if isinstance(found, Letter) else b""
    return key == own.group_key if key else plain


def _is_inner(data: bytes, key: bytes, letter: Letter, case: Case) -> bool:
    """Tell whether only those who read on can open a file."""
    if data.startswith(GROUP):
        return (
            bool(letter.group_key) and tag_of(data) == letter.group and bool(open_group(data, key))
        )
    row = open_with(data, key)
    deed = _deed(row)
    if deed is not None:
        return deed.tell == case.tell and is_inner(deed, letter)
    found = record_of(row)
    return isinstance(found, Letter) and bool(found.group_key)
