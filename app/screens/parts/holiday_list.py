"""The school's holidays: each can be removed, and more can be added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.schooltime import Holiday
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.text import Text


def _tr(words: str) -> str:
    return QCoreApplication.translate("HolidayList", words)


def holiday_words(holiday: Holiday) -> str:
    """Return a holiday's first and last day, a single one once."""
    dates = [QDate(one.year, one.month, one.day) for one in (holiday.first, holiday.last)]
    days = [QLocale().toString(one, "d MMM yyyy") for one in dates]
    return days[0] if holiday.first == holiday.last else f"{days[0]} - {days[1]}"


class HolidayList(Card):
    """``adding`` carries two dates as typed, ``removing`` a ``Holiday``."""

    adding = Signal(str, str)
    removing = Signal(object)

    def __init__(self) -> None:
        super().__init__(2)
        self._days: tuple[Holiday, ...] = ()
        self._column = QVBoxLayout()
        self._first = Field(_tr("First day of a holiday"), _tr("24/12/2026"))
        self._last = Field(_tr("Last day of a holiday"), _tr("to"))
        add = PillButton(_tr("Add the holiday"), "art:calendar")
        add.clicked.connect(self._on_add)
        self.body.addWidget(Text(_tr("Holidays"), Role.BUTTON))
        self.body.addLayout(self._column)
        typed = [self._first, self._last]
        self.body.addWidget(ButtonRow(typed, Qt.AlignmentFlag.AlignLeading, filling=self._last))
        self.body.addWidget(ButtonRow([add]))

    def show_days(self, holidays: Sequence[Holiday]) -> None:
        """Show the holidays as they are kept."""
        if tuple(holidays) == self._days:
            return
        if set(holidays) - set(self._days):
            self._first.clear()
            self._last.clear()
        self._days = tuple(holidays)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for holiday in self._days:
            self._column.addWidget(self._row(holiday))

    def _row(self, holiday: Holiday) -> QWidget:
        words = holiday_words(holiday)
        remove = PillButton(_tr("Remove"), "art:bin")
        remove.setAccessibleName(_tr("Remove {days}").format(days=words))
        remove.clicked.connect(partial(self._on_remove, holiday))
        days = Text(words, Role.SMALL)
        return ButtonRow([days, remove], Qt.AlignmentFlag.AlignLeading, filling=days)

    def _on_add(self) -> None:
        self.adding.emit(self._first.text(), self._last.text())

    def _on_remove(self, holiday: Holiday) -> None:
        self.removing.emit(holiday)
