"""Practice looks like Tell, says at every step that it is none, and can never make a record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.ids import LessonId
from app.domain.kind import Answer
from app.domain.lesson import Lesson
from app.domain.smart import Rule
from app.domain.tell.journal import Reach
from app.flow.lessons import LessonPage
from app.flow.telling import TellPage
from app.interactions.practice_tell.view import PracticeView
from app.kit.activity import ViewState
from app.kit.tell_panel import TellPanel
from app.kit.text import Text
from app.store.cabinet import Cabinet
from app.store.home import Home
from app.tell.journal import KioskJournal
from tests.fakes import FakeClock, FakeRecipients
from tests.kinds import sample
from tests.lessonbook import ROOT
from tests.tells import ROSTER, real_vault
from tests.widgets.desks import Back
from tests.widgets.interactions.showing import Shown, buttons, by_mouse
from tests.widgets.kiosks import Shown as Kiosk
from tests.widgets.kiosks import shown_kiosk

NAME = "practice-tell"
WALKS, VIEW_WALKS, WHOLE_WALKS = 10_000, 200, 40
LONGEST = 8
"""More presses than any way through practice has."""


def texts(view: PracticeView) -> list[str]:
    """Return the texts that show."""
    return [one.text() for one in view.findChildren(Text) if one.isVisible()]


def test_at_every_step_it_says_that_nobody_is_sent_for(qtbot: QtBot) -> None:
    shown = Shown(qtbot, NAME).show()
    assert isinstance(shown.view, PracticeView)
    for press in sample(NAME).press:
        assert "This is only practice. Nobody is sent for." in texts(shown.view)
        assert "This is only practice. Nobody is sent for." in shown.view.spoken()
        shown.do(by_mouse, press)
    shown.show(answer=shown.answers[0])
    assert "This is only practice. Nobody is sent for." in texts(shown.view)


def test_it_asks_what_the_real_page_asks_in_its_order(qtbot: QtBot) -> None:
    shown = Shown(qtbot, NAME).show()
    assert isinstance(shown.view, PracticeView)
    asked = []
    for press in sample(NAME).press:
        asked.append(texts(shown.view)[-1])
        shown.do(by_mouse, press)
    assert asked == [
        "Do you want a grown-up to come and talk with you?",
        "What is it about?",
        "Who would you like to talk with?",
        "How worried are you?",
    ]


def test_not_now_ends_it_at_once(qtbot: QtBot) -> None:
    shown = Shown(qtbot, NAME).show()
    shown.do(by_mouse, "Not now")
    assert shown.answers == [Answer(("not-now",))]


def test_what_was_picked_on_the_way_is_handed_to_nobody(qtbot: QtBot) -> None:
    for worry in ("A little", "So worried I could cry"):
        shown = Shown(qtbot, NAME).show()
        shown.do(by_mouse, "Yes please", "Words made Sam sad", "Headteacher", worry)
        assert shown.answers == [Answer(("yes",))]


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextmanager
def watched(back: Back, folder: Path) -> Iterator[Kiosk]:
    """Yield a kiosk with the program's own journal on a disk, and Amina signed in."""
    cabinet = Cabinet(Home(folder))
    cabinet.hold()
    journal = KioskJournal(real_vault(cabinet), FakeClock())
    back.tells = journal  # type: ignore[assignment]  # the port's other keeper, a real one
    back.recipients = FakeRecipients(Reach(ROSTER, live=True))  # to whom it can really be sealed
    with shown_kiosk(back) as kiosk:
        kiosk.desk.telling.prepare()
        kiosk.sign_in()
        yield kiosk


