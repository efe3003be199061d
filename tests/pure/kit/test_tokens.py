"""Colours can be read by everyone, in every theme."""

from itertools import pairwise

import pytest

from app.domain.looks import Theme
from app.domain.smart import Rule
from app.kit.tokens import PALETTES, Palette, contrast, luminance, mix

SOFT = (Theme.PAPER, Theme.GREY)
STRONG = (Theme.CONTRAST_LIGHT, Theme.CONTRAST_DARK)


def hues_of(palette: Palette) -> list[tuple[Rule, str, str, str]]:
    return [(rule, hue.colour, hue.on, hue.tint) for rule, hue in palette.hues.items()]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1B2440", "#1B2440") == 1


def test_contrast_does_not_care_which_comes_first() -> None:
    assert contrast("#0E7A4B", "#FFFFFF") == contrast("#FFFFFF", "#0E7A4B")


def test_luminance_grows_from_black_to_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize(("share", "wanted"), [(0, "#102030"), (1, "#FFFFFF"), (0.5, "#889098")])
def test_mix_goes_from_one_colour_to_the_other(share: float, wanted: str) -> None:
    assert mix("#102030", "#FFFFFF", share) == wanted


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_every_rule(theme: Theme) -> None:
    assert list(PALETTES[theme].hues) == list(Rule)


def test_paper_has_the_colours_of_the_design() -> None:
    palette = PALETTES[Theme.PAPER]
    assert (palette.ink, palette.paper, palette.muted) == ("#1B2440", "#FFFBF4", "#56607A")
    assert palette.focus == "#0B57D0"
    assert [(colour, tint) for _, colour, _, tint in hues_of(palette)] == [
        ("#0E7A4B", "#DDF5E8"),
        ("#1B5FC1", "#DDEBFF"),
        ("#A84B00", "#FFE9D2"),
        ("#6B3BB0", "#EEE3FF"),
        ("#B8235A", "#FFE1EC"),
    ]


@pytest.mark.parametrize("theme", SOFT)
def test_white_on_a_rules_colour_and_ink_on_its_tint(theme: Theme) -> None:
    palette = PALETTES[theme]
    for rule, colour, on, tint in hues_of(palette):
        assert contrast(on, colour) >= 5.3, rule
        assert contrast(palette.ink, tint) >= 12, rule


@pytest.mark.parametrize("theme", SOFT)
def test_a_rules_colour_can_be_read_on_its_tint_and_on_a_card(theme: Theme) -> None:
    palette = PALETTES[theme]
    for rule, colour, _, tint in hues_of(palette):
        assert contrast(colour, tint) >= 4.5, rule
        assert contrast(colour, palette.surface) >= 4.5, rule


@pytest.mark.parametrize("theme", SOFT)
def test_words_can_be_read_on_paper_and_on_cards(theme: Theme) -> None:
    palette = PALETTES[theme]
    for ground in (palette.paper, palette.surface):
        assert contrast(palette.ink, ground) >= 12
        assert contrast(palette.muted, ground) >= 4.5


@pytest.mark.parametrize("theme", STRONG)
def test_the_contrast_themes_keep_seven_to_one_throughout(theme: Theme) -> None:
    palette = PALETTES[theme]
    for ground in (palette.paper, palette.surface):
        assert contrast(palette.ink, ground) >= 7
        assert contrast(palette.muted, ground) >= 7
    for rule, colour, on, tint in hues_of(palette):
        assert contrast(on, colour) >= 7, rule
        assert contrast(palette.ink, tint) >= 7, rule
        assert contrast(colour, palette.surface) >= 7, rule
        assert contrast(colour, tint) >= 7, rule


@pytest.mark.parametrize("theme", Theme)
def test_one_tone_of_the_focus_ring_shows_on_every_ground(theme: Theme) -> None:
    palette = PALETTES[theme]
    grounds = [palette.paper, palette.surface]
    grounds += [colour for _, *hue in hues_of(palette) for colour in (hue[0], hue[2])]
    assert contrast(palette.focus, palette.focus_gap) >= 3
    for ground in grounds:
        shown = max(contrast(palette.focus, ground), contrast(palette.focus_gap, ground))
        assert shown >= 3, ground


@pytest.mark.parametrize("theme", Theme)
def test_stars_to_come_and_steps_to_go_are_outlined(theme: Theme) -> None:
    palette = PALETTES[theme]
    for ground in (palette.paper, palette.surface):
        assert contrast(palette.star_edge, ground) >= 3
        assert contrast(palette.line, ground) >= 3


def test_only_the_contrast_themes_go_without_scenery() -> None:
    assert [theme for theme in Theme if PALETTES[theme].plain] == list(STRONG)


@pytest.mark.parametrize("theme", Theme)
def test_good_and_other_are_not_told_by_one_colour(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert palette.good.colour != palette.other.colour


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_is_written_alike(theme: Theme) -> None:
    palette = PALETTES[theme]
    own = [palette.ink, palette.paper, palette.surface, palette.muted, palette.line, palette.edge]
    own += [palette.focus, palette.focus_gap, palette.star, palette.star_edge, palette.shadow]
    own += [colour for _, *hue in hues_of(palette) for colour in hue]
    assert all(len(colour) == 7 and colour == colour.upper() for colour in own)


def test_the_themes_differ() -> None:
    papers = [PALETTES[theme].paper + PALETTES[theme].ink for theme in Theme]
    assert all(one != other for one, other in pairwise(sorted(papers)))
