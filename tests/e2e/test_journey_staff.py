"""A grown-up's way in a real window: the badge, the PIN, the school's own class list, and out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.demo import DEMO_PIN
from tests.e2e.desktop import Desktop, Program, desktop, until
from tests.e2e.founding import (
    AS_TYPED,
    BADGE,
    OWN_PIN,
    STAFF_PIN,
    begin_school,
    enter,
    give_account,
)
from tests.e2e.hands import Hand, Keys, Mouse
from tests.e2e.journeys import WELCOME, Child

HANDS: dict[str, type[Mouse | Keys]] = {"mouse": Mouse, "keys": Keys}
PAGES = ("School", "Class lists", "Classes", "Pupils", "Lessons")


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """Yield one desktop for all these tests."""
    with desktop() as shown:
        yield shown


@pytest.fixture
def program(screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    """Yield a kiosk at Welcome, on an account with a class list among its documents."""
    give_account(screen, tmp_path)
    started = Program(screen, tmp_path / "data")
    started.wait_for(WELCOME)
    yield started
    started.end()


@pytest.mark.parametrize("hand", HANDS)
def test_the_pin_of_the_demo_is_shown_and_opens_every_page(program: Program, hand: str) -> None:
    staff: Hand = HANDS[hand](program)
    staff.hold(BADGE, STAFF_PIN)
    program.shows(f"Its PIN is {DEMO_PIN}")
    staff.digits(DEMO_PIN)
    for page in PAGES:
        staff.press(page)
        assert program.wait_for(page, "label").name == page
    staff.press("Lock")
    assert program.wait_for(WELCOME).takes_focus


def test_wrong_pins_cost_time_and_a_new_start_gives_none_back(program: Program) -> None:
    hand = Keys(program)
    hand.hold(BADGE, STAFF_PIN)
    for _ in range(4):
        program.shows(f"Its PIN is {DEMO_PIN}")
        hand.digits("1111")
        program.shows("That is not the PIN.")
    hand.digits("1111")
    program.shows("Please wait")
    hand.press("Go back")
    program.wait_for(WELCOME)
    again = program.again()
    hand = Keys(again)
    hand.hold(BADGE, STAFF_PIN)
    again.shows("Please wait")
    until(lambda: not any("Please wait" in one.name for one in again.see()), "the end of the wait")
    hand.digits(DEMO_PIN)
    again.shows("Leave the kiosk")


def test_from_the_demo_to_the_own_school_and_out_of_the_kiosk(program: Program) -> None:
    mouse, keys = Mouse(program), Keys(program)
    enter(program, mouse, DEMO_PIN)
    begin_school(program, mouse)
    keys.digits(OWN_PIN)
    program.shows("The same PIN once more")
    keys.digits("999999")
    program.shows("Those two were not the same.")
    keys.digits(OWN_PIN)
    program.shows("The same PIN once more")
    mouse.digits(OWN_PIN)
    program.shows("Pupils: 3. Classes: 1.")

    mouse.press("Lock")
    program.shows("Willow Brook School")
    child = Child(program, mouse)
    child.press(WELCOME, "Who are you?")
    program.shows(*AS_TYPED)
    child.press("<b>x</b>", "Hello <b>x</b>!")
    child.press("<b>x</b>", "My own answers")
    child.sign_out()
    child.press(WELCOME, "Who are you?")
    child.press("<img src=x>", "Hello <img src=x>!")
    child.sign_out()

    enter(program, keys, OWN_PIN)
    keys.press("Leave the kiosk")
    assert program.supervisor.wait(timeout=20) == 0
