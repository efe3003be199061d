"""A pupil's steps through the running program, told by what stands on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.bootstrap.shelves import library
from app.domain import run as runs
from app.domain.attempt import Attempt
from app.domain.demo import demo_school
from app.domain.ids import RunId
from app.domain.kind import Answer, Sure
from app.domain.lesson import Ending, Lesson, Scene, Task
from app.domain.path import lesson_content
from app.domain.ports import Library
from app.domain.progress import own_answers
from app.domain.quiz import Item, Quiz
from app.domain.quizrun import LENGTH
from app.domain.replay import open_run
from app.domain.school import Pupil, School
from app.domain.smart import Band, Rule
from app.domain.variables import hold
from app.store.cabinet import Cabinet
from app.store.home import Home
from app.store.progress import ProgressFiles
from tests.e2e.answers import presses, right_answer, wrong_answer
from tests.e2e.desktop import Program, until
from tests.e2e.hands import Hand

WELCOME = "Touch to start"
SURE = {Sure.SURE: "I am sure", Sure.THINK_SO: "I think so", Sure.NOT_SURE: "I am not sure"}
DONE = "I have finished"


@dataclass(frozen=True)
class DemoHome:
    """The demo school's folder, looked into from outside while the kiosk holds it."""

    root: Path

    @property
    def school(self) -> School:
        """The demo school: the same in every folder, but for its key."""
        return demo_school("")

    @property
    def library(self) -> Library:
        """What there is to learn from."""
        return library(self.root)

    def attempts(self, pupil: Pupil) -> tuple[Attempt, ...]:
        """Return what is on the disk of a pupil now."""
        return ProgressFiles(Cabinet(Home(self.root).demo())).attempts(pupil.id)

    def newcomers(self, band: Band) -> list[Pupil]:
        """Return the pupils of a band who stand in the middle of nothing, least begun first."""
        idle = []
        for pupil in self.school.pupils:
            attempts = self.attempts(pupil)
            contents = {one.content for one in attempts}
            if pupil.band is band and not any(open_run(attempts, one) for one in contents):
                idle.append((len(attempts), pupil))
        return [pupil for _, pupil in sorted(idle, key=lambda found: found[0])]


