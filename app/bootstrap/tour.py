"""A tour of every page in every state, in a demo school of its own: for the gallery and the walk.

Pages hold no truth, so a state is reached either by the controllers, as a pupil or staff would, or,
where hundreds are wanted (scenes, questions), by showing its frozen value to the page.
"""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import demo
from app.bootstrap.house import House
from app.bootstrap.lists import CsvLists
from app.bootstrap.tour_tell import tell_pages
from app.domain import quizrun, run
from app.domain.ids import RunId
from app.domain.kind import Activity, Answer, Candidate, Verdict
from app.domain.lesson import Ending, Lesson, Scene
from app.domain.looks import Looks
from app.domain.quiz import Quiz
from app.domain.quizrun import QuizRun
from app.domain.school import Pupil, School
from app.domain.smart import Band, Rule
from app.domain.variables import begin
from app.flow.desk import Desk
from app.flow.door import Ask, DoorPage
from app.flow.lessons import LessonPage
from app.flow.quizzes import QuizPage
from app.flow.route import To
from app.flow.tasks import Lane
from app.frame.kiosk import Kiosk
from app.screens.pupil.tell import Tell
from app.store.home import Home

PATIENCE_MS = 10_000
UNWATCHED = 86_400
"""Seconds, more than any tour takes: nobody presses anything, and yet nobody is asked for."""
SWEPT = 10
"""Rubbish is looked for each time so many states have come."""
LIST = "Forename,Surname,Class,Year,UPN\nAda,Brook,Oak,3,A1\nBen,Crane,Oak,3,A2\n,Dale,Oak,3,\n"


class TourStuck(RuntimeError):
    """A page did not come; the text says which."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One state of one page, as it stands in the window now."""

    name: str
    page: str


