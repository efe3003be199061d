"""The style turns design sizes into pixels for a window, a screen and a child."""

from dataclasses import FrozenInstanceError, replace

import pytest

from app.domain.looks import TEXT_SIZES, Looks, Theme
from app.domain.smart import Rule
from app.kit.style import Style
from app.kit.tokens import PALETTES

USUAL = Style()


def test_a_design_pixel_is_a_pixel_at_the_design_size() -> None:
    assert USUAL.px(28) == 28
    assert USUAL.space(2) == 16
    assert USUAL.radius == 28


def test_sizes_grow_with_the_window() -> None:
    grown = replace(USUAL, unit=2.0)
    assert (grown.px(28), grown.space(), grown.radius) == (56, 16, 56)


def test_nothing_is_ever_less_than_a_pixel() -> None:
    assert replace(USUAL, unit=0.01).px(1) == 1


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_text_grows_by_the_pupils_choice(size: int) -> None:
    assert Style(Looks(text_size=size)).text_px(24) == round(24 * size / 100)


def test_text_size_changes_text_only() -> None:
    assert Style(Looks(text_size=150)).space(1) == USUAL.space(1)


def test_the_youngest_get_twenty_millimetres() -> None:
    assert USUAL.target == round(20 * 96 / 25.4)
    assert replace(USUAL, young=False).target == round(15 * 96 / 25.4)


def test_targets_follow_the_screen_and_not_the_window() -> None:
    dense = replace(USUAL, px_per_mm=6.0, unit=3.0)
    assert dense.target == 120


def test_things_stand_three_millimetres_apart_at_least() -> None:
    for style in (USUAL, replace(USUAL, px_per_mm=6.0), replace(USUAL, unit=0.84)):
        assert style.gap >= style.mm(3)


def test_colours_are_those_of_the_theme() -> None:
    grey = Style(Looks(theme=Theme.GREY))
    assert grey.palette is PALETTES[Theme.GREY]
    assert grey.hue(Rule.TELL) == PALETTES[Theme.GREY].hues[Rule.TELL]


def test_still_is_the_pupils() -> None:
    assert not USUAL.still
    assert Style(Looks(still=True)).still


def test_equal_choices_are_equal_styles() -> None:
    assert Style(Looks(text_size=130)) == Style(Looks(text_size=130))
    assert Style(Looks(text_size=130)) != USUAL


def test_a_style_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        USUAL.unit = 2.0  # type: ignore[misc]  # that it cannot be is what is tried
