"""What children of the demo school have done so far: made by really playing what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from app.domain import quizrun
from app.domain import run as runs
from app.domain.attempt import Act, Attempt, Deed, answered, numbered
from app.domain.ids import PupilId, RunId
from app.domain.kind import Answer, Sure
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

    def note(self, deed: Deed) -> None:
        """Keep a deed with its number, some seconds after the one before."""
        self._at += timedelta(seconds=self.rng.randint(6, 25))
        numbers = self._numbers
        self.attempts.append(numbered(deed, numbers.attempt_id(), numbers.number(), self._at))

    def answer(self, start: Deed, place: str, task: Task) -> Answer:
        """Answer as a child would, keep it with the words that were shown, and return it."""
        answer = _answer(task, self.rng)
        deed = replace(start, act=Act.ANSWER, place=place)
        self.note(answered(deed, task.activity, answer))
        return answer


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
    start = Deed(run.id, content, lesson.version, Act.START, run.here.scene)
    if not begun:
        diary.note(start)
    last = LONGEST_WAY if diary.rng.random() < 0.75 else diary.rng.randint(2, 9)
    rewinds = diary.rng.random() < 0.4
    for _ in range(last):
        if not isinstance(runs.place(lesson, run), Ending):
            run = _step(diary, start, lesson, run)
        elif rewinds and (choices := runs.choices(run)):
            rewinds, run = False, runs.rewind(run, diary.rng.choice(choices))
            step = len(run.steps) - 1
            diary.note(replace(start, act=Act.BACK, place=run.here.scene, step=step))
        else:
            return


def _step(diary: _Diary, start: Deed, lesson: Lesson, run: LessonRun) -> LessonRun:
    scene = runs.place(lesson, run)
    if isinstance(scene, Scene) and scene.task is not None and run.here.verdict is None:
        return runs.answer(lesson, run, diary.answer(start, scene.id, scene.task))
    moved = runs.go_on(lesson, run)
    ended = isinstance(runs.place(lesson, moved), Ending)
    act = Act.END if ended else Act.ON
    diary.note(replace(start, act=act, place=moved.here.scene))
    return moved


def _play_quiz(diary: _Diary, quiz: Quiz) -> None:
    """Answer a drawing of the quiz to its end."""
    attempts = tuple(diary.attempts)
    items = quizrun.draw(quiz, attempts, ())
    run = quizrun.QuizRun(_new_run(diary), quiz.id, quiz.version, items)
    start = Deed(run.id, quizrun.content(quiz.id), quiz.version, Act.START, items[0])
    diary.note(replace(start, answer=Answer(items)))
    while not run.ended:
        item = quizrun.current(quiz, run)
        run = quizrun.answer(quiz, run, diary.answer(start, item.id, item.task))
        run = quizrun.go_on(run)
        if not run.ended:
            diary.note(replace(start, act=Act.ON, place=run.items[run.at]))
    full = all_right(standing(diary.attempts), quiz)
    diary.note(replace(start, act=Act.END, place="", right=full))


def _new_run(diary: _Diary) -> RunId:
    return RunId(f"{diary.rng.getrandbits(32):08x}")


def _answer(task: Task, rng: Random) -> Answer:
    """Guess, a few times over where the child means to be right; say how sure if asked."""
    activity = task.activity
    answer = activity.guess(rng.choice)
    if rng.random() < RIGHT:
        tries = (activity.guess(rng.choice) for _ in range(30))
        answer = next((one for one in tries if activity.judge(one).right), answer)
    if task.asks_sure:
        answer = replace(answer, sure=rng.choice((Sure.SURE, Sure.SURE, *Sure)))
    return answer
