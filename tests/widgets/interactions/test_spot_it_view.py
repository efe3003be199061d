"""The view of "spot-it": the picture and the list are two ways to the same things."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.interactions.spot_it.view import SpotButton, SpotPicture
from app.kit import style
from app.kit.action_row import ActionRow
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from tests.kinds import read, sample, table_of
from tests.widgets.interactions.showing import Shown, by_mouse, by_touch


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, "spot-it").show()


def marks(shown: Shown) -> tuple[dict[str, Mark], dict[str, Mark]]:
    """Return the marks in the list and in the picture."""
    cards = {one.id: one.mark for one in shown.view.findChildren(OptionCard)}
    return cards, {one.id: one.mark for one in shown.view.findChildren(SpotButton)}


@pytest.mark.parametrize("press", [by_mouse, by_touch])
def test_list_and_picture_go_together(shown: Shown, press: object) -> None:
    """The mouse helper presses in the list or the picture, the touch helper in the other."""
    assert callable(press)
    shown.do(press, "School jumper")
    in_list, in_picture = marks(shown)
    assert in_list == in_picture
    assert in_list["badge"] is Mark.CHOSEN
    shown.do(press, "School jumper")
    assert marks(shown)[0]["badge"] is Mark.NONE


def test_nothing_shows_where_the_things_are(qtbot: QtBot) -> None:
    table = table_of("spot-it")
    one = Shown(qtbot, "spot-it").show()
    (first,) = one.view.findChildren(SpotPicture)
    spots = table["spots"]
    assert isinstance(spots, list)
    spots[0]["box"] = [60, 10, 20, 22]
    other = Shown(qtbot, "spot-it").show(read("spot-it", table, quiz=True)[0])
    (second,) = other.view.findChildren(SpotPicture)
    assert first.grab().toImage() == second.grab().toImage()


def test_the_keys_meet_each_thing_once(shown: Shown) -> None:
    for button in shown.view.findChildren(SpotButton):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    for card in shown.view.findChildren(OptionCard):
        assert card.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_picture_has_words(shown: Shown) -> None:
    (picture,) = shown.view.findChildren(SpotPicture)
    assert picture.accessibleName().startswith("A house with a number")


def test_done_needs_something_found(shown: Shown) -> None:
    (row,) = shown.view.findChildren(ActionRow)
    assert not row.done.isEnabled()
    shown.do(by_mouse, "Pot plant")
    assert row.done.isEnabled()
    assert row.hint.text() == "Found: 1"
    shown.do(by_mouse, "Pot plant")
    assert not row.done.isEnabled()
    shown.do(by_mouse, "House number", "School jumper", "Done")
    assert shown.answers == [Answer(("badge", "door"))]


def test_after_the_answer_each_thing_tells_why(shown: Shown) -> None:
    shown.show(answer=Answer(("badge", "plant")))
    in_list, in_picture = marks(shown)
    assert in_list == in_picture
    assert in_list == {"badge": Mark.GOOD, "door": Mark.OTHER, "plant": Mark.OTHER}
    told = {one.id: one for one in shown.view.findChildren(OptionCard)}
    assert told["door"].face.note == "A number and a street are enough to find a house."
    assert told["badge"].accessibleDescription().startswith("a clue you found")
    assert told["door"].accessibleDescription().startswith("a clue you missed")
    assert told["plant"].accessibleDescription().startswith("no clue")


def test_a_thing_that_was_rightly_left_alone_steps_back(shown: Shown) -> None:
    shown.show(answer=sample("spot-it").right)
    told = {one.id: one for one in shown.view.findChildren(OptionCard)}
    assert not told["plant"].isEnabled()
    assert told["plant"].face.note == ""


def test_the_things_stand_where_the_picture_is_drawn(qtbot: QtBot) -> None:
    for size in (QSize(1366, 768), QSize(768, 1366)):
        shown = Shown(qtbot, "spot-it", size).show()
        (picture,) = shown.view.findChildren(SpotPicture)
        drawn = picture.shown
        assert drawn.width() == pytest.approx(drawn.height(), abs=2)  # this picture is square
        for button in shown.view.findChildren(SpotButton):
            assert drawn.contains(button.geometry())
        door = next(one for one in shown.view.findChildren(SpotButton) if one.id == "door")
        middle = door.geometry().center() - drawn.topLeft()
        assert middle.x() / drawn.width() == pytest.approx(0.5, abs=0.02)
        assert middle.y() / drawn.height() == pytest.approx(0.62, abs=0.02)


def test_a_backdrop_can_be_searched(qtbot: QtBot) -> None:
    table = table_of("spot-it")
    table["picture"] = "bedroom"
    shown = Shown(qtbot, "spot-it").show(read("spot-it", table, quiz=True)[0])
    (picture,) = shown.view.findChildren(SpotPicture)
    assert picture.shown.width() > picture.shown.height() * 1.5


def test_small_things_are_large_enough_to_press(qtbot: QtBot) -> None:
    table = table_of("spot-it")
    spots = table["spots"]
    assert isinstance(spots, list)
    spots[0]["box"] = [10, 10, 5, 5]
    shown = Shown(qtbot, "spot-it").show(read("spot-it", table, quiz=True)[0])
    badge = next(one for one in shown.view.findChildren(SpotButton) if one.id == "badge")
    assert min(badge.width(), badge.height()) >= style.current().target
