"""What children of the demo school have done so far: made by really playing what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import TypedDict

from typing_extensions import Unpack

from app.domain import quizrun
from app.domain import run as runs
from app.domain.attempt import Act, Attempt
from app.domain.ids import IdeaId, PupilId, RunId
from app.domain.kind import Answer, Sure, Verdict
from app.domain.lesson import Ending, Lesson, Scene, Task
from app.domain.path import bands_for, lesson_content
from app.domain.ports import Library, Numbers
from app.domain.progress import all_right, standing
from app.domain.quiz import Quiz
from app.domain.replay import open_run, replay
from app.domain.run import LessonRun
from app.domain.school import Pupil, School
from app.domain.smart import Band, Rule

VISITS = (0, 1, 1, 2, 2, 3, 4)
"""How many times a child may have been here; some have not begun."""
RIGHT = 0.75
"""How often a child of the demo means to answer rightly."""
LONGEST_WAY = 80
"""Steps after which a child stops for the day, wherever the story stands."""


def demo_attempts(
    school: School, library: Library, numbers: Numbers, now: datetime, seed: int
) -> dict[PupilId, tuple[Attempt, ...]]:
    """Return the attempts of each pupil who has any, in order, all of them before ``now`` (UTC).

    The same content and ``seed`` give the same choices. Every answer was judged by the activity
    itself and every way was walked by the engine, so that the histories replay like real ones.
    """
    histories = {}
    for number, pupil in enumerate(school.pupils):
        rng = Random(seed * 1_000 + number)  # noqa: S311 - make-believe children, not secrets
        diary = _Diary(numbers, rng, now)
        for week in reversed(range(rng.choice(VISITS))):
            diary.come(week)
            _visit(diary, library, pupil)
        if diary.attempts:
            histories[pupil.id] = tuple(diary.attempts)
    return histories


class _Diary:
    """One child's attempts while they are made."""

    def __init__(self, numbers: Numbers, rng: Random, now: datetime) -> None:
        self._numbers = numbers
        self._now = now
        self._at = now
        self.rng = rng
        self.attempts: list[Attempt] = []

    def come(self, weeks_ago: int) -> None:
        """Begin a visit on a day of that week, long enough ago to have ended by now."""
        days = weeks_ago * 7 + self.rng.randint(1, 6)
        self._at = self._now - timedelta(days=days, minutes=self.rng.randint(0, 240))

    def note(self, page: _Page, act: Act, place: str) -> Attempt:
        """Keep a deed with its number, some seconds after the one before, and return it."""
        self._at += timedelta(seconds=self.rng.randint(6, 25))
        attempt = Attempt(
            id=self._numbers.attempt_id(),
            kiosk=self._numbers.kiosk(),
            seq=self._numbers.next_seq(),
            at=self._at,
            run=page.run,
            content=page.content,
            version=page.version,
            act=act,
            place=place,
        )
        self.attempts.append(attempt)
        return attempt

    def complete(self, **more: Unpack[_More]) -> None:
        """Write more into the deed kept last."""
        self.attempts[-1] = replace(self.attempts[-1], **more)

    def answer(self, page: _Page, place: str, task: Task) -> Answer:
        """Answer as a child would, keep it with the words that were shown, and return it."""
        answer, verdict = _answer(task, self.rng)
        self.note(page, Act.ANSWER, place)
        self.complete(
            answer=answer,
            right=verdict.right,
            ideas=verdict.ideas,
            asked=task.activity.prompt,
            said=task.activity.said(answer),
        )
        return answer


@dataclass(frozen=True, slots=True)
class _Page:
    """Where in the diary a deed belongs: the run and its content."""

    run: RunId
    content: str
    version: str


class _More(TypedDict, total=False):
    """What only some deeds have."""

    step: int
    answer: Answer
    right: bool | None
    ideas: tuple[IdeaId, ...]
    asked: str
    said: str


def _visit(diary: _Diary, library: Library, pupil: Pupil) -> None:
    """Do the next thing there is for the child, and sometimes one more."""
    for _ in range(diary.rng.choice((1, 1, 2))):
        found = next(_waiting(diary, library, pupil.band), None)
        if isinstance(found, Lesson):
            _play_lesson(diary, found)
            if diary.attempts[-1].act is not Act.END:
                return
        elif found is not None:
            _play_quiz(diary, found)


