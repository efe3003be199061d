"""A grown-up's first steps: through the door with a PIN, and from a class list to an own school."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop import Desktop, Program, child_of, until
from tests.e2e.hands import Hand, Mouse

BADGE = "Staff: hold"
STAFF_PIN = "Staff PIN"
LIST = """Forename,Surname,Class,Year,DOB
<b>x</b>,Adams,Willow,4,01/02/2017
<img src=x>,Brown,Willow,4,02/03/2017
Siân,ap Rhys,Willow,4,03/04/2017
"""
AS_TYPED = ("<b>x</b>", "<img src=x>", "Siân")
OWN_PIN = "730519"


def give_account(screen: Desktop, folder: Path) -> Path:
    """Let the programs of a desktop run on an account of its own; return its documents.

    A class list lies among them.
    """
    documents = folder / "account" / "Documents"
    documents.mkdir(parents=True)
    (documents / "willow.csv").write_text(LIST, encoding="utf-8")
    screen.environment["HOME"] = str(documents.parent)
    return documents


def enter(program: Program, hand: Hand, pin: str) -> None:
    """Go from Welcome through the door."""
    hand.hold(BADGE, STAFF_PIN)
    hand.digits(pin)
    program.shows("Leave the kiosk")


def begin_school(program: Program, mouse: Mouse) -> None:
    """Go from the demo's staff pages to where an own school asks for a PIN."""
    mouse.press("Class lists")
    mouse.press("willow.csv")
    program.shows("willow.csv, not written yet: 3 added")
    mouse.write("The name of your school", "Willow Brook School")
    before = program.process
    mouse.press("Begin our school")
    until(lambda: child_of(program.supervisor.pid) not in {None, before}, "the new start")
    program.shows("Make a PIN for staff")
    program.desktop.key("Escape")
