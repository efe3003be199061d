"""``run.py`` in a checkout that is set up: it costs next to nothing and leads everywhere."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app import __version__

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 0.060
ROUNDS = 9


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout of links, set up with the packages of this one."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("app", "lessons", "quizzes", "assets", "run.py", "requirements.lock"):
        if name == "run.py":
            (folder / name).write_bytes((ROOT / name).read_bytes())
        else:
            (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").mkdir()
    for part in (ROOT / ".venv").iterdir():
        if not part.name.endswith(".done"):
            (folder / ".venv" / part.name).symlink_to(part)
    stamp = "import run; run.KIOSK.set_done()"
    subprocess.run([sys.executable, "-c", stamp], cwd=folder, check=True)
    return folder


def timed(command: list[str], cwd: Path) -> float:
    """Run a command; return its seconds."""
    before = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - before


def test_a_later_start_installs_nothing_and_costs_at_most_60_ms(checkout: Path) -> None:
    python = str(checkout / ".venv" / "bin" / "python")
    through_run = [sys.executable, "run.py", "--version"]
    directly = [python, "-m", "app", "--version"]
    pairs = [(timed(through_run, checkout), timed(directly, checkout)) for _ in range(ROUNDS)]
    extra = statistics.median(through for through, _ in pairs) - statistics.median(
        direct for _, direct in pairs
    )
    assert extra <= MOST_SECONDS, pairs


def test_it_starts_the_program_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(checkout / "run.py"), "--version"]
    shown = subprocess.check_output(command, cwd=tmp_path, text=True)
    assert shown == f"be-smart {__version__}\n"


def test_its_exit_code_is_the_programs(checkout: Path) -> None:
    command = [sys.executable, str(checkout / "run.py"), "nosuch"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 2


def test_the_gate_is_what_ci_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[-1] == "exec python3 run.py test"