def test_ten_thousand_random_walks_leave_no_file_no_call_and_tell_untouched(
    qtbot: QtBot, back: Back, tmp_path: Path
) -> None:
    """All of them through the model, some through the view, by the signal of its cards."""
    random = Random(7)
    with watched(back, tmp_path) as kiosk:
        before, page = files_in(tmp_path), kiosk.desk.telling.page
        view = PracticeView()
        qtbot.addWidget(view)
        view.show_state(ViewState(sample(NAME).activity, Rule.TELL))
        answers: list[Answer] = []
        view.answered.connect(answers.append)
        activity = sample(NAME).activity
        for walk in range(WALKS):
            if walk < VIEW_WALKS:
                walk_through(view, answers, random)
            else:
                answers.append(activity.guess(random.choice))
            assert activity.judge(answers[-1]).right is None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        kiosk.settle()
        assert len(answers) == WALKS
        assert {one.picks for one in answers} == {("yes",), ("not-now",)}
        assert files_in(tmp_path) == before
        expect_untouched(kiosk, page)


def walk_through(view: PracticeView, answers: list[Answer], random: Random) -> None:
    """Begin anew and press any of the cards that are there, until it has ended."""
    ended = len(answers)
    activity = sample(NAME).activity
    view.show_model(activity)
    for _ in range(LONGEST):
        if len(answers) > ended:
            return
        view._panel.picked.emit(random.randrange(len(view._panel.cards)))
    assert len(answers) == ended + 1


def expect_untouched(kiosk: Kiosk, page: TellPage) -> None:
    """State that the real Tell stands as it stood, and waits for nothing."""
    assert kiosk.desk.telling.page == page
    assert kiosk.desk.telling._tell is None
    assert kiosk.desk.telling.fault == ""


def scene_of_practice(kiosk: Kiosk) -> LessonPage:
    """Show the shipped scene in which Tell is practised, as the tour does."""
    from app.bootstrap.shelves import library
    from app.bootstrap.tour import lesson_pages

    lessons: tuple[Lesson, ...] = library(ROOT / "no-such-folder").lessons()
    lesson = next(one for one in lessons if one.id == LessonId("the-green-face"))
    kiosk.go("lesson", LessonId("park"))
    page = next(one for one in lesson_pages(lesson) if one.place.id == "press")
    kiosk.desk.lessons.changed.emit(page)
    kiosk.settle()
    return page


def test_in_a_whole_kiosk_with_a_real_journal_nothing_is_ever_written(
    back: Back, tmp_path: Path
) -> None:
    random = Random(11)
    with watched(back, tmp_path) as kiosk:
        scene = scene_of_practice(kiosk)
        before, page = files_in(tmp_path), kiosk.desk.telling.page
        for _ in range(WHOLE_WALKS):
            kiosk.desk.lessons.changed.emit(scene)
            kiosk.settle()
            press_any_card(kiosk, random)
        assert files_in(tmp_path) == before
        expect_untouched(kiosk, page)


def press_any_card(kiosk: Kiosk, random: Random) -> None:
    """Press one of the cards of practice that show, as a mouse does."""
    panel = kiosk.page.findChild(TellPanel)
    assert isinstance(panel, TellPanel)
    cards: list[QAbstractButton] = [one for one in buttons(panel) if one in panel.cards]
    kiosk.press(random.choice(cards).accessibleName())


@pytest.mark.parametrize("cards", [0, 1, 2])
def test_the_real_tell_stays_in_reach_while_practising(back: Back, cards: int) -> None:
    with shown_kiosk(back) as kiosk:
        kiosk.sign_in()
        scene_of_practice(kiosk)
        for name in ("Yes please", "A face in a game")[:cards]:
            kiosk.press(name)
        at = kiosk.point("Tell")
        assert kiosk.window.corner.contains(at)
        kiosk.press("Tell")
        assert kiosk.page.name == "tell"
        kiosk.press("Yes please")
        assert [one.page for one in back.tells.firsts] == ["Lesson"]


def test_a_view_shown_again_begins_again(qtbot: QtBot) -> None:
    shown = Shown(qtbot, NAME).show()
    shown.do(by_mouse, "Yes please")
    shown.view.show_state(ViewState(sample(NAME).activity, Rule.TELL))
    assert shown.answers == []
