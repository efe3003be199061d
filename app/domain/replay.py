"""Where a pupil stands in a lesson, worked out from the attempts alone."""

from __future__ import annotations

from app.domain import run as runs
from app.domain.attempt import Act, Attempt
from app.domain.ids import RunId
from app.domain.kind import UnfitAnswer
from app.domain.lesson import Lesson
from app.domain.run import LessonRun, UnfitMove


def open_run(attempts: tuple[Attempt, ...], content: str) -> RunId | None:
    """Return the newest run of a content that has not come to its end (or was rewound from it)."""
    newest = next((one for one in reversed(attempts) if one.content == content), None)
    return None if newest is None or newest.act is Act.END else newest.run


def replay(lesson: Lesson, attempts: tuple[Attempt, ...], run: RunId) -> LessonRun:
    """Return the run that its attempts (in order) lead to.

    A lesson may have changed since: from the first attempt that no longer fits, those of other
    versions are passed over, so that the pupil stands at the last scene both versions agree on.
    What was done with this version since then was done from there, and counts.
    """
    state = runs.start(lesson, run)
    fits = True
    for attempt in attempts:
        if attempt.run != run or not (fits or attempt.version == lesson.version):
            continue
        try:
            state = _apply(lesson, state, attempt)
        except (UnfitMove, UnfitAnswer):
            fits = False
    return state


def _apply(lesson: Lesson, state: LessonRun, attempt: Attempt) -> LessonRun:
    if attempt.act is Act.ANSWER and attempt.answer is not None:
        if attempt.place != state.here.scene:
            raise UnfitMove(f"the answer is of '{attempt.place}'")
        return runs.answer(lesson, state, attempt.answer)
    if attempt.act is Act.BACK and attempt.step is not None:
        return runs.rewind(state, attempt.step)
    if attempt.act in (Act.ON, Act.END):
        moved = runs.go_on(lesson, state)
        runs.place(lesson, moved)
        if moved.here.scene != attempt.place:
            raise UnfitMove(f"the way now leads to '{moved.here.scene}'")
        return moved
    return state
