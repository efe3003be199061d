"""The door to the staff pages: made before pupils come, slow to wrong PINs, shut behind all."""

from __future__ import annotations

import pytest

from app.domain.demo import DEMO_PIN, DEMO_PIN_HASH, demo_school
from app.domain.pin import FIRST_WAIT, FREE_TRIES, PinRecord
from app.domain.ports import StoreFault
from app.flow.desk import Desk
from app.flow.door import Ask, Door, DoorPage
from app.staff import pin as real_mill
from tests.widgets.desks import Back, Heard, desk_over

PIN, KEPT = "4170", "0714"


@pytest.fixture
def door(desk: Desk, back: Back) -> Door:
    """Return a door whose PIN was made, with somebody in front of it."""
    back.pins.keep_pin(PinRecord(KEPT))
    desk.door.approach()
    back.lanes.work()
    return desk.door


def give(door: Door, back: Back, *pins: str) -> None:
    """Type PINs, and let each be judged."""
    for pin in pins:
        door.give(pin)
        back.lanes.work()


def spend_the_free_tries(door: Door, back: Back) -> None:
    """Give all the wrong PINs that cost nothing."""
    give(door, back, *["9999"] * FREE_TRIES)


def test_it_asks_for_the_pin(door: Door) -> None:
    assert door.page == DoorPage(Ask.PIN)
    assert not door.is_open


def test_while_the_disk_is_read_it_asks_for_nothing(desk: Desk) -> None:
    desk.door.approach()
    assert desk.door.page == DoorPage(Ask.NOTHING, busy=True)


def test_the_right_pin_opens(door: Door, back: Back) -> None:
    entered = Heard(door.entered)
    give(door, back, PIN)
    assert door.is_open
    assert len(entered) == 1
    assert back.pins.pin() == PinRecord(KEPT)


def test_a_wrong_one_does_not(door: Door, back: Back) -> None:
    give(door, back, "9999")
    assert not door.is_open
    assert door.page == DoorPage(Ask.PIN, fault="That is not the PIN.")


def test_approaching_shuts_it(door: Door, back: Back) -> None:
    give(door, back, PIN)
    door.approach()
    assert not door.is_open


def test_only_one_pin_is_judged_at_a_time(door: Door, back: Back) -> None:
    door.give("9999")
    door.give(PIN)
    back.lanes.work()
    assert not door.is_open
    assert back.pins.pin() == PinRecord(KEPT, wrong=1)


