"""Letters on paper: the house's own, and words set in lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from app.kit import fonts
from app.kit.paper.sheet import pt

INK, MUTED, RULE, TINT = "#1B2440", "#4A5470", "#B9BFD0", "#F1F3F8"
"""Colours that a printer without colours prints as well."""
TELL = "#A31C4E"


class Letters(Enum):
    """Sizes in points and whether they are strong."""

    TITLE = (21.0, True)
    HEADING = (13.0, True)
    QUOTE = (13.0, False)
    BODY = (10.5, False)
    SMALL = (8.5, False)


WIDE_ENOUGH = 10_000
LEADING = 1.3
"""From line to line, in letters' sizes."""


def font(letters: Letters) -> QFont:
    """Return the font for paper; letters that it lacks are taken from the system's."""
    size, strong = letters.value
    made = QFont(fonts.families(strong=strong))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setPixelSize(pt(size))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@dataclass(frozen=True)
class Line:
    """One line that is set: ``layout`` holds it with others."""

    layout: QTextLayout
    number: int
    height: float

    def draw(self, painter: QPainter, at: QPointF, colour: str = INK) -> None:
        """Draw it with its upper left corner at a point."""
        line = self.layout.lineAt(self.number)
        painter.setPen(QColor(colour))
        # Scripts that fall back on other letters may be taller: they stand in the middle.
        down = (self.height - line.height()) / 2
        line.draw(painter, QPointF(at.x() - line.position().x(), at.y() + down - line.y()))


def lines(words: str, letters: Letters, width: float) -> list[Line]:
    """Set words in lines of a width; a word that is longer than a line is broken.

    Line feeds stay.
    """
    found: list[Line] = []
    for paragraph in words.splitlines() or [""]:
        found += _set(paragraph, letters, width)
    return found


def lacking(words: str) -> bool:
    """Tell whether this PC has no letters for some of these words: boxes stand in their place."""
    layouts = {one.layout for one in lines(words, Letters.BODY, WIDE_ENOUGH)}
    return any(0 in run.glyphIndexes() for layout in layouts for run in layout.glyphRuns())


def _set(words: str, letters: Letters, width: float) -> list[Line]:
    layout = QTextLayout(words, font(letters))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    # Whole dots: no hair's breadth may show between two pieces.
    least = ceil(LEADING * pt(letters.value[0]))
    heights = (layout.lineAt(number).height() for number in range(layout.lineCount()))
    return [Line(layout, number, max(least, ceil(tall))) for number, tall in enumerate(heights)]