class Tour:
    """Leads one kiosk through its pages."""

    def __init__(self, house: House, school: School) -> None:
        self.desk = Desk(house)
        self.desk.session.use_school(school)
        self.kiosk = Kiosk(self.desk, UNWATCHED)
        self.window = self.kiosk.window
        self.house = house
        self.school = school
        self._settled = 0

    def open(self, size: tuple[int, int]) -> None:
        """Show the window in a size in logical pixels."""
        self.window.resize(*size)
        self.kiosk.start()
        self.window.show()
        self.settle()

    def look(self, looks: Looks) -> None:
        """Let everything look so, for whoever is signed in and for everybody else."""
        self.desk.session.use_looks(looks)
        self.desk.session.look(looks)
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for be laid out."""
        for _ in range(3):
            QApplication.processEvents()
        # No loop runs here that would: pages that were left would pile up and be restyled.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._settled += 1
        if not self._settled % SWEPT:
            gc.collect()

    def wait(self, come: Callable[[], bool], what: str) -> None:
        """Let the program run until something has come."""
        loop = QEventLoop()
        over = QTimer(singleShot=True, interval=PATIENCE_MS)
        over.timeout.connect(loop.quit)
        over.start()
        while not come() and over.isActive():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not come():
            raise TourStuck(f"waited in vain for {what}")
        self.settle()

    def wait_for(self, lane: Lane) -> None:
        """Let the program run until a lane has done all that it was given."""
        done: list[object] = []
        self.house.lanes.run(lane, lambda: None, done.append, done.append)
        self.wait(lambda: bool(done), f"the lane {lane}")

    def pupil_of(self, band: Band) -> Pupil:
        """Return the pupil of a band with the most kept answers."""
        found = [one for one in self.school.pupils if one.band is band]
        return max(found, key=lambda one: len(self.house.progress.attempts(one.id)))

    def sign_in(self, band: Band) -> None:
        """Sign a pupil of this band in."""
        pupil = self.pupil_of(band)
        self.desk.session.sign_in(pupil)
        self.wait(lambda: self.at("my-path"), "My path")

    def signed_out(self) -> Iterator[Stop]:
        """Yield Welcome and the sign-in."""
        yield self.go(To("welcome"), "welcome")
        yield self.go(To("who-are-you"), "who-are-you classes")
        signin = self.desk.signin
        for one in self.school.classes:
            signin.choose_class(one.id)
            yield self.stop(f"who-are-you faces of {one.name}")
        guarded = next(one for one in self.school.classes if one.secrets)
        signin.choose_class(guarded.id)
        pupil = self.school.in_class(guarded.id)[0]
        signin.choose_pupil(pupil.id)
        yield self.stop("who-are-you secret pictures")
        for picture in reversed(pupil.secret):
            signin.pick(picture)
        yield self.stop("who-are-you after wrong pictures")
        yield self.go(To("welcome"), "welcome again")
        self.window.still_there.count(20)
        yield self.stop("welcome still there")
        self.window.still_there.hide()
        yield self.go(To("trouble"), "trouble")
        yield from self.pin_making()
        yield from self.tell()

    def pin_making(self) -> Iterator[Stop]:
        """Yield the PIN page as it stands before there is a PIN, and after one was lost."""
        self.go(To("pin"), "")
        self.wait(lambda: bool(self.desk.door.page.hint), "the demo's PIN")
        for ask in (Ask.NEW, Ask.REPEAT, Ask.RESET):
            self.desk.door.changed.emit(DoorPage(ask))
            yield self.stop(f"pin {ask}")
        self.go(To("welcome"), "")

    def tell(self) -> Iterator[Stop]:
        """Yield every state of the Tell page, for whoever is signed in."""
        self.go(To("tell", "Welcome"), "")
        self.wait_for(Lane.TELL)  # what is found out for the page comes before what is shown of it
        for name, page in tell_pages(self.house.policy):
            self.desk.telling.changed.emit(page)
            yield self.stop(f"tell {name}")
        if isinstance(self.kiosk.navigator.screen, Tell):
            self.kiosk.navigator.screen.cover()
            yield self.stop("tell covered")
        self.go(To("welcome"), "")

    def around(self, band: Band) -> Iterator[Stop]:
        """Yield the pages of a pupil who is signed in."""
        yield self.go(To("my-path"), f"my-path {band}")
        for rule in Rule:
            yield self.go(To("place", rule), f"place {rule} {band}")
        yield self.go(To("my-stars"), f"my-stars {band}")
        yield self.go(To("looks"), f"looks {band}")

    def lesson(self, lesson: Lesson, words: str = "") -> Iterator[Stop]:
        """Yield every scene of a lesson, unanswered and with every outcome, and every ending.

        Those whose names do not hold ``words`` are passed by.
        """
        self.go(To("lesson", lesson.id), "")
        for page in lesson_pages(lesson):
            name = f"lesson {lesson.id} {_scene_name(page)}"
            if words in name:
                self.desk.lessons.changed.emit(page)
                yield self.stop(name)

    def quiz(self, quiz: Quiz, words: str = "") -> Iterator[Stop]:
        """Yield every item of a quiz, unanswered and answered, and its end (see ``lesson``)."""
        self.go(To("quiz", quiz.id), "")
        for page in quiz_pages(quiz):
            name = f"quiz {quiz.id} {_item_name(page)}"
            if words in name:
                self.desk.quizzes.changed.emit(page)
                yield self.stop(name)

    def staff(self, folder: Path) -> Iterator[Stop]:
        """Yield the PIN page and the staff pages.

        A class list is made in ``folder``; no other is looked for, least of all on this PC.
        """
        path = folder / "class list.csv"
        path.write_text(LIST, encoding="utf-8")
        self.house.class_lists = CsvLists(lambda: (folder,))
        door, office = self.desk.door, self.desk.office
        self.go(To("pin"), "")
        self.wait(lambda: bool(door.page.hint), "the demo's PIN")
        yield self.stop("pin")
        door.give("0000")
        self.wait(lambda: bool(door.page.fault) and not door.page.busy, "the wrong PIN's answer")
        yield self.stop("pin wrong")
        door.give(door.page.hint)
        self.wait(lambda: self.at("school"), "School")
        yield self.stop("school")
        self.go(To("class-lists"), "")
        self.wait(lambda: self.desk.list_finder.files is not None, "the class lists")
        yield self.stop("class-lists")
        for name in ("classes", "pupils", "lessons"):
            yield self.go(To(name), name)
        self.go(To("class-lists"), "")
        office.read_list(path)
        self.wait(lambda: office.page.plan is not None, "the class list")
        yield self.stop("class-lists plan")
        office.drop_list()
        self.go(To("welcome"), "")

    def go(self, to: To, name: str) -> Stop:
        """Go to a page, and return it as a stop of this name."""
        self.kiosk.navigator.go(to)
        return self.stop(name)

    def stop(self, name: str) -> Stop:
        """Return what stands in the window now, all of it laid out."""
        self.settle()
        screen = self.kiosk.navigator.screen
        return Stop(name, screen.name if screen else "")

    def at(self, name: str) -> bool:
        """Tell whether this page is shown."""
        screen = self.kiosk.navigator.screen
        return screen is not None and screen.name == name


@contextmanager
def tour(change: Callable[[School], School] | None = None) -> Iterator[Tour]:
    """Yield a tour of a demo school in a folder of its own, which is removed afterwards.

    ``change`` may make another school of it, with a larger class for example.
    """
    with _swept_here(), TemporaryDirectory(prefix="be-smart-tour-") as folder:
        house, school = demo.open_demo(Home(Path(folder)))
        house.take()
        guide = Tour(house, change(school) if change else school)
        try:
            yield guide
        finally:
            house.lanes.close()
            guide.kiosk.close()


@contextmanager
def _swept_here() -> Iterator[None]:
    """Let rubbish be found in this thread only: a lane's must delete no widget."""
    ran_of_itself = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if ran_of_itself:
            gc.enable()


