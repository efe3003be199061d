"""Where a pupil stands, worked out from the attempts alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain import run as runs
from app.domain.attempt import Act, Attempt, in_order
from app.domain.ids import AttemptId, KioskId, RunId, SceneId
from app.domain.kind import Answer, Sure, UnfitAnswer
from app.domain.lesson import Ending, Lesson, Way
from app.domain.replay import open_run, replay
from app.domain.run import LessonRun, UnfitMove
from tests.stories import STAY, lesson

TALE = lesson()
RUN, OTHER = RunId("r1"), RunId("r2")
CONTENT = f"lesson:{TALE.id}"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Recorder:
    """Plays a lesson and records every move as the kiosk does, from the values alone."""

    run: LessonRun
    tale: Lesson = TALE
    attempts: list[Attempt] = field(default_factory=list)

    @classmethod
    def begun(cls, tale: Lesson = TALE, run: RunId = RUN) -> Recorder:
        """Return a recorder whose pupil has just begun."""
        recorder = cls(runs.start(tale, run), tale)
        recorder.note(Act.START, recorder.run.here.scene)
        return recorder

    def note(
        self, act: Act, place: SceneId, *, answer: Answer | None = None, step: int | None = None
    ) -> None:
        """Record one act."""
        number = len(self.attempts)
        at = NOON + timedelta(seconds=number)
        name = AttemptId(f"{self.run.id}-{number}")
        self.attempts.append(
            Attempt(
                self.run.id, CONTENT, self.tale.version, act, place, step, answer,
                id=name, kiosk=KioskId("k1"), seq=number, at=at,
            )
        )  # fmt: skip

    def move(self, move: str | int) -> None:
        """Do and record one move; one that does not fit is not done."""
        try:
            if isinstance(move, int):
                self.run = runs.rewind(self.run, move)
                self.note(Act.BACK, self.run.here.scene, step=move)
            elif move == "on":
                self.run = runs.go_on(self.tale, self.run)
                ended = isinstance(runs.place(self.tale, self.run), Ending)
                self.note(Act.END if ended else Act.ON, self.run.here.scene)
            else:
                answer = Answer((move,), Sure.SURE)
                self.run = runs.answer(self.tale, self.run, answer)
                self.note(Act.ANSWER, self.run.here.scene, answer=answer)
        except (UnfitMove, UnfitAnswer):
            return

    def moves(self, *moves: str | int) -> Recorder:
        """Do several moves."""
        for move in moves:
            self.move(move)
        return self


MOVES = st.lists(st.sampled_from(["on", "on", "go", "stay"]) | st.integers(0, 9), max_size=30)


@given(MOVES)
def test_a_replay_of_what_was_recorded_gives_the_same_run(moves: list[str | int]) -> None:
    recorder = Recorder.begun().moves(*moves)
    assert replay(TALE, tuple(recorder.attempts), RUN) == recorder.run


@given(MOVES, st.data())
def test_stopped_anywhere_the_pupil_stands_where_they_stood(
    moves: list[str | int], data: st.DataObject
) -> None:
    """A power cut after any attempt: the replay of what was kept is the run at that moment."""
    recorder, moments = Recorder.begun(), []
    moments.append(recorder.run)
    for move in moves:
        kept = len(recorder.attempts)
        recorder.move(move)
        if len(recorder.attempts) > kept:
            moments.append(recorder.run)
    cut = data.draw(st.integers(1, len(moments)))
    assert replay(TALE, tuple(recorder.attempts[:cut]), RUN) == moments[cut - 1]


def test_other_runs_do_not_mix_in() -> None:
    mine = Recorder.begun().moves("on", "go", "on")
    others = Recorder.begun(run=OTHER).moves("on", "stay", "on", "stay", "on")
    mixed = tuple(one for pair in zip(mine.attempts, others.attempts, strict=False) for one in pair)
    assert replay(TALE, mixed, RUN) == mine.run


def test_nothing_recorded_is_the_beginning() -> None:
    assert replay(TALE, (), RUN) == runs.start(TALE, RUN)


def test_a_changed_lesson_is_followed_as_far_as_it_fits() -> None:
    recorder = Recorder.begun().moves("on", "go", "on")
    attempts = tuple(recorder.attempts)
    hello, ask, later = TALE.scenes
    elsewhere = replace(ask, ways=(Way((), (), (), SceneId("wet")),))
    changed = replace(TALE, scenes=(hello, elsewhere, later))
    assert [step.scene for step in replay(changed, attempts, RUN).steps] == ["hello", "ask"]
    assert replay(changed, attempts, RUN).here.answer == Answer(("go",), Sure.SURE)
    reordered = replace(TALE, scenes=(later, hello, ask))
    assert replay(reordered, attempts, RUN) == runs.start(reordered, RUN)


def test_an_answer_that_no_longer_is_one_ends_the_replay_before_it() -> None:
    recorder = Recorder.begun().moves("on", "go", "on")
    odd = [
        replace(one, answer=Answer(("dance",))) if one.act is Act.ANSWER else one
        for one in recorder.attempts
    ]
    found = replay(TALE, tuple(odd), RUN)
    assert (found.here.scene, found.here.answer) == ("ask", None)


def test_an_open_run_is_the_newest_that_has_not_ended() -> None:
    begun = Recorder.begun().moves("on", "go")
    ended = Recorder.begun(run=OTHER).moves("on", "go", "on", "go", "on")
    back = Recorder.begun(run=OTHER).moves("on", "go", "on", "go", "on", 1)
    assert open_run((), CONTENT) is None
    assert open_run(tuple(begun.attempts), CONTENT) == RUN
    assert open_run(tuple(begun.attempts), "lesson:another") is None
    assert open_run((*begun.attempts, *ended.attempts), CONTENT) is None
    assert open_run((*begun.attempts, *back.attempts), CONTENT) == OTHER


def test_histories_of_several_kiosks_join_in_one_order() -> None:
    recorder = Recorder.begun().moves("on", "go", "on", "stay", "on")
    there = [
        replace(one, kiosk=KioskId("k2"), id=AttemptId(f"x{one.seq}")) for one in recorder.attempts
    ]
    mixed = (*reversed(recorder.attempts), *there, *recorder.attempts)
    joined = in_order(mixed)
    assert len(joined) == 2 * len(recorder.attempts)
    assert in_order(tuple(reversed(mixed))) == joined
    assert tuple(one for one in joined if one.kiosk == "k1") == tuple(recorder.attempts)


def test_a_clock_set_back_does_not_change_the_order_within_a_kiosk() -> None:
    recorder = Recorder.begun().moves("on", "go", "on")
    back = tuple(replace(one, at=one.at - timedelta(days=one.seq)) for one in recorder.attempts)
    assert replay(TALE, in_order(tuple(reversed(back))), RUN) == recorder.run


def test_after_a_lesson_changed_what_was_done_since_counts() -> None:
    """The old answers fit no more; the new ones were given from where the replay stood."""
    tale = lesson()

    def did(number: int, act: Act, place: str, version: str, *picks: str) -> Attempt:
        return Attempt(
            RunId("r"), "lesson:park", version, act, place,
            answer=Answer(picks) if picks else None,
            id=AttemptId(f"{number:016x}"), kiosk=KioskId("k"), seq=number, at=NOON,
        )  # fmt: skip

    old = (
        did(1, Act.START, "hello", "v0"),
        did(2, Act.ON, "gone", "v0"),
        did(3, Act.ON, "far-away", "v0"),
    )
    now = (did(4, Act.ON, "ask", "v1"), did(5, Act.ANSWER, "ask", "v1", "stay"))
    assert replay(tale, old, RunId("r")).here.scene == "hello"
    assert replay(tale, old + now, RunId("r")).here.answer == STAY
    assert replay(replace(tale, version="v2"), old + now, RunId("r")).here.scene == "hello"
