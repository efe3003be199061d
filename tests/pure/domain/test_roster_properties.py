"""What holds of every import, whatever stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.plan import Fate, Plan
from app.domain.roster import answered, apply
from app.domain.school import School
from tests.rosters import EMPTY, first_of, planned

FIRST = st.sampled_from(["Amina", "Aminah", "Ben", "Zoë", "Zoe", "Li"])
INITIAL = st.sampled_from(["K", "L", ""])
CLASS = st.sampled_from(["Owl", "Fox", "3B"])
YEAR = st.integers(0, 6)
CHILD = st.tuples(FIRST, INITIAL, CLASS, YEAR)
NAMESAKE = st.tuples(
    st.sampled_from(["Zoë", "Zoe"]),
    st.just("K"),
    st.sampled_from(["Owl", "Fox"]),
    st.integers(3, 4),
)
CHILDREN = st.lists(CHILD, min_size=1, max_size=9) | st.lists(NAMESAKE, min_size=1, max_size=6)
PICKS = st.lists(st.integers(0, 5), min_size=12, max_size=12)


def written(children: list[tuple[str, str, str, int]], *, ids: bool) -> list[str]:
    """Return children as rows, with the ids A1, A2 ... or with none."""
    return [
        f"{first} {initial}|{home}|{year}" + (f"|A{number}" if ids else "")
        for number, (first, initial, home, year) in enumerate(children, 1)
    ]


def settled(first: Plan, picks: list[int]) -> tuple[Plan, Mapping[int, str]]:
    """Return the plan with each question answered by a pick; a clash is answered "new"."""
    answers: dict[int, str] = {}
    for asked, pick in zip(first.asked(), picks * 2, strict=False):
        assert asked.line is not None
        option = asked.options[pick % len(asked.options)].answer
        answers[asked.line] = "new" if option in answers.values() else option
    return answered(first, answers), answers


@given(CHILDREN, CHILDREN, st.booleans(), PICKS)
@settings(max_examples=100)
def test_no_answer_raises_a_question_that_was_not_asked_before(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    ids: bool,
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=ids), picks)
    plan = planned(school, *written(after, ids=False))
    answers: dict[int, str] = {}
    for pick in picks * 2:
        asked = plan.asked()
        assert {one.line for one in asked} <= set(plan.offers) - set(answers)
        for one in asked[:1]:
            assert {option.answer for option in one.options} <= plan.offers[one.line or 0]
            answers[one.line or 0] = one.options[pick % len(one.options)].answer
            plan = answered(plan, answers)
    assert plan.ready


def brought_in(school: School, rows: list[str], picks: list[int]) -> School:
    """Return the school after importing rows."""
    return apply(settled(planned(school, *rows), picks)[0], first_of)


@given(CHILDREN, CHILDREN, st.booleans(), st.booleans(), PICKS)
@settings(max_examples=150)
@example(
    before=[("Amina", "K", "Owl", 0)],
    after=[("Zoë", "K", "Owl", 4), ("Zoe", "K", "Owl", 4)],
    ids_before=False,
    ids_after=False,
    picks=[1] + [0] * 11,
)
def test_once_answered_an_import_is_ready_and_the_same_again_changes_nothing(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    ids_before: bool,
    ids_after: bool,
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=ids_before), picks)
    rows = written(after, ids=ids_after)
    done, answers = settled(planned(school, *rows), picks)
    assert done.ready
    again = planned(apply(done, first_of), *rows)
    assert not again.changes
    assert {one.fate for one in again.lines} <= {Fate.SAME, Fate.SKIPPED, Fate.ASKED}
    # Which of two like lines is "the same line twice" cannot be kept, so it is asked again.
    assert again.ready or "repeat" in answers.values()


@given(CHILDREN, CHILDREN, st.booleans(), PICKS)
@settings(max_examples=100)
def test_nobody_is_written_differently_while_a_line_spelt_as_they_are_is_no_child_of_that_name(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    ids: bool,
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=ids), picks)
    unasked = planned(school, *written(after, ids=False))
    now = {one.id: one.full_name for one in unasked.after.pupils}
    respelt = {one.full_name for one in school.pupils if one.full_name != now[one.id]}
    for line, row in zip(unasked.lines, unasked.draft.rows, strict=False):
        if row.name in respelt:
            assert line.fate in {Fate.SAME, Fate.CHANGED}
            assert "was written" not in line.why


@given(CHILDREN, CHILDREN, PICKS)
@settings(max_examples=100)
def test_an_id_is_one_pupil_for_ever(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=True), picks)
    known = {one.key: one for one in school.pupils}
    later = brought_in(school, written(after, ids=True), picks)
    for pupil in later.pupils:
        if pupil.key in known:
            assert pupil.id == known[pupil.key].id
    assert len({one.key for one in later.pupils}) == len(later.pupils)
    assert {one.id for one in school.pupils} <= {one.id for one in later.pupils}


@given(CHILDREN, CHILDREN, st.booleans(), PICKS)
@settings(max_examples=100)
def test_animals_are_unique_in_every_class_and_kept_where_they_can_be(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    ids: bool,
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=ids), picks)
    later = brought_in(school, written(after, ids=ids), picks)
    for one in later.classes:
        animals = [pupil.animal for pupil in later.in_class(one.id)]
        assert len(set(animals)) == len(animals)
        assert all(animals)
    was = {one.id: one for one in school.pupils}
    for pupil in later.pupils:
        if pupil.id in was and was[pupil.id].class_id == pupil.class_id and not was[pupil.id].left:
            assert pupil.animal == was[pupil.id].animal


@given(CHILDREN, CHILDREN, st.booleans(), PICKS)
@settings(max_examples=100)
def test_every_line_has_its_fate_and_nobody_is_lost(
    before: list[tuple[str, str, str, int]],
    after: list[tuple[str, str, str, int]],
    ids: bool,
    picks: list[int],
) -> None:
    school = brought_in(EMPTY, written(before, ids=ids), picks)
    rows = written(after, ids=ids)
    done = settled(planned(school, *rows), picks)[0]
    assert [one.line for one in done.lines if one.line] == list(range(2, len(rows) + 2))
    ids_before = [one.id for one in school.pupils]
    ids_after = [one.id for one in done.after.pupils]
    assert ids_after[: len(ids_before)] == ids_before
    assert len(ids_after) == len(ids_before) + done.count(Fate.ADDED)
    classes = {one.id for one in done.after.classes}
    assert {one.class_id for one in done.after.pupils} == classes


@given(CHILDREN, PICKS)
@settings(max_examples=50)
def test_a_class_that_is_not_in_the_file_loses_nobody(
    children: list[tuple[str, str, str, int]], picks: list[int]
) -> None:
    school = brought_in(EMPTY, written(children, ids=True), picks)
    done = planned(school, "Dev N|Elm|1|Z9")
    assert done.count(Fate.LEFT) == 0
    assert done.after.pupils[:-1] == school.pupils


@given(CHILDREN, PICKS)
@settings(max_examples=50)
def test_leavers_are_kept_as_they_were(
    children: list[tuple[str, str, str, int]], picks: list[int]
) -> None:
    school = brought_in(EMPTY, written(children, ids=True), picks)
    done = planned(school, "Dev N|Elm|1|Z9", whole=True)
    assert done.count(Fate.LEFT) == len(school.pupils)
    kept = [replace(one, left=False) for one in done.after.pupils if one.left]
    assert kept == list(school.pupils)
