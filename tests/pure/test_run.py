"""What ``run.py`` sets up, what it leaves alone, and what it says when it may not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import run

Said = pytest.CaptureFixture[str]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout of two locks, with an environment that is not set up."""
    (tmp_path / ".venv").mkdir()
    for lock in (run.KIOSK.lock, run.TESTS.lock):
        (tmp_path / lock).write_text("one==1\n")
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    for setup in (run.KIOSK, run.TESTS):
        monkeypatch.setattr(setup, "stamp", str(tmp_path / ".venv" / f"{setup.lock}.done"))
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the steps that were taken, none of them real."""
    taken: list[str] = []

    def step(name: str) -> bool:
        taken.append(name)
        return True

    def hand_over(words: list[str]) -> int:
        taken.append(" ".join(words))
        return 0

    monkeypatch.setattr(run, "missing_packages", lambda _setup: [])
    monkeypatch.setattr(run, "make_environment", lambda: step("environment"))
    monkeypatch.setattr(run, "install_locked", step)
    monkeypatch.setattr(run, "hand_over", hand_over)
    return taken


def test_the_first_start_sets_up_and_the_second_does_not(checkout: Path, steps: list[str]) -> None:
    run.main(["--window", "1366x768"])
    assert steps == ["environment", "requirements.lock", "-m app --window 1366x768"]
    steps.clear()
    run.main([])
    assert steps == ["-m app"]
    assert (checkout / ".venv" / "requirements.lock.done").exists()


@pytest.mark.parametrize(
    ("words", "handed"),
    [
        (["test", "tests/pure", "-k", "x"], "-m tests tests/pure -k x"),
        (["bench"], "-m tests.bench"),
        (["check", "lessons"], "-m app check lessons"),
    ],
)
@pytest.mark.usefixtures("checkout")
def test_the_first_word_says_what_is_started(
    steps: list[str], words: list[str], handed: str
) -> None:
    run.main(words)
    assert steps[-1] == handed


@pytest.mark.usefixtures("checkout")
def test_who_may_test_may_also_start(steps: list[str]) -> None:
    run.main(["test"])
    steps.clear()
    run.main([])
    assert steps == ["-m app"]


def test_a_changed_lock_is_installed_anew(checkout: Path, steps: list[str]) -> None:
    run.main([])
    steps.clear()
    (checkout / run.KIOSK.lock).write_text("one==2\n")
    run.main([])
    assert steps == ["environment", "requirements.lock", "-m app"]


def test_a_set_up_that_was_cut_short_is_done_again(
    checkout: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "install_locked", lambda _lock: False)
    assert run.main([]) == 1
    assert steps == ["environment"]
    assert not (checkout / ".venv" / "requirements.lock.done").exists()


@pytest.mark.usefixtures("checkout")
def test_an_older_python_is_told_so(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(run, "OLDEST", (99, 0))
    assert run.main([]) == 1
    assert capsys.readouterr().out.startswith("Be SMART needs Python 99.0 or newer; this is ")
    assert steps == []


# ------------------------------------------------------------------------------- system packages


def libraries_without(*missing: str) -> set[str]:
    return set(run.WINDOW_LIBRARIES) - set(missing)


def test_missing_libraries_are_named_by_their_package(monkeypatch: pytest.MonkeyPatch) -> None:
    known = libraries_without("libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setattr(run, "known_libraries", lambda: known)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run.missing_packages(run.KIOSK) == ["libegl1", "libxcb-cursor0"]


def test_a_linker_that_cannot_be_asked_is_no_reason_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run, "known_libraries", set)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run.missing_packages(run.KIOSK) == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(run, "known_libraries", lambda: {"libc.so.6"})
    monkeypatch.setattr(sys, "platform", platform)
    assert run.missing_packages(run.KIOSK) == []


def test_the_tests_need_more_than_the_kiosk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "known_libraries", lambda: set(run.WINDOW_LIBRARIES))
    monkeypatch.setattr(run, "is_there", lambda name: name != "xdotool")
    monkeypatch.setattr(sys, "platform", "linux")
    assert run.missing_packages(run.KIOSK) == []
    assert run.missing_packages(run.TESTS) == ["xdotool"]


def test_a_python_without_ensurepip_gets_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "known_libraries", set)
    monkeypatch.setattr(run, "has_pip", lambda: False)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    version = "{}.{}".format(*sys.version_info)
    assert run.missing_packages(run.KIOSK) == [f"python{version}-venv"]


class System:
    """A system on which nothing is really run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, rights: list[str] | None) -> None:
        """``rights`` is what makes a command the administrator's, None where we may not."""
        self.commands: list[str] = []
        self.answers: list[bool] = []
        monkeypatch.setattr(run, "administrator", lambda: rights)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(run, "succeeded", self.succeeded)

    def succeeded(self, command: list[str], *, talks: bool = True) -> bool:
        """Note the command."""
        assert not talks
        self.commands.append(" ".join(command))
        return self.answers.pop(0) if self.answers else True


def test_packages_are_installed_by_root_and_said_why(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    system = System(monkeypatch, [])
    assert run.install_packages(["libegl1"], "to show its window")
    quiet = "env DEBIAN_FRONTEND=noninteractive apt-get -qq"
    assert system.commands == [
        f"{quiet} update",
        f"{quiet} install -y --no-install-recommends libegl1",
    ]
    assert "these packages of the system to show its window: libegl1" in capsys.readouterr().out


def test_sudo_is_used_where_it_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    system = System(monkeypatch, ["sudo", "-n"])
    assert run.install_packages(["libegl1"], "why")
    assert all(command.startswith("sudo -n env ") for command in system.commands)


@pytest.mark.parametrize("reason", ["no rights", "it failed"])
def test_the_exact_command_is_printed_where_it_may_not_install(
    monkeypatch: pytest.MonkeyPatch, capsys: Said, reason: str
) -> None:
    system = System(monkeypatch, None if reason == "no rights" else [])
    system.answers = [False, False]
    assert not run.install_packages(["libegl1", "libgl1"], "why")
    assert capsys.readouterr().out.splitlines()[-1].strip() == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_a_linux_of_another_family_is_told_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    system = System(monkeypatch, [])
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert not run.install_packages(["libegl1"], "why")
    assert "no Debian" in capsys.readouterr().out
    assert system.commands == []


# ------------------------------------------------------------------------------------ real things


def test_a_program_and_a_file_are_found(tmp_path: Path) -> None:
    (tmp_path / "x.typelib").write_text("")
    assert run.is_there(f"{tmp_path}/*.typelib")
    assert not run.is_there(f"{tmp_path}/*.missing")
    assert not run.is_there("no-such-program-anywhere")


def test_the_linker_knows_the_c_library() -> None:
    assert "libc.so.6" in run.known_libraries()


def test_a_command_that_is_not_there_or_fails_is_no_success(capsys: Said) -> None:
    assert not run.succeeded(["/nowhere/program"])
    assert "/nowhere/program" in capsys.readouterr().out
    assert not run.succeeded([sys.executable, "-c", "raise SystemExit(3)"])
    assert run.succeeded([sys.executable, "-c", ""])
    assert run.output_of(["/nowhere/program"]) == ""
    assert run.output_of([sys.executable, "-c", "print(7)"]).strip() == "7"


def test_the_environment_of_this_test_has_its_pip() -> None:
    assert run.has_pip()
    assert Path(run.PYTHON).parent.samefile(Path(sys.executable).parent)
