"""Tell in a real window: from nothing to a live school, a child who tells, and a grown-up's record.

One journey, because each part stands on the one before; what stands on the screen is read as a
person reads it, down to the words that are copied onto paper.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.demo import DEMO_PIN
from tests.e2e.desktop import ROOT, Program, desktop, until
from tests.e2e.founding import OWN_PIN, begin_school, enter, give_account
from tests.e2e.hands import Keys, Mouse
from tests.e2e.journeys import WELCOME, Child
from tests.e2e.telling import HEAD, LEAD, Phrases, Reader, SettingUp, Teller

OWN_WORDS = "they said mean things in the class chat"
NOTE = "We talked at break."
REASON = "Both families came in."


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Yield a kiosk at Welcome, on an account with a class list among its documents."""
    with desktop() as screen:
        give_account(screen, tmp_path)
        started = Program(screen, tmp_path / "data")
        started.wait_for(WELCOME)
        yield started


def found_school(program: Program, mouse: Mouse) -> None:
    """Go from the demo to the page School of an own school."""
    enter(program, mouse, DEMO_PIN)
    begin_school(program, mouse)
    keys = Keys(program)
    keys.digits(OWN_PIN)
    program.shows("The same PIN once more")
    keys.digits(OWN_PIN)
    program.shows("Pupils: 3. Classes: 1.", "Tell is not live yet")


def child_tells(program: Program, mouse: Mouse) -> None:
    """Let a child who is signed in tell, by pictures and in their own words."""
    child, teller = Child(program, mouse), Teller(program, mouse)
    child.press(WELCOME, "Who are you?")
    child.press("Siân", "Hello Siân!")
    child.press("Siân", "My own answers")
    teller.tell()
    program.shows("What is it about?")
    teller.answer("Somebody is being unkind", "Who or where is it?")
    teller.answer("Online", "Who would you like to talk with?")
    teller.answer("Anyone is fine", "How worried are you?")
    teller.answer("Quite worried", "When shall the grown-up come?")
    teller.answer("Wait until the lesson ends", "Is there more you want to say?")
    mouse.write("Your own words", OWN_WORDS)
    mouse.press("Keep my words")
    program.shows("Thank you for telling", "Saved here.")
    child.press("I have finished", "My own answers")
    child.sign_out()


def see_to_it(program: Program, mouse: Mouse, phrases: Phrases) -> None:
    """Let the safeguarding lead do what is to be done, and close it."""
    lead = Reader(program, mouse)
    lead.sign_in(LEAD, phrases.lead)
    program.shows("New since then: 1")
    lead.open("Siân A")
    program.shows(OWN_WORDS, "Online", "Unkind messages, cyber bullying: Siân A")
    for step in ("Is a child in danger now", "Go to the child when they asked for it"):
        tick(program, mouse, step)
    mouse.press("Notes")
    field = "Write a note: what you saw, did or decided"
    mouse.write(field, NOTE)
    mouse.press("Keep the note")
    until(lambda: text_of(program, field) == "", "the note to be kept")
    mouse.write(field, "rang them at noon")
    mouse.press("Parents told")
    until(lambda: text_of(program, field) == "", "the parents to be noted")
    mouse.press("End")
    mouse.press("Dealt with in school")
    mouse.write("The reason, in a sentence or two", REASON)
    mouse.press("Close it")
    program.shows("Closed.")
    mouse.press("History")
    program.shows("closed it: Dealt with in school. " + REASON, "parents: told.", NOTE)


def tick(program: Program, mouse: Mouse, beginning: str) -> None:
    """Tick a step, and see the tick once the disk has it."""

    def name() -> str:
        names = (one.name for one in program.see() if "focusable" in one.states)
        return next((name for name in names if name.startswith(beginning)), "")

    step = until(name, f"the step '{beginning}'")
    mouse.press(step)
    until(lambda: Child(program, mouse).chosen(step), f"'{beginning}' to be ticked")


def text_of(program: Program, name: str) -> str | None:
    """Return what stands in a field, None where it does not show."""
    field = program.find(name, "text")
    return field.text if field is not None else None


def hand_over_and_erase(program: Program, mouse: Mouse, phrases: Phrases) -> Path:
    """Write the PDF among the documents, then let the headteacher agree; return the file."""
    mouse.press("More")
    mouse.press("Hand it over")
    mouse.press("Documents")
    mouse.press("PDF")
    mouse.press("Write the file")
    told = "Written, and noted in the record: "
    program.shows(told)
    names = [one.name for one in program.see() if one.name.startswith(told)]
    mouse.hold(f"Hold to ask: {HEAD}", f"Agree: {HEAD}")
    mouse.write("Passphrase", phrases.head)
    mouse.press(f"Agree: {HEAD}")
    program.shows(f"{HEAD} is here and agrees.")
    mouse.hold("Hold to erase it now", "Find a Tell")
    return Path(names[0].removeprefix(told))


def verified(home: Path) -> str:
    """Return what ``tells verify`` says of a folder in which the kiosk is at work."""
    command = [sys.executable, "-m", "app", "tells", "verify", "--home", str(home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_from_nothing_to_a_told_seen_to_handed_over_and_erased_tell(
    program: Program, tmp_path: Path
) -> None:
    mouse = Mouse(program)
    found_school(program, mouse)
    phrases = SettingUp(program, mouse).all_of_it()
    program.shows("Pupils: 3. Classes: 1.")
    mouse.press("Lock")
    child_tells(program, mouse)
    see_to_it(program, mouse, phrases)
    file = hand_over_and_erase(program, mouse, phrases)
    assert file.parent == tmp_path / "account" / "Documents"
    assert file.read_bytes().startswith(b"%PDF")
    assert "The record is as it was written." in verified(tmp_path / "data")
    mouse.press("Lock")
    Teller(program, Keys(program)).tell()
    assert "The record is as it was written." in verified(tmp_path / "data")
