"""Where a press on a small thing counts: as large as a finger needs, and never where two meet."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from app.kit.reach import Reach

PICTURE = QRect(5, 7, 540, 440)
USUAL, LEAST = 76, 38

boxes = st.lists(
    st.builds(
        QRect,
        st.integers(5, 400),
        st.integers(7, 300),
        st.integers(10, 120),
        st.integers(10, 120),
    ),
    min_size=1,
    max_size=6,
)


def apart(found: list[QRect]) -> list[QRect]:
    """Return those boxes that do not lie over an earlier one, as a lesson's never do."""
    return [
        box for at, box in enumerate(found) if not any(box.intersects(one) for one in found[:at])
    ]


@given(boxes)
def test_grown_things_never_meet_nor_leave_the_picture(found: list[QRect]) -> None:
    reach = Reach(apart(found), PICTURE, USUAL, LEAST)
    grown = [reach.of(number) for number in range(len(reach.boxes))]
    assert all(PICTURE.contains(one) for one in grown)
    for one, other in combinations(grown, 2):
        assert not one.intersects(other)


@given(boxes)
def test_without_a_least_size_each_thing_holds_its_own(found: list[QRect]) -> None:
    reach = Reach(apart(found), PICTURE, USUAL, 0)
    for number, box in enumerate(reach.boxes):
        assert reach.of(number).contains(box)


@given(boxes)
def test_a_thing_that_stands_alone_has_the_usual_size(found: list[QRect]) -> None:
    alone = Reach(found[:1], PICTURE, USUAL, LEAST).of(0)
    assert alone.contains(found[0])
    assert min(alone.width(), alone.height()) >= USUAL


@pytest.mark.parametrize("upright", [True, False])
def test_of_two_neighbours_neither_is_too_small(upright: bool) -> None:
    """The strip at the foot has little room of its own: the thing above it, which has, gives."""
    above, strip = QRect(300, 330, 140, 40), QRect(120, 402, 260, 30)
    reach = Reach(
        [above, strip] if upright else [strip, above], QRect(0, 0, 540, 440), USUAL, LEAST
    )
    grown = [reach.of(0), reach.of(1)]
    assert all(min(one.width(), one.height()) >= LEAST for one in grown)
    assert not grown[0].intersects(grown[1])


def test_where_there_is_not_enough_for_two_both_lack_the_same() -> None:
    first, second = QRect(0, 0, 30, 100), QRect(40, 0, 20, 100)
    reach = Reach([first, second], QRect(0, 0, 60, 100), USUAL, LEAST)
    assert [reach.of(0).width(), reach.of(1).width()] == [30, 30]


def test_boxes_that_overlap_a_little_are_parted_where_they_do() -> None:
    """Two people who stand close: neither loses more than the part they share."""
    left, right = QRect(20, 100, 120, 200), QRect(130, 110, 120, 190)
    reach = Reach([left, right], PICTURE, USUAL, LEAST)
    assert not reach.of(0).intersects(reach.of(1))
    assert min(reach.of(0).width(), reach.of(1).width()) >= 114
