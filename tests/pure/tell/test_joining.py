"""Who joins reads what their office gives them, who leaves nothing more; keys can be renewed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.ports import StoreFault
from app.domain.tell.deeds import Act
from app.domain.tell.desk import WrongWords
from app.domain.tell.joining import Ground
from app.domain.tell.lists import Listing, enrolled, without
from app.domain.tell.lists import row_of as row_of_list
from app.domain.tell.people import ESCROW, Person, PersonId, Role, Roster
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.tell import keys
from app.tell.erasing import Me
from app.tell.joining import Joining
from app.tell.plain import signed
from app.tell.reading import read_all
from app.tell.rosterfile import hash_of_list
from app.tell.verify import verify
from tests.staffroom import STAFF, grown_up, keys_of
from tests.tells import CANARY, ROUTES, id_of, private_key
from tests.worlds import World

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))
ABOUT_DSL: tuple[Tap, ...] = (Words(CANARY), Happens(Place.GROWN_UP), Names(id_of("dsl")))
ESCROW_KEYS = keys.escrow(private_key("escrow"))
NEW = grown_up("dsl 2", Role.DSL)


def test_a_new_dsl_reads_all_of_the_old_tells_and_what_was_done() -> None:
    world = World(STAFF, SAID)
    assert world.do("dsl", Act.NOTE, "rang home")
    assert world.do("headteacher", Act.CLOSED, "done")
    world.enrol(NEW, "headteacher")
    case = world.case("dsl 2")
    assert case is not None
    assert case.taps == SAID
    assert [one.words for one in case.deeds] == ["rang home", "done"]
    assert case.may_act(NEW.id)
    assert world.me("dsl 2").reading.problems == []


def test_what_is_done_from_now_on_reaches_old_and_new() -> None:
    world = World(STAFF, SAID)
    world.enrol(NEW, "dsl")
    for by, reader in (("headteacher", "dsl 2"), ("dsl 2", "headteacher")):
        assert world.do(by, Act.NOTE, by)
        case = world.case(reader)
        assert case is not None
        assert case.deeds[-1].words == by


@pytest.mark.parametrize("by", ["headteacher", "chair", "dsl"])
def test_a_tell_about_the_newcomer_looks_to_them_like_any_other(by: str) -> None:
    told = (*ABOUT_DSL, Names(NEW.id))
    world, stopped = World(STAFF, told), World(STAFF, ())
    for one in (world, stopped):
        one.enrol(NEW, by)
    assert world.view("dsl 2") == stopped.view("dsl 2")
    case = world.case("dsl 2")
    assert (case is None) is (by == "chair")
    assert case is None or case.taps == ()


def test_a_newcomer_whose_office_does_not_read_it_gets_nothing() -> None:
    world = World(STAFF, SAID)
    world.enrol(grown_up("chair 2", Role.CHAIR), "dsl")
    assert world.case("chair 2") is None


def test_a_tell_always_leaves_two_letters_and_its_deeds() -> None:
    counts = []
    for taps in ((), SAID, ABOUT_DSL):
        world = World(STAFF, taps)
        before = verify(world.room.vault).files
        world.enrol(NEW, "headteacher")
        counts.append(verify(world.room.vault).files - before)
    assert counts == [3, 3, 3]


def test_a_note_too_long_to_be_sealed_once_more_is_counted_and_the_rest_goes_on() -> None:
    world = World(STAFF, SAID)
    assert world.do("dsl", Act.NOTE, "x" * 16_000)
    assert world.do("dsl", Act.NOTE, "short")
    world.room.publish(enrolled(world.roster, NEW), "dsl", "headteacher")
    me = world.me("dsl")
    joining = Joining(world.room.desk, me, Ground(world.roster, ROUTES, me.id))
    assert not joining.step(5)
    assert (joining.done, joining.total, joining.left_out) == (1, 1, 1)
    case = world.case("dsl 2")
    assert case is not None
    assert [one.words for one in case.deeds] == ["short"]


def test_who_has_left_opens_nothing_new_and_what_they_did_stays_theirs() -> None:
    world = World(STAFF, SAID)
    assert world.do("dsl", Act.NOTE, "mine")
    world.enrol(NEW, "dsl")
    world.room.publish(without(world.roster, id_of("dsl")), "headteacher", "chair")
    world.write_anew("headteacher")
    assert world.do("dsl 2", Act.NOTE, "new")
    seen = world.case("dsl")
    new = world.case("dsl 2")
    assert seen is not None
    assert new is not None
    assert [one.words for one in seen.deeds] == ["mine"]
    assert [(one.by, one.words) for one in new.deeds] == [
        (id_of("dsl"), "mine"),
        (NEW.id, "new"),
    ]
    assert not world.roster.person(id_of("dsl")).enrolled  # type: ignore[union-attr]  # kept by name


def test_the_last_two_holders_cannot_leave() -> None:
    world = World(STAFF, ())
    alone = Roster(2, (grown_up("dsl", Role.DSL),), STAFF.escrow)
    with pytest.raises(StoreFault, match="2 holders must be left"):
        world.room.publish(alone, "dsl", "headteacher")


@pytest.mark.parametrize("told", [SAID, ABOUT_DSL])
@pytest.mark.parametrize("name", ["headteacher", "dsl"])
def test_a_new_seed_opens_what_the_old_one_opened(name: str, told: tuple[Tap, ...]) -> None:
    world = World(STAFF, told)
    assert world.do("headteacher", Act.NOTE, "kept")
    before = world.view(name)
    old, new = keys_of(name), keys.holder(b"\x07" * 32)
    mine = STAFF.person(id_of(name))
    assert mine is not None
    renewed = replace(mine, box_key=new.box_key, sign_key=new.sign_key)
    world.room.publish(enrolled(world.roster, renewed), "dsl", "chair")
    reading = world.me(name, old).reading
    me = Me(mine.id, new, reading)
    ground = Ground(world.roster, ROUTES, mine.id, frozenset({mine.id}))
    assert not Joining(world.room.desk, me, ground).step(9)
    again = read_all(world.room.vault, world.room.lists.history(), new.box_secret)
    assert again.problems == []
    (case,) = again.files.cases()
    ours = world.case(name)
    assert ours is not None
    assert (case.taps, case.deeds, case.first) == (ours.taps, ours.deeds, ours.first)
    assert before


def test_a_lost_passphrase_is_replaced_by_words_on_paper() -> None:
    seed = keys.new_seed()
    words = keys.words_of(seed)
    assert keys.key_of(words) == seed
    assert keys.holder(keys.key_of(words)) == keys.holder(seed)
    with pytest.raises(WrongWords):
        keys.key_of([*words[1:], words[0]])


def recovery(world: World, *people: Person, **changes: object) -> None:
    """Put a list in force with the escrow words alone."""
    old = world.room.lists.listing()
    assert old is not None
    roster = replace(old.roster, version=old.roster.version + 1, people=people)
    listing = replace(old, roster=roster, before=hash_of_list(old), recovery=True)
    listing = replace(listing, **changes)  # type: ignore[arg-type]  # by name
    row = signed(row_of_list(listing), ESCROW, ESCROW_KEYS.sign_secret)
    world.room.desk.publish(listing, row)


LOST = replace(STAFF, escrow_sign=ESCROW_KEYS.sign_key)
HEIRS = (grown_up("dsl 3", Role.DSL), grown_up("head 3", Role.HEAD))


def test_the_escrow_words_read_everything() -> None:
    world = World(LOST, ABOUT_DSL)
    assert world.do("headteacher", Act.NOTE, "rang the LADO")
    key = keys.key_of(keys.words_of(private_key("escrow")))
    reading = read_all(world.room.vault, world.room.lists.history(), keys.escrow(key).box_secret)
    (case,) = reading.files.cases()
    assert case.taps == ABOUT_DSL
    assert [one.words for one in case.deeds] == ["rang the LADO"]
    assert reading.problems == []


def test_when_all_holders_are_lost_the_escrow_words_make_new_ones() -> None:
    world = World(LOST, SAID)
    assert world.do("headteacher", Act.NOTE, "rang home")
    gone = [replace(one, left=True) for one in LOST.people]
    recovery(world, *gone, *HEIRS)
    listing = world.room.lists.listing()
    assert listing is not None
    assert listing.recovery
    reading = read_all(world.room.vault, world.room.lists.history(), ESCROW_KEYS.box_secret)
    me = Me(ESCROW, ESCROW_KEYS, reading)
    assert not Joining(world.room.desk, me, Ground(world.roster, ROUTES, ESCROW)).step(9)
    for one in HEIRS:
        case = world.case(one.title)
        assert case is not None
        assert (case.taps, [deed.words for deed in case.deeds]) == (SAID, ["rang home"])
    assert verify(world.room.vault).sound
    # The next list is theirs again, and says no more that it is a recovery.
    world.room.publish(enrolled(world.roster, NEW), "dsl 3", "head 3")
    after = world.room.lists.listing()
    assert after is not None
    assert not after.recovery


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"live": False}, "and nothing else"),
        ({"kiosks": ()}, "and nothing else"),
        ({"recovery": False}, "2 holders must have signed"),
    ],
)
def test_the_escrow_words_change_people_and_nothing_else(
    changes: dict[str, object], fault: str
) -> None:
    world = World(LOST, ())
    with pytest.raises(StoreFault, match=fault):
        recovery(world, *HEIRS, **changes)


def test_without_a_key_for_it_the_escrow_words_sign_nothing() -> None:
    world = World(STAFF, ())
    with pytest.raises(StoreFault, match="nothing else"):
        recovery(world, *HEIRS)


def test_a_recovery_that_somebody_else_signed_is_refused() -> None:
    world = World(LOST, ())
    old = world.room.lists.listing()
    assert old is not None
    roster = replace(old.roster, version=2, people=HEIRS)
    listing = Listing(roster, old.kiosks, old.live, hash_of_list(old), recovery=True)
    row = signed(row_of_list(listing), ESCROW, keys_of("dsl").sign_secret)
    row = signed(row, id_of("dsl"), keys_of("dsl").sign_secret)
    with pytest.raises(StoreFault, match="1 holders must"):
        world.room.desk.publish(listing, row)
    assert PersonId(ESCROW) not in {one.id for one in roster.people}