class Child:
    """A child at the screen, with one of two hands."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self.program = program
        self.hand = hand

    def press(self, name: str, then: str = "") -> None:
        """Press a button and wait for what it leads to."""
        self.hand.press(name)
        if then:
            self.program.shows(then)

    def sign_in(self, school: School, pupil: Pupil) -> None:
        """Go from Welcome to My path."""
        home = school.school_class(pupil.class_id)
        assert home is not None
        name = school.shown_name(pupil)
        self.press(WELCOME, "Which is your class?")
        self.press(home.name, "Who are you?")
        self.hand.press(name)
        if home.secrets:
            self.program.shows("Press your three secret pictures")
            for picture in pupil.secret:
                self.hand.press(picture)
        self.program.shows(f"Hello {name}!")

    def sign_out(self) -> None:
        """Go from My path or My stars to Welcome."""
        self.press(DONE, WELCOME)

    def keep_still(self) -> None:
        """Choose that nothing moves, and come back to My path."""
        self.press("How it looks", "Moving")
        self.hand.press("Keep still")
        until(lambda: self.chosen("Keep still"), "stillness to be chosen")
        self.press("Home", "Where next?")

    def chosen(self, name: str) -> bool:
        """Say whether a choice carries its tick."""
        return any(one.name == name and "checked" in one.states for one in self.program.see())

    def shown(self) -> set[str]:
        """Return all names that show."""
        return {one.name for one in self.program.see()}

    def give(self, task: Task, answer: Answer, sure: Sure = Sure.THINK_SO) -> None:
        """Answer the activity that is shown, and read what follows from it."""
        for name in presses(task.activity, answer):
            self.hand.press(name)
        if task.asks_sure:
            self.press(SURE[sure])
        self.program.shows(task.activity.judge(answer).feedback)


class Reader:
    """Plays one lesson on the screen, and beside it in the engine, which says what must come."""

    def __init__(self, child: Child, lesson: Lesson) -> None:
        self.child = child
        self.lesson = lesson
        self.run = runs.start(lesson, RunId("0"))

    @property
    def place(self) -> Scene | Ending:
        """The scene or ending the child must stand at."""
        return runs.place(self.lesson, self.run)

    def see_place(self) -> None:
        """Wait until the screen shows the place with its lines, and with its activity if any."""
        place = self.place
        texts = [line.text for line in place.lines if hold(line.when, self.run.here.state)]
        if isinstance(place, Ending):
            texts += [place.title, place.debrief.tell]
        elif place.task is not None:
            texts.append(place.task.activity.prompt)
        self.child.program.shows(*texts)

    def answer(self, answer: Answer, sure: Sure = Sure.THINK_SO) -> None:
        """Answer the scene."""
        assert isinstance(self.place, Scene)
        task = self.place.task
        assert task is not None
        self.child.give(task, answer, sure)
        given = replace(answer, sure=sure if task.asks_sure else None)
        self.run = runs.answer(self.lesson, self.run, given)

    def go_on(self) -> None:
        """Go on to the next place and look at it."""
        self.child.press("Go on")
        self.run = runs.go_on(self.lesson, self.run)
        self.see_place()

    def go_back(self, by: str) -> None:
        """Go back to the last choice and look at it."""
        self.child.press(by)
        self.run = runs.rewind(self.run, runs.choices(self.run)[-1])
        self.see_place()

    def step(self) -> None:
        """Answer rightly where something is asked, and go on."""
        if isinstance(self.place, Scene) and self.place.task is not None:
            self.answer(right_answer(self.place.task.activity))
        self.go_on()


def play(child: Child, lesson: Lesson, undo: str) -> set[str]:
    """Open a lesson from its place and play it to an ending; return the kinds that were met.

    The first choice is a wrong one, which the button ``undo`` takes back.
    """
    child.press(lesson.title)
    reader, met, undone = Reader(child, lesson), set[str](), False
    reader.see_place()
    while isinstance(reader.place, Scene):
        task = reader.place.task
        wrong = wrong_answer(task.activity) if task and not undone else None
        if wrong is not None:
            undone = True
            reader.answer(wrong)
            reader.go_back(undo)
        met |= {task.kind} if task else set()
        reader.step()
    return met


def do_quiz(child: Child, quiz: Quiz) -> list[Item]:
    """Open a quiz from its place and answer all of it rightly but for the first question."""
    child.press(quiz.title)
    done: list[Item] = []
    for number in range(1, LENGTH + 1):
        child.program.shows(f"Question {number} of {LENGTH}")
        item = until(lambda: asked(child, quiz, done), "a question of the bank")
        activity = item.task.activity
        wrong = None if done else wrong_answer(activity)
        child.give(item.task, wrong or right_answer(activity))
        done.append(item)
        child.press("Go on")
    child.program.shows("You did the whole quiz!")
    return done


def asked(child: Child, quiz: Quiz, before: list[Item]) -> Item | None:
    """Return the question that is asked now, where it is a new one."""
    shown = child.shown()
    return next(
        (
            item
            for item in quiz.practice()
            if item.task.activity.prompt in shown and item not in before
        ),
        None,
    )


def said_on_page(attempts: tuple[Attempt, ...], most: int) -> list[tuple[str, str]]:
    """Return question and answer of the newest answers, as My stars must show them."""
    return [(one.asked, one.said) for one in own_answers(attempts)[:most]]


def lesson_of(home: DemoHome, rule: Rule, band: Band) -> Lesson:
    """Return the lesson of a cell."""
    return next(one for one in home.library.lessons() if (one.rule, one.band) == (rule, band))


def quiz_of(home: DemoHome, rule: Rule, band: Band) -> Quiz:
    """Return the quiz of a cell."""
    return next(one for one in home.library.quizzes() if (one.rule, one.band) == (rule, band))


def is_open(home: DemoHome, pupil: Pupil, lesson: Lesson) -> bool:
    """Say whether a pupil stands in the middle of a lesson, by what is on the disk."""
    return open_run(home.attempts(pupil), lesson_content(lesson)) is not None