class TestWrongTries:
    def test_a_try_is_on_the_disk_before_it_is_judged(self, door: Door, back: Back) -> None:
        door.give(PIN)
        back.lanes.step()
        assert back.pins.pin() == PinRecord(KEPT, wrong=1), "pulling the plug undoes no try"
        back.lanes.work()
        assert door.is_open

    def test_after_the_free_ones_each_costs_time(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        assert door.page.wait == 0
        give(door, back, "9999")
        assert door.page.wait == FIRST_WAIT

    def test_while_it_waits_not_even_the_right_one_is_tried(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        give(door, back, "9999", PIN)
        assert not door.is_open
        back.clock.let_pass(FIRST_WAIT)
        give(door, back, PIN)
        assert door.is_open

    def test_the_seconds_are_counted_down(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        give(door, back, "9999")
        shown = []
        for _ in range(6):
            back.clock.let_pass(1)
            door._second.timeout.emit()
            shown.append(door.page.wait)
        assert shown == [4, 3, 2, 1, 0, 0]
        assert not door._second.isActive()

    def test_setting_the_clock_changes_nothing(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        give(door, back, "9999")
        back.clock.set(back.clock.now().replace(year=2030))
        give(door, back, PIN)
        assert not door.is_open

    def test_a_new_start_begins_the_wait_again(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        give(door, back, "9999")
        desk = desk_over(back)
        desk.door.approach()
        back.lanes.work()
        assert desk.door.page.wait == FIRST_WAIT

    def test_coming_again_does_not_begin_it_again(self, door: Door, back: Back) -> None:
        spend_the_free_tries(door, back)
        give(door, back, "9999")
        back.clock.let_pass(3)
        door.approach()
        back.lanes.work()
        assert door.page.wait == FIRST_WAIT - 3

    def test_the_right_pin_forgives_them(self, door: Door, back: Back) -> None:
        give(door, back, "9999", "9999", PIN)
        assert back.pins.pin() == PinRecord(KEPT)


class TestWhoeverLeaves:
    def test_a_pin_that_is_still_judged_opens_nothing(self, door: Door, back: Back) -> None:
        entered = Heard(door.entered)
        door.give(PIN)
        door.close()
        back.lanes.work()
        assert not door.is_open
        assert len(entered) == 0

    def test_what_the_disk_still_tells_is_shown_to_nobody(self, desk: Desk, back: Back) -> None:
        desk.door.approach()
        desk.door.close()
        heard = Heard(desk.door.changed)
        back.lanes.work()
        assert len(heard) == 0

    def test_it_can_be_approached_again(self, door: Door, back: Back) -> None:
        door.give(PIN)
        door.close()
        door.approach()
        back.lanes.work()
        give(door, back, PIN)
        assert door.is_open


class TestMakingThePin:
    @pytest.fixture
    def new(self, desk: Desk, back: Back) -> Door:
        """Return the door of a school without a PIN."""
        desk.door.approach()
        back.lanes.work()
        return desk.door

    def test_it_is_asked_for_twice_and_lets_in(self, new: Door, back: Back) -> None:
        assert new.page == DoorPage(Ask.NEW)
        give(new, back, PIN)
        assert new.page == DoorPage(Ask.REPEAT)
        assert back.pins.pin() is None
        give(new, back, PIN)
        assert back.pins.pin() == PinRecord(KEPT)
        assert new.is_open

    def test_two_different_ones_begin_anew(self, new: Door, back: Back) -> None:
        give(new, back, PIN, "4171")
        assert new.page.ask is Ask.NEW
        assert "not the same" in new.page.fault
        assert back.pins.pin() is None

    def test_a_weak_one_is_refused_with_the_reason(self, new: Door, back: Back) -> None:
        give(new, back, "1111")
        assert new.page == DoorPage(Ask.NEW, fault="That PIN is too plain.")

    def test_leaving_in_between_forgets_the_first(self, new: Door, back: Back) -> None:
        give(new, back, PIN)
        new.close()
        new.approach()
        back.lanes.work()
        assert new.page == DoorPage(Ask.NEW)
        give(new, back, "4171")
        assert new.page.ask is Ask.REPEAT
        assert not new.is_open

    def test_what_cannot_be_kept_opens_nothing(self, new: Door, back: Back) -> None:
        back.pins.broken = StoreFault("the disk is full")
        give(new, back, PIN, PIN)
        assert not new.is_open
        assert new.page == DoorPage(Ask.NOTHING, fault="the disk is full")


def test_a_lost_record_lets_nobody_in_and_makes_no_new_pin(desk: Desk, back: Back) -> None:
    back.pins.keep_pin(PinRecord(""))
    desk.door.approach()
    back.lanes.work()
    assert desk.door.page == DoorPage(Ask.RESET)
    give(desk.door, back, "", PIN, PIN)
    assert not desk.door.is_open
    assert back.pins.pin() == PinRecord("")


def test_a_file_that_cannot_be_read_is_told(desk: Desk, back: Back) -> None:
    back.pins.broken = StoreFault("kiosk.json: no permission")
    desk.door.approach()
    back.lanes.work()
    assert desk.door.page == DoorPage(Ask.NOTHING, fault="kiosk.json: no permission")


class TestTheDemo:
    @pytest.fixture
    def demo(self, back: Back) -> Door:
        """Return the demo's door, approached for the first time, with the real mill."""
        back.schools.save(demo_school("ab" * 32))
        back.pin_mill = real_mill
        desk = desk_over(back)
        desk.door.approach()
        back.lanes.work()
        return desk.door

    def test_its_pin_is_there_and_shown(self, demo: Door, back: Back) -> None:
        assert demo.page == DoorPage(Ask.PIN, hint=DEMO_PIN)
        assert back.pins.pin() == PinRecord(DEMO_PIN_HASH)

    def test_it_opens(self, demo: Door, back: Back) -> None:
        give(demo, back, DEMO_PIN)
        assert demo.is_open

    def test_after_a_wrong_one_it_is_shown_still(self, demo: Door, back: Back) -> None:
        give(demo, back, "9071")
        assert demo.page.hint == DEMO_PIN
