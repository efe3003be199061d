"""Spellings that are compared as one: who stands there just so is known before all others."""

from __future__ import annotations

import pytest

from app.domain.plan import Fate
from app.domain.roster import answered, apply
from tests.rosters import EMPTY, child, fates, first_of, imported, line, planned, school_of

BEN = "Ben L|Owl|4"


@pytest.mark.parametrize("file", [("Zoë K|Owl|4", "Zoe K|Owl|4"), ("Zoe K|Owl|4", "Zoë K|Owl|4")])
def test_of_two_spellings_one_is_read_and_read_again(file: tuple[str, str]) -> None:
    school = imported(EMPTY, *file, BEN, answers={3: "repeat"})
    again = planned(school, *file, BEN)
    assert fates(again) == [Fate.SAME, Fate.ASKED, Fate.SAME]
    assert not again.changes


def test_a_line_before_the_one_that_is_known_is_asked_too() -> None:
    school = school_of("Zoe K|Owl|4", BEN)
    first = planned(school, "Zoë K|Owl|4", "Zoe K|Owl|4", BEN)
    assert fates(first) == [Fate.ASKED, Fate.SAME, Fate.SAME]
    assert [option.answer for option in line(first, 2).options] == ["new", "repeat"]
    for answer in ("new", "repeat"):
        after = apply(answered(first, {2: answer}), first_of)
        assert child(after, "Zoe K") == child(school, "Zoe K")
        assert not planned(after, "Zoë K|Owl|4", "Zoe K|Owl|4", BEN).changes


def test_of_many_spellings_each_is_its_own_child_in_any_order() -> None:
    file = ["Zoe K|Owl|4", "Zoë K|Owl|4", "ZOE K|Owl|4", "Zoé K|Owl|4"]
    school = imported(EMPTY, *file, answers=dict.fromkeys((3, 4, 5), "new"))
    assert fates(planned(school, *reversed(file))) == [Fate.SAME] * 4
    fewer = planned(school, *file[2:])
    assert [(one.fate, one.name.split(" ")[0]) for one in fewer.lines] == [
        (Fate.SAME, "ZOE"),
        (Fate.SAME, "Zoé"),
        (Fate.LEFT, "Zoe"),
        (Fate.LEFT, "Zoë"),
    ]


def test_two_who_go_up_a_year_are_known_by_their_spelling() -> None:
    school = school_of("Zoe K|Owl|4", "Zoë K|Owl|5")
    done = planned(school, "Zoë K|Owl|6", "Zoe K|Owl|5")
    assert [one.why for one in done.lines] == ["was in Year 5", "was in Year 4"]


def test_initials_are_spelt_too() -> None:
    file = ("Ada E|Owl|4", "Ada É|Owl|4")
    school = imported(EMPTY, *file, answers={3: "new"})
    assert not planned(school, *reversed(file)).changes


def test_who_is_only_written_differently_is_known() -> None:
    school = school_of("Zoe K|Owl|4", "Zoe K|Fox|4|A1", "Zoe K|Fox|4|A2")
    done = planned(school, "ZOE K|Owl|4", "ZOE K|Fox|4", "ZOE K|Fox|4")
    assert [one.why for one in done.lines] == ["was written Zoe K"] * 3


def test_one_written_differently_is_known_beside_one_who_is_not() -> None:
    school = school_of("Zoe K|Owl|4", "Zoe K|Fox|4")
    done = planned(school, "Zoë K|Owl|4", "Zoe K|Fox|4")
    assert fates(done) == [Fate.CHANGED, Fate.SAME]


@pytest.mark.parametrize(
    "file",
    [
        ("Zoe K|Owl|4", "Zoë K|Owl|4"),
        ("Zoë K|Owl|4", "Zoé K|Owl|4"),
        ("ZOE K|Owl|4", "Zoé K|Owl|4"),
    ],
)
def test_which_of_two_is_written_differently_is_asked(file: tuple[str, str]) -> None:
    school = imported(EMPTY, "Zoe K|Owl|4", "Zoe K|Owl|4", BEN, answers={3: "new"})
    assert fates(planned(school, *file, BEN)) == [Fate.ASKED, Fate.ASKED, Fate.SAME]


def test_one_who_may_have_moved_leaves_no_place_to_another_spelling() -> None:
    school = school_of("Zoe K|Owl|4", BEN, "Cai M|Fox|4")
    first = planned(school, "Zoë K|Owl|4", BEN, "Cai M|Fox|4", "Zoe K|Fox|4")
    assert fates(first) == [Fate.ASKED, Fate.SAME, Fate.SAME, Fate.ASKED]
    moved = answered(first, {5: child(school, "Zoe K").id})
    assert fates(moved) == [Fate.ADDED, Fate.SAME, Fate.SAME, Fate.MOVED]
    other = answered(first, {5: "new"})
    assert fates(other) == [Fate.CHANGED, Fate.SAME, Fate.SAME, Fate.ADDED]


def test_two_who_may_have_changed_places_are_asked() -> None:
    school = school_of("Zoe K|Owl|4", "Zoë K|Fox|4", BEN)
    first = planned(school, "Zoë K|Owl|4", "Zoe K|Fox|4", BEN)
    assert fates(first) == [Fate.ASKED, Fate.ASKED, Fate.SAME]


def test_one_who_may_be_back_is_asked() -> None:
    school = imported(school_of("Zoë K|Owl|4|A1", "Zoe K|Owl|4|A2"), "Zoe K|Owl|4|A2")
    assert fates(planned(school, "Zoë K|Owl|4")) == [Fate.ASKED]


def test_an_answer_elsewhere_lets_no_twin_in_unasked() -> None:
    pair = ("Zoe K|Owl|4", "Zoe K|Owl|4")
    school = imported(EMPTY, *pair, "Ben L|Fox|4", answers={3: "new"})
    first = planned(school, "Zoë K|Owl|4", "Zoe K|Owl|4", "Ben L|Fox|4", "Zoe K|Fox|4")
    done = answered(first, {5: school.pupils[0].id})
    assert fates(done) == [Fate.ASKED, Fate.SAME, Fate.SAME, Fate.MOVED]
    assert [option.answer for option in line(done, 2).options] == ["new", "repeat"]


def test_twins_that_each_call_the_other_the_one_that_is_read_stay_asked() -> None:
    school = school_of("Amina K|Owl|2|A1", "Amina K|Owl|2|A2", "Amina K|Owl|2|A3", BEN)
    first = planned(school, "Amina K|Owl|2", "Amina K|Owl|2", BEN)
    assert fates(first) == [Fate.ASKED, Fate.ASKED, Fate.SAME]
    both = answered(first, {2: "repeat", 3: "repeat"})
    assert fates(both) == [Fate.ASKED, Fate.ASKED, Fate.SAME]
    assert "another line was answered with the same child" in line(both, 2).why
    one = answered(first, {2: "repeat"})
    assert fates(one) == [Fate.SKIPPED, Fate.ASKED, Fate.SAME]
    assert "repeat" not in [option.answer for option in line(one, 3).options]
