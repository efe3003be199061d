"""The kind "compare": every fault an author can make, and how it is judged."""

from __future__ import annotations

import pytest

from app.domain.kind import Answer, Part, UnfitAnswer
from app.domain.words import Picture, Slot
from app.interactions.compare.model import Compare, PageLook
from tests.kinds import faults_of, read, rows_of, sample, table_of


@pytest.fixture
def compare() -> Compare:
    activity = sample("compare").activity
    assert isinstance(activity, Compare)
    return activity


def test_pages_and_clues_stand_as_written(compare: Compare) -> None:
    assert [page.id for page in compare.pages] == ["moon", "sea"]
    assert [page.look for page in compare.pages] == [PageLook.PAGE] * 2
    assert [clue.id for clue in compare.clues] == ["source", "picture", "short"]


def test_right_page_and_right_clue(compare: Compare) -> None:
    verdict = compare.judge(Answer(("moon", "source")))
    assert (verdict.outcome, verdict.right, verdict.ideas) == ("right", True, ())
    assert verdict.feedback == compare.clues[0].feedback
    assert verdict.parts == (Part("moon", True, ""), Part("source", True, verdict.feedback))


def test_right_page_and_weak_clue(compare: Compare) -> None:
    verdict = compare.judge(Answer(("moon", "short")))
    assert (verdict.outcome, verdict.right) == ("page", False)
    assert verdict.feedback == "True news can be short too."
    assert verdict.ideas == ("short-is-false",)
    assert [part.right for part in verdict.parts] == [True, False]


@pytest.mark.parametrize("clue", ["source", "picture", "short"])
def test_on_the_wrong_page_the_clue_does_not_count(compare: Compare, clue: str) -> None:
    verdict = compare.judge(Answer(("sea", clue)))
    assert (verdict.outcome, verdict.right) == ("wrong", False)
    assert verdict.feedback == compare.wrong_page
    assert verdict.ideas == ("odd-means-false",)
    assert verdict.parts == (Part("sea", False, compare.wrong_page),)


@pytest.mark.parametrize(
    "picks", [("moon",), ("moon", "sea"), ("source", "moon"), ("moon", "source", "short"), ()]
)
def test_an_answer_is_a_page_then_a_clue(compare: Compare, picks: tuple[str, ...]) -> None:
    with pytest.raises(UnfitAnswer):
        compare.judge(Answer(picks))
    with pytest.raises(UnfitAnswer):
        compare.said(Answer(picks))


def test_what_was_said(compare: Compare) -> None:
    said = compare.said(Answer(("moon", "source")))
    assert said == "Moon turns green: Nobody is named who saw it"


def test_the_second_prompt_stands_between_pages_and_clues(compare: Compare) -> None:
    slots = [words.slot for words in compare.words()]
    assert slots[:9] == [
        Slot.PROMPT,
        Slot.LABEL,
        Slot.PAGE,
        Slot.LABEL,
        Slot.PAGE,
        Slot.PROMPT,
        Slot.OPTION,
        Slot.OPTION,
        Slot.OPTION,
    ]


def test_chance_is_half_that_of_the_clues(compare: Compare) -> None:
    assert compare.chance() == pytest.approx(1 / 6)


def test_without_a_weak_clue_a_lesson_has_two_outcomes() -> None:
    table = table_of("compare")
    for row in rows_of(table, "clues")[1:]:
        row["right"] = True
        del row["idea"]
    activity, faults = read("compare", table, quiz=False)
    assert faults == ()
    assert activity.outcomes() == ("right", "wrong")
    (fault,) = faults_of("compare", table)
    assert "all of the clues are right" in fault


def test_a_clue_must_be_right() -> None:
    table = table_of("compare")
    rows_of(table, "clues")[0] |= {"right": False, "idea": "odd-means-false"}
    (fault,) = faults_of("compare", table, quiz=False)
    assert "no clue is right" in fault


def test_exactly_two_pages() -> None:
    table = table_of("compare")
    rows = rows_of(table, "pages")
    rows.append({**rows[0], "id": "third", "title": "Third"})
    (fault,) = faults_of("compare", table)
    assert "has 3 of 'pages'" in fault
    del rows[1:]
    (fault,) = faults_of("compare", table)
    assert "needs at least 2 of 'pages'; it has 1" in fault


def test_three_or_four_clues() -> None:
    table = table_of("compare")
    rows = rows_of(table, "clues")
    rows += [{**rows[1], "id": f"more-{n}", "text": f"More {n}"} for n in (1, 2)]
    (fault,) = faults_of("compare", table)
    assert "has 5 of 'clues'" in fault
    del rows[2:]
    (fault,) = faults_of("compare", table)
    assert "needs at least 3 of 'clues'; it has 2" in fault


def test_the_answer_is_a_page() -> None:
    table = table_of("compare")
    table["answer"] = "source"
    (fault,) = faults_of("compare", table)
    assert "'answer' is 'source', which is no page" in fault


@pytest.mark.parametrize("look", ["poster", "", 3])
def test_a_page_looks_like_something_we_can_draw(look: object) -> None:
    table = table_of("compare")
    rows_of(table, "pages")[0]["look"] = look
    (fault,) = faults_of("compare", table)
    assert "page 'moon': 'look'" in fault


def test_a_picture_to_compare_has_words_for_those_who_cannot_see_it() -> None:
    table = table_of("compare")
    page = rows_of(table, "pages")[0]
    page["look"] = "picture"
    activity, faults = read("compare", table, quiz=True)
    assert faults == ()
    assert activity.pictures()[0] == Picture("art:full-moon", str(page["text"]))
    del page["picture"]
    (fault,) = faults_of("compare", table)
    assert "looks like a picture but names no 'picture'" in fault


def test_a_picture_beside_words_only_decorates(compare: Compare) -> None:
    assert [picture.words for picture in compare.pictures()] == ["", ""]


def test_pages_and_clues_share_no_id() -> None:
    table = table_of("compare")
    rows_of(table, "clues")[1]["id"] = "sea"
    (fault,) = faults_of("compare", table)
    assert "two pages and clues have the id 'sea'" in fault


def test_pages_and_clues_read_differently() -> None:
    table = table_of("compare")
    first, second = rows_of(table, "pages")
    second |= {"title": first["title"], "text": first["text"]}
    rows_of(table, "clues")[1]["text"] = "It is short"
    assert len(faults_of("compare", table)) == 2


@pytest.mark.parametrize(("rows", "place"), [("pages", "page 'moon'"), ("clues", "clue 'source'")])
def test_unknown_keys_inside(rows: str, place: str) -> None:
    table = table_of("compare")
    rows_of(table, rows)[0]["colour"] = "red"
    (fault,) = faults_of("compare", table)
    assert f"{place}: unknown key 'colour'" in fault


def test_a_quiz_names_the_ideas() -> None:
    table = table_of("compare")
    del table["wrong_page_idea"]
    del rows_of(table, "clues")[2]["idea"]
    assert len(faults_of("compare", table)) == 2
    assert faults_of("compare", table, quiz=False) == ()


@pytest.mark.parametrize("key", ["why", "wrong_page", "answer", "clues", "pages"])
def test_what_is_needed(key: str) -> None:
    table = table_of("compare")
    del table[key]
    assert any(f"'{key}' is missing" in fault for fault in faults_of("compare", table))
