"""Envelopes made before a press: each used once, each opened by its readers alone."""

from __future__ import annotations

from app.tell.envelopes import Envelopes
from app.tell.sealing import Envelope, Readers, open_sealed, seal_in
from tests.tells import private_key, public_key

DSL = Readers([public_key("dsl")], public_key("escrow"))
HEAD = Readers([public_key("headteacher")], public_key("escrow"))


def opens(made: Envelope, name: str) -> bool:
    """Tell whether somebody's key opens what is sealed in an envelope."""
    return open_sealed(seal_in({"kind": "x"}, made).data, private_key(name)) is not None


def test_an_envelope_made_early_is_opened_by_its_readers_alone() -> None:
    pool = Envelopes()
    pool.make([DSL, HEAD])
    made = pool.take(DSL)
    assert [opens(made, name) for name in ("dsl", "headteacher", "escrow")] == [True, False, True]


def test_none_is_used_twice() -> None:
    pool = Envelopes()
    pool.make([DSL, DSL])
    taken = [pool.take(DSL) for _ in range(4)]
    assert len({one.key for one in taken}) == len({one.slots for one in taken}) == 4
    assert all(opens(one, "dsl") for one in taken)


def test_what_was_made_is_kept_while_it_is_expected_and_then_thrown_away() -> None:
    pool = Envelopes()
    pool.make([DSL, HEAD])
    pool.make([DSL])
    spare = [one.key for ones in pool._spare.values() for one in ones]
    pool.make([DSL])
    assert [one.key for ones in pool._spare.values() for one in ones] == spare
    assert len(spare) == 1


def test_for_whom_nothing_was_expected_one_is_made_at_once() -> None:
    assert opens(Envelopes().take(HEAD), "headteacher")
