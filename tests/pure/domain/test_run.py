"""A pupil's way through a lesson: answers, going on, rewinding to exactly what was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import run as runs
from app.domain.ids import RunId, SceneId
from app.domain.kind import Answer, UnfitAnswer
from app.domain.lesson import Ending, Lesson, Scene, Way
from app.domain.run import LessonRun, UnfitMove
from app.domain.variables import Condition
from tests.stories import GO, STAY, lesson

TALE = lesson()
RUN = RunId("r1")


def played(*answers: Answer, tale: Lesson = TALE) -> LessonRun:
    """Return a run with these answers given, standing where the next one is awaited or ended."""
    run, left = runs.start(tale, RUN), list(answers)
    while not isinstance(scene := runs.place(tale, run), Ending):
        if scene.task is not None:
            if not left:
                break
            run = runs.answer(tale, run, left.pop(0))
        run = runs.go_on(tale, run)
    return run


def path(run: LessonRun) -> list[str]:
    return [step.scene for step in run.steps]


def test_a_run_starts_at_the_first_scene_with_every_variable_at_its_start() -> None:
    run = runs.start(TALE, RUN)
    assert (run.id, run.lesson, run.version) == (RUN, TALE.id, TALE.version)
    assert path(run) == ["hello"]
    assert run.here.state == (("told", 0),)
    assert run.firsts == ()


def test_what_was_told_early_comes_back_late() -> None:
    """The same last answer leads to another ending: what counted was said two scenes before."""
    assert path(played(GO, STAY)) == ["hello", "ask", "later", "wet"]
    assert path(played(STAY, STAY)) == ["hello", "ask", "later", "dry"]


def test_an_answer_is_judged_and_kept_and_leads_nowhere_by_itself() -> None:
    run = runs.answer(TALE, played(), STAY)
    assert path(run) == ["hello", "ask"]
    assert run.here.answer == STAY
    assert run.here.verdict is not None
    assert run.here.verdict.right is True
    assert run.here.state == (("told", 0),)


def test_moves_that_do_not_fit_are_refused() -> None:
    begun, asked, ended = runs.start(TALE, RUN), played(), played(GO, GO)
    with pytest.raises(UnfitMove, match="awaits no answer"):
        runs.answer(TALE, begun, GO)
    with pytest.raises(UnfitMove, match="awaits an answer"):
        runs.go_on(TALE, asked)
    with pytest.raises(UnfitMove, match="awaits no answer"):
        runs.answer(TALE, runs.answer(TALE, asked, GO), STAY)
    with pytest.raises(UnfitMove, match="awaits no answer"):
        runs.answer(TALE, ended, GO)
    with pytest.raises(UnfitMove, match="has ended"):
        runs.go_on(TALE, ended)
    with pytest.raises(UnfitAnswer):
        runs.answer(TALE, asked, Answer(("dance",)))


@pytest.mark.parametrize("step", [-1, 2, 99])
def test_one_cannot_rewind_to_a_step_that_was_not(step: int) -> None:
    with pytest.raises(UnfitMove, match=f"no step {step}"):
        runs.rewind(played(), step)


def test_a_scene_that_is_gone_is_refused() -> None:
    gone = replace(TALE, scenes=TALE.scenes[:1], endings=())
    with pytest.raises(UnfitMove, match="no scene 'ask'"):
        runs.place(gone, played())


def test_a_scene_from_which_no_way_leads_is_refused() -> None:
    never = Way((), (Condition("told", 9, None),), (), SceneId("ask"))
    stuck = replace(TALE, scenes=(replace(TALE.scenes[0], ways=(never,)), *TALE.scenes[1:]))
    with pytest.raises(UnfitMove, match="leads nowhere"):
        runs.go_on(stuck, runs.start(stuck, RUN))


def test_the_first_choice_stays_whatever_is_tried_later() -> None:
    run = runs.rewind(played(GO, STAY), 1)
    assert run.here.answer is None
    run = runs.answer(TALE, run, STAY)
    assert run.firsts == ((SceneId("ask"), GO), (SceneId("later"), STAY))


def test_where_one_may_rewind_to() -> None:
    assert runs.choices(runs.start(TALE, RUN)) == ()
    assert runs.choices(played(GO)) == (1,)
    assert runs.choices(played(GO, STAY)) == (1, 2)


def test_a_lesson_finds_its_parts_and_an_unknown_look_is_the_usual_one() -> None:
    assert TALE.scene(SceneId("nowhere")) is None
    assert TALE.ending(SceneId("hello")) is None
    amina = TALE.actor("amina")
    assert amina is not None
    assert amina.picture("") == amina.picture("happy") == amina.picture("furious")


MOVES = st.lists(
    st.sampled_from(["on", "go", "stay"]) | st.integers(0, 12), min_size=1, max_size=25
)


def moved(tale: Lesson, run: LessonRun, move: str | int) -> LessonRun:
    """Return the run after a move, as it was where the move does not fit."""
    try:
        if isinstance(move, int):
            return runs.rewind(run, move)
        return runs.go_on(tale, run) if move == "on" else runs.answer(tale, run, Answer((move,)))
    except UnfitMove:
        return run


@given(MOVES, st.data())
def test_rewind_restores_exactly_the_earlier_state(
    moves: list[str | int], data: st.DataObject
) -> None:
    """Whatever was done, going back to a step gives that step as it was on arrival, unanswered."""
    run = runs.start(TALE, RUN)
    for move in moves:
        run = moved(TALE, run, move)
    step = data.draw(st.integers(0, len(run.steps) - 1))
    back = runs.rewind(run, step)
    assert back.here == replace(run.steps[step], answer=None, verdict=None)
    assert back.steps[:-1] == run.steps[:step]
    assert back.firsts == run.firsts
    assert runs.rewind(back, step) == back


@given(MOVES)
def test_rewound_and_answered_alike_the_story_goes_the_same_way(moves: list[str | int]) -> None:
    run = runs.start(TALE, RUN)
    for move in moves:
        run = moved(TALE, run, move)
    again = runs.rewind(run, 0)
    for step in run.steps[:-1]:
        if step.answer is not None:
            again = runs.answer(TALE, again, step.answer)
        again = runs.go_on(TALE, again)
    if run.here.answer is not None:
        again = runs.answer(TALE, again, run.here.answer)
    assert again == run


@given(MOVES)
def test_each_first_choice_is_the_first_ever_given_there(moves: list[str | int]) -> None:
    run = runs.start(TALE, RUN)
    first: dict[SceneId, Answer] = {}
    for move in moves:
        after = moved(TALE, run, move)
        if after.here.answer is not None and run.here.answer is None:
            first.setdefault(after.here.scene, after.here.answer)
        run = after
    assert dict(run.firsts) == first


def test_places_are_scenes_until_the_ending() -> None:
    assert isinstance(runs.place(TALE, runs.start(TALE, RUN)), Scene)
    assert isinstance(runs.place(TALE, played(GO, GO)), Ending)
