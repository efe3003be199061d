"""Writing Tells anew for another list: a piece at a time, once each, and keys that take turns."""

from __future__ import annotations

from dataclasses import replace

from app.domain.tell.desk import Hand, Seed
from app.domain.tell.lists import enrolled
from app.domain.tell.people import ESCROW, Role, Roster
from app.domain.tell.taps import Happens, Place, Tap
from app.tell import keys
from app.tell.rewriting import rewriting
from tests.staffroom import STAFF, grown_up, seed_of
from tests.tells import ROUTES, id_of, private_key
from tests.worlds import World

SAID: tuple[Tap, ...] = (Happens(Place.HOME),)
NEW = grown_up("dsl 2", Role.DSL)
DSL = Hand(id_of("dsl"), Seed(seed_of("dsl")))


def write(world: World, hand: Hand = DSL) -> list[float]:
    """Write all that somebody has to; return how much was done after each piece."""
    room = world.room
    made = rewriting(room.vault, room.desk, room.lists.history(), hand, ROUTES)
    shares = []
    while made is not None:
        more = made.step(1)
        shares.append(made.share)
        if not more:
            break
    return shares


def joined(roster: Roster = STAFF) -> World:
    """Return a school in which somebody has just joined."""
    world = World(roster, SAID)
    world.room.publish(enrolled(world.roster, NEW), "dsl", "headteacher")
    return world


def test_without_another_list_there_is_nothing_to_do() -> None:
    assert write(World(STAFF, SAID)) == []


def test_it_goes_on_in_pieces_and_is_done_once() -> None:
    world = joined()
    shares = write(world)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    case = world.case("dsl 2")
    assert case is not None
    assert case.taps == SAID
    assert write(world) == []


def test_each_holder_does_it_and_who_came_by_the_list_does_not() -> None:
    world = joined()
    write(world)
    assert write(world, Hand(id_of("headteacher"), Seed(seed_of("headteacher"))))
    assert write(world, Hand(NEW.id, Seed(seed_of("dsl 2")))) == []


def test_what_was_cut_short_begins_anew() -> None:
    world = joined()
    room = world.room
    made = rewriting(room.vault, room.desk, room.lists.history(), DSL, ROUTES)
    assert made is not None
    assert made.step(1)
    world.reopen(room.vault)
    assert write(world)[-1] == 1


def test_a_mark_that_was_damaged_costs_the_work_once_more_and_nothing_else() -> None:
    world = joined()
    write(world)
    world.room.vault.write({f"rewritten/{DSL.person}": b"?"})
    assert write(world)[-1] == 1


def test_cover_lets_nobody_read_what_was_told_before() -> None:
    world = World(STAFF, SAID)
    cover = replace(world.roster, version=2, covering=True)
    world.room.publish(cover, "dsl")
    assert write(world) == []


def test_a_new_key_takes_the_place_of_the_old_one_once_all_is_written() -> None:
    world = World(STAFF, SAID)
    room, seed = world.room, Seed(b"\x07" * 32)
    own = keys.holder(seed)
    mine = world.roster.person(DSL.person)
    assert mine is not None
    room.desk.keep_key(DSL.person, DSL.seed, "old")
    room.desk.keep_next_key(DSL.person, seed, "old")
    assert not room.desk.change_passphrase(DSL.person, "wrong", "new")
    assert room.desk.change_passphrase(DSL.person, "old", "new")
    renewed = replace(mine, box_key=own.box_key, sign_key=own.sign_key)
    room.publish(enrolled(world.roster, renewed), "dsl", "headteacher")
    assert room.desk.unlock(DSL.person, "new") == DSL.seed
    assert write(world, Hand(DSL.person, seed, former=DSL.seed))[-1] == 1
    assert room.desk.unlock(DSL.person, "new") == seed
    assert room.desk.unlock_next(DSL.person, "new") is None
    (case,) = world.me("dsl", own).reading.files.cases()
    assert case.taps == SAID


def test_the_words_in_the_safe_write_for_the_list_in_force() -> None:
    signs = keys.escrow(private_key("escrow")).sign_key
    world = joined(replace(STAFF, escrow_sign=signs))
    hand = Hand(ESCROW, Seed(private_key("escrow")))
    assert write(world, hand)[-1] == 1
    assert world.case("dsl 2") is not None
    assert write(world, hand) == []
