"""Chains: entry after entry, torn at the end and only there."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from app.domain.ports import StoreFault
from app.tell import entry
from app.tell.chain import LOOKED_AT, Body, Chain, Tail, bodies, read_tail
from app.tell.entry import SIZE, Kind
from app.tell.writer import FILE, chain_file, writers
from tests.fakes import FakeClock
from tests.power import MemoryDisk
from tests.tells import entries, folder


def body(number: int) -> Body:
    """Return a made-up body."""
    return Body(Kind.SEALED, blake2b(bytes([number % 256, number // 256])).digest()[:32], 1808)


VAULT = folder(MemoryDisk())
WRITER = writers(VAULT).kiosk


def chain_of(count: int) -> bytes:
    """Return a chain with so many entries after its genesis."""
    chain = Chain(VAULT, WRITER, FakeClock())
    chain.add([body(number) for number in range(count)], 3)
    data = VAULT.read(WRITER.file) or b""
    VAULT.remove((WRITER.file,))
    return data


LONG = chain_of(60)


def test_a_chain_begins_with_a_genesis_and_goes_on_over_runs() -> None:
    vault = folder(MemoryDisk())
    writer = writers(vault).kiosk
    for run in range(3):
        chain = Chain(vault, writer, FakeClock())
        data = chain.open()
        assert chain.tail.seq == (2 * run + 1 if run else 0)
        chain.add([body(run)], 1)
        chain.add([body(10 + run)], run)
        assert data == (vault.read(writer.file) or b"")[: len(data)]
        assert chain.head == chain.tail.last
    found = entries(vault.read(writer.file) or b"", writer.public)
    assert [one.kind for one in found] == [Kind.GENESIS] + [Kind.SEALED] * 6
    assert [one.seq for one in found] == list(range(7))
    assert len({one.run for one in found}) == 3
    assert found[-1].roster == 2
    clock = FakeClock()
    assert found[1].utc == clock.now().timestamp() * 1000
    assert found[1].mono == clock.monotonic() * 1000


def test_the_bodies_are_all_those_it_names() -> None:
    assert bodies(LONG) == {entry.NOTHING, *(body(number).id for number in range(60))}
    assert bodies(LONG + b"torn") == bodies(LONG)
    assert bodies(b"") == frozenset()


@pytest.mark.parametrize("count", [0, 1, 3, LOOKED_AT - 1, LOOKED_AT, LOOKED_AT + 1, 60])
def test_where_a_chain_stands(count: int) -> None:
    data = LONG[: (count + 1) * SIZE]
    tail = read_tail(data, WRITER.public)
    assert tail == Tail(len(data), count + 1, entry.hash_of(data[-SIZE:]), 3)


def test_an_empty_chain_stands_at_its_beginning() -> None:
    assert read_tail(b"", WRITER.public) == Tail()


@pytest.mark.parametrize("whole", [0, 1, 5, 30])
@pytest.mark.parametrize("rest", [b"\0", bytes(SIZE), b"\xa5" * 4 * SIZE, bytes(4 * SIZE - 7)])
def test_a_torn_end_is_told_from_what_is_sound(whole: int, rest: bytes) -> None:
    data = LONG[: whole * SIZE] + rest
    tail = read_tail(data, WRITER.public)
    assert (tail.size, tail.seq, tail.torn) == (whole * SIZE, whole, len(rest))
    assert tail.why


@pytest.mark.parametrize("whole", [1, 2, 20, 50])
def test_zeros_amid_what_was_added_at_once_make_it_all_torn(whole: int) -> None:
    data = bytearray(LONG[: (whole + 4) * SIZE])
    data[whole * SIZE : (whole + 1) * SIZE] = bytes(SIZE)
    tail = read_tail(bytes(data), WRITER.public)
    assert (tail.seq, tail.torn) == (whole, 4 * SIZE)


def test_a_changed_byte_at_the_end_is_seen() -> None:
    for at in range(SIZE):
        data = bytearray(LONG)
        data[-SIZE + at] ^= 1
        assert read_tail(bytes(data), WRITER.public).seq == 60


@pytest.mark.parametrize("number", [0, 1, 20, 61 - LOOKED_AT - 2])
def test_an_old_entry_that_is_damaged_does_not_cut_off_what_came_after(number: int) -> None:
    data = bytearray(LONG)
    data[number * SIZE + 100] ^= 1
    assert read_tail(bytes(data), WRITER.public) == read_tail(LONG, WRITER.public)


def test_entries_out_of_their_place_are_no_end() -> None:
    for spoilt in (LONG[SIZE:], LONG + LONG[-SIZE:], LONG[: -2 * SIZE] + LONG[-SIZE:], LONG[1:]):
        tail = read_tail(spoilt, WRITER.public)
        assert tail.torn
        assert tail.seq * SIZE == tail.size
        assert spoilt[: tail.size] == LONG[: tail.size]


def test_a_chain_of_another_pc_is_none() -> None:
    other = writers(folder(MemoryDisk())).kiosk
    assert read_tail(LONG, other.public).seq == 0


def test_a_torn_end_is_cut_and_the_rest_made_safe() -> None:
    disk = MemoryDisk()
    vault = folder(disk)
    writer = writers(vault).kiosk
    Chain(vault, writer, FakeClock()).add([body(1)], 1)
    vault.append(writer.file, b"torn")
    chain = Chain(vault, writer, FakeClock())
    assert chain.open().endswith(b"torn")
    assert chain.tail.torn == 4
    chain.secure()
    chain.add([body(2)], 1)
    assert len(entries(vault.read(writer.file) or b"", writer.public)) == 3


def test_a_new_chain_is_not_made_by_making_it_safe() -> None:
    vault = folder(MemoryDisk())
    chain = Chain(vault, writers(vault).kiosk, FakeClock())
    chain.open()
    chain.secure()
    assert vault.names("chains") == ()


def test_a_pc_has_two_writers_made_once() -> None:
    vault = folder(MemoryDisk())
    kiosk, desk = writers(vault)
    assert (kiosk, desk) == writers(vault)
    assert kiosk.public != desk.public
    assert kiosk.file == chain_file(kiosk.public) == f"chains/{kiosk.public[:16].hex()}.chain"
    assert writers(folder(MemoryDisk())).kiosk != kiosk


def test_a_key_that_is_gone_or_damaged_is_a_fault_and_no_new_one_is_made() -> None:
    vault = folder(MemoryDisk())
    Chain(vault, writers(vault).kiosk, FakeClock()).add([body(1)], 1)
    vault.write({FILE: b"be-smart kiosk key 1\nshort"})
    with pytest.raises(StoreFault, match="damaged"):
        writers(vault)
    vault.remove((FILE,))
    with pytest.raises(StoreFault, match="gone"):
        writers(vault)
    assert vault.read(FILE) is None
