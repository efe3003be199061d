"""How everything looks at this moment: one frozen value that every widget reads when it paints."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.looks import Looks
from app.domain.smart import Rule
from app.kit.measures import MM_PER_INCH, USUAL_DPI
from app.kit.tokens import PALETTES, RADIUS, STEP, Hue, Palette

TARGET_MM, YOUNG_TARGET_MM, GAP_MM = 15.0, 20.0, 3.0
"""Least size of what is pressed: in general, for the youngest; and the least space between."""


@dataclass(frozen=True, slots=True)
class Style:
    """A pupil's looks on a screen.

    ``unit`` scales with the window (1.0 at 1366x768), ``px_per_mm`` is the screen's density in
    logical pixels, ``young`` asks for the larger targets of 5 to 7 year olds.
    """

    looks: Looks = field(default_factory=Looks)
    unit: float = 1.0
    px_per_mm: float = USUAL_DPI / MM_PER_INCH
    young: bool = True

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return PALETTES[self.looks.theme]

    @property
    def still(self) -> bool:
        """Whether nothing may move."""
        return self.looks.still

    def hue(self, rule: Rule) -> Hue:
        """Return a rule's colours."""
        return self.palette.hues[rule]

    def px(self, size: float) -> int:
        """Return a design size (pixels at 1366x768) in logical pixels of this window."""
        return max(1, round(size * self.unit))

    def space(self, steps: float = 1) -> int:
        """Return so many steps of space in logical pixels."""
        return self.px(STEP * steps)

    def text_px(self, size: float) -> int:
        """Return a design text size in logical pixels, larger by the pupil's choice."""
        return max(12, round(size * self.unit * self.looks.text_size / 100))

    def mm(self, millimetres: float) -> int:
        """Return millimetres in logical pixels."""
        return round(millimetres * self.px_per_mm)

    @property
    def target(self) -> int:
        """The least width and height of what is pressed, in logical pixels."""
        return self.mm(YOUNG_TARGET_MM if self.young else TARGET_MM)

    @property
    def gap(self) -> int:
        """The least space between two things that are pressed, in logical pixels."""
        return max(self.mm(GAP_MM), self.space(1.5))

    @property
    def radius(self) -> int:
        """Corner radius of a card in logical pixels."""
        return self.px(RADIUS)


class _Now:
    """Holds the one style of the running program (a program shows one pupil at a time)."""

    style = Style()


def current() -> Style:
    """Return the style in force."""
    return _Now.style


def put_in_force(style: Style) -> None:
    """Make ``style`` the one that widgets read; ``stylesheet.apply`` also tells them."""
    _Now.style = style
