"""Files that staff add: sealed for who reads on, whole or refused, erased with the Tell by two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.tell.attachments import (
    LARGEST,
    Attachment,
    NotAttached,
    about,
    attachment_of,
    attachments,
)
from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.tell.exhibits import PIECE, ExhibitFiles
from app.tell.journal import body_file
from app.tell.verify import verify
from tests.staffroom import STAFF
from tests.tells import AT, CANARY, id_of
from tests.worlds import TELL, World

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))
ABOUT_DSL: tuple[Tap, ...] = (Words(CANARY), Happens(Place.GROWN_UP), Names(id_of("dsl")))
DATA = b"%PDF-1.7 " + CANARY.encode() * 900


def exhibits(world: World) -> ExhibitFiles:
    """Return what keeps files in a world."""
    return ExhibitFiles(world.room.vault, world.room.desk)


def add(world: World, name: str, data: bytes = DATA) -> Attachment:
    """Let somebody add a file."""
    files = exhibits(world)
    world.room.count += 1000  # their ids are not those of the world's own deeds
    sealed, key = files.sealed(TELL, data, STAFF.escrow)
    deed = world.room.do(
        name, _case(world, name), Act.ATTACHED, about(files.keep(sealed), key), "letter.pdf"
    )
    found = attachment_of(deed)
    assert found is not None
    return found


def _case(world: World, name: str) -> Case:
    case = world.case(name)
    assert case is not None
    return case


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 9 * PIECE, 300_000])
def test_a_file_comes_back_as_it_was(size: int) -> None:
    world = World(STAFF, SAID)
    data = bytes(number % 251 for number in range(size))
    found = add(world, "dsl", data)
    assert exhibits(world).opened(found) == data
    assert verify(world.room.vault).sound


def test_only_who_reads_on_gets_the_key_and_nothing_of_it_is_in_clear() -> None:
    world = World(STAFF, SAID)
    found = add(world, "dsl")
    assert attachments(_case(world, "headteacher")) == (found,)
    assert world.case("chair") is None
    vault = world.room.vault
    names = [
        f"bodies/{part}/{one}"
        for part in vault.names("bodies")
        for one in vault.names(f"bodies/{part}")
    ]
    assert not any(b"PDF-1.7" in (vault.read(one) or b"") for one in names)


def test_who_is_spoken_of_sees_no_file() -> None:
    world = World(STAFF, ABOUT_DSL)
    before = world.view("dsl")
    add(world, "headteacher")
    assert world.view("dsl") == before


def test_a_changed_or_missing_file_is_refused() -> None:
    world = World(STAFF, SAID)
    found = add(world, "dsl")
    vault, name = world.room.vault, body_file(bytes.fromhex(found.body))
    data = vault.read(name) or b""
    with pytest.raises(NotAttached, match="changed"):
        exhibits(world).opened(replace(found, key=bytes(32)))
    vault.write({name: data[:-1] + b"x"})
    with pytest.raises(NotAttached, match="not in the record"):
        exhibits(world).opened(found)
    assert not verify(vault).sound


def test_it_goes_with_the_tell() -> None:
    world = World(STAFF, SAID)
    found = add(world, "dsl")
    assert world.do("dsl", Act.EXPORTED)
    assert world.erase("dsl", "headteacher")
    assert world.room.vault.read(body_file(bytes.fromhex(found.body))) is None
    assert world.case("dsl") is world.case("headteacher") is None
    assert verify(world.room.vault).sound


def test_of_a_tell_about_the_dsl_it_goes_with_what_was_said() -> None:
    world = World(STAFF, ABOUT_DSL)
    inner, outer = add(world, "headteacher"), add(world, "dsl", b"the DSL's own")
    seen = world.view("dsl")
    assert world.do("headteacher", Act.EXPORTED)
    assert world.erase("headteacher", "chair")
    assert world.view("dsl") == seen
    with pytest.raises(NotAttached):
        exhibits(world).opened(inner)
    assert exhibits(world).opened(outer) == b"the DSL's own"
    assert verify(world.room.vault).sound


def test_what_was_taken_out_is_not_listed() -> None:
    world = World(STAFF, SAID)
    found = add(world, "dsl")
    world.room.do("dsl", _case(world, "dsl"), Act.DETACHED, found.body, "the wrong one")
    assert attachments(_case(world, "dsl")) == ()


@pytest.mark.parametrize("words", ["", "ab:cd", f"{'zz' * 32}:{'zz' * 32}", "ab" * 64])
def test_a_deed_that_names_no_file_adds_none(words: str) -> None:
    deed = Deed("0" * 16, TELL, AT, id_of("dsl"), Act.ATTACHED, words, "x")
    assert attachment_of(deed) is None


def test_the_largest_file_is_ten_mebibytes() -> None:
    assert LARGEST == 10 * 2**20
