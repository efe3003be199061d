"""A story, and what follows from an answer, are seen whole wherever they can be."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kind import Verdict
from app.domain.lesson import Line
from app.domain.smart import Rule
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.pressable import Pressable
from app.kit.scroll import Scroll
from app.screens.parts.feedback import Feedback
from app.screens.parts.story import SMALLER, Story, StoryPane, Told
from tests.stories import lesson

WIDE = 460


def pane(qtbot: QtBot, lines: int) -> StoryPane:
    """Return the pane of a story in which one actor says so many lines."""
    told = lesson()
    actor = told.cast[0].id
    says = tuple(Line(actor, f"Number {n}.", ()) for n in range(lines))
    shown = StoryPane(Story(Told(told, says, ()), large=False))
    qtbot.addWidget(shown)
    return shown


def show(shown: StoryPane, height: int) -> list[int]:
    """Give the pane a height in pixels; return the heights of its faces."""
    shown.resize(WIDE, height)
    shown.show()
    QApplication.processEvents()
    return [face.height() for face in shown.findChildren(PictureView)]


def turns(shown: Scroll) -> bool:
    """Tell whether the arrows show."""
    return any(
        one.isVisible() and one.words == "More below" for one in shown.findChildren(Pressable)
    )


def test_faces_grow_smaller_before_a_story_has_to_be_turned(qtbot: QtBot) -> None:
    shown = pane(qtbot, 4)
    usual = show(shown, 2_000)
    whole = shown.natural_height(WIDE)
    smaller = show(shown, whole - 40)
    assert max(smaller) < min(usual)
    assert not turns(shown)


def test_where_that_is_not_enough_faces_stay_large_and_arrows_turn_it(qtbot: QtBot) -> None:
    shown = pane(qtbot, 4)
    usual = show(shown, 2_000)
    assert show(shown, round(shown.natural_height(WIDE) * SMALLER[-1] * 0.8)) == usual
    assert turns(shown)


def test_the_buttons_are_whole_at_the_least_height(qtbot: QtBot) -> None:
    shown = Feedback(Verdict("asked", False, "Off she went. " * 9), Rule.SAFE, may_try_again=True)
    qtbot.addWidget(shown)
    shown.resize(WIDE, shown.minimumSizeHint().height())
    shown.show()
    QApplication.processEvents()
    for button in shown.findChildren(PillButton):
        assert button.mapTo(shown, button.rect().bottomLeft()).y() < shown.height()


@pytest.mark.parametrize(
    ("words", "height"), [("Off she went.", 600), ("Off she went. " * 20, 500)]
)
def test_the_buttons_stand_below_the_words(qtbot: QtBot, words: str, height: int) -> None:
    shown = Feedback(Verdict("asked", False, words), Rule.SAFE, may_try_again=True)
    qtbot.addWidget(shown)
    shown.resize(WIDE, height)
    shown.show()
    QApplication.processEvents()
    (told,) = shown.findChildren(Scroll)
    buttons = shown.findChildren(PillButton)
    assert len(buttons) == 2
    tops = [one.mapTo(shown, one.rect().topLeft()).y() for one in buttons]
    assert min(tops) >= told.geometry().bottom()
    assert max(tops) + buttons[0].height() <= height
    assert turns(told) == (told.natural_height(WIDE) > told.height())
