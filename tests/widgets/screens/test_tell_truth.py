"""What a child reads of their Tell: no further than it has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.tell.story import Step
from app.domain.tell.way import Way
from app.flow.telling import Saved, TellPage
from app.screens.parts.tell_truth import status
from tests.widgets.desks import CARDS, GROWN_UPS

pytestmark = pytest.mark.usefixtures("qapp")
TOLD = TellPage(GROWN_UPS, CARDS, Step.DONE, saved=Saved.SAVED, live=True)
NEAR = "tell a grown-up near you"


@pytest.mark.parametrize(
    ("way", "says"),
    [
        (Way.HERE, "Saved on this computer. If it can't wait"),
        (Way.NO_CHANNEL, "Saved here. If it can't wait"),
        (Way.GOING, "Saved, and on its way."),
        (Way.LATE, "no message got through yet. Please tell a grown-up near you."),
        (Way.OPENED, "A grown-up has opened it."),
    ],
)
def test_each_way_has_its_words(way: Way, says: str) -> None:
    words = status(replace(TOLD, way=way))
    assert says in words
    assert ("on its way" in words) is (way is Way.GOING)
    assert ("opened" in words) is (way is Way.OPENED)
    assert NEAR in words or way is Way.OPENED


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("saved", [Saved.FAILED, Saved.SAVING, Saved.UNREADY])
def test_before_it_is_on_the_disk_nothing_of_a_way_is_said(way: Way, saved: Saved) -> None:
    assert status(replace(TOLD, way=way, saved=saved)) == status(replace(TOLD, saved=saved))


@pytest.mark.parametrize("way", list(Way))
def test_where_tell_is_not_live_a_grown_up_is_to_be_told_by_mouth(way: Way) -> None:
    assert "go to a grown-up now" in status(replace(TOLD, way=way, live=False))


def test_an_earlier_one_that_was_opened_is_said_before_anything_is_pressed() -> None:
    asks = replace(TOLD, step=Step.ASK, saved=Saved.NOTHING)
    assert "opened what you told before" in status(replace(asks, earlier_opened=True))
    assert "before" not in status(asks)
