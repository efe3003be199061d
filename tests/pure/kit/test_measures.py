"""Millimetres and units, also on screens that say nonsense."""

import pytest

from app.kit.measures import LEAST_UNIT, MM_PER_INCH, MOST_UNIT, px_per_mm, unit


def test_a_usual_screen_is_believed() -> None:
    assert px_per_mm(96) == pytest.approx(96 / MM_PER_INCH)
    assert px_per_mm(120) == pytest.approx(120 / MM_PER_INCH)


@pytest.mark.parametrize("nonsense", [0, -5, 12, 900, 1e9])
def test_nonsense_is_taken_for_a_usual_screen(nonsense: float) -> None:
    assert px_per_mm(nonsense) == pytest.approx(96 / MM_PER_INCH)


def test_a_whiteboard_never_shrinks_what_is_pressed() -> None:
    assert px_per_mm(34) == pytest.approx(72 / MM_PER_INCH)


def test_a_very_dense_screen_does_not_blow_things_up_without_end() -> None:
    assert px_per_mm(390) == pytest.approx(240 / MM_PER_INCH)


def test_pages_are_designed_at_1366_by_768() -> None:
    assert unit(1366, 768) == 1


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (768, 1366), (640, 480), (1, 1)])
def test_small_windows_stop_shrinking(width: int, height: int) -> None:
    assert LEAST_UNIT <= unit(width, height) < 1


def test_larger_windows_show_larger_things() -> None:
    assert 1 < unit(1920, 1080) < unit(2560, 1440) < unit(3840, 2160) <= MOST_UNIT


def test_a_portrait_window_is_measured_by_its_width() -> None:
    assert unit(1080, 1920) == pytest.approx(1080 / 880)
