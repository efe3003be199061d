"""What every view found must keep; the models' part is in tests/pure/interactions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.kit import pictures, scenery
from tests.kinds import NAMES, longer, sample
from tests.widgets.interactions.fit import faults
from tests.widgets.interactions.showing import (
    Press,
    Shown,
    buttons,
    by_enter,
    by_mouse,
    by_space,
    by_touch,
    settle,
    wear,
)

every_kind = pytest.mark.parametrize("name", NAMES)
SIZES = (QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080), QSize(768, 1366))


@every_kind
@pytest.mark.parametrize("press", [by_mouse, by_touch, by_space, by_enter])
def test_it_can_be_answered_rightly_in_one_way_only(qtbot: QtBot, name: str, press: Press) -> None:
    found, shown = sample(name), Shown(qtbot, name).show()
    shown.do(press, *found.press)
    (answer,) = shown.answers
    assert found.activity.judge(answer).right is not False


@every_kind
def test_nothing_is_handed_up_before_all_is_pressed(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show()
    shown.do(by_mouse, *sample(name).press[:-1])
    assert shown.answers == []


@every_kind
def test_every_control_has_a_name_a_role_and_no_two_steps_share_one(
    qtbot: QtBot, name: str
) -> None:
    shown = Shown(qtbot, name).show()
    assert shown.view.accessibleName() == sample(name).activity.prompt
    reachable = []
    for button in buttons(shown.view):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name).strip()
        assert interface.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox}
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reachable.append(button.accessibleName())
    assert len(set(reachable)) == len(reachable)


@every_kind
def test_the_prompt_is_shown_and_spoken_first(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show()
    view = shown.view
    prompt = sample(name).activity.prompt
    assert view.prompt.text() == prompt
    assert view.spoken()[0] == prompt
    written = {button.accessibleName() for button in view.findChildren(QAbstractButton)}
    waiting = {"Done", "Take back", "Back up", "More below"}
    assert written - waiting <= set(view.spoken())


@every_kind
def test_arrow_keys_lead_on_as_tab_does(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show()
    view = shown.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert second is not first
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is first


@every_kind
@pytest.mark.parametrize("answered", ["", "right", "wrong"])
def test_the_same_state_looks_the_same(qtbot: QtBot, name: str, answered: str) -> None:
    found = sample(name)
    answer = {"right": found.right, "wrong": found.wrong}.get(answered)
    one = Shown(qtbot, name).show(answer=answer)
    first = one.picture()
    assert one.show(answer=answer).picture() == first
    other = Shown(qtbot, name).show(answer=answer)
    assert other.picture() == first


@every_kind
def test_answered_here_or_brought_back_looks_the_same(qtbot: QtBot, name: str) -> None:
    found, here = sample(name), Shown(qtbot, name).show()
    here.do(by_mouse, *found.press)
    QTest.mouseMove(here.page)
    here.show(answer=here.answers[0])
    back = Shown(qtbot, name).show(answer=here.answers[0])
    assert here.picture() == back.picture()


@every_kind
@pytest.mark.parametrize("judged", [True, False])
@pytest.mark.parametrize("right", [True, False])
def test_after_the_answer_nothing_can_be_pressed(
    qtbot: QtBot, name: str, right: bool, judged: bool
) -> None:
    found = sample(name)
    answer = found.right if right else found.wrong
    shown = Shown(qtbot, name).show()
    if judged:
        shown.show(answer=answer)
    else:
        shown.show_pending(answer)
    looks = shown.picture()
    for button in buttons(shown.view):
        if button.accessibleName() not in {"Back up", "More below"}:
            assert not button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.accessibleName()
            at = button.mapTo(button.window(), button.rect().center())
            QTest.mouseClick(button.window().windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.answers == []
    assert shown.picture() == looks


@every_kind
def test_what_was_chosen_shows_before_it_is_judged(qtbot: QtBot, name: str) -> None:
    found = sample(name)
    shown = Shown(qtbot, name).show_pending(found.wrong)
    wrong = shown.picture()
    other = Shown(qtbot, name).show_pending(found.right)
    right = other.picture()
    judged = shown.show(answer=found.wrong).picture()
    assert len({bytes(one.constBits()) for one in (wrong, right, judged)}) == 3
    at_once = Shown(qtbot, name).show(answer=found.wrong)
    assert at_once.picture() == judged


@every_kind
def test_what_was_chosen_is_told_to_screen_readers(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show(answer=sample(name).wrong)
    told = [one.accessibleDescription() for one in buttons(shown.view)]
    assert any(told)


@every_kind
def test_going_back_makes_it_new(qtbot: QtBot, name: str) -> None:
    fresh = Shown(qtbot, name).show()
    new = fresh.picture()
    shown = Shown(qtbot, name).show(answer=sample(name).wrong).show()
    assert shown.picture() == new
    shown.do(by_mouse, *sample(name).press)
    assert len(shown.answers) == 1


@every_kind
def test_a_draft_stays_when_the_same_is_shown_again(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show()
    for press in sample(name).press:
        shown.do(by_mouse, press)
        if not shown.answers:
            shown.show()
    assert len(shown.answers) == 1


@every_kind
def test_its_pictures_are_bundled(name: str) -> None:
    for picture in sample(name).activity.pictures():
        assert pictures.known(picture.name) or scenery.known(picture.name), picture.name


@every_kind
def test_nothing_moves_when_still(qtbot: QtBot, name: str) -> None:
    shown = Shown(qtbot, name).show()
    for press in sample(name).press:
        shown.do(by_mouse, press)
        running = QAbstractAnimation.State.Running
        moving = shown.view.findChildren(QAbstractAnimation)
        assert not [one for one in moving if one.state() is running]


LOOKS = (
    Looks(100, Theme.PAPER, Typeface.ANDIKA, still=True),
    Looks(115, Theme.GREY, Typeface.LEXEND, still=True),
    Looks(130, Theme.CONTRAST_LIGHT, Typeface.ANDIKA, still=True),
    Looks(150, Theme.CONTRAST_DARK, Typeface.OPEN_DYSLEXIC, still=True),
)


@every_kind
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("looks", LOOKS, ids=lambda looks: str(looks.text_size))
def test_it_fits(qtbot: QtBot, name: str, size: QSize, looks: Looks) -> None:
    found = sample(name)
    young = (SIZES.index(size) + LOOKS.index(looks)) % 2 == 0
    wear(looks, size, young=young)
    shown = Shown(qtbot, name, size).show()
    assert faults(shown.view) == []
    for press in found.press[:-1]:
        shown.do(by_space, press)
        assert faults(shown.view) == []
    for answer in (found.right, found.wrong):
        assert faults(shown.show(answer=answer).view) == []


@every_kind
@pytest.mark.parametrize("text_size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_fits_in_other_languages(
    qtbot: QtBot, qapp: QApplication, name: str, text_size: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    wear(Looks(text_size, still=True), SIZES[0])
    shown = Shown(qtbot, name, SIZES[0]).show(longer(name))
    assert faults(shown.view) == []
    assert faults(shown.show(longer(name), sample(name).wrong).view) == []


@every_kind
def test_pages_from_right_to_left_are_mirrored(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    shown = Shown(qtbot, name).show()
    places = {one.accessibleName(): one.geometry() for one in buttons(shown.view)}
    middle = {
        one.accessibleName(): one.mapTo(shown.view, one.rect().center()).x()
        for one in buttons(shown.view)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    for one in buttons(shown.view):
        if one.accessibleName() in middle and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            now = one.mapTo(shown.view, one.rect().center()).x()
            assert abs(shown.view.width() - middle[one.accessibleName()] - now) <= 3
            assert one.size() == places[one.accessibleName()].size()
