"""Who the grown-ups are whom children can reach: a title, a face and an office each."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.people import Person, PersonId, Role
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.field import Field
from app.kit.fonts import Role as Letters
from app.kit.text import Text
from app.kit.tiles import PictureTile

FACES = (
    "woman-curly-calm",
    "man-turban-calm",
    "woman-light-calm",
    "man-dark-calm",
    "scarf-medium-calm",
    "man-beard-calm",
    "woman-dark-calm",
    "man-light-calm",
    "woman-red-hair-calm",
    "man-medium-calm",
    "grandma-light-calm",
    "grandpa-dark-calm",
    "grandma-medium-calm",
    "grandpa-light-calm",
    "woman-medium-calm",
    "man-medium-dark-calm",
)
ROLES = (Role.DSL, Role.HEAD, Role.DEPUTY, Role.CHAIR, Role.STAND_IN, Role.COMPUTING)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PeopleForm", words)


def next_face(face: str) -> str:
    """Return the face after another, the first one after the last."""
    return FACES[(FACES.index(face) + 1) % len(FACES) if face in FACES else 0]


def role_words(role: Role) -> tuple[str, str]:
    """Return an office as children read of it, and what it means here, for staff."""
    return {
        Role.DSL: (_tr("Safeguarding lead"), _tr("Reads what children tell.")),
        Role.HEAD: (_tr("Headteacher"), _tr("Reads what children tell.")),
        Role.DEPUTY: (_tr("Deputy safeguarding lead"), _tr("Stands in while the lead is away.")),
        Role.CHAIR: (
            _tr("Chair of governors"),
            _tr("Reads on where it is about the safeguarding lead or the headteacher."),
        ),
        Role.STAND_IN: (
            _tr("Vice-chair of governors"),
            _tr("Stands in for the chair. Somebody who does not work at the school."),
        ),
        Role.COMPUTING: (
            _tr("Computing lead"),
            _tr("Learns place and time of bad content on a school computer, nothing else."),
        ),
        Role.TEACHER: (
            _tr("Class teacher"),
            _tr("Learns of the first press of their pupils, where the school says so."),
        ),
    }[role]


class PersonRow(Card):
    """One office: the face (pressed for another), the title, and what the office does."""

    def __init__(self, role: Role, person: Person | None, face: str, *, optional: bool) -> None:
        super().__init__(0.5)
        self._person = person
        self._role = role
        self._face = person.face if person is not None else face
        self._tile = PictureTile(_tr("Another face"), f"art:{self._face}")
        self._tile.clicked.connect(self._on_face)
        usual, does = role_words(role)
        asked = _tr("Title of: {office}").format(office=usual)
        self._title = Field(asked, _tr("nobody") if optional else usual)
        self._title.setText(person.title if person is not None else "" if optional else usual)
        parts = [self._tile, self._title]
        self.body.addWidget(ButtonRow(parts, Qt.AlignmentFlag.AlignLeading, filling=self._title))
        self.body.addWidget(Text(f"{usual}. {does}", Letters.SMALL))

    def person(self) -> Person | None:
        """Return who holds the office, None where the title is empty."""
        title = self._title.text().strip()
        if not title:
            return None
        known = self._person or Person(PersonId(secrets.token_hex(4)), "", "", frozenset())
        self._person = known  # whoever is written down keeps their id
        return replace(known, title=title, face=self._face, roles=frozenset({self._role}))

    def _on_face(self) -> None:
        self._face = next_face(self._face)
        self._tile.set_picture(f"art:{self._face}")


class PeopleForm(QWidget):
    """All offices. ``done`` carries the people (a tuple of ``Person``)."""

    done = Signal(object)

    def __init__(self, people: Sequence[Person]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._both = CardButton(_tr("The headteacher is the safeguarding lead too"))
        self._both.setCheckable(True)
        self._both.clicked.connect(self._on_both)
        self._is_both = any({Role.DSL, Role.HEAD} <= one.roles for one in people)
        self._rows: dict[Role, PersonRow] = {}
        for number, role in enumerate(ROLES):
            held = next((one for one in people if role in one.roles), None)
            optional = role in {Role.DEPUTY, Role.COMPUTING}
            row = PersonRow(role, held, FACES[number], optional=optional)
            self._rows[role] = row
            self._column.addWidget(row)
            if role is Role.HEAD:
                self._column.addWidget(self._both)
        self._show_both()

    def people(self) -> tuple[Person, ...]:
        """Return who is written down now."""
        found = {role: row.person() for role, row in self._rows.items()}
        head = found[Role.HEAD]
        if self._is_both and head is not None:
            found[Role.HEAD] = replace(head, roles=frozenset({Role.DSL, Role.HEAD}))
            found[Role.DSL] = None
        return tuple(one for one in found.values() if one is not None)

    def _on_both(self) -> None:
        self._is_both = not self._is_both
        self._show_both()

    def _show_both(self) -> None:
        self._both.set_mark(Mark.CHOSEN if self._is_both else Mark.NONE)
        self._rows[Role.DSL].setVisible(not self._is_both)

    def submit(self) -> None:
        """Hand up who is written down now."""
        self._announce(self.people())

    def _announce(self, people: tuple[Person, ...]) -> None:
        self.done.emit(people)
