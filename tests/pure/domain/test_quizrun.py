"""A go through a quiz: what is drawn, answered, and worked out again from the attempts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain import quizrun
from app.domain.attempt import Act, Attempt
from app.domain.ids import AttemptId, ItemId, KioskId, QuizId, RunId
from app.domain.kind import Answer
from app.domain.run import UnfitMove
from tests.stories import GO, STAY, quiz

BANK = quiz()
RUN = RunId("aaaaaaaa")
BEGAN = datetime(2026, 9, 7, 9, tzinfo=UTC)


def attempt(number: int, act: Act, place: str, *picks: str, run: RunId = RUN) -> Attempt:
    """Return the attempt of this number at the bank."""
    return Attempt(
        run,
        f"quiz:{BANK.id}",
        BANK.version,
        act,
        place,
        answer=Answer(picks) if picks else None,
        id=AttemptId(f"{number:016x}"),
        kiosk=KioskId("00000001"),
        seq=number,
        at=BEGAN + timedelta(seconds=number),
    )


def test_a_new_go_draws_practice_items_only() -> None:
    drawn = quizrun.draw(BANK, (), ())
    assert drawn == ("p0", "p1", "p2", "p3", "p4", "p5")


def test_due_items_come_first_and_each_once() -> None:
    drawn = quizrun.draw(BANK, (), (ItemId("p7"), ItemId("p3")))
    assert drawn == ("p7", "p3", "p0", "p1", "p2", "p4")


def test_a_due_item_that_left_the_bank_is_passed_over() -> None:
    assert quizrun.draw(BANK, (), (ItemId("gone"), ItemId("a0")))[0] == "p0"


def test_new_items_come_before_those_seen_and_long_ago_before_lately() -> None:
    seen = tuple(
        attempt(number, Act.ANSWER, place, "stay")
        for number, place in enumerate(["p2", "p0", "p1", "p2"])
    )
    assert quizrun.draw(BANK, seen, ()) == ("p3", "p4", "p5", "p6", "p7", "p0")


def test_answers_to_another_quiz_do_not_count() -> None:
    other = replace(attempt(1, Act.ANSWER, "p0", "stay"), content="quiz:tell/ks1")
    assert quizrun.draw(BANK, (other,), ())[0] == "p0"


def test_a_short_bank_gives_what_it_has() -> None:
    assert quizrun.draw(quiz(practice=2), (), ()) == ("p0", "p1")


def test_an_item_is_answered_once_and_then_gone_on_from() -> None:
    run = quizrun.QuizRun(RUN, BANK.id, BANK.version, (ItemId("p0"), ItemId("p1")))
    with pytest.raises(UnfitMove):
        quizrun.go_on(run)
    answered = quizrun.answer(BANK, run, GO)
    assert answered.verdict is not None
    assert answered.verdict.right is False
    with pytest.raises(UnfitMove):
        quizrun.answer(BANK, answered, STAY)
    second = quizrun.go_on(answered)
    assert quizrun.current(BANK, second).id == "p1"
    assert second.verdict is None


def test_it_ends_after_the_last_item() -> None:
    run = quizrun.QuizRun(RUN, BANK.id, BANK.version, (ItemId("p0"),))
    ended = quizrun.go_on(quizrun.answer(BANK, run, STAY))
    assert ended.ended
    with pytest.raises(UnfitMove):
        quizrun.current(BANK, ended)


def test_replay_gives_the_run_that_was_left() -> None:
    lived = quizrun.QuizRun(RUN, BANK.id, BANK.version, (ItemId("p4"), ItemId("p1")))
    lived = quizrun.go_on(quizrun.answer(BANK, lived, GO))
    lived = quizrun.answer(BANK, lived, STAY)
    kept = (
        attempt(1, Act.START, "p4", "p4", "p1"),
        attempt(2, Act.ANSWER, "p4", "go"),
        attempt(3, Act.ON, "p1"),
        attempt(4, Act.START, "p0", "p0", run=RunId("bbbbbbbb")),
        attempt(5, Act.ANSWER, "p1", "stay"),
    )
    assert quizrun.replay(BANK, kept, RUN) == lived


def test_replay_of_a_go_whose_items_left_the_bank_gives_none() -> None:
    assert quizrun.replay(BANK, (attempt(1, Act.START, "gone", "gone"),), RUN) is None


def test_replay_passes_over_an_answer_that_no_longer_fits() -> None:
    kept = (attempt(1, Act.START, "p0", "p0"), attempt(2, Act.ANSWER, "p0", "never-an-option"))
    again = quizrun.replay(BANK, kept, RUN)
    assert again is not None
    assert again.verdict is None


def test_replay_without_a_start_gives_none() -> None:
    assert quizrun.replay(BANK, (attempt(1, Act.ANSWER, "p0", "go"),), RUN) is None


def test_the_content_id_names_rule_and_band() -> None:
    assert quizrun.content(QuizId("safe/lks2")) == "quiz:safe/lks2"
