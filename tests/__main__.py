"""Runs the gate and every test: ``python -m tests [PATHS AND OPTIONS OF PYTEST ...]``.

The pure tests run without Qt's plugin, the widgets without a screen, the rest one by one in real
windows: three runs of pytest, so a line that sums them up closes the output.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
NOTHING_COLLECTED = 5


@dataclass(frozen=True)
class Group:
    """Tests that run in one go."""

    folders: tuple[str, ...]
    options: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def paths(self, asked: list[str]) -> list[str]:
        """Return which of the asked paths are its own; without any asked, all its folders."""
        if not asked:
            return [folder for folder in self.folders if (ROOT / folder).is_dir()]
        return [
            path for path in asked if Path(path.split("::")[0]).as_posix().startswith(self.folders)
        ]


GROUPS = (
    Group(("tests/house", "tests/pure"), ("-p", "no:pytest-qt", "-n", "2")),
    Group(("tests/widgets",), ("-n", "2"), {"QT_QPA_PLATFORM": "offscreen"}),
    Group(("tests/e2e",)),
)


@dataclass(frozen=True)
class Outcome:
    """How many tests passed and failed; ``sound`` is False if pytest itself stumbled."""

    passed: int = 0
    failed: int = 0
    sound: bool = True

    def plus(self, other: Outcome) -> Outcome:
        """Return both as one."""
        return Outcome(
            self.passed + other.passed, self.failed + other.failed, self.sound and other.sound
        )


def main(words: list[str]) -> int:
    """Run what was asked for, or everything; return 0 if all passed and there was something."""
    asked = [word for word in words if not word.startswith("-") and is_path(word)]
    options = [word for word in words if word not in asked]
    total = Outcome()
    for group in GROUPS:
        if paths := group.paths(asked):
            total = total.plus(run(group, [*options, *paths]))
    print(f"{total.passed} passed, {total.failed} failed", flush=True)
    return 0 if total.sound and total.passed and not total.failed else 1


def is_path(word: str) -> bool:
    """Say whether a word names a test file, folder or a single test in one."""
    return word.startswith("tests") and (ROOT / word.split("::", maxsplit=1)[0]).exists()


def run(group: Group, words: list[str]) -> Outcome:
    """Run pytest once and count."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", *group.options, f"--junitxml={report}", *words]
        environment = {**os.environ, **group.environment}
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        counted = count(report) if report.exists() else Outcome()
        return counted.plus(Outcome(sound=code in {0, NOTHING_COLLECTED}))


def count(report: Path) -> Outcome:
    """Read pytest's report; an error while setting up counts as a failure, a skip as neither."""
    suite = ET.parse(report).getroot()  # noqa: S314 - written by our own pytest
    numbers = {
        name: sum(int(each.get(name, "0")) for each in suite.iter("testsuite"))
        for name in ("tests", "failures", "errors", "skipped")
    }
    failed = numbers["failures"] + numbers["errors"]
    return Outcome(numbers["tests"] - failed - numbers["skipped"], failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
