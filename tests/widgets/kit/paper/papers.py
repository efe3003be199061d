"""A made-up Tell on paper, and what a page draws: its words, and where there is ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QTextItem,
)

from app.domain.override import override
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.handover import Handover
from app.domain.tell.taps import Words
from app.kit.paper.record import Record
from app.kit.paper.sheet import DOTS, HEIGHT, WIDTH
from tests.pure.domain.tell.test_handover import TAPS, case, did, handover


def notes(count: int) -> tuple[Deed, ...]:
    """Return so many notes of staff, of different lengths."""
    return tuple(
        did(one, Act.NOTE, "", f"note{one} " + "so it was " * (one % 9)) for one in range(count)
    )


def told(count: int, words: str = "It is not fair", *, drill: bool = False) -> Handover:
    """Return a Tell with some words of a child and so many notes."""
    return handover(case(*TAPS[:4], Words(words), deeds=notes(count), drill=drill))


def image(record: Record, number: int) -> QImage:
    """Return a page as a picture."""
    made = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    made.fill(QColor("white"))
    painter = QPainter(made)
    record.draw(painter, number)
    painter.end()
    return made


def inked(made: QImage, room: QRectF) -> bool:
    """Tell whether anything is drawn there."""
    piece = made.copy(room.toAlignedRect())
    blank = piece.copy()
    blank.fill(QColor("white"))
    return piece != blank


class _Ear(QPaintEngine):
    """Hears which words are drawn, and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.words: list[str] = []

    @override
    def begin(self, device: QPaintDevice) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    @override
    def updateState(self, state: QPaintEngineState) -> None:
        pass

    @override
    def drawTextItem(self, at: object, item: QTextItem) -> None:
        self.words.append(item.text())

    @override
    def drawPath(self, path: object) -> None:
        pass

    @override
    def drawRects(self, *_: object) -> None:
        pass

    @override
    def drawLines(self, *_: object) -> None:
        pass

    @override
    def drawPolygon(self, *_: object) -> None:
        pass


class Listener(QPaintDevice):
    """Paper that hears what is written on it."""

    def __init__(self) -> None:
        super().__init__()
        self.ear = _Ear()

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.ear

    @override
    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        size, names = QSize(WIDTH, HEIGHT), QPaintDevice.PaintDeviceMetric
        known = {names.PdmWidth: size.width(), names.PdmHeight: size.height(), names.PdmDepth: 1}
        return known.get(metric, DOTS)


def words_of(record: Record, number: int) -> str:
    """Return all words of a page, in the order in which they are drawn."""
    paper = Listener()
    painter = QPainter(paper)
    record.draw(painter, number)
    painter.end()
    return " ".join(paper.ear.words)
