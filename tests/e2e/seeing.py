"""What a screen reader sees of one program, as JSON lines. Run by the system's Python (it has gi).

Reads a line from standard input: the process id of the program. Answers with one line: a list of
the elements that are showing, each with role, name, description, states and place on the screen.
"""

from __future__ import annotations

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - gi wants its version first

STATES = {
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.FOCUSABLE: "focusable",
    Atspi.StateType.ENABLED: "enabled",
    Atspi.StateType.CHECKED: "checked",
}


Box = tuple[int, int, int, int]
FIELDS = frozenset({"text", "password text"})
"""What is typed into."""
LEAVES = frozenset({"label", "image"})
"""What holds nothing else, and says no more than its name."""
WHOLE: Box = (0, 0, 1 << 15, 1 << 15)


def seen(element: Atspi.Accessible, role: str, states: Atspi.StateSet) -> dict[str, object]:
    """Return what is said of one element. Every question to it takes its time: none too many."""
    return {
        "role": role,
        "name": element.get_name(),
        "description": "" if role in LEAVES else element.get_description(),
        "text": text_of(element) if role in FIELDS else "",
        "states": [word for state, word in STATES.items() if states.contains(state)],
    }


def text_of(element: Atspi.Accessible) -> str:
    """Return what was typed into a field; of a passphrase as many dots."""
    lines = element.get_text_iface()
    return lines.get_text(0, -1) if lines is not None else ""


def shared(one: Box, other: Box) -> Box:
    """Return the part of the screen that two boxes share."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right = min(one[0] + one[2], other[0] + other[2])
    bottom = min(one[1] + one[3], other[1] + other[3])
    return left, top, max(0, right - left), max(0, bottom - top)


def walk(element: Atspi.Accessible | None, found: list[dict[str, object]], room: Box) -> None:
    """Add all that shows below an element, in the order of reading."""
    if element is None:
        return
    states, role = element.get_state_set(), element.get_role_name()
    if not states.contains(Atspi.StateType.SHOWING):
        return
    component = element.get_component_iface()
    if component is not None:
        place = component.get_extents(Atspi.CoordType.SCREEN)
        box = (place.x, place.y, place.width, place.height)
        found.append(seen(element, role, states) | {"box": box, "room": shared(box, room)})
        room = shared(box, room)
    if role in LEAVES:
        return
    for number in range(element.get_child_count()):
        walk(element.get_child_at_index(number), found, room)


def look(process: int) -> list[dict[str, object]]:
    """Return everything that a program shows; nothing while it is coming or going."""
    desktop = Atspi.get_desktop(0)
    found: list[dict[str, object]] = []
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_process_id() == process:
            for window in range(program.get_child_count()):
                walk(program.get_child_at_index(window), found, WHOLE)
    return found


def settle() -> None:
    """Let the library hear what came and went since it was asked last."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def main() -> None:
    """Answer one question a line."""
    Atspi.init()
    for line in sys.stdin:
        settle()
        try:
            found = look(int(line))
        except GLib.Error:  # the program went away, or changed its page, while it was looked at
            found = []
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
