"""Class lists are looked for on a lane: the page goes on, and hears when they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.lists import CsvLists
from app.flow.listfinder import ListFinder
from tests.widgets.desks import Back, Heard


@pytest.fixture
def back(tmp_path: Path) -> Back:
    """Yield ports that look for lists in one folder only."""
    (tmp_path / "owl.csv").touch()
    return Back(class_lists=CsvLists(lambda: [tmp_path]))


def test_nothing_is_read_before_the_lane_does(back: Back, tmp_path: Path) -> None:
    finder = ListFinder(back)
    heard = Heard(finder.changed)
    finder.look()
    assert len(heard) == 1
    back.lanes.work()
    assert finder.files == (tmp_path / "owl.csv",)
    assert len(heard) == len(["begun", "found"])


def test_two_wishes_at_once_are_one(back: Back) -> None:
    finder = ListFinder(back)
    finder.look()
    finder.look()
    assert len(back.lanes.waiting) == 1


def test_it_can_look_again_after_a_fault_nobody_foresaw() -> None:
    def broken() -> list[Path]:
        raise LookupError

    back = Back(class_lists=CsvLists(broken))
    finder = ListFinder(back)
    finder.look()
    with pytest.raises(LookupError):
        back.lanes.work()
    assert finder.files == ()
    finder.look()
    assert back.lanes.waiting
