"""Rounded cards, their soft shadow, the focus ring and small signs, all drawn the same way."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from app.kit import kept, stretch, style
from app.kit.fonts import Role, font
from app.kit.style import Style
from app.kit.tokens import RING, Hue

_DROP = 4
"""Design pixels that the shadow falls below its card."""
_KEPT_AREA = 120_000
"""Pixels up to which a ground is kept whole on a screen that parts pixels."""
_SPREAD = 16
"""Pixels around a kept ground for its shadow, at the largest window."""
SHADOW_ROOM = 8
"""Design pixels below and beside a card that its shadow and focus ring need."""


def room() -> int:
    """Return the margin, in logical pixels, that a card leaves for its shadow and focus ring."""
    return max(2 * RING + 1, style.current().px(SHADOW_ROOM))


def smooth(painter: QPainter) -> None:
    """Draw with smooth edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def fill(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """Fill a rounded rectangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


def outline(painter: QPainter, rect: QRectF, radius: float, pen: QPen) -> None:
    """Draw a rounded outline inside ``rect``."""
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def shadow(painter: QPainter, rect: QRectF, radius: float, of: Style | None = None) -> None:
    """Draw the one light shadow of a card, in the style in force or ``of`` another."""
    now = of or style.current()
    if now.palette.plain:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, alpha in ((now.px(_DROP), 16), (now.px(_DROP / 2), 22)):
        tone = QColor(now.palette.shadow)
        tone.setAlpha(alpha)
        painter.setBrush(tone)
        painter.drawRoundedRect(rect.translated(0, drop), radius, radius)


class Ground(NamedTuple):
    """A card's shape: ``radius`` in pixels, its ``colour``, and an ``edge`` of ``line`` pixels."""

    radius: float
    colour: str
    edge: str = ""
    line: float = 0.0


def card(painter: QPainter, rect: QRectF, radius: float, colour: str | None = None) -> None:
    """Draw a card with its shadow; plain themes outline it instead."""
    palette = style.current().palette
    edge = (palette.edge, 2.0) if palette.plain else ("", 0.0)
    ground(painter, rect, Ground(radius, colour or palette.surface, *edge))


def ground(painter: QPainter, rect: QRectF, look: Ground) -> None:
    """Draw a card's ground with its shadow.

    It is drawn once, as small as its corners allow, kept, and drawn out to any size: filling a
    large round shape three times over costs much more than a page has time for. On a screen that
    parts pixels (125 %) that would leave seams: small grounds are kept whole there.
    """
    now, ratio = style.current(), painter.device().devicePixelRatioF()
    place, corner = rect.toRect(), ceil(look.radius + look.line) + now.px(_DROP) + 1
    size = (place.width(), place.height())
    if place.isEmpty():
        return
    if ratio.is_integer():
        size = (min(size[0], 2 * corner + 1), min(size[1], 2 * corner + 1))
    elif size[0] * size[1] > _KEPT_AREA:
        draw_whole(painter, rect, look, now)
        return
    asked = (size, look, now, ratio)
    drawn = kept.drawn.get(asked, lambda: _drawn_ground(*asked))
    whole = place.adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD)
    if ratio.is_integer():
        stretch.draw(painter, whole, stretch.Frame(drawn, corner + _SPREAD, look.colour))
    else:
        painter.drawPixmap(whole.topLeft(), drawn)


def _drawn_ground(size: tuple[int, int], look: Ground, now: Style, ratio: float) -> QPixmap:
    """Draw a ground in a style on transparency, with room for its shadow."""
    wide, tall = (side + 2 * _SPREAD for side in size)
    drawn = QPixmap(round(wide * ratio), round(tall * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    smooth(painter)
    draw_whole(painter, QRectF(_SPREAD, _SPREAD, *size), look, now)
    painter.end()
    return drawn


def draw_whole(painter: QPainter, rect: QRectF, look: Ground, now: Style) -> None:
    """Draw a ground in a style from scratch: slow for a large one."""
    shadow(painter, rect, look.radius, now)
    fill(painter, rect, look.radius, look.colour)
    if look.edge:
        outline(painter, rect, look.radius, QPen(QColor(look.edge), look.line))


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Draw the two-tone ring around ``rect``: it shows on every colour."""
    palette = style.current().palette
    for out, colour in ((RING, palette.focus_gap), (2 * RING, palette.focus)):
        ring = rect.adjusted(-out, -out, out, out)
        outline(painter, ring, radius + out, QPen(QColor(colour), RING))


def letter(painter: QPainter, rect: QRectF, text: str, hue: Hue) -> None:
    """Draw a letter in a disc, as a rule's place on the path carries it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue.colour))
    painter.drawEllipse(rect)
    made = font(Role.BUTTON)
    made.setPixelSize(max(8, round(rect.height() * 0.54)))
    painter.setFont(made)
    painter.setPen(QColor(hue.on))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def star_path(rect: QRectF) -> QPainterPath:
    """Return a soft star inside ``rect``."""
    points = (
        (50, 3), (64, 34), (98, 38), (73, 61), (80, 95), (50, 78), (20, 95), (27, 61), (2, 38),
        (36, 34),
    )  # fmt: skip
    width, height = rect.width() / 100, rect.height() / 100
    shape = QPolygonF(
        [QPointF(rect.left() + x * width, rect.top() + y * height) for x, y in points]
    )
    path = QPainterPath()
    path.addPolygon(shape)
    path.closeSubpath()
    return path


def tick(painter: QPainter, rect: QRectF, hue: Hue) -> None:
    """Draw a tick in a disc: chosen, or gone well."""
    _disc(painter, rect, hue)
    painter.drawPolyline(_points(rect, ((0.29, 0.53), (0.44, 0.67), (0.72, 0.36))))


def turn(painter: QPainter, rect: QRectF, hue: Hue) -> None:
    """Draw a turning arrow in a disc: another way is open."""
    _disc(painter, rect, hue)
    inner = rect.adjusted(*(side * rect.width() * 0.28 for side in (1, 1, -1, -1)))
    painter.drawArc(inner, 40 * 16, 280 * 16)
    painter.drawPolyline(_points(rect, ((0.55, 0.34), (0.71, 0.36), (0.73, 0.2))))


def chevron(painter: QPainter, rect: QRectF, colour: str, *, left: bool) -> None:
    """Draw the arrow of a page turn, pointing left or right."""
    pen = QPen(QColor(colour), max(3.0, rect.width() * 0.14))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    far, near = (0.62, 0.38) if left else (0.38, 0.62)
    painter.drawPolyline(_points(rect, ((far, 0.22), (near, 0.5), (far, 0.78))))


def _disc(painter: QPainter, rect: QRectF, hue: Hue) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(hue.colour))
    painter.drawEllipse(rect)
    pen = QPen(QColor(hue.on), max(2.0, rect.width() * 0.11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _points(rect: QRectF, shares: tuple[tuple[float, float], ...]) -> list[QPointF]:
    return [
        QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in shares
    ]
