"""The pages to walk through: all of them in every state, or one of each kind, the fullest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from app.bootstrap.tour import Stop, Tour, lesson_pages, quiz_pages
from app.bootstrap.tour_staff import grown_ups
from app.domain.animals import animal_for
from app.domain.ids import ClassId, PupilId
from app.domain.kind import Activity, Verdict
from app.domain.lesson import Ending, Lesson
from app.domain.looks import Looks
from app.domain.quiz import Quiz
from app.domain.school import Pupil, School, SchoolClass
from app.domain.smart import Band
from app.domain.words import Slot
from app.flow.lessons import LessonPage
from app.flow.quizzes import QuizPage
from app.flow.route import To
from app.screens.parts.stage import Stage

Page = TypeVar("Page", LessonPage, QuizPage)

NAMES = """
Amina Oluwaseun Christopher Zofia Jayden Maisie Ibrahim Efa Tomasz Priya Noah Leo
Aaliyah Seán Mei Ruby Yusuf Chloë Dev Niamh Kwame Hamza Ellie-Mae Łukasz Anaya Rhys
Sofia Grace Ted Folasade Bartholomew Guðrún Nguyen Esi Oscar Bethany Ravi Tariq Ines
Mohammed
"""
"""A class as large as classes get."""


def full_school(school: School) -> School:
    """Return the school with one more class, of forty."""
    home = ClassId("f" * 12)
    pupils: list[Pupil] = []
    for number, name in enumerate(NAMES.split()):
        taken = {one.animal for one in pupils}
        animal = animal_for(name, taken) or "owl"
        pupils.append(Pupil(PupilId(f"{number:012x}"), name, name[0], home, 1, animal))
    classes = (*school.classes, SchoolClass(home, "Woodpecker"))
    return replace(school, classes=classes, pupils=(*school.pupils, *pupils))


@dataclass(frozen=True)
class Halt:
    """A place of the walk: the name of a state that stands in the window now, and whose it is."""

    name: str
    young: bool


def everything(guide: Tour, looks: Looks, folder: Path) -> Iterator[Halt]:
    """Lead through every page in every state; ``folder`` is for a class list."""
    yield from around(guide, looks, folder)
    for lesson in guide.desk.services.library.lessons():
        yield from _lesson(guide, looks, lesson, list(lesson_pages(lesson)))
    for quiz in guide.desk.services.library.quizzes():
        yield from _quiz(guide, looks, quiz, list(quiz_pages(quiz)))


def the_fullest(guide: Tour, looks: Looks, folder: Path) -> Iterator[Halt]:
    """Lead through every page, and through the fullest state of each sort of activity."""
    yield from around(guide, looks, folder)
    library = guide.desk.services.library
    told = [page for lesson in library.lessons() for page in lesson_pages(lesson)]
    asked = [page for quiz in library.quizzes() for page in quiz_pages(quiz)]
    for lesson_page in _fullest(told, _lesson_sort, _lesson_words):
        yield from _lesson(guide, looks, lesson_page.lesson, [lesson_page])
    for quiz_page in _fullest(asked, _quiz_sort, _quiz_words):
        yield from _quiz(guide, looks, quiz_page.quiz, [quiz_page])


def around(guide: Tour, looks: Looks, folder: Path) -> Iterator[Halt]:
    """Lead through every page but lessons and quizzes."""
    guide.look(looks)
    yield from _halts(guide.signed_out(), young=True)
    for band in Band:
        _sign_in(guide, looks, band)
        yield from _halts(guide.around(band), young=band is Band.KS1)
    yield from _halts(guide.staff(folder), young=False)
    yield from _halts(grown_ups(guide, folder), young=False)


def _halts(stops: Iterator[Stop], *, young: bool) -> Iterator[Halt]:
    return (Halt(stop.name, young) for stop in stops)


def _sign_in(guide: Tour, looks: Looks, band: Band) -> None:
    """Sign a pupil of a band in, who likes these looks."""
    sitting = guide.desk.session.sitting
    if sitting is None or sitting.pupil.band is not band:
        guide.sign_in(band)
    guide.look(looks)


def _lesson(guide: Tour, looks: Looks, lesson: Lesson, pages: list[LessonPage]) -> Iterator[Halt]:
    """Show some pages of one lesson to a pupil of its band."""
    _sign_in(guide, looks, lesson.band)
    guide.kiosk.navigator.go(To("lesson", lesson.id))
    for page in pages:
        guide.desk.lessons.changed.emit(page)
        guide.settle()
        name = f"lesson {page.place.id} {_lesson_sort(page)}"
        yield from _sides(guide, Halt(name, lesson.band is Band.KS1))


def _quiz(guide: Tour, looks: Looks, quiz: Quiz, pages: list[QuizPage]) -> Iterator[Halt]:
    """Show some pages of one quiz to a pupil of its band."""
    _sign_in(guide, looks, quiz.band)
    guide.kiosk.navigator.go(To("quiz", quiz.id))
    for page in pages:
        guide.desk.quizzes.changed.emit(page)
        guide.settle()
        item = page.item.id if page.item else "end"
        yield from _sides(guide, Halt(f"quiz {item} {_quiz_sort(page)}", quiz.band is Band.KS1))


def _sides(guide: Tour, halt: Halt) -> Iterator[Halt]:
    """Yield what stands there, and the other side where only one has room."""
    yield halt
    stage = guide.window.findChild(Stage)
    if isinstance(stage, Stage) and stage.on.isVisible():
        stage.on.click()
        guide.settle()
        yield Halt(f"{halt.name}, other side", halt.young)


def _fullest(
    pages: list[Page], sort: Callable[[Page], str], words: Callable[[Page], int]
) -> list[Page]:
    """Return of each sort the page with the most letters."""
    found: dict[str, Page] = {}
    for page in pages:
        best = found.get(sort(page))
        if best is None or words(page) > words(best):
            found[sort(page)] = page
    return list(found.values())


def _lesson_sort(page: LessonPage) -> str:
    if isinstance(page.place, Ending):
        return "ending"
    if page.place.task is None:
        return "story"
    return f"{page.place.task.kind} {_part(page.unsure, page.run.here.verdict)}"


def _quiz_sort(page: QuizPage) -> str:
    if page.item is None:
        return "end"
    return f"{page.item.task.kind} {_part(page.unsure, page.run.verdict)}"


def _part(unsure: object, verdict: Verdict | None) -> str:
    if verdict is not None:
        return "well" if verdict.right else "otherwise"
    return "sure" if unsure is not None else "asked"


def _lesson_words(page: LessonPage) -> int:
    told = sum(len(line.text) for line in page.lines)
    if isinstance(page.place, Ending):
        debrief = page.place.debrief
        return told + len(debrief.happened + debrief.rule + debrief.another_time + debrief.tell)
    task = page.place.task
    return told + (_activity_words(task.activity, page.run.here.verdict) if task else 0)


def _quiz_words(page: QuizPage) -> int:
    if page.item is None:
        return 0
    return _activity_words(page.item.task.activity, page.run.verdict)


def _activity_words(activity: Activity, verdict: Verdict | None) -> int:
    """Return how many letters an activity shows; answered, the feedback counts twice."""
    shown = sum(len(one.text) for one in activity.words() if one.slot is not Slot.FEEDBACK)
    return shown + (2 * len(verdict.feedback) if verdict else 0)