def _waiting(diary: _Diary, library: Library, band: Band) -> Iterator[Lesson | Quiz]:
    """Yield what the child has not finished: rule by rule the lessons, then the quiz."""
    reached = standing(diary.attempts)
    for rule in Rule:
        lessons, quizzes = _cell(library, rule, band)
        yield from (one for one in lessons if one.id not in reached.finished_lessons)
        yield from (one for one in quizzes if one.id not in reached.finished_quizzes)


def _cell(library: Library, rule: Rule, band: Band) -> tuple[list[Lesson], list[Quiz]]:
    """Return what there is of a rule for the band, else for the next younger one."""
    for wanted in bands_for(band):
        lessons = [one for one in library.lessons() if (one.rule, one.band) == (rule, wanted)]
        quizzes = [one for one in library.quizzes() if (one.rule, one.band) == (rule, wanted)]
        if lessons or quizzes:
            return lessons, quizzes
    return [], []


def _play_lesson(diary: _Diary, lesson: Lesson) -> None:
    """Go on with the lesson or begin it, mostly to an ending, and sometimes back once."""
    content, attempts = lesson_content(lesson), tuple(diary.attempts)
    begun = open_run(attempts, content)
    run = replay(lesson, attempts, begun) if begun else runs.start(lesson, _new_run(diary))
    page = _Page(run.id, content, lesson.version)
    if not begun:
        diary.note(page, Act.START, run.here.scene)
    last = LONGEST_WAY if diary.rng.random() < 0.75 else diary.rng.randint(2, 9)
    rewinds = diary.rng.random() < 0.4
    for _ in range(last):
        if not isinstance(runs.place(lesson, run), Ending):
            run = _step(diary, page, lesson, run)
        elif rewinds and (choices := runs.choices(run)):
            rewinds, run = False, runs.rewind(run, diary.rng.choice(choices))
            diary.note(page, Act.BACK, run.here.scene)
            diary.complete(step=len(run.steps) - 1)
        else:
            return


def _step(diary: _Diary, page: _Page, lesson: Lesson, run: LessonRun) -> LessonRun:
    scene = runs.place(lesson, run)
    if isinstance(scene, Scene) and scene.task is not None and run.here.verdict is None:
        return runs.answer(lesson, run, diary.answer(page, scene.id, scene.task))
    moved = runs.go_on(lesson, run)
    ended = isinstance(runs.place(lesson, moved), Ending)
    diary.note(page, Act.END if ended else Act.ON, moved.here.scene)
    return moved


def _play_quiz(diary: _Diary, quiz: Quiz) -> None:
    """Answer a drawing of the quiz to its end."""
    attempts = tuple(diary.attempts)
    items = quizrun.draw(quiz, attempts, ())
    run = quizrun.QuizRun(_new_run(diary), quiz.id, quiz.version, items)
    page = _Page(run.id, quizrun.content(quiz.id), quiz.version)
    diary.note(page, Act.START, items[0])
    diary.complete(answer=Answer(items))
    while not run.ended:
        item = quizrun.current(quiz, run)
        run = quizrun.answer(quiz, run, diary.answer(page, item.id, item.task))
        run = quizrun.go_on(run)
        if not run.ended:
            diary.note(page, Act.ON, run.items[run.at])
    full = all_right(standing(diary.attempts), quiz)
    diary.note(page, Act.END, "")
    diary.complete(right=full)


def _new_run(diary: _Diary) -> RunId:
    return RunId(f"{diary.rng.getrandbits(32):08x}")


def _answer(task: Task, rng: Random) -> tuple[Answer, Verdict]:
    """Guess, a few times over where the child means to be right; say how sure if asked."""
    activity = task.activity
    answer = activity.guess(rng.choice)
    if rng.random() < RIGHT:
        tries = (activity.guess(rng.choice) for _ in range(30))
        answer = next((one for one in tries if activity.judge(one).right), answer)
    if task.asks_sure:
        answer = replace(answer, sure=rng.choice((Sure.SURE, Sure.SURE, *Sure)))
    return answer, activity.judge(answer)
