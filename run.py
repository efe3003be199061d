"""Sets up what Be SMART needs, once, then starts it: ``python3 run.py``.

    python3 run.py [WORDS ...]        the kiosk, or a command: see --help
    python3 run.py test [ARGS ...]    the gate and every test (arguments go to pytest)
    python3 run.py bench [ARGS ...]   the figures

Needs Python 3.11 and nothing else. Packages go into ``.venv`` beside this file.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))

WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt's wheel expects of Linux (seen by ldd), and the Debian package that brings it."""

TEST_PROGRAMS = {
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "git": "git",
    "openbox": "openbox",
    "xdotool": "xdotool",
}
"""What the tests need: a screen in memory, windows, keys and mouse, a screen reader's view."""

MODULES = {"test": "tests", "bench": "tests.bench"}
"""What the words that are ours start; every other word goes to the program."""


class Setup:
    """A state of the environment: the lock it follows and what it needs of the system."""

    def __init__(self, lock: str, programs: Mapping[str, str], why: str) -> None:
        """``programs`` maps a program's name, or a file, to its Debian package."""
        self.lock = lock
        self.programs = programs
        self.why = why
        self.stamp = os.path.join(VENV, lock + ".done")

    def mark(self) -> str:
        """Return what the stamp holds as long as nothing has changed."""
        with open(os.path.join(ROOT, self.lock), encoding="utf-8") as file:
            return f"Python {sys.version_info[0]}.{sys.version_info[1]} in {ROOT}\n{file.read()}"

    def is_done(self) -> bool:
        """Say whether everything is in place; this is all that a later start costs."""
        try:
            with open(self.stamp, encoding="utf-8") as file:
                return file.read() == self.mark()
        except OSError:
            return False

    def set_done(self) -> None:
        """Leave the stamp."""
        with open(self.stamp, "w", encoding="utf-8") as file:
            file.write(self.mark())


KIOSK = Setup("requirements.lock", {}, "to show its window")
TESTS = Setup("requirements-dev.lock", TEST_PROGRAMS, "to be tested in a real window")


def main(words: list[str]) -> int:
    """Set up what is missing, then do what was asked for."""
    if sys.version_info < OLDEST:
        say("Be SMART needs Python {}.{} or newer; this is {}.".format(*OLDEST, sys.version))
        return 1
    ours = bool(words) and words[0] in MODULES
    setup = TESTS if ours else KIOSK
    if not setup.is_done() and not install(setup):
        return 1
    if ours:
        return hand_over(["-m", MODULES[words[0]], *words[1:]])
    return hand_over(["-m", "app", *words])


def hand_over(words: list[str]) -> int:
    """Become the environment's Python; Windows cannot, so there it is waited for."""
    command = [PYTHON, "-P", *words]
    environment = {**os.environ, "PYTHONPATH": ROOT}
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(PYTHON, command, environment)
    import subprocess

    return subprocess.call(command, env=environment)


def say(what: str) -> None:
    """Tell the person at the terminal."""
    print(what, flush=True)


# ------------------------------------------------------------------------------------ setting up


def install(setup: Setup) -> bool:
    """Install what this set-up needs; return False once it was said what a person must do."""
    say(f"Setting up Be SMART in {VENV}. This happens once and takes a minute or two.")
    packages = missing_packages(setup)
    if packages and not install_packages(packages, setup.why):
        return False
    if not (make_environment() and install_locked(setup.lock)):
        return False
    setup.set_done()
    if setup is TESTS:
        KIOSK.set_done()  # its lock holds the other one whole; a test sees to that
    return True


def missing_packages(setup: Setup) -> list[str]:
    """Return the Debian packages of what this Linux lacks; nothing on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    import importlib.util

    known = known_libraries()
    missing = {WINDOW_LIBRARIES[name] for name in WINDOW_LIBRARIES if known and name not in known}
    missing |= {setup.programs[name] for name in setup.programs if not is_there(name)}
    if importlib.util.find_spec("ensurepip") is None and not has_pip():
        missing.add("python{}.{}-venv".format(*sys.version_info))
    return sorted(missing)


def is_there(name: str) -> bool:
    """Say whether there is a program of this name, or a file if it is a path (``*`` allowed)."""
    import glob
    import shutil

    return bool(glob.glob(name)) if "/" in name else shutil.which(name) is not None


def known_libraries() -> set[str]:
    """Return the names of the libraries the system's linker finds; empty if it cannot be asked."""
    import shutil

    asked = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    lines = output_of([asked, "-p"]).splitlines() if asked else []
    return {line.split()[0] for line in lines if "=>" in line}


def install_packages(packages: list[str], why: str) -> bool:
    """Install Debian packages where we may; else print the command for somebody who may."""
    import shutil

    say(f"Be SMART needs these packages of the system {why}: {' '.join(packages)}")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    rights = administrator()
    if not shutil.which("apt-get"):
        say("This is no Debian or Ubuntu: please install what they hold, then start again.")
        return False
    if rights is not None:
        say("Installing them with apt-get.")
        quiet = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
        succeeded([*quiet, "apt-get", "-qq", "update"], talks=False)
        if succeeded([*quiet, "apt-get", "-qq", *command[1:]], talks=False):
            return True
    say("Please let somebody who may install software run this, then start again:")
    say(f"    sudo apt-get update && sudo {' '.join(command)}")
    return False


def administrator() -> list[str] | None:
    """Return what to put before a command to run it as administrator, or None if we may not."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if output_of(["sudo", "-n", "echo", "yes"]) else None


def make_environment() -> bool:
    """Make ``.venv`` unless a usable one is there."""
    if has_pip():
        return True
    say("Making the environment.")
    if succeeded([sys.executable, "-m", "venv", "--clear", VENV]):
        return True
    say("Python could not make a virtual environment (its own words are above).")
    return False


def has_pip() -> bool:
    """Say whether ``.venv`` works, holds pip and is of this Python."""
    asked = "import pip, sys; print('{}.{}'.format(*sys.version_info))"
    return output_of([PYTHON, "-c", asked]).strip() == "{}.{}".format(*sys.version_info)


def install_locked(lock: str) -> bool:
    """Install the packages of a lock, each checked against its hash."""
    say(f"Installing the packages of {lock}.")
    command = [PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    if succeeded([*command, *quiet, "-r", os.path.join(ROOT, lock)]):
        return True
    say("The packages could not be installed (pip's own words are above). Is there a network?")
    return False


def succeeded(command: list[str], *, talks: bool = True) -> bool:
    """Run a command, showing its errors (and, if it talks, the rest); say whether it ended well."""
    import subprocess

    try:
        return subprocess.call(command, stdout=None if talks else subprocess.DEVNULL) == 0
    except OSError as fault:
        say(f"{command[0]}: {fault}")
        return False


def output_of(command: list[str]) -> str:
    """Run a command quietly; return what it printed, nothing if it failed or is not there."""
    import subprocess

    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
