"""What leaves the school's PC: that there is something to open, and never what.

No name, no word, no pupil, no category: whoever reads somebody's mail learns a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from app.domain.tell.people import PersonId, Role

MessageId = NewType("MessageId", str)
"""32 lower-case hexadecimal digits, random, made once: every try is the same message."""
OFFICES = {
    Role.DSL: "safeguarding lead",
    Role.DEPUTY: "deputy safeguarding lead",
    Role.HEAD: "headteacher",
    Role.CHAIR: "chair of governors",
    Role.STAND_IN: "vice-chair of governors",
    Role.COMPUTING: "computing lead",
    Role.TEACHER: "class teacher",
}


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
    """What a digest says to one person.

    ``new_tells``: how many first presses that came to them wait to be opened; None for somebody
    whom first presses do not come to (while nobody is signed in this PC cannot know what else they
    may read, and a count of what it does know could say too much, or too little). ``heads`` are the
    last entries of the record's hash chains, each with its file: kept in other people's mail, they
    prove later that nothing was taken out; () where they could not be read. ``kiosk`` is the PC's
    name, so that its silence is noticed. ``lost``: it is not known how many wait.
    """

    new_tells: int | None
    heads: tuple[str, ...]
    kiosk: str = ""
    lost: bool = False


def told(id_: MessageId, person: PersonId, count: int = 1) -> Message:
    """Return the message of a step of the ladder, to somebody who can open the Tell."""
    line = f"{_tells(count)}: open the desk"
    return Message(id_, person, line, f"{line}.\n")


def unopened(id_: MessageId, person: PersonId, offices: Sequence[Role]) -> Message:
    """Return the message of a step to somebody who cannot open the Tell but can find who does.

    ``offices`` are those of the first circle.
    """
    line = "A Tell has not been opened yet: please find who can"
    who = "\n".join(f"- the {OFFICES[role]}" for role in offices)
    asks = f"\nOne of these can open it at the desk:\n{who}\n" if who else ""
    return Message(id_, person, line, f"{line}.\n\nIt is not for you to open.\n{asks}")


def broken_off(id_: MessageId, person: PersonId) -> Message:
    """Return the message of a Tell that was broken off, to somebody who may find it or not."""
    line = "A Tell may have been cut short: please look at the desk"
    return Message(
        id_,
        person,
        line,
        f"{line}.\n\n"
        "The PC stopped before it was at its end, or the power went.\n"
        "It is not known here whether there is anything for you to open:\n"
        "this message goes to everybody for whom there could be.\n",
    )


def lost(id_: MessageId, person: PersonId) -> Message:
    """Return the message of a list of waiting Tells that was lost."""
    line = "Please look at the desk: Tells may be waiting"
    return Message(
        id_,
        person,
        line,
        f"{line}.\n\n"
        "The PC's list of what staff are still to be told was damaged and set aside.\n"
        "No Tell was lost. But nobody is told again of those that came before.\n",
    )


def trial(id_: MessageId, person: PersonId, kiosk: str) -> Message:
    """Return the message by which staff try an address."""
    where = f" on {kiosk}" if kiosk else ""
    line = f"Be SMART{where}: this is a test message"
    return Message(id_, person, line, f"{line}.\n\nNobody has told anything.\n")


def digest(id_: MessageId, person: PersonId, standing: Standing) -> Message:
    """Return the daily message, which comes also when nothing is new: silence means a fault."""
    where = f" on {standing.kiosk}" if standing.kiosk else ""
    count = f": {_tells(standing.new_tells)}" if standing.new_tells is not None else ""
    if standing.lost:
        count = ": please look at the desk, Tells may be waiting"
    line = f"Be SMART is working{where}{count}"
    heads = "\n".join(standing.heads) or "It could not be read; please look at that PC."
    return Message(
        id_,
        person,
        line,
        f"{line}.\n\n"
        "This message comes once a day, also when nothing is new.\n"
        "If it does not come, please look at that PC.\n\n"
        f"Head of the record:\n{heads}\n",
    )


def _tells(count: int) -> str:
    return f"{count} new {'Tell' if count == 1 else 'Tells'}"
