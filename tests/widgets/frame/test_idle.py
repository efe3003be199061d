"""Nobody there: it asks once, quietly, counts down, and lets the next child find Welcome."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.looks import Looks
from app.domain.smart import Rule
from app.frame.idle import ASK_SECONDS, IdleWatch
from app.kit.card import Card
from tests.widgets.desks import AMINA, Heard
from tests.widgets.kiosks import Shown

FINGERS = QTest.createTouchDevice()
INPUT = [QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.TouchUpdate, QEvent.Type.Wheel]


class Watched:
    """A watch and what it said."""

    def __init__(self, parent: QObject) -> None:
        self.watch = IdleWatch(180, parent)
        self.asking = Heard(self.watch.asking)
        self.noticed = Heard(self.watch.noticed)
        self.gone = Heard(self.watch.gone)
        self._target = QObject(parent)

    def quiet(self) -> None:
        """Let the quiet time be over now."""
        self.watch._quiet.stop()
        self.watch._quiet.timeout.emit()

    def seconds(self, count: int) -> None:
        """Let seconds of asking pass."""
        for _ in range(count):
            self.watch._second.timeout.emit()

    def touch(self, kind: QEvent.Type) -> bool:
        """Let something come in; return whether it was swallowed."""
        return self.watch.eventFilter(self._target, QEvent(kind))


@pytest.fixture
def watched(qapp: QApplication) -> Watched:
    return Watched(QObject(qapp))


def test_asleep_it_hears_nothing(watched: Watched) -> None:
    watched.watch.watch(awake=False)
    assert not watched.watch._quiet.isActive()
    assert not watched.touch(QEvent.Type.KeyPress)
    assert not watched.watch._quiet.isActive()


@pytest.mark.parametrize("kind", INPUT)
def test_any_input_begins_the_quiet_time_anew(watched: Watched, kind: QEvent.Type) -> None:
    watched.watch.watch(awake=True)
    before = watched.watch._quiet.timerId()
    assert not watched.touch(kind)
    assert watched.watch._quiet.isActive()
    assert watched.watch._quiet.timerId() != before


def test_what_is_no_input_changes_nothing(watched: Watched) -> None:
    watched.watch.watch(awake=True)
    watched.quiet()
    assert not watched.touch(QEvent.Type.Paint)
    assert not watched.touch(QEvent.Type.Timer)
    assert watched.noticed.all == []


def test_after_the_quiet_time_it_asks_and_counts_down(watched: Watched) -> None:
    watched.watch.watch(awake=True)
    watched.quiet()
    watched.seconds(ASK_SECONDS - 1)
    assert watched.asking.all == list(range(ASK_SECONDS, 0, -1))
    assert watched.gone.all == []
    watched.seconds(1)
    assert len(watched.gone) == 1
    assert not watched.watch._second.isActive()


@pytest.mark.parametrize("kind", [QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress])
def test_a_press_answers_and_does_nothing_else(watched: Watched, kind: QEvent.Type) -> None:
    watched.watch.watch(awake=True)
    watched.quiet()
    assert watched.touch(kind)
    assert len(watched.noticed) == 1
    assert watched.watch._quiet.isActive()
    assert not watched.touch(kind), "only the answer itself is swallowed"


class TestInTheKiosk:
    """The question over a page."""

    @staticmethod
    def ask(shown: Shown) -> QWidget:
        """Let the quiet time be over; return the question."""
        shown.kiosk._idle._quiet.stop()
        shown.kiosk._idle._quiet.timeout.emit()
        shown.settle()
        return shown.window.still_there

    def test_on_welcome_nothing_is_watched(self, shown: Shown) -> None:
        assert not shown.kiosk._idle._quiet.isActive()

    def test_it_covers_the_page_and_says_how_long_it_waits(self, shown: Shown) -> None:
        shown.sign_in()
        question = self.ask(shown)
        assert question.isVisible()
        assert question.geometry() == shown.window.rect()
        assert shown.says("20 more seconds")

    def test_a_key_takes_it_away_and_presses_nothing(self, shown: Shown) -> None:
        shown.sign_in()
        shown.button("Safe").setFocus()
        question = self.ask(shown)
        shown.key(Qt.Key.Key_Space)
        assert not question.isVisible()
        assert shown.page.name == "my-path"
        shown.key(Qt.Key.Key_Space)
        assert shown.page.name == "place"

    def test_a_click_takes_it_away_and_presses_nothing(self, shown: Shown) -> None:
        shown.sign_in()
        question, at = self.ask(shown), shown.point("Safe")
        QTest.mouseClick(shown.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        shown.settle()
        assert not question.isVisible()
        assert shown.page.name == "my-path"

    def test_a_finger_takes_it_away_and_presses_nothing(self, shown: Shown) -> None:
        shown.sign_in()
        question, at = self.ask(shown), shown.point("Safe")
        tap(shown, at)
        assert not question.isVisible()
        assert shown.page.name == "my-path"
        tap(shown, at)
        assert shown.page.name == "place"

    def test_tell_is_reached_by_one_press_while_it_stands(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("looks")  # My path has a place of that name
        question, at = self.ask(shown), shown.point("Tell")
        found = shown.window.childAt(at)
        assert found is not None
        assert not question.isAncestorOf(found)
        QTest.mouseClick(shown.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        shown.settle()
        assert not question.isVisible()
        assert shown.page.name == "tell"

    def test_tell_is_reached_by_one_finger_while_it_stands(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("looks")  # My path has a place of that name
        question, at = self.ask(shown), shown.point("Tell")
        tap(shown, at)
        assert not question.isVisible()
        assert shown.page.name == "tell"

    def test_tell_is_pressed_by_the_key_of_one_who_stands_on_it(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("looks")  # My path has a place of that name
        shown.button("Tell").setFocus()
        question = self.ask(shown)
        shown.key(Qt.Key.Key_Space)
        assert not question.isVisible()
        assert shown.page.name == "tell"

    def test_another_key_there_only_answers(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("looks")  # My path has a place of that name
        shown.button("Tell").setFocus()
        self.ask(shown)
        shown.key(Qt.Key.Key_Tab)
        assert shown.button("Tell").hasFocus()
        assert shown.page.name == "looks"

    def test_beside_tell_the_bar_is_covered_as_the_page_is(self, shown: Shown) -> None:
        shown.sign_in()
        at = shown.point("Home")
        shown.go("place", Rule.SAFE)
        question = self.ask(shown)
        QTest.mouseClick(shown.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        shown.settle()
        assert not question.isVisible()
        assert shown.page.name == "place"

    @pytest.mark.parametrize("size", [(1024, 768), (768, 1366), (1366, 768), (1920, 1080)])
    @pytest.mark.parametrize("text", [100, 150])
    def test_its_words_stand_beside_what_it_leaves_free(
        self, shown: Shown, size: tuple[int, int], text: int
    ) -> None:
        shown.desk.session.use_looks(Looks(text))
        shown.sign_in()
        shown.window.resize(*size)
        question = self.ask(shown)
        free = shown.window.corner
        assert not free.isEmpty()
        assert not question.mask().intersects(free)
        card = question.findChild(Card)
        assert isinstance(card, Card)
        assert not card.geometry().intersects(free)

    def test_over_staff_pages_it_leaves_nothing_free(self, shown: Shown) -> None:
        shown.let_staff_in()
        shown.go("school")
        question = self.ask(shown)
        assert shown.window.corner.isEmpty()
        assert question.mask().boundingRect() == question.rect()

    def test_without_an_answer_the_child_is_signed_out(self, shown: Shown) -> None:
        shown.sign_in()
        question = self.ask(shown)
        for _ in range(ASK_SECONDS):
            shown.kiosk._idle._second.timeout.emit()
        shown.settle()
        assert shown.page.name == "welcome"
        assert shown.desk.session.sitting is None
        assert not question.isVisible()

    def test_in_the_staff_pages_the_door_shuts_too(self, shown: Shown) -> None:
        shown.let_staff_in()
        shown.go("school")
        self.ask(shown)
        for _ in range(ASK_SECONDS):
            shown.kiosk._idle._second.timeout.emit()
        shown.settle()
        assert shown.page.name == "welcome"
        assert not shown.desk.staff_inside

    def test_where_a_child_is_still_being_fetched_nobody_comes_in_later(self, shown: Shown) -> None:
        shown.go("who-are-you")
        self.ask(shown)
        shown.desk.session.sign_in(AMINA)
        for _ in range(ASK_SECONDS):
            shown.kiosk._idle._second.timeout.emit()
        shown.settle()
        assert shown.page.name == "welcome"

    def test_a_closed_kiosk_watches_nobody(self, shown: Shown) -> None:
        shown.sign_in()
        assert shown.kiosk._idle._quiet.isActive()
        shown.kiosk.close()
        assert not shown.kiosk._idle._quiet.isActive()
        assert not shown.window.isVisible()


def tap(shown: Shown, at: QPoint) -> None:
    """Put one finger down and lift it."""
    QTest.touchEvent(shown.window.windowHandle(), FINGERS).press(0, at).commit()
    QTest.touchEvent(shown.window.windowHandle(), FINGERS).release(0, at).commit()
    shown.settle()
