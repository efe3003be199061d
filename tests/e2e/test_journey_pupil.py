"""A pupil's whole way in a real window, once by mouse alone and once by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.progress import standing, stars
from app.domain.school import Pupil
from app.domain.smart import Band, Rule
from tests.e2e.desktop import Desktop, Program, desktop, until
from tests.e2e.hands import Hand, Keys, Mouse
from tests.e2e.journeys import (
    WELCOME,
    Child,
    DemoHome,
    do_quiz,
    is_open,
    lesson_of,
    play,
    quiz_of,
    said_on_page,
)

HANDS: dict[str, type[Mouse | Keys]] = {"mouse": Mouse, "keys": Keys}
OTHERS = [("keys", Rule.TELL, Band.KS1), ("mouse", Rule.SAFE, Band.LKS2)]
"""The lessons that the whole way does not lead through, each by the other hand."""
KINDS = {"choice", "chat", "spot-it", "sort", "order", "compare"}
TRY_AGAIN, GO_BACK = "Try another way", "Go back"
A_PAGE = 6


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """Yield one desktop for all these tests."""
    with desktop() as shown:
        yield shown


@pytest.fixture
def program(screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    """Yield a kiosk in an empty folder that stands at Welcome; end it afterwards."""
    started = Program(screen, tmp_path)
    started.wait_for(WELCOME)
    yield started
    started.end()


@pytest.fixture
def home(tmp_path: Path) -> DemoHome:
    """Return the demo school that the kiosk made."""
    return DemoHome(tmp_path)


def child_of(program: Program, hand: str) -> Child:
    """Return a child with this hand."""
    made: Hand = HANDS[hand](program)
    return Child(program, made)


def press_wrong_pictures(child: Child, home: DemoHome, pupil: Pupil) -> None:
    """Go to the secret pictures, press wrong ones, and go back to Welcome."""
    own_class = home.school.school_class(pupil.class_id)
    assert own_class is not None
    child.press(WELCOME, "Which is your class?")
    child.press(own_class.name, "Who are you?")
    child.press(home.school.shown_name(pupil), "Press your three secret pictures")
    for picture in reversed(pupil.secret):
        child.hand.press(picture)
    child.program.shows("Not those three.")
    child.program.shows("Look for your first one.")
    child.press("Home", WELCOME)


@pytest.mark.parametrize("hand", HANDS)
def test_a_whole_way_and_nothing_of_it_for_the_next_child(
    program: Program, home: DemoHome, hand: str
) -> None:
    child = child_of(program, hand)
    pupil, other = home.newcomers(Band.UKS2)[:2]
    lesson = lesson_of(home, Rule.RELIABLE, Band.UKS2)
    quiz = quiz_of(home, Rule.RELIABLE, Band.UKS2)
    press_wrong_pictures(child, home, pupil)
    child.sign_in(home.school, pupil)
    child.keep_still()

    child.press(Rule.RELIABLE.label, lesson.title)
    met = play(child, lesson, TRY_AGAIN)
    assert met == KINDS
    child.press(f"Back to {quiz.rule.label}", quiz.title)
    do_quiz(child, quiz)
    child.press(f"Back to {quiz.rule.label}", quiz.title)

    attempts = home.attempts(pupil)
    earned = stars(standing(attempts), [lesson], quiz)
    assert earned >= 2
    child.press(home.school.shown_name(pupil), "My own answers")
    said = said_on_page(attempts, A_PAGE)
    program.shows(f"{Rule.RELIABLE.label}: {earned} of 3 stars")
    program.shows(*(words for one in said for words in one))
    child.sign_out()

    child.sign_in(home.school, other)
    child.press("How it looks", "Moving")
    assert child.chosen("Things may move")
    assert not child.chosen("Keep still")
    child.press(home.school.shown_name(other), "My own answers")
    own = {words for one in said_on_page(home.attempts(other), A_PAGE) for words in one}
    foreign = {words for one in said for words in one} - own
    assert foreign
    assert not foreign & child.shown()
    child.sign_out()


@pytest.mark.parametrize(("hand", "rule", "band"), OTHERS)
def test_the_other_lessons_to_an_ending(
    program: Program, home: DemoHome, hand: str, rule: Rule, band: Band
) -> None:
    child = child_of(program, hand)
    pupil, lesson = home.newcomers(band)[0], lesson_of(home, rule, band)
    child.sign_in(home.school, pupil)
    child.keep_still()
    child.press(rule.label, lesson.title)
    assert play(child, lesson, GO_BACK)
    child.press(f"Back to {lesson.rule.label}", lesson.title)
    until(lambda: not is_open(home, pupil, lesson), "the ending on the disk")
    child.press("Home", "Where next?")
    child.sign_out()


def test_escape_and_the_keys_that_close_windows_never_leave(
    program: Program, home: DemoHome
) -> None:
    child = child_of(program, "keys")
    lesson, kiosk = lesson_of(home, Rule.SAFE, Band.LKS2), program.process
    press_all_that_leaves(program, WELCOME)
    child.press(WELCOME, "Which is your class?")
    press_all_that_leaves(program, WELCOME)
    child.sign_in(home.school, home.newcomers(Band.LKS2)[0])
    press_all_that_leaves(program, "Where next?")
    child.press(Rule.SAFE.label, lesson.title)
    child.press(lesson.title, lesson.scenes[0].lines[0].text)
    press_all_that_leaves(program, "Where next?")
    assert program.process == kiosk


def press_all_that_leaves(program: Program, then: str) -> None:
    """Press every key that closes a window elsewhere, and see where that leads."""
    program.desktop.key("Escape", "Escape", "Escape", "alt+F4", "ctrl+q", "ctrl+w", "F11")
    program.shows(then)
