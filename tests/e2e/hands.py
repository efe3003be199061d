"""Two hands for the running program: one has a mouse alone, the other the keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Protocol

from app.domain.override import override
from tests.e2e.desktop import Program, Seen, until

BUTTONS = frozenset({"push button", "toggle button", "check box", "radio button"})
FIELDS = frozenset({"text", "password text"})
DOT = "\N{BLACK CIRCLE}"
"""What stands for each letter of a passphrase."""
BELOW, ABOVE = "More below", "Back up"
HOLD_SECONDS = 5.0
APART = 8
"""Pixels: two presses so near each other may count as a double click."""
FINGER = 40
"""So many pixels of a button must show, or nobody would see what it is."""


class Hand(Protocol):
    """Does what a person does, and looks before it presses."""

    def press(self, name: str) -> None:
        """Press the button of this name, as soon as it can be pressed."""

    def hold(self, name: str, until_it_shows: str) -> None:
        """Press a button and keep it down until something shows; then let go."""

    def write(self, name: str, text: str) -> None:
        """Put a text into the field of this name, in place of what stands there."""

    def digits(self, number: str) -> None:
        """Give a PIN on the pad."""


class Mouse(Hand):
    """Moves and clicks; the keyboard is touched only where a text is to be written."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._last = (0, 0)

    @override
    def press(self, name: str) -> None:
        self._click(until(lambda: self._point(name), f"'{name}' to press"))

    @override
    def hold(self, name: str, until_it_shows: str) -> None:
        x, y = until(lambda: self._point(name), f"'{name}' to hold")
        desktop = self._program.desktop
        desktop.tool("mousemove", str(x), str(y), "mousedown", "1")
        self._program.wait_for(until_it_shows, seconds=HOLD_SECONDS)
        desktop.tool("mouseup", "1")

    @override
    def write(self, name: str, text: str) -> None:
        self._click(until(lambda: self._room(name), f"'{name}' to write into"))
        _replace(self._program, name, text)

    @override
    def digits(self, number: str) -> None:
        for digit in number:
            self.press(digit)
        self.press("Done")

    def _click(self, point: tuple[int, int]) -> None:
        self._last = point
        self._program.desktop.press(*point)

    def _room(self, name: str) -> tuple[int, int] | None:
        """Return where to press to write into a field; turn to it first, as ``_point`` does."""
        seen = self._program.see()
        field = next((one for one in seen if one.name == name and one.role in FIELDS), None)
        if field is None:
            return None
        if field.room[3] >= FINGER // 2:
            return field.room[0] + field.room[2] // 2, field.room[1] + field.room[3] // 2
        self._turn(seen, field)
        return None

    def _point(self, name: str) -> tuple[int, int] | None:
        """Return where to press; turn to it first, where it is out of sight."""
        seen = self._program.see()
        found = [n for n, one in enumerate(seen) if one.name == name and pressable(one)]
        for number in found:
            for point in _free(seen[number], seen[number + 1 :]):
                # Twice at one place so quickly would be a double click, which is meant as one.
                if max(abs(a - b) for a, b in zip(point, self._last, strict=True)) > APART:
                    return point
        if found:
            self._turn(seen, seen[found[-1]])
        return None

    def _turn(self, seen: list[Seen], wanted: Seen) -> None:
        """Press the nearest arrow that turns to what is out of sight."""
        way = BELOW if wanted.hidden_below else ABOVE
        arrows = [one for one in seen if one.name == way and pressable(one)]
        if arrows:
            self._click(min(arrows, key=lambda arrow: _distance(arrow, wanted)).middle)


class Keys(Hand):
    """Tab, Space, letters and digits; the mouse stays where it is."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @override
    def press(self, name: str) -> None:
        self._focus(name, BUTTONS)
        self._program.desktop.key("space")

    @override
    def hold(self, name: str, until_it_shows: str) -> None:
        self._focus(name, BUTTONS)
        self._program.desktop.tool("keydown", "space")
        self._program.wait_for(until_it_shows, seconds=HOLD_SECONDS)
        self._program.desktop.tool("keyup", "space")

    @override
    def write(self, name: str, text: str) -> None:
        self._focus(name, FIELDS)
        _replace(self._program, name, text)

    @override
    def digits(self, number: str) -> None:
        self._program.desktop.key(*number, "Return")

    def _focus(self, name: str, roles: frozenset[str]) -> None:
        """Go there with Tab alone: some leaps as far as it seems to be, then step by step."""
        leaps = 3

        def look() -> bool:
            nonlocal leaps
            stops = [one for one in self._program.see() if one.takes_focus]
            at = [number for number, one in enumerate(stops) if "focused" in one.states]
            wanted = [n for n, one in enumerate(stops) if one.name == name and one.role in roles]
            if not wanted:
                return False
            if at and at[-1] in wanted:
                return True
            steps = _steps(at[-1], wanted[0], len(stops)) if at and leaps else 1
            self._program.desktop.key(*["Tab" if steps > 0 else "shift+Tab"] * abs(steps))
            leaps -= leaps > 0
            return False

        until(look, f"Tab to reach '{name}'")


def pressable(one: Seen) -> bool:
    """Say whether something is a button that can be pressed now."""
    return one.role in BUTTONS and "enabled" in one.states


def _free(one: Seen, above: list[Seen]) -> Iterator[tuple[int, int]]:
    """Yield points of what shows of a button that no other button lies on, the middle first."""
    left, top, width, height = one.room
    if min(width, height) < FINGER:
        return
    for down, across in product((0.5, 0.25, 0.12, 0.75, 0.88), (0.5, 0.25)):
        point = left + round(width * across), top + round(height * down)
        if not any(pressable(other) and other.holds(point) for other in above):
            yield point


def _steps(here: int, there: int, stops: int) -> int:
    """Return how many stops to go on, or (below 0) back, whichever is less."""
    on = (there - here) % stops
    return on if on <= stops // 2 else on - stops


def _distance(one: Seen, other: Seen) -> int:
    return sum(abs(a - b) for a, b in zip(one.middle, other.middle, strict=True))


def _replace(program: Program, name: str, text: str) -> None:
    """Type, read it over as anybody would, and type it again where a key was missed."""

    def stands() -> str:
        found = (one for one in program.see() if one.name == name and one.role in FIELDS)
        return next((one.text for one in found), "")

    def typed() -> bool:
        program.desktop.key("ctrl+a", "BackSpace")
        program.desktop.type(text)
        return until(stands, f"'{name}'") in {text, DOT * len(text)}

    until(typed, f"'{text}' to stand in '{name}'")
