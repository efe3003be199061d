"""What is erased is all of it: nothing that was added since, and no copy that only one can open."""

from __future__ import annotations

import pytest

from app.domain.tell.deeds import Act
from app.domain.tell.erasing import NotErasable
from app.domain.tell.people import Role
from app.domain.tell.taps import Happens, Names, Place, Words
from tests.staffroom import STAFF, changed, grown_up
from tests.tells import id_of
from tests.worlds import TELL, World

SAID = (Happens(Place.HOME), Words("it is not nice at home"))
ABOUT_DSL = (*SAID, Names(id_of("dsl")))


def agree(world: World, second: str) -> None:
    """Agree to the one thing that is asked."""
    (request,) = world.eraser.waiting(world.me(second))
    world.eraser.agree(world.me(second), request)


def left(world: World, name: str) -> set[str]:
    """Return what kinds of deeds somebody's key still opens."""
    deeds = world.me(name).reading.deeds
    return {str(made.row["act"]) for found in deeds.values() for made in found.values()}


def asked(world: World, asker: str = "dsl", second: str = "headteacher") -> None:
    """Hand the Tell over, and ask."""
    world.do(asker, Act.EXPORTED)
    world.eraser.ask(world.me(asker), TELL, id_of(second))


@pytest.mark.parametrize("act", [Act.NOTE, Act.STEP, Act.CLOSED, Act.ATTACHED])
def test_what_was_added_since_is_not_left_behind(act: Act) -> None:
    world = World(STAFF, SAID)
    asked(world)
    world.do("headteacher", act, "her uncle")
    with pytest.raises(NotErasable, match="added since"):
        agree(world, "headteacher")
    assert world.case("dsl") is not None
    asked(world)
    agree(world, "headteacher")
    assert world.case("dsl") is world.case("headteacher") is None
    assert left(world, "headteacher") <= {Act.ERASING, Act.EXPORTED}


@pytest.mark.parametrize("act", [Act.OPENED, Act.READ, Act.EXPORTED])
def test_that_it_was_looked_at_stands_in_the_way_of_nothing(act: Act) -> None:
    world = World(STAFF, SAID)
    asked(world)
    world.do("headteacher", act)
    agree(world, "headteacher")
    assert world.case("dsl") is None


def test_what_was_added_after_the_handing_over_is_handed_over_first() -> None:
    world = World(STAFF, SAID)
    world.do("dsl", Act.EXPORTED)
    world.do("headteacher", Act.NOTE, "rang home")
    with pytest.raises(NotErasable, match="hand the Tell over"):
        world.eraser.ask(world.me("dsl"), TELL, id_of("headteacher"))


def test_who_came_later_cannot_leave_older_copies_behind() -> None:
    world = World(STAFF, SAID)
    world.do("headteacher", Act.NOTE, "rang home")
    world.enrol(grown_up("dsl 2", Role.DSL), "headteacher")
    asked(world, "dsl 2")
    with pytest.raises(NotErasable, match="ask them instead"):
        agree(world, "headteacher")
    asked(world, "headteacher", "dsl 2")
    agree(world, "dsl 2")
    assert left(world, "headteacher") <= {Act.ERASING, Act.EXPORTED}


def test_a_refusal_does_not_say_that_others_read_on() -> None:
    world = World(STAFF, ABOUT_DSL)
    asked(world)
    world.do("headteacher", Act.NOTE, "rang the LADO")
    agree(world, "headteacher")
    assert world.case("dsl") is None
    case = world.case("headteacher")
    assert case is not None
    assert [deed.words for deed in case.of(Act.NOTE)] == ["rang the LADO"]


def test_cover_opens_nothing_older_at_the_next_change_of_the_list() -> None:
    world = World(STAFF, SAID)
    world.room.publish(changed(world.roster, covering=True), "headteacher")
    world.enrol(grown_up("stand-in 2", Role.STAND_IN), "headteacher")
    assert world.case("deputy") is None
