"""What a pupil has reached: derived from the attempts, and never lost by further ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.attempt import Act, Attempt, in_order
from app.domain.ids import ItemId, KioskId, QuizId
from app.domain.lesson import Lesson
from app.domain.progress import all_right, own_answers, standing, stars
from app.domain.quiz import Quiz
from tests import stories
from tests.deeds import deed

LESSON: Lesson = stories.lesson()
QUIZ: Quiz = stories.quiz()
PRACTICE = tuple(item.id for item in QUIZ.practice())


def ended(number: int, ending: str = "home", lesson: str = LESSON.id) -> Attempt:
    """Return the act of reaching an ending."""
    return deed(number, act=Act.END, content=f"lesson:{lesson}", place=ending, right=None)


def quizzed(number: int, item: str, right: bool) -> Attempt:
    """Return an answer to an item of the quiz."""
    return deed(number, act=Act.ANSWER, content=f"quiz:{QUIZ.id}", place=item, right=right)


def quiz_ended(number: int, right: bool | None = None) -> Attempt:
    """Return the act of coming to the end of the quiz."""
    return deed(number, act=Act.END, content=f"quiz:{QUIZ.id}", place="", right=right)


def stars_of(*attempts: Attempt, quiz: Quiz | None = QUIZ) -> int:
    """Return the stars of the place that holds the lesson and the quiz."""
    return stars(standing(attempts), [LESSON], quiz)


def test_nothing_done_is_nothing_reached() -> None:
    reached = standing(())
    assert not reached.finished_lessons
    assert not reached.finished_quizzes
    assert stars_of() == 0


def test_beginning_and_answering_is_not_finishing() -> None:
    begun = deed(1, act=Act.START, content=f"lesson:{LESSON.id}")
    answer = deed(2, act=Act.ANSWER, content=f"lesson:{LESSON.id}", right=True)
    assert stars_of(begun, answer) == 0


def test_a_lesson_is_finished_by_any_of_its_endings() -> None:
    reached = standing((ended(1, "b"), ended(2, "a"), ended(3, "b"), ended(4, "z", "other")))
    assert reached.finished_lessons == {LESSON.id, "other"}


def test_a_star_for_the_lesson_one_for_the_quiz_one_for_all_of_it_right() -> None:
    right = [quizzed(10 + n, item, right=True) for n, item in enumerate(PRACTICE)]
    assert stars_of(ended(1)) == 1
    assert stars_of(ended(1), quiz_ended(2)) == 2
    assert stars_of(ended(1), *right[:-1], quiz_ended(99)) == 2
    assert stars_of(ended(1), *right, quiz_ended(99)) == 3
    assert stars_of(quiz_ended(2)) == 1


def test_each_item_may_be_got_right_in_a_go_of_its_own() -> None:
    answers = []
    for number, item in enumerate(PRACTICE):
        answers += [quizzed(4 * number + 1, item, right=True)]
        answers += [quizzed(4 * number + 2, other, right=False) for other in PRACTICE[:1]]
    assert all_right(standing(answers), QUIZ)


def test_a_larger_bank_takes_no_star_that_was_given_at_the_quizs_end() -> None:
    attempts = (quizzed(1, PRACTICE[0], right=True), quiz_ended(2, right=True))
    assert standing(attempts).full_quizzes == {QUIZ.id}
    assert stars_of(*attempts) == 2
    assert stars_of(quizzed(1, PRACTICE[0], right=True), quiz_ended(2, right=False)) == 1


def test_a_place_without_a_quiz_has_one_star_to_give() -> None:
    assert stars_of(ended(1), quiz_ended(2, right=True), quiz=None) == 1


def test_a_quiz_without_practice_items_is_never_all_right() -> None:
    empty = replace(QUIZ, items=())
    assert not all_right(standing((quiz_ended(1),)), empty)


def test_other_lessons_and_quizzes_earn_nothing_here() -> None:
    other = deed(2, act=Act.END, content="quiz:tell/ks1", place="", right=True)
    odd = deed(3, act=Act.END, content="session:x", place="home")
    assert stars_of(ended(1, lesson="other"), other, odd) == 0
    assert standing((other,)).finished_quizzes == {QuizId("tell/ks1")}


def test_own_answers_stand_newest_first_with_the_words_shown() -> None:
    old = deed(1, act=Act.ANSWER, asked="What now?", said="Wait.", right=False, place="ask")
    new = deed(2, act=Act.ANSWER, asked="And now?", said="Ask.", right=None, place="later")
    wordless = deed(3, act=Act.ANSWER, asked="", said="")
    gone_on = deed(4, act=Act.ON, asked="", said="")
    shown = own_answers((old, new, wordless, gone_on))
    assert [(one.asked, one.said, one.right) for one in shown] == [
        ("And now?", "Ask.", None),
        ("What now?", "Wait.", False),
    ]
    assert (shown[1].at, shown[1].content, shown[1].place) == (old.at, old.content, "ask")


KIOSKS = st.sampled_from([KioskId("5eed0001"), KioskId("5eed0002")])
DEEDS = st.lists(
    st.one_of(
        st.builds(
            lambda item, right: quizzed(1, item, right), st.sampled_from(PRACTICE), st.booleans()
        ),
        st.just(quiz_ended(1)),
        st.sampled_from(["home", "lost"]).map(lambda ending: ended(1, ending)),
    ),
    max_size=30,
)


def numbered(deeds: list[Attempt], kiosks: list[KioskId]) -> tuple[Attempt, ...]:
    """Give each attempt a number and a kiosk of its own."""
    made = enumerate(zip(deeds, kiosks, strict=False), 1)
    return tuple(
        replace(
            deed(number),
            act=one.act,
            content=one.content,
            place=one.place,
            right=one.right,
            kiosk=kiosk,
        )
        for number, (one, kiosk) in made
    )


@given(DEEDS, st.lists(KIOSKS, min_size=30, max_size=30))
def test_no_further_attempt_ever_takes_a_star(deeds: list[Attempt], kiosks: list[KioskId]) -> None:
    attempts = in_order(numbered(deeds, kiosks))
    course = [stars_of(*attempts[:length]) for length in range(len(attempts) + 1)]
    assert all(before <= after for before, after in pairwise(course))


@given(DEEDS, st.lists(KIOSKS, min_size=30, max_size=30), st.randoms())
def test_histories_of_several_pcs_join_to_the_same_in_any_order(
    deeds: list[Attempt], kiosks: list[KioskId], random: Random
) -> None:
    attempts = list(numbered(deeds, kiosks))
    joined = standing(in_order(tuple(attempts)))
    random.shuffle(attempts)
    assert standing(in_order((*attempts, *attempts[:5]))) == joined


def test_items_of_two_quizzes_with_one_name_are_not_mixed_up() -> None:
    elsewhere = deed(1, act=Act.ANSWER, content="quiz:tell/ks1", place=PRACTICE[0], right=True)
    assert standing((elsewhere,)).right_items == {(QuizId("tell/ks1"), ItemId(PRACTICE[0]))}
    assert not all_right(standing((elsewhere,)), replace(QUIZ, items=QUIZ.practice()[:1]))
