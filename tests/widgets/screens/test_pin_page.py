"""The PIN on the screen: asked, made, waited for, and never shown but in the demo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.pin import FREE_TRIES, PinRecord
from app.domain.ports import StoreFault
from app.kit.pin_pad import PinPad
from tests.widgets.desks import HILLSIDE
from tests.widgets.kiosks import Shown
from tests.widgets.walk.pseudo import PseudoTranslator, pseudo

PIN, KEPT = "4170", "0714"


@pytest.fixture
def asked(shown: Shown) -> Shown:
    """Return a kiosk that asks for the PIN."""
    shown.back.pins.keep_pin(PinRecord(KEPT))
    shown.go("pin")
    return shown


def give(shown: Shown, pin: str) -> None:
    """Press a PIN on the pad."""
    for digit in pin:
        shown.press(digit)
    shown.press("Done")


def pad(shown: Shown) -> PinPad:
    """Return the pad."""
    (found,) = shown.page.findChildren(PinPad)
    return found


def test_the_right_one_leads_to_the_school(asked: Shown) -> None:
    give(asked, PIN)
    assert asked.page.name == "school"


def test_by_keys_too(asked: Shown) -> None:
    for key in (Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_Return):
        asked.key(key)
    assert asked.page.name == "school"


def test_a_wrong_one_is_told_and_the_digits_are_gone(asked: Shown) -> None:
    give(asked, "9071")
    assert asked.page.name == "pin"
    assert asked.says("That is not the PIN.")
    assert not asked.button("Done").isEnabled()


def test_the_digits_are_never_shown(asked: Shown) -> None:
    before = asked.texts()
    for digit in PIN:
        asked.press(digit)
    assert asked.texts() == before


def test_after_many_wrong_ones_the_pad_rests(asked: Shown) -> None:
    for _ in range(FREE_TRIES + 1):
        give(asked, "9071")
    assert asked.says("Please wait 5 seconds.")
    assert not pad(asked).isEnabled()
    asked.back.clock.let_pass(5)
    asked.desk.door._second.timeout.emit()
    asked.settle()
    assert pad(asked).isEnabled()
    give(asked, PIN)
    assert asked.page.name == "school"


def test_the_last_second_of_a_rest_is_one_second(asked: Shown) -> None:
    for _ in range(FREE_TRIES + 1):
        give(asked, "9071")
    for passed, left in ((3, "2 seconds."), (1, "1 second.")):
        asked.back.clock.let_pass(passed)
        asked.desk.door._second.timeout.emit()
        asked.settle()
        assert asked.says(f"Please wait {left}")


def test_while_it_is_judged_the_pad_takes_nothing(asked: Shown) -> None:
    asked.desk.door.give(PIN)
    assert asked.says("One moment ...")
    assert not pad(asked).isEnabled()


@pytest.mark.parametrize("by_escape", [True, False])
def test_whoever_leaves_is_not_let_in_later(asked: Shown, by_escape: bool) -> None:
    asked.desk.door.give(PIN)
    if by_escape:
        asked.key(Qt.Key.Key_Escape)
    else:
        asked.go("welcome")
    assert asked.page.name == "welcome"
    assert not asked.desk.staff_inside


def test_the_way_back_leads_to_welcome(asked: Shown) -> None:
    asked.press("Go back")
    assert asked.page.name == "welcome"


def test_the_pads_back_takes_a_digit_away(asked: Shown) -> None:
    for digit in "41709":
        asked.press(digit)
    asked.press("Take the last digit back")
    asked.press("Done")
    assert asked.page.name == "school"


def test_the_demo_shows_its_own(shown: Shown) -> None:
    shown.desk.session.use_school(replace(HILLSIDE, demo=True))
    shown.go("pin")
    assert shown.says("This is the demo. Its PIN is 4826.")


def test_a_real_school_shows_none(asked: Shown) -> None:
    assert not asked.says("Its PIN is")


class TestMakingOne:
    @pytest.fixture
    def new(self, shown: Shown) -> Shown:
        """Return a kiosk that asks for a new PIN."""
        shown.go("pin")
        return shown

    def test_it_is_typed_twice(self, new: Shown) -> None:
        assert new.says("Make a PIN for staff")
        give(new, PIN)
        assert new.says("The same PIN once more")
        give(new, PIN)
        assert new.page.name == "school"
        assert new.back.pins.pin() == PinRecord(KEPT)

    def test_a_slip_begins_anew(self, new: Shown) -> None:
        give(new, PIN)
        give(new, "4171")
        assert new.says("Make a PIN for staff")
        assert new.says("Those two were not the same.")

    def test_a_plain_one_is_refused(self, new: Shown) -> None:
        give(new, "1111")
        assert new.says("That PIN is too plain.")


def test_every_word_of_it_can_be_translated(shown: Shown, qapp: QApplication) -> None:
    shown.back.pins.keep_pin(PinRecord(KEPT))
    foreign = PseudoTranslator()
    qapp.installTranslator(foreign)
    shown.go("pin")
    shown.desk.door.give(PIN[::-1])
    shown.settle()
    qapp.removeTranslator(foreign)
    told = {one for one in shown.texts() if one not in set("1234567890")}
    said = ("Staff PIN", "The PIN opens the pages for staff.", "Go back", "Done", "Tell")
    back = "Take the last digit back"
    assert told == {*map(pseudo, (*said, back)), "That is not the PIN."}
    assert pseudo("Staff PIN") != "Staff PIN"


def test_a_lost_one_is_a_matter_for_the_technician(shown: Shown) -> None:
    shown.back.pins.keep_pin(PinRecord(""))
    shown.go("pin")
    assert shown.says("be-smart pin reset")
    assert not pad(shown).isVisible()


def test_a_file_that_cannot_be_read_is_told_to_staff(shown: Shown) -> None:
    shown.back.pins.broken = StoreFault("kiosk.json: no permission")
    shown.go("pin")
    assert shown.says("kiosk.json: no permission")
    assert not pad(shown).isVisible()
    shown.key(Qt.Key.Key_Escape)
    assert shown.page.name == "welcome"
