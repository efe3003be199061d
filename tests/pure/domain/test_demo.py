"""The demo school and what its children did: made up, and honestly played."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

from app.domain.animals import ALIKE
from app.domain.attempt import Act, Attempt, in_order
from app.domain.demo import DEMO_PIN, DEMO_SECRET, demo_school
from app.domain.demohistory import demo_attempts
from app.domain.ids import PupilId
from app.domain.path import bands_for
from app.domain.pictures import SECRETS
from app.domain.progress import own_answers, standing
from app.domain.quizrun import replay as replay_quiz
from app.domain.replay import replay
from app.domain.run import LessonRun
from app.domain.smart import Band, Rule
from tests.fakes import MORNING, FakeNumbers
from tests.rosters import HASH_KEY
from tests.stories import SmallLibrary, lesson, quiz

SCHOOL = demo_school(HASH_KEY)
LIBRARY = SmallLibrary(
    tuple(lesson(rule, band, f"{rule}-{band}") for rule in Rule for band in Band),
    tuple(quiz(rule, band) for rule in Rule for band in Band),
)


@cache
def histories(seed: int = 7) -> dict[PupilId, tuple[Attempt, ...]]:
    """Return the histories of the demo school with the small library."""
    return demo_attempts(SCHOOL, LIBRARY, FakeNumbers(), MORNING, seed)


def everything() -> list[Attempt]:
    """Return all attempts of all children."""
    return [attempt for attempts in histories().values() for attempt in attempts]


def test_there_are_30_children_in_three_classes_of_ten() -> None:
    assert [one.name for one in SCHOOL.classes] == ["Owl", "Fox", "Otter"]
    assert [len(SCHOOL.in_class(one.id)) for one in SCHOOL.classes] == [10, 10, 10]
    assert SCHOOL.demo
    assert len({pupil.id for pupil in SCHOOL.pupils}) == 30


def test_each_class_is_one_band() -> None:
    bands = [{pupil.band for pupil in SCHOOL.in_class(one.id)} for one in SCHOOL.classes]
    assert bands == [{Band.KS1}, {Band.LKS2}, {Band.UKS2}]


def test_animals_are_unique_and_unlike_in_each_class() -> None:
    for one in SCHOOL.classes:
        animals = {pupil.animal for pupil in SCHOOL.in_class(one.id)}
        assert len(animals) == 10
        assert all(len(group & animals) <= 1 for group in ALIKE)


def test_one_class_signs_in_with_secret_pictures_that_can_be_shown() -> None:
    assert [one.secrets for one in SCHOOL.classes] == [False, False, True]
    assert {pupil.secret for pupil in SCHOOL.in_class(SCHOOL.classes[2].id)} == {DEMO_SECRET}
    assert len(set(DEMO_SECRET)) == 3
    assert set(DEMO_SECRET) <= set(SECRETS)
    assert len(DEMO_PIN) == 4


def test_two_children_share_a_name_and_are_told_apart() -> None:
    otter = SCHOOL.in_class(SCHOOL.classes[2].id)
    shown = [SCHOOL.shown_name(pupil) for pupil in otter]
    assert {"Grace A", "Grace N"} <= set(shown)
    assert len(set(shown)) == 10


def test_the_demo_school_is_the_same_every_time() -> None:
    assert demo_school(HASH_KEY) == SCHOOL
    assert demo_school("ab" * 32) == replace(SCHOOL, hash_key="ab" * 32)


def test_some_children_have_been_here_and_some_have_not() -> None:
    assert 15 <= len(histories()) <= 29
    assert set(histories()) <= {pupil.id for pupil in SCHOOL.pupils}


def test_histories_are_in_order_and_over() -> None:
    for attempts in histories().values():
        assert in_order(attempts) == attempts
        assert [one.at for one in attempts] == sorted(one.at for one in attempts)
        assert attempts[-1].at < MORNING
        assert attempts[0].at > MORNING - timedelta(days=60)


def test_no_attempt_has_the_number_or_the_id_of_another() -> None:
    assert len({one.id for one in everything()}) == len(everything())
    assert len({one.seq for one in everything()}) == len(everything())


def test_every_way_through_a_lesson_replays_to_where_it_stands() -> None:
    lessons = {f"lesson:{one.id}": one for one in LIBRARY.lessons()}
    seen = 0
    for attempts in histories().values():
        for run in {one.run for one in attempts if one.content in lessons}:
            mine = [one for one in attempts if one.run == run]
            replayed = replay(lessons[mine[0].content], attempts, run)
            assert_at_last_deed(replayed, mine[-1])
            seen += 1
    assert seen > 20


def assert_at_last_deed(replayed: LessonRun, last: Attempt) -> None:
    """Assert that a replayed run stands where its last deed says."""
    assert replayed.here.scene == last.place
    assert replayed.here.answer == (last.answer if last.act is Act.ANSWER else None)


def test_every_quiz_replays_to_its_end() -> None:
    quizzes = {f"quiz:{one.id}": one for one in LIBRARY.quizzes()}
    runs = {(one.run, one.content) for one in everything() if one.content in quizzes}
    assert runs
    for run, content in runs:
        state = replay_quiz(quizzes[content], tuple(everything()), run)
        assert state is not None
        assert state.ended


def test_answers_carry_the_words_that_were_shown_and_a_verdict() -> None:
    answers = [one for one in everything() if one.act is Act.ANSWER]
    assert all(one.asked and one.said and one.answer and one.right is not None for one in answers)
    assert own_answers(everything())
    share = sum(bool(one.right) for one in answers) / len(answers)
    assert 0.6 < share < 0.97


def test_wrong_answers_name_the_idea_behind_them_and_sureness_is_asked() -> None:
    wrong = [one for one in everything() if one.right is False and one.act is Act.ANSWER]
    assert all(one.ideas for one in wrong)
    assert any(one.sure for one in everything())


def test_somebody_went_back_and_somebody_stopped_half_way() -> None:
    assert any(one.act is Act.BACK and one.step is not None for one in everything())
    assert any(attempts[-1].act is not Act.END for attempts in histories().values())
    assert any(attempts[-1].act is Act.END for attempts in histories().values())


def test_some_have_finished_lessons_and_quizzes() -> None:
    reached = [standing(attempts) for attempts in histories().values()]
    assert sum(bool(one.finished_lessons) for one in reached) > 10
    assert any(one.finished_quizzes for one in reached)


def test_nobody_meets_what_is_for_older_children() -> None:
    bands = {f"lesson:{one.id}": one.band for one in LIBRARY.lessons()}
    for pupil in SCHOOL.pupils:
        for attempt in histories().get(pupil.id, ()):
            if attempt.content in bands:
                assert bands[attempt.content] in bands_for(pupil.band)


def test_the_same_seed_gives_the_same_deeds_and_another_seed_others() -> None:
    again = demo_attempts(SCHOOL, LIBRARY, FakeNumbers(), MORNING, 7)
    other = demo_attempts(SCHOOL, LIBRARY, FakeNumbers(), MORNING, 8)
    assert again == histories()
    assert [len(one) for one in other.values()] != [len(one) for one in histories().values()]


def test_with_nothing_to_learn_nobody_has_done_anything() -> None:
    assert demo_attempts(SCHOOL, SmallLibrary((), ()), FakeNumbers(), MORNING, 7) == {}
