"""What leaves the school's PC: that there is something to open, and never what.

No name, no word, no pupil, no category: whoever reads somebody's mail learns a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from app.domain.tell.people import PersonId

MessageId = NewType("MessageId", str)
"""32 lower-case hexadecimal digits, random, made once: every try is the same message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person."""

    id: MessageId
    to_person: PersonId
    subject: str
    body: str

    @property
    def header(self) -> str:
        """Its Message-ID, by which a mail program knows a second copy for the first.

        The domain is reserved (RFC 2606), so that it is nobody's, and the same from every PC.
        """
        return f"<{self.id}@be-smart.invalid>"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a digest says: how many Tells are new in that one person's own view, and where.

    ``head`` is the head of the journal's hash chain: kept in other people's mail, it proves later
    that nothing was taken out. ``kiosk`` is the PC's name, so that its silence is noticed.
    """

    new_tells: int
    head: str
    kiosk: str = ""


def told(id_: MessageId, person: PersonId, count: int = 1) -> Message:
    """Return the message of a step of the ladder."""
    line = f"{_tells(count)}: open the desk"
    return Message(id_, person, line, f"{line}.\n")


def digest(id_: MessageId, person: PersonId, standing: Standing) -> Message:
    """Return the daily message, which comes also when nothing is new: silence means a fault."""
    where = f" on {standing.kiosk}" if standing.kiosk else ""
    line = f"Be SMART is working{where}: {_tells(standing.new_tells)}"
    return Message(
        id_,
        person,
        line,
        f"{line}.\n\n"
        "This message comes once a day, also when nothing is new.\n"
        "If it does not come, please look at that PC.\n\n"
        f"Head of the record:\n{standing.head}\n",
    )


def _tells(count: int) -> str:
    return f"{count} new {'Tell' if count == 1 else 'Tells'}"
