"""Colours by role for each theme, and the sizes and durations everything is laid out with."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.domain.looks import Theme
from app.domain.smart import Rule

STEP = 8
"""Spacing comes in steps of this many pixels at a unit of 1."""
RADIUS = 28
"""Corner radius of a card at a unit of 1."""
FADED = 0.4
"""How strongly a picture shows on what cannot be pressed now."""
RING = 3
"""Width of each of the two tones of the focus ring, in pixels."""
MOVE_MS = 250
"""A thing goes where it was put."""
ARRIVE_MS = 350
"""A thing comes onto the page; nothing takes longer."""


class Hue(NamedTuple):
    """A rule's ``colour``, what is written ``on`` it, and its ``tint`` for ink to stand on."""

    colour: str
    on: str
    tint: str


class Palette(NamedTuple):
    """One theme. All values are "#rrggbb".

    ``surface`` is a card, ``line`` an outline that must be seen (3:1), ``edge`` one that need not,
    ``focus`` and ``focus_gap`` the two tones of the focus ring, ``good`` and ``other`` mark what an
    answer led to. ``plain`` themes draw no scenery.
    """

    ink: str
    paper: str
    surface: str
    muted: str
    line: str
    edge: str
    focus: str
    focus_gap: str
    star: str
    star_edge: str
    shadow: str
    hues: Mapping[Rule, Hue]
    plain: bool = False

    @property
    def good(self) -> Hue:
        """What went well; always beside a tick, never by colour alone."""
        return self.hues[Rule.SAFE]

    @property
    def other(self) -> Hue:
        """What could be done another way; always beside a sign, never by colour alone."""
        return self.hues[Rule.ACCEPTING]


def _hues(on: str, *pairs: tuple[str, str]) -> Mapping[Rule, Hue]:
    """Pair the rules, in the order of S-M-A-R-T, with their (colour, tint)."""
    return MappingProxyType(
        {rule: Hue(colour, on, tint) for rule, (colour, tint) in zip(Rule, pairs, strict=True)}
    )


_PAPER = Palette(
    ink="#1B2440",
    paper="#FFFBF4",
    surface="#FFFFFF",
    muted="#56607A",
    line="#7F889E",
    edge="#E4E0D8",
    focus="#0B57D0",
    focus_gap="#FFFFFF",
    star="#FFD23F",
    star_edge="#8A6D00",
    shadow="#1B2440",
    hues=_hues(
        "#FFFFFF",
        ("#0E7A4B", "#DDF5E8"),
        ("#1B5FC1", "#DDEBFF"),
        ("#A84B00", "#FFE9D2"),
        ("#6B3BB0", "#EEE3FF"),
        ("#B8235A", "#FFE1EC"),
    ),
)
_GREY = Palette(
    ink="#1C2236",
    paper="#E9EBEE",
    surface="#F6F7F8",
    muted="#4B5365",
    line="#757D8D",
    edge="#D3D7DD",
    focus="#0B57D0",
    focus_gap="#FFFFFF",
    star="#E9CF7C",
    star_edge="#75611A",
    shadow="#1C2236",
    hues=_hues(
        "#FFFFFF",
        ("#2F6B50", "#E0EAE4"),
        ("#3A5F97", "#E1E7F0"),
        ("#865026", "#EFE7DF"),
        ("#62508C", "#E8E4EF"),
        ("#90405F", "#F0E4E9"),
    ),
)
_CONTRAST_LIGHT = Palette(
    ink="#000000",
    paper="#FFFFFF",
    surface="#FFFFFF",
    muted="#2B2B2B",
    line="#000000",
    edge="#000000",
    focus="#0033A0",
    focus_gap="#FFFFFF",
    star="#FFC400",
    star_edge="#000000",
    shadow="#000000",
    hues=_hues(
        "#FFFFFF",
        ("#00532F", "#F2FFF8"),
        ("#0A3E8F", "#F3F8FF"),
        ("#6E3000", "#FFF8F1"),
        ("#4A1F8A", "#F8F4FF"),
        ("#860D3C", "#FFF4F8"),
    ),
    plain=True,
)
_CONTRAST_DARK = Palette(
    ink="#FFFFFF",
    paper="#000000",
    surface="#0E1118",
    muted="#D6DAE4",
    line="#FFFFFF",
    edge="#8E96A8",
    focus="#FFD83D",
    focus_gap="#000000",
    star="#FFD83D",
    star_edge="#FFD83D",
    shadow="#000000",
    hues=_hues(
        "#000000",
        ("#6FE3A8", "#0B2A1B"),
        ("#8FC0FF", "#0D2140"),
        ("#FFB26B", "#331B06"),
        ("#CDB0FF", "#24153F"),
        ("#FF9DC0", "#3A0C20"),
    ),
    plain=True,
)

PALETTES: Mapping[Theme, Palette] = MappingProxyType(
    {
        Theme.PAPER: _PAPER,
        Theme.GREY: _GREY,
        Theme.CONTRAST_LIGHT: _CONTRAST_LIGHT,
        Theme.CONTRAST_DARK: _CONTRAST_DARK,
    }
)
"""The colours of each theme."""


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return ``one`` with a ``share`` (0 to 1) of ``other`` mixed in."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
