"""The base of the views shows states, hands answers up once, and nothing after the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.ids import IdeaId
from app.domain.kind import Activity, Answer, Pick, Verdict
from app.domain.override import override
from app.domain.smart import Rule
from app.domain.words import Picture, Words
from app.kit.activity import InteractionView, ViewState
from app.kit.text import Text


@dataclass(frozen=True)
class Asked:
    """An activity with one right answer, "yes"."""

    prompt: str

    def judge(self, answer: Answer) -> Verdict:
        return Verdict("yes", answer.picks == ("yes",), "It went well.")

    def outcomes(self) -> tuple[str, ...]:
        return ("yes",)

    def words(self) -> tuple[Words, ...]:
        return ()

    def pictures(self) -> tuple[Picture, ...]:
        return ()

    def ideas(self) -> tuple[IdeaId, ...]:
        return ()

    def said(self, answer: Answer) -> str:
        return answer.picks[0]

    def guess(self, pick: Pick) -> Answer:
        return Answer((pick(()).id,))

    def chance(self) -> float:
        return 0.5


class AskedView(InteractionView):
    """Notes what it is told to show."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.handed: list[Answer] = []
        self.answered.connect(self.handed.append)

    @override
    def show_model(self, activity: Activity) -> None:
        self.clear_body()
        self.body.addWidget(Text(f"About: {activity.prompt}"))
        self.told.append(activity.prompt)

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        self.told.append(f"{answer.picks[0]}: {verdict.feedback}")


YES = Answer(("yes",))
ASKED = ViewState(Asked("Shall we?"), Rule.SAFE)
JUDGED = replace(ASKED, answer=YES, verdict=ASKED.activity.judge(YES))


@pytest.fixture
def view(qtbot: QtBot) -> AskedView:
    made = AskedView()
    qtbot.addWidget(made)
    made.show_state(ASKED)
    return made


def test_the_prompt_stands_above(view: AskedView) -> None:
    assert view.prompt.text() == "Shall we?"


def test_an_answer_is_handed_up(view: AskedView) -> None:
    view.answer(YES)
    assert view.handed == [YES]


def test_nothing_is_handed_up_after_the_answer(view: AskedView) -> None:
    view.show_state(JUDGED)
    assert view.locked
    view.answer(YES)
    assert view.handed == []


def test_the_verdict_is_shown_with_what_was_chosen(view: AskedView) -> None:
    view.show_state(JUDGED)
    assert view.told == ["Shall we?", "yes: It went well."]


def test_the_same_state_builds_nothing_anew(view: AskedView) -> None:
    view.show_state(ASKED)
    assert view.told == ["Shall we?"]


def test_going_back_makes_it_answerable_again(view: AskedView) -> None:
    view.show_state(JUDGED)
    view.show_state(ASKED)
    assert view.told == ["Shall we?", "yes: It went well.", "Shall we?"]
    assert not view.locked


def test_another_activity_takes_the_place_of_the_former(view: AskedView) -> None:
    view.show_state(replace(ASKED, activity=Asked("And now?")))
    assert view.prompt.text() == "And now?"
    shown = [label.text() for label in view.findChildren(QLabel) if not label.isHidden()]
    assert "About: Shall we?" not in shown


def test_an_answered_state_can_come_first(qtbot: QtBot) -> None:
    made = AskedView()
    qtbot.addWidget(made)
    made.show_state(JUDGED)
    assert made.told == ["Shall we?", "yes: It went well."]


def test_pictures_are_found_where_the_lesson_is(view: AskedView, tmp_path: Path) -> None:
    view.show_state(replace(ASKED, folder=tmp_path))
    assert view.picture_key(Picture("park.svg")) == str(tmp_path / "park.svg")
    assert view.picture_key(Picture("art:shield")) == "art:shield"
    assert view.picture_key(None) == ""


def test_there_is_no_state_before_the_first(qtbot: QtBot) -> None:
    made = AskedView()
    qtbot.addWidget(made)
    with pytest.raises(LookupError, match="show_state first"):
        _ = made.state
    assert not made.locked
