"""School: how things stand on this PC, what needs a look, and the way out of the kiosk."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.problem import Problem
from app.flow.desk import Desk
from app.flow.office_page import OfficePage
from app.flow.route import To
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen
from app.screens.parts.post_words import live_words


class SchoolScreen(OfficeScreen):
    """The first page behind the PIN."""

    name = "school"
    title = "School"
    icon = "art:school"
    order = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._school_name = Field(self.tr("Name of the school"))
        self._school_name.editingFinished.connect(self._on_renamed)
        self._counts = Text("", Role.SMALL)
        self._tell = Text("", Role.SMALL)
        self._set_up = PillButton(self.tr("Set up Tell"), "art:hand")
        self._set_up.clicked.connect(self._on_set_up)
        self._being_told = PillButton(self.tr("How staff are told"), "art:letter-arriving")
        self._being_told.clicked.connect(self._on_being_told)
        self._problems = QVBoxLayout()
        self.content.addWidget(Split(Scroll(self._standing()), Scroll(self._looks())), 1)

    @override
    def enter(self) -> None:
        super().enter()
        if not self.desk.session.school.demo:
            self.desk.post_office.moved.connect(self._on_moved)
        found = self.desk.office.problems()
        if not found:
            words = self.tr("Nothing that we know of.")
            self._problems.addWidget(Text(words, Role.SMALL))
        for problem in found:
            self._problems.addWidget(_problem(problem))

    @override
    def leave(self) -> None:
        super().leave()
        if not self.desk.session.school.demo:
            self.desk.post_office.moved.disconnect(self._on_moved)

    @override
    def show_page(self, page: OfficePage) -> None:
        school = page.school
        self._school_name.setText(school.name)
        here = [pupil for pupil in school.pupils if not pupil.left]
        gone = len(school.pupils) - len(here)
        classes = len({pupil.class_id for pupil in here})
        counts = self.tr("Pupils: {pupils}. Classes: {classes}.")
        words = [counts.format(pupils=len(here), classes=classes)]
        if gone:
            left = self.tr("{count} have left and can be erased on the page Pupils.")
            words.append(left.format(count=gone))
        if school.demo:
            words.append(
                self.tr("This is the demo school; your own begins on the page Class lists.")
            )
        self._counts.setText(" ".join(words))

        self._show_tell(demo=school.demo)

    def _show_tell(self, *, demo: bool) -> None:
        """Say whether children can rely on Tell; in the demo nobody can be reached."""
        live = self.desk.telling.page.live
        not_live = self.tr("Tell is not live yet: children are sent to a grown-up near them.")
        trying = self.tr("Tell can be tried out here; nothing is kept in the demo.")
        is_live = live_words(self.desk)
        self._tell.setText(trying if demo else is_live if live else not_live)
        self._set_up.setVisible(not live and not demo)
        self._being_told.setVisible(not demo)

    def _standing(self) -> QWidget:
        card = Card(2)
        card.body.addWidget(Text(self.tr("This school"), Role.BUTTON))
        card.body.addWidget(self._school_name)
        card.body.addWidget(self._counts)
        card.body.addWidget(self._tell)
        card.body.addWidget(ButtonRow([self._set_up, self._being_told]))
        card.body.addStretch()
        leave = PillButton(self.tr("Leave the kiosk"), "art:door", Manner.MAIN)
        leave.clicked.connect(self.desk.office.leave_kiosk)
        words = self.tr("Leaving closes Be SMART and shows the PC's own desktop.")
        card.body.addWidget(Text(words, Role.SMALL))
        card.body.addWidget(ButtonRow([leave]))
        return card

    def _looks(self) -> QWidget:
        card = Card(2)
        card.body.addWidget(Text(self.tr("What needs a look"), Role.BUTTON))
        card.body.addLayout(self._problems)
        card.body.addStretch()
        return card

    def _on_moved(self) -> None:
        self._show_tell(demo=False)

    def _on_set_up(self) -> None:
        self.go(To("tell-setup"))

    def _on_being_told(self) -> None:
        self.go(To("being-told"))

    def _on_renamed(self) -> None:
        wanted, name = self._school_name.text().strip(), self.desk.office.page.school.name
        if not wanted:
            self._school_name.setText(name)
        elif wanted != name:
            self.desk.office.rename_school(wanted)


def _problem(problem: Problem) -> QWidget:
    card = Card(2)
    card.set_colour(style.current().palette.other.tint)
    for words in (problem.file, f"{problem.where}: {problem.fault}"):
        card.body.addWidget(Text(words, Role.SMALL))
    return card
