"""The kind "spot-it": every fault an author can make, and how it is judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.kind import Answer, Candidate, Part, UnfitAnswer
from app.domain.words import Picture
from app.interactions.spot_it.model import SpotIt
from tests.kinds import faults_of, read, rows_of, sample, table_of


@pytest.fixture
def spot_it() -> SpotIt:
    activity = sample("spot-it").activity
    assert isinstance(activity, SpotIt)
    return activity


def test_the_picture_comes_with_its_words(spot_it: SpotIt) -> None:
    (picture,) = spot_it.pictures()
    assert picture.name == "art:house-garden"
    assert picture.words.startswith("A house")


@pytest.mark.parametrize("picks", [("badge", "door"), ("door", "badge")])
def test_exactly_the_clues_in_any_order(spot_it: SpotIt, picks: tuple[str, ...]) -> None:
    verdict = spot_it.judge(Answer(picks))
    assert (verdict.outcome, verdict.right, verdict.ideas) == ("all", True, ())
    assert verdict.feedback == spot_it.all_found
    assert all(part.right for part in verdict.parts)


def test_a_clue_missed(spot_it: SpotIt) -> None:
    verdict = spot_it.judge(Answer(("badge",)))
    assert (verdict.outcome, verdict.right) == ("some", False)
    assert verdict.feedback == spot_it.some_found
    assert verdict.ideas == ("photos-tell-nothing",)
    assert verdict.parts[1] == Part(
        "door", False, "A number and a street are enough to find a house."
    )


def test_all_clues_and_one_thing_too_many(spot_it: SpotIt) -> None:
    verdict = spot_it.judge(Answer(("badge", "door", "plant")))
    assert (verdict.outcome, verdict.right) == ("extra", False)
    assert verdict.feedback == spot_it.extra_found
    assert verdict.ideas == ("everything-is-risky",)
    assert [(part.id, part.right) for part in verdict.parts] == [
        ("badge", True),
        ("door", True),
        ("plant", False),
    ]


def test_one_clue_missed_and_one_thing_too_many(spot_it: SpotIt) -> None:
    verdict = spot_it.judge(Answer(("plant", "door")))
    assert verdict.outcome == "some"
    assert verdict.feedback == spot_it.some_found
    assert verdict.ideas == ("everything-is-risky", "photos-tell-nothing")


@pytest.mark.parametrize("picks", [(), ("plant",)])
def test_no_clue_found(spot_it: SpotIt, picks: tuple[str, ...]) -> None:
    verdict = spot_it.judge(Answer(picks))
    assert (verdict.outcome, verdict.right) == ("none", False)
    assert verdict.feedback == spot_it.none_found
    assert "photos-tell-nothing" in verdict.ideas


def test_a_spot_is_found_once(spot_it: SpotIt) -> None:
    with pytest.raises(UnfitAnswer):
        spot_it.judge(Answer(("badge", "badge")))


def test_what_was_said_stands_in_the_order_of_the_list(spot_it: SpotIt) -> None:
    assert spot_it.said(Answer(("door", "badge"))) == "School jumper, House number"
    assert spot_it.said(Answer(())) == "Nothing"


def test_a_guesser_presses_until_done(spot_it: SpotIt) -> None:
    def first(candidates: Sequence[Candidate]) -> Candidate:
        return candidates[0]

    def last(candidates: Sequence[Candidate]) -> Candidate:
        return candidates[-1]

    assert spot_it.guess(first) == Answer(("badge", "door", "plant"))
    assert spot_it.guess(last) == Answer(())


def test_chance_with_nothing_but_clues_needs_no_done() -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[2] |= {"clue": True}
    del rows_of(table, "spots")[2]["idea"]
    activity, faults = read("spot-it", table, quiz=False)
    assert faults == ()
    assert activity.chance() == pytest.approx(3 / 4 * 2 / 3 * 1 / 2)


def test_nothing_is_extra_where_every_spot_is_a_clue() -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[2] |= {"clue": True}
    del rows_of(table, "spots")[2]["idea"]
    activity, _ = read("spot-it", table, quiz=False)
    assert activity.outcomes() == ("all", "some", "none")


def test_one_clue_alone_is_not_found_in_part() -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[1] |= {"clue": False, "idea": "everything-is-risky"}
    activity, faults = read("spot-it", table, quiz=True)
    assert faults == ()
    assert activity.outcomes() == ("all", "extra", "none")
    assert activity.judge(Answer(("badge", "door"))).outcome == "extra"
    assert activity.judge(Answer(("door",))).outcome == "none"


@pytest.mark.parametrize("key", ["all", "extra", "some", "none"])
def test_every_outcome_has_its_feedback(key: str) -> None:
    table = table_of("spot-it")
    table[key] = "Here it stands."
    (told,) = (word for word in read("spot-it", table, quiz=True)[0].words() if word.where == key)
    assert told.text == "Here it stands."
    del table[key]
    (fault,) = faults_of("spot-it", table)
    assert f"'{key}' is missing" in fault


def test_a_quiz_needs_something_that_is_fine() -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[2] |= {"clue": True}
    del rows_of(table, "spots")[2]["idea"]
    (fault,) = faults_of("spot-it", table)
    assert "every spot is a clue" in fault


def test_there_must_be_a_clue() -> None:
    table = table_of("spot-it")
    for row in rows_of(table, "spots"):
        row |= {"clue": False, "idea": "everything-is-risky"}
    for quiz in (True, False):
        (fault,) = faults_of("spot-it", table, quiz=quiz)
        assert "no spot is a clue" in fault


def test_three_to_eight_spots() -> None:
    table = table_of("spot-it")
    rows = rows_of(table, "spots")
    rows += [
        {**rows[2], "id": f"more-{n}", "label": f"More {n}", "box": [n * 10, 90, 10, 10]}
        for n in range(6)
    ]
    (fault,) = faults_of("spot-it", table)
    assert "has 9 of 'spots'" in fault
    del rows[8]
    assert faults_of("spot-it", table) == ()
    del rows[2:]
    assert any("needs at least 3" in fault for fault in faults_of("spot-it", table, quiz=False))


@pytest.mark.parametrize(
    "box", [[-1, 10, 20, 20], [10, -1, 20, 20], [81, 10, 20, 20], [10, 90, 9, 20], [0, 0, 4, 20]]
)
def test_boxes_lie_inside_and_can_be_seen(box: list[int]) -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[0]["box"] = box
    faults = faults_of("spot-it", table)
    assert any("'box' must lie inside the picture" in fault for fault in faults)


@pytest.mark.parametrize("box", [[1, 2, 3], [1, 2, 3, "4"], "here", [], [1, 2, 3, 4, 5]])
def test_boxes_are_four_numbers(box: object) -> None:
    table = table_of("spot-it")
    rows_of(table, "spots")[0]["box"] = box
    assert any(
        "'box' must be a list of 4 numbers" in fault for fault in faults_of("spot-it", table)
    )


def test_boxes_may_touch_but_not_overlap() -> None:
    table = table_of("spot-it")
    first, second, _ = rows_of(table, "spots")
    first["box"], second["box"] = [0, 0, 50, 50], [50, 0, 50, 50]
    assert faults_of("spot-it", table) == ()
    second["box"] = [49, 10, 50, 50]
    (fault,) = faults_of("spot-it", table)
    assert "spots 'badge' and 'door' overlap" in fault


def test_a_spot_says_whether_it_is_a_clue() -> None:
    table = table_of("spot-it")
    del rows_of(table, "spots")[0]["clue"]
    (fault,) = faults_of("spot-it", table)
    assert "spot 'badge': 'clue' is missing" in fault


def test_ideas_of_spots() -> None:
    table = table_of("spot-it")
    rows = rows_of(table, "spots")
    del rows[2]["idea"]
    rows[0]["idea"] = "everything-is-risky"
    clue, fine = faults_of("spot-it", table)
    assert "spot 'badge': is a clue but names an 'idea'" in clue
    assert "spot 'plant': is no clue and names no 'idea'" in fine
    assert len(faults_of("spot-it", table, quiz=False)) == 1


def test_spots_share_no_id_and_no_label() -> None:
    table = table_of("spot-it")
    rows = rows_of(table, "spots")
    rows[1]["id"], rows[2]["label"] = "badge", "school jumper"
    assert len(faults_of("spot-it", table)) == 2


def test_a_missing_label_or_picture_words_is_named() -> None:
    table = table_of("spot-it")
    del rows_of(table, "spots")[1]["label"]
    table["words"] = " "
    words, label = faults_of("spot-it", table)
    assert "'words' is empty" in words
    assert "spot 'door': 'label' is missing" in label


def test_a_backdrop_may_be_the_picture() -> None:
    table = table_of("spot-it")
    table["picture"] = "bedroom"
    activity, faults = read("spot-it", table, quiz=True)
    assert faults == ()
    assert activity.pictures()[0] == Picture("bedroom", str(table["words"]))