def lesson_pages(lesson: Lesson) -> Iterator[LessonPage]:
    """Yield the pages of every scene and ending, whatever way leads there."""
    fresh = run.start(lesson, RunId(secrets.token_hex(4)))
    state = begin(lesson.variables)
    places: tuple[Scene | Ending, ...] = (*lesson.scenes, *lesson.endings)
    for scene in places:
        here = replace(fresh, steps=(*fresh.steps, run.Step(scene.id, state)))
        page = LessonPage(lesson, here, scene, scene.lines[:3])
        yield page
        if isinstance(scene, Scene) and scene.task is not None:
            yield from _answered_lesson(page, scene)


def _answered_lesson(page: LessonPage, scene: Scene) -> Iterator[LessonPage]:
    if scene.task is None:
        return
    answers = guesses(scene.task.activity)
    if scene.task.asks_sure:
        yield replace(page, unsure=answers[0])
    for given in answers:
        verdict = scene.task.activity.judge(given)
        step = replace(page.run.here, answer=given, verdict=verdict)
        yield replace(page, run=replace(page.run, steps=(*page.run.steps[:-1], step)))


def quiz_pages(quiz: Quiz) -> Iterator[QuizPage]:
    """Yield the pages of every item, and of the end of a go."""
    run_id = RunId(secrets.token_hex(4))
    for item in quiz.items:
        fresh = QuizRun(run_id, quiz.id, quiz.version, (item.id,))
        yield QuizPage(quiz, replace(fresh, id=RunId(secrets.token_hex(4))), item)
        for given in guesses(item.task.activity):
            if item.task.asks_sure:
                yield QuizPage(quiz, fresh, item, given)
            yield QuizPage(quiz, quizrun.answer(quiz, fresh, given), item)
    done = QuizRun(run_id, quiz.id, quiz.version, quizrun.draw(quiz, (), ()))
    while not done.ended:
        first = guesses(quizrun.current(quiz, done).task.activity)[0]
        done = quizrun.go_on(quizrun.answer(quiz, done, first))
    yield QuizPage(quiz, done, None)


def guesses(activity: Activity) -> list[Answer]:
    """Return some answers that differ, by always picking the first, second ... candidate."""
    found: list[Answer] = []
    for number in range(4):
        given = activity.guess(partial(_pick, number))
        if given not in found:
            found.append(given)
    return found


def _pick(number: int, candidates: Sequence[Candidate]) -> Candidate:
    return candidates[min(number, len(candidates) - 1)]


def _scene_name(page: LessonPage) -> str:
    kind = "ending " if isinstance(page.place, Ending) else ""
    return f"{kind}{page.place.id} {_part(page.unsure, page.run.here.verdict)}".strip()


def _item_name(page: QuizPage) -> str:
    where = page.item.id if page.item else "end"
    return f"{where} {_part(page.unsure, page.run.verdict)}".strip()


def _part(unsure: Answer | None, verdict: Verdict | None) -> str:
    if verdict is not None:
        return f"after {verdict.outcome}"
    return "sure" if unsure is not None else ""
