"""The port for erasing by two: wishes as both see them, and what is refused."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from app.domain.tell.deeds import Act
from app.domain.tell.desk import Hand, Seed
from app.domain.tell.erasing import NotErasable, Wish
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.tell.byhands import ErasingByTwo
from app.tell.reading import Reading
from tests.staffroom import STAFF
from tests.tells import CANARY, id_of
from tests.worlds import TELL, World

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))
ABOUT_DSL: tuple[Tap, ...] = (Words(CANARY), Happens(Place.GROWN_UP), Names(id_of("dsl")))


def hand(name: str) -> Hand:
    """Return somebody's hand."""
    return Hand(id_of(name), Seed(blake2b(name.encode(), digest_size=32, person=b"seeds").digest()))


def read(world: World, name: str) -> Reading:
    """Return all that somebody can read now."""
    return world.me(name).reading


def asked(*taps: Tap, by: str = "dsl", second: str = "headteacher") -> tuple[World, ErasingByTwo]:
    """Return a world in which somebody has asked somebody."""
    world = World(STAFF, taps)
    assert world.do(by, Act.EXPORTED)
    world.tick()
    erasing = ErasingByTwo(world.eraser)
    erasing.ask(hand(by), read(world, by), TELL, id_of(second))
    return world, erasing


def test_both_see_the_same_wish_and_nobody_else_any() -> None:
    world, erasing = asked(*SAID)
    wish = Wish(TELL, id_of("dsl"), id_of("headteacher"), whole=True)
    assert erasing.asked(hand("dsl"), read(world, "dsl")) == (wish,)
    assert erasing.waiting(hand("headteacher"), read(world, "headteacher")) == (wish,)
    assert erasing.waiting(hand("dsl"), read(world, "dsl")) == ()
    assert erasing.asked(hand("headteacher"), read(world, "headteacher")) == ()
    for name in ("chair", "deputy", "stand-in"):
        assert erasing.waiting(hand(name), read(world, name)) == ()


def test_to_agree_ends_it_for_both() -> None:
    world, erasing = asked(*SAID)
    (wish,) = erasing.waiting(hand("headteacher"), read(world, "headteacher"))
    erasing.agree(hand("headteacher"), read(world, "headteacher"), wish)
    for name in ("dsl", "headteacher"):
        assert world.case(name) is None
        assert erasing.waiting(hand(name), read(world, name)) == ()
        assert erasing.asked(hand(name), read(world, name)) == ()


def test_nobody_agrees_to_what_is_not_asked_of_them() -> None:
    world, erasing = asked(*SAID)
    wish = Wish(TELL, id_of("dsl"), id_of("headteacher"), whole=True)
    with pytest.raises(NotErasable, match="nobody asks for it any more"):
        erasing.agree(hand("dsl"), read(world, "dsl"), wish)
    erasing.agree(hand("headteacher"), read(world, "headteacher"), wish)
    with pytest.raises(NotErasable, match="nobody asks for it any more"):
        erasing.agree(hand("headteacher"), read(world, "headteacher"), wish)


def test_two_of_whom_one_did_not_know_of_the_press_wish_for_a_part_of_it() -> None:
    world, erasing = asked(*ABOUT_DSL, by="headteacher", second="chair")
    (wish,) = erasing.waiting(hand("chair"), read(world, "chair"))
    assert not wish.whole
    assert erasing.waiting(hand("dsl"), read(world, "dsl")) == ()
    assert erasing.asked(hand("dsl"), read(world, "dsl")) == ()


def test_what_who_is_spoken_of_asks_is_done_for_who_reads_on_as_well() -> None:
    world, erasing = asked(*ABOUT_DSL)
    (wish,) = erasing.waiting(hand("headteacher"), read(world, "headteacher"))
    erasing.agree(hand("headteacher"), read(world, "headteacher"), wish)
    assert erasing.waiting(hand("headteacher"), read(world, "headteacher")) == ()
    left = world.case("headteacher")
    assert left is not None
    assert left.taps == ABOUT_DSL


def test_whoever_cannot_be_asked_is_not() -> None:
    world = World(STAFF, SAID)
    with pytest.raises(NotErasable, match="another holder"):
        ErasingByTwo(world.eraser).ask(hand("dsl"), read(world, "dsl"), TELL, id_of("chair"))
