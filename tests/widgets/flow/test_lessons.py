"""A lesson's controller: every step is kept, every choice can be undone, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.attempt import Act, Attempt
from app.domain.ids import LessonId
from app.domain.kind import Answer, Sure
from app.domain.lesson import Ending, Scene
from app.flow.desk import Desk
from app.flow.lessons import LessonController, LessonPage
from tests.stories import GO, STAY, SmallLibrary, lesson
from tests.widgets.desks import AMINA, BEN, PARK, Back, Heard, desk_over, kept, sign_in


def opened(desk: Desk, back: Back) -> LessonController:
    """Sign a child in and open the lesson for them; return its controller."""
    sign_in(desk, back)
    desk.lessons.open(PARK)
    return desk.lessons


@pytest.fixture
def lessons(desk: Desk, back: Back) -> LessonController:
    """Return the controller of a child who has just opened the lesson."""
    return opened(desk, back)


def page_of(lessons: LessonController) -> LessonPage:
    """Return what is shown."""
    assert lessons.page is not None
    return lessons.page


def place(lessons: LessonController) -> str:
    """Return where the child stands."""
    return page_of(lessons).place.id


def to_later(lessons: LessonController, answer: Answer) -> None:
    """Go to the last scene, choosing this on the way."""
    lessons.go_on()
    lessons.answer(answer)
    lessons.go_on()


def acts(attempts: tuple[Attempt, ...]) -> list[tuple[Act, str]]:
    """Return what was done and where."""
    return [(one.act, one.place) for one in attempts]


def test_opening_begins_and_keeps_that(lessons: LessonController, back: Back) -> None:
    assert place(lessons) == "hello"
    assert acts(kept(back)) == [(Act.START, "hello")]


def test_there_must_be_such_a_lesson(desk: Desk) -> None:
    with pytest.raises(LookupError, match="no lesson 'moon'"):
        desk.lessons.open(LessonId("moon"))


def test_a_scene_without_a_task_just_goes_on(lessons: LessonController, back: Back) -> None:
    assert page_of(lessons).can_go_on
    lessons.go_on()
    assert place(lessons) == "ask"
    assert acts(kept(back))[-1] == (Act.ON, "ask")


def test_before_the_answer_there_is_no_going_on(lessons: LessonController) -> None:
    lessons.go_on()
    assert not page_of(lessons).can_go_on
    lessons.go_on()
    assert place(lessons) == "ask"


def test_an_answer_is_kept_with_the_words_that_were_shown(
    lessons: LessonController, back: Back
) -> None:
    lessons.go_on()
    lessons.answer(GO)
    attempt = kept(back)[-1]
    assert (attempt.act, attempt.place, attempt.answer) == (Act.ANSWER, "ask", GO)
    assert (attempt.asked, attempt.said) == ("Where shall Amina go?", "Go")
    assert (attempt.right, attempt.ideas) == (False, ("going-is-fine",))
    verdict = page_of(lessons).run.here.verdict
    assert verdict is not None
    assert verdict.feedback == "Off she went."


def test_a_second_answer_to_the_same_question_does_nothing(
    lessons: LessonController, back: Back
) -> None:
    lessons.go_on()
    lessons.answer(GO)
    lessons.answer(STAY)
    assert [one.answer for one in kept(back) if one.act is Act.ANSWER] == [GO]


def test_only_lines_whose_condition_holds_are_told(lessons: LessonController) -> None:
    lessons.go_on()
    assert [line.text for line in page_of(lessons).lines] == ["Somebody asks."]


def test_the_outcome_decides_the_way(lessons: LessonController) -> None:
    to_later(lessons, GO)
    lessons.answer(replace(STAY, sure=Sure.SURE))
    lessons.go_on()
    assert place(lessons) == "wet"
    assert isinstance(page_of(lessons).place, Ending)
    assert not page_of(lessons).can_go_on


def test_an_ending_is_kept_as_one(lessons: LessonController, back: Back) -> None:
    to_later(lessons, STAY)
    lessons.answer(replace(STAY, sure=Sure.SURE))
    lessons.go_on()
    assert acts(kept(back))[-1] == (Act.END, "dry")
    lessons.go_on()
    lessons.answer(STAY)
    assert acts(kept(back))[-1] == (Act.END, "dry")


class TestHowSure:
    def test_it_is_asked_before_the_answer_counts(
        self, lessons: LessonController, back: Back
    ) -> None:
        to_later(lessons, STAY)
        lessons.answer(STAY)
        assert page_of(lessons).unsure == STAY
        assert page_of(lessons).run.here.verdict is None
        assert acts(kept(back))[-1] == (Act.ON, "later")

    def test_it_is_kept_with_the_answer(self, lessons: LessonController, back: Back) -> None:
        to_later(lessons, STAY)
        lessons.answer(STAY)
        lessons.be_sure(Sure.NOT_SURE)
        assert kept(back)[-1].sure is Sure.NOT_SURE
        assert page_of(lessons).unsure is None

    def test_nobody_is_sure_of_nothing(self, lessons: LessonController) -> None:
        before = page_of(lessons)
        lessons.be_sure(Sure.SURE)
        assert page_of(lessons) == before


class TestRewinding:
    def test_the_choice_and_what_came_of_it_are_undone(
        self, lessons: LessonController, back: Back
    ) -> None:
        to_later(lessons, GO)
        state_there = page_of(lessons).run.here.state
        lessons.rewind(page_of(lessons).choices[-1])
        assert place(lessons) == "ask"
        assert page_of(lessons).run.here.state != state_there
        lessons.answer(STAY)
        lessons.go_on()
        lessons.answer(replace(STAY, sure=Sure.SURE))
        lessons.go_on()
        assert place(lessons) == "dry"
        assert (Act.BACK, "ask") in acts(kept(back))

    def test_from_an_ending_too(self, lessons: LessonController) -> None:
        to_later(lessons, GO)
        lessons.answer(replace(STAY, sure=Sure.SURE))
        lessons.go_on()
        lessons.rewind(page_of(lessons).choices[0])
        assert place(lessons) == "ask"

    def test_the_first_choice_stays_known(self, lessons: LessonController) -> None:
        lessons.go_on()
        lessons.answer(GO)
        lessons.rewind(1)
        lessons.answer(STAY)
        assert page_of(lessons).run.firsts == (("ask", GO),)

    def test_a_question_that_waits_for_how_sure_is_dropped(self, lessons: LessonController) -> None:
        to_later(lessons, GO)
        lessons.answer(STAY)
        lessons.rewind(page_of(lessons).choices[-1])
        assert page_of(lessons).unsure is None


class TestComingBack:
    def test_the_child_stands_where_it_stood(self, lessons: LessonController, back: Back) -> None:
        to_later(lessons, GO)
        before = page_of(lessons)
        kept(back)
        again = opened(desk_over(back), back)
        assert page_of(again) == before

    def test_after_the_answer_its_feedback_is_there(
        self, lessons: LessonController, back: Back
    ) -> None:
        lessons.go_on()
        lessons.answer(GO)
        kept(back)
        again = opened(desk_over(back), back)
        assert page_of(again).run == page_of(lessons).run

    def test_within_the_sitting_nothing_need_be_on_the_disk_yet(
        self, lessons: LessonController, desk: Desk
    ) -> None:
        lessons.go_on()
        lessons.answer(GO)
        before = page_of(lessons)
        lessons.close()
        assert lessons.page is None
        desk.lessons.open(PARK)
        assert page_of(lessons) == before

    def test_after_an_ending_it_begins_anew(self, lessons: LessonController, desk: Desk) -> None:
        to_later(lessons, STAY)
        lessons.answer(replace(STAY, sure=Sure.SURE))
        lessons.go_on()
        first = page_of(lessons).run.id
        desk.lessons.open(PARK)
        assert place(lessons) == "hello"
        assert page_of(lessons).run.id != first

    def test_another_child_begins_at_the_beginning(
        self, lessons: LessonController, desk: Desk, back: Back
    ) -> None:
        lessons.go_on()
        desk.session.sign_out()
        sign_in(desk, back, BEN)
        desk.lessons.open(PARK)
        assert place(lessons) == "hello"
        assert acts(kept(back, AMINA))[-1] == (Act.ON, "ask")

    def test_a_changed_lesson_is_resumed_where_both_agree(
        self, lessons: LessonController, back: Back
    ) -> None:
        to_later(lessons, GO)
        kept(back)
        tale = lesson()
        (way,) = tale.scenes[0].ways
        hello = replace(tale.scenes[0], ways=(replace(way, goto=tale.scenes[2].id),))
        changed = replace(tale, version="v2", scenes=(hello, *tale.scenes[1:]))
        back.library = SmallLibrary(tales=(changed,))
        again = opened(desk_over(back), back)
        assert isinstance(page_of(again).place, Scene)
        assert page_of(again).lesson.version == "v2"


def test_again_begins_a_new_way(lessons: LessonController, back: Back) -> None:
    first = page_of(lessons).run.id
    lessons.again()
    assert page_of(lessons).run.id != first
    assert [one.act for one in kept(back)] == [Act.START, Act.START]


def test_every_page_is_told_once(lessons: LessonController) -> None:
    heard = Heard(lessons.changed)
    lessons.go_on()
    lessons.answer(GO)
    assert heard.all[-1] == lessons.page
    assert len(heard) == 2


def test_without_an_open_lesson_every_call_does_nothing(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    desk.lessons.answer(GO)
    desk.lessons.go_on()
    desk.lessons.rewind(0)
    desk.lessons.again()
    desk.lessons.be_sure(Sure.SURE)
    assert desk.lessons.page is None
    assert kept(back) == ()
