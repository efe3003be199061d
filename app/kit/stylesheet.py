"""Puts a style in force: the program's font, its palette, and the sheets of stock widgets.

The program itself has no style sheet: with one, Qt polishes every widget anew each time it gets
another parent, and pages take twice as long to build.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.kit import style
from app.kit.fonts import Role, font
from app.kit.style import Style
from app.kit.tokens import mix

_SHEET = """
QLineEdit, QPlainTextEdit {{
  background: {surface}; color: {ink}; border: {thin}px solid {line};
  border-radius: {small}px; padding: {pad}px; selection-background-color: {focus};
  selection-color: {surface}; min-height: {field}px;
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: {ring}px solid {focus}; }}
QTableView {{
  background: {surface}; color: {ink}; gridline-color: {edge}; border: {thin}px solid {edge};
  border-radius: {small}px; alternate-background-color: {stripe};
  selection-background-color: {picked}; selection-color: {ink};
}}
QTableView:focus {{ border: {ring}px solid {focus}; }}
QTableView::item:selected {{ background: {picked}; color: {ink}; }}
QHeaderView::section {{
  background: {stripe}; color: {muted}; border: none; border-bottom: {thin}px solid {line};
  padding: 0 {pad}px; min-height: {heading}px;
}}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar::handle:vertical {{
  background: {line}; border-radius: {half_bar}px; min-height: {field}px;
}}
QScrollBar:horizontal {{ height: 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class _Now:
    """Whether a style has been put in force at all."""

    applied = False


def apply(application: QApplication, new: Style) -> bool:
    """Put ``new`` in force and let every widget know; return whether anything changed.

    Widgets hear of it by their ``StyleChange`` event and read ``style.current()`` again.
    """
    if new == style.current() and _Now.applied:
        return False
    _Now.applied = True
    style.put_in_force(new)
    application.setFont(font(Role.BODY))
    application.setPalette(_palette(new))
    for widget in application.allWidgets():
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    return True


def dress(widget: QWidget) -> None:
    """Give a stock widget the sheet in force; for its making, and for each ``StyleChange``."""
    new = sheet(style.current())
    if widget.styleSheet() != new:
        widget.setStyleSheet(new)


def sheet(of: Style) -> str:
    """Return the style sheet for the stock widgets (the kit's own paint themselves)."""
    colours = of.palette
    bar = of.px(24)
    thin, pad = max(1, of.px(2)), of.px(8)
    return _SHEET.format(
        surface=colours.surface,
        ink=colours.ink,
        line=colours.line,
        edge=colours.edge,
        muted=colours.muted,
        focus=colours.focus,
        stripe=mix(colours.surface, colours.ink, 0.04),
        picked=colours.hues[next(iter(colours.hues))].tint,
        thin=thin,
        ring=3,
        small=of.px(12),
        pad=pad,
        field=max(QFontMetrics(font(Role.BODY)).height(), of.target - 2 * (pad + thin)),
        heading=of.target - thin,
        bar=bar,
        half_bar=bar // 2 - 1,
    )


def _palette(of: Style) -> QPalette:
    colours = of.palette
    made = QPalette(QColor(colours.surface), QColor(colours.paper))
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.WindowText, colours.ink),
        (roles.Text, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.Base, colours.surface),
        (roles.AlternateBase, mix(colours.surface, colours.ink, 0.04)),
        (roles.Highlight, colours.focus),
        (roles.HighlightedText, colours.focus_gap),
        (roles.PlaceholderText, colours.muted),
    ):
        made.setColor(role, QColor(colour))
    return made
