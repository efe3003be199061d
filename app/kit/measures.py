"""Millimetres and units turned into pixels, whatever a screen says of itself."""

from __future__ import annotations

MM_PER_INCH = 25.4
USUAL_DPI = 96.0
"""Taken where a screen says nothing one can believe."""
LEAST_DPI, MOST_DPI = 72.0, 240.0
"""Whiteboards say too little and would shrink targets; some panels say too much."""
BELIEVABLE_DPI = (30.0, 400.0)
LEAST_UNIT, MOST_UNIT = 0.84, 3.0


def px_per_mm(dots_per_inch: float) -> float:
    """Return logical pixels a millimetre for a screen that claims ``dots_per_inch``."""
    low, high = BELIEVABLE_DPI
    believed = dots_per_inch if low <= dots_per_inch <= high else USUAL_DPI
    return min(MOST_DPI, max(LEAST_DPI, believed)) / MM_PER_INCH


def unit(width: int, height: int) -> float:
    """Return how large things are in a window of ``width`` x ``height`` logical pixels.

    1.0 is the size the pages are designed at, 1366x768; a portrait window is measured by its width.
    """
    wide, tall = (880, 1100) if height > width else (1280, 768)
    fitting = min(width / wide, height / tall)
    return min(MOST_UNIT, max(LEAST_UNIT, fitting))
