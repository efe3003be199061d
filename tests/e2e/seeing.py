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


def seen(element: Atspi.Accessible) -> dict[str, object]:
    """Return one element as a dictionary."""
    box = element.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    states = element.get_state_set()
    return {
        "role": element.get_role_name(),
        "name": element.get_name(),
        "description": element.get_description(),
        "states": [word for state, word in STATES.items() if states.contains(state)],
        "box": [box.x, box.y, box.width, box.height],
    }


def walk(element: Atspi.Accessible | None, found: list[dict[str, object]]) -> None:
    """Add all that shows below an element, in the order of reading."""
    if element is None or not element.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    if element.get_component_iface() is not None:
        found.append(seen(element))
    for number in range(element.get_child_count()):
        walk(element.get_child_at_index(number), found)


def look(process: int) -> list[dict[str, object]]:
    """Return everything that a program shows; nothing while it is coming or going."""
    desktop = Atspi.get_desktop(0)
    found: list[dict[str, object]] = []
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_process_id() == process:
            for window in range(program.get_child_count()):
                walk(program.get_child_at_index(window), found)
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
