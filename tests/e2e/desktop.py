"""A real desktop for end-to-end tests: X server, window manager, accessibility bus."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"

T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """One element of the screen, as a screen reader is told of it."""

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    box: tuple[int, int, int, int]
    room: tuple[int, int, int, int]
    """The part of it that shows; the rest is cut off by what it stands in."""
    text: str = ""
    """What was typed into it."""

    @property
    def takes_focus(self) -> bool:
        """Whether the Tab key stops there now."""
        return {"focusable", "enabled"} <= set(self.states)

    @property
    def hidden_below(self) -> bool:
        """Whether a part of it, or all, is to be found further down."""
        return self.room[1] + self.room[3] < self.box[1] + self.box[3]

    @property
    def middle(self) -> tuple[int, int]:
        """Where one would press it."""
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    def holds(self, point: tuple[int, int]) -> bool:
        """Say whether a point lies on it."""
        left, top, width, height = self.box
        return left <= point[0] < left + width and top <= point[1] < top + height


def until(look: Callable[[], T | None], what: str, seconds: float = 20.0) -> T:
    """Look again and again until there is something; fail after so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.03)  # between two looks at another process; nothing is assumed about it
    raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")


class Desktop:
    """A screen of its own with a window manager, a session bus and an accessibility bus."""

    def __init__(self, stack: ExitStack, size: str) -> None:
        self._stack = stack
        self.environment = self._bare()
        self._start_screen(size)
        self._start_bus()
        self._manager = self._start("openbox")
        until(self._is_managed, "the window manager")
        self._eye = self._start(SYSTEM_PYTHON, str(Path(__file__).parent / "seeing.py"), pipe=True)

    def run(self, *words: str, home: Path) -> subprocess.Popen[bytes]:
        """Start the program as its supervisor would be started, and end it with the desktop."""
        command = [sys.executable, "-m", "app", "--home", str(home), *words]
        program = subprocess.Popen(command, env=self.environment, cwd=ROOT, start_new_session=True)
        self._stack.callback(end_group, program)
        return program

    def see(self, process: int) -> list[Seen]:
        """Return all that the program of this process shows now."""
        pipe_in, pipe_out = self._eye.stdin, self._eye.stdout
        assert pipe_in is not None
        assert pipe_out is not None
        pipe_in.write(f"{process}\n".encode())
        pipe_in.flush()
        rows = json.loads(pipe_out.readline())
        return [
            Seen(
                row["role"],
                row["name"],
                row["description"],
                tuple(row["states"]),
                tuple(row["box"]),
                tuple(row["room"]),
                row["text"],
            )
            for row in rows
        ]

    def press(self, x: int, y: int) -> None:
        """Move the mouse there and press its first button."""
        self.tool("mousemove", str(x), str(y), "click", "1")

    def key(self, *keys: str) -> None:
        """Press keys one after another, by their X names."""
        self.tool("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.tool("type", "--delay", "20", text)

    def tool(self, *words: str) -> None:
        """Let xdotool do something with mouse or keys."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=20)

    def _is_managed(self) -> bool:
        if self._manager.poll() is not None:  # it came before the screen was ready for it
            self._manager = self._start("openbox")
        command = ["xdotool", "get_num_desktops"]
        asked = subprocess.run(command, env=self.environment, capture_output=True, check=False)
        return asked.returncode == 0

    def _bare(self) -> dict[str, str]:
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        return kept | {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONUNBUFFERED": "1",
        }

    def _start_screen(self, size: str) -> None:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-dpi", "96"]
        screen = subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        self._stack.callback(end, screen)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"

    def _start_bus(self) -> None:
        bus = self._start("dbus-daemon", "--session", "--print-address", "--nofork", pipe=True)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._start(BUS_LAUNCHER, "--launch-immediately")

    def _start(self, *command: str, pipe: bool = False) -> subprocess.Popen[bytes]:
        ends = subprocess.PIPE if pipe else subprocess.DEVNULL
        process = subprocess.Popen(
            command, env=self.environment, stdin=ends, stdout=ends, stderr=subprocess.DEVNULL
        )
        self._stack.callback(end, process)
        return process


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that we started."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a program with all it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def child_of(process: int) -> int | None:
    """Return the process id of the youngest child of a process: the kiosk under its supervisor."""
    path = Path(f"/proc/{process}/task/{process}/children")
    children = path.read_text().split() if path.exists() else []
    return int(children[-1]) if children else None


class Program:
    """The running kiosk, used from outside: by what is seen, with mouse or keys."""

    def __init__(self, desktop: Desktop, home: Path, words: Sequence[str] = ()) -> None:
        self.desktop = desktop
        self._home = home
        self._words = words
        self.supervisor = desktop.run(*words, home=home)

    @property
    def process(self) -> int:
        """The kiosk's own process id."""
        return until(lambda: child_of(self.supervisor.pid), "the kiosk's process")

    def again(self) -> Program:
        """End it as a power cut does, and start it anew on the same folder."""
        self.end()
        return Program(self.desktop, self._home, self._words)

    def end(self) -> None:
        """End it with all it started."""
        end_group(self.supervisor)

    def see(self) -> list[Seen]:
        """Return all that shows now."""
        return self.desktop.see(self.process)

    def find(self, name: str, role: str = "") -> Seen | None:
        """Return the element with exactly this name (and role), if it shows."""
        fits = (one for one in self.see() if one.name == name and role in ("", one.role))
        return next(fits, None)

    def wait_for(self, name: str, role: str = "", seconds: float = 20.0) -> Seen:
        """Return the element of this name as soon as it shows."""
        return until(lambda: self.find(name, role), f"'{name}'", seconds)

    def shows(self, *parts: str) -> None:
        """Wait until all these words show, each in the name of some element."""
        names: list[str] = []

        def all_there() -> bool:
            names[:] = [one.name for one in self.see() if one.name]
            return all(any(part in name for name in names) for part in parts)

        try:
            until(all_there, f"something that says {parts}")
        except AssertionError as fault:
            raise AssertionError(f"{fault}; there is {names}") from None

    def press(self, name: str, role: str = "") -> None:
        """Press something with the mouse."""
        self.desktop.press(*self.wait_for(name, role).middle)

    def focus(self, name: str, role: str = "") -> None:
        """Go to something with the Tab key alone."""
        self.wait_for(name, role)
        for _ in range(80):
            now = next((one for one in self.see() if "focused" in one.states), None)
            if now is not None and now.name == name and role in ("", now.role):
                return
            self.desktop.key("Tab")
        raise AssertionError(f"Tab never reaches '{name}'")

    def key_press(self, name: str, role: str = "") -> None:
        """Go to something with Tab and press it with Space."""
        self.focus(name, role)
        self.desktop.key("space")


@contextmanager
def desktop(size: str = "1366x768") -> Iterator[Desktop]:
    """Yield a desktop; everything started on it ends with it."""
    with ExitStack() as stack:
        yield Desktop(stack, size)
