"""A quiz's controller: draws, judges, keeps each answer, and resumes where it was left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.attempt import Act
from app.domain.ids import QuizId
from app.domain.kind import Answer, Sure
from app.domain.quizrun import LENGTH
from app.flow.desk import Desk
from app.flow.quizzes import QuizController, QuizPage
from tests.fakes import FakeSchedule
from tests.stories import GO, STAY, SmallLibrary, choice, quiz
from tests.widgets.desks import PARK_QUIZ, Back, Heard, desk_over, kept, sign_in


def opened(desk: Desk, back: Back) -> QuizController:
    """Sign a child in and open the quiz for them; return its controller."""
    sign_in(desk, back)
    desk.quizzes.open(PARK_QUIZ)
    return desk.quizzes


@pytest.fixture
def quizzes(desk: Desk, back: Back) -> QuizController:
    """Return the controller of a child who has just opened the quiz."""
    return opened(desk, back)


def page_of(quizzes: QuizController) -> QuizPage:
    """Return what is shown."""
    assert quizzes.page is not None
    return quizzes.page


def finish(quizzes: QuizController, answer: Answer = STAY) -> None:
    """Answer everything that is left."""
    while page_of(quizzes).item is not None:
        quizzes.answer(answer)
        quizzes.go_on()


def test_opening_draws_practice_items_and_keeps_which(quizzes: QuizController, back: Back) -> None:
    run = page_of(quizzes).run
    assert run.items == ("p0", "p1", "p2", "p3", "p4", "p5")
    (started,) = kept(back)
    assert started.act is Act.START
    assert started.answer is not None
    assert started.answer.picks == run.items
    assert len(run.items) == LENGTH


def test_there_must_be_such_a_quiz(desk: Desk) -> None:
    with pytest.raises(LookupError, match="no quiz 'tell/ks1'"):
        desk.quizzes.open(QuizId("tell/ks1"))


def test_due_items_come_first(back: Back) -> None:
    back.schedule = FakeSchedule(["p7", "p3"])
    quizzes = opened(desk_over(back), back)
    assert page_of(quizzes).run.items[:2] == ("p7", "p3")


def test_an_answer_is_judged_and_kept(quizzes: QuizController, back: Back) -> None:
    quizzes.answer(GO)
    attempt = kept(back)[-1]
    assert (attempt.act, attempt.place, attempt.right) == (Act.ANSWER, "p0", False)
    assert (attempt.asked, attempt.said) == ("Question p0?", "Go")
    assert attempt.ideas == ("going-is-fine",)
    quizzes.answer(STAY)
    assert len(kept(back)) == 2


def test_before_the_answer_there_is_no_going_on(quizzes: QuizController) -> None:
    quizzes.go_on()
    assert page_of(quizzes).run.at == 0


def test_it_leads_to_the_end(quizzes: QuizController, back: Back) -> None:
    finish(quizzes)
    assert page_of(quizzes).run.ended
    assert [verdict.right for _, verdict in page_of(quizzes).run.answered] == [True] * LENGTH
    assert kept(back)[-1].act is Act.END
    assert kept(back)[-1].right is False, "two practice items were not drawn yet"


def test_the_end_says_when_every_item_was_got_right(quizzes: QuizController, back: Back) -> None:
    finish(quizzes)
    quizzes.again()
    finish(quizzes)
    assert kept(back)[-1].right is True


def test_more_questions_are_other_ones_first(quizzes: QuizController) -> None:
    finish(quizzes)
    quizzes.again()
    assert page_of(quizzes).run.items[:2] == ("p6", "p7")


def test_a_left_quiz_is_resumed(quizzes: QuizController, back: Back) -> None:
    quizzes.answer(GO)
    quizzes.go_on()
    quizzes.answer(STAY)
    before = page_of(quizzes)
    kept(back)
    again = opened(desk_over(back), back)
    assert page_of(again).run == before.run
    assert page_of(again).item == before.item


def test_a_finished_quiz_begins_anew(quizzes: QuizController, desk: Desk) -> None:
    finish(quizzes)
    first = page_of(quizzes).run.id
    desk.quizzes.open(PARK_QUIZ)
    assert page_of(quizzes).run.id != first
    assert page_of(quizzes).run.at == 0


def test_a_quiz_that_lost_its_items_begins_anew(quizzes: QuizController, back: Back) -> None:
    quizzes.answer(STAY)
    kept(back)
    bank = quiz()
    back.library = SmallLibrary(banks=(replace(bank, items=bank.items[3:]),))
    again = opened(desk_over(back), back)
    assert page_of(again).run.items[0] == "p2"
    assert page_of(again).run.answered == ()


def test_how_sure_is_asked_before_the_answer_counts(back: Back) -> None:
    bank = quiz()
    asking = tuple(replace(one, task=choice("Sure?", asks_sure=True)) for one in bank.items)
    back.library = SmallLibrary(banks=(replace(bank, items=asking),))
    quizzes = opened(desk_over(back), back)
    quizzes.answer(STAY)
    assert page_of(quizzes).unsure == STAY
    assert page_of(quizzes).run.verdict is None
    quizzes.be_sure(Sure.THINK_SO)
    assert page_of(quizzes).run.verdict is not None
    assert kept(back)[-1].sure is Sure.THINK_SO


def test_every_page_is_told(quizzes: QuizController) -> None:
    heard = Heard(quizzes.changed)
    quizzes.answer(STAY)
    quizzes.go_on()
    assert heard.last == quizzes.page
    assert len(heard) == 2


def test_closed_it_shows_nothing_and_takes_nothing(quizzes: QuizController, back: Back) -> None:
    quizzes.close()
    quizzes.answer(STAY)
    quizzes.go_on()
    quizzes.again()
    quizzes.be_sure(Sure.SURE)
    assert quizzes.page is None
    assert len(kept(back)) == 1
