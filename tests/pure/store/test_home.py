"""Where the data folder is: the chosen one, the machine's, else the user's, which is said."""

from __future__ import annotations

import errno
from pathlib import Path

import platformdirs
import pytest

from app.domain.ports import StoreFault
from app.store.home import FOLDER, Home, find_home


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the machine's and the user's places be here; return the machine's."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "machine"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    assert platformdirs.site_data_dir(FOLDER) == str(tmp_path / "machine" / FOLDER)
    return tmp_path / "machine"


def test_the_chosen_folder_is_made_and_taken(tmp_path: Path) -> None:
    chosen = tmp_path / "one" / "two"
    home = find_home(chosen)
    assert home.root == chosen
    assert chosen.is_dir()
    assert not home.fallback


def test_a_command_that_only_reads_makes_none(tmp_path: Path, machine: Path) -> None:
    assert find_home(tmp_path / "one" / "two", make=False).root == tmp_path / "one" / "two"
    assert find_home(make=False).root == tmp_path / "user" / FOLDER
    assert list(tmp_path.iterdir()) == []
    (machine / FOLDER).mkdir(parents=True)
    assert find_home(make=False) == find_home()
    assert list((machine / FOLDER).iterdir()) == []


@pytest.mark.parametrize("make", [True, False])
def test_a_file_is_no_folder(tmp_path: Path, make: bool) -> None:
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(StoreFault, match="this is a file; choose a folder with --home"):
        find_home(path, make=make)


def test_a_chosen_folder_may_be_relative_or_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "ann"))
    assert find_home(Path("here")).root == tmp_path / "here"
    assert find_home(Path("~/there")).root == tmp_path / "ann" / "there"


def test_unchosen_it_is_the_whole_machines(machine: Path) -> None:
    home = find_home()
    assert home.root == machine / FOLDER
    assert not home.fallback
    assert list(home.root.iterdir()) == []


def test_where_that_is_not_writable_it_is_the_users_and_staff_are_told(
    machine: Path, tmp_path: Path
) -> None:
    machine.write_text("a file where a folder should be")
    home = find_home()
    assert home.root == tmp_path / "user" / FOLDER
    assert home.fallback
    told = home.problems[0]
    assert "one account" in told.fault
    assert str(machine / FOLDER) in told.fault


def test_a_school_on_the_machine_is_kept_to_where_nothing_can_be_written(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = machine / FOLDER
    full.mkdir(parents=True)
    (full / "school.json").write_text("{}")
    monkeypatch.setattr(Path, "touch", no_space)
    home = find_home()
    assert home.root == full
    assert not home.fallback
    assert "the school is here, but nothing can be written" in home.problems[0].fault


def test_a_full_machine_without_a_school_is_left_for_the_users_folder(
    machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / FOLDER).mkdir(parents=True)
    monkeypatch.setattr(Path, "touch", no_space)
    assert find_home().root == tmp_path / "user" / FOLDER


def no_space(path: Path) -> None:
    """Stand in for ``touch`` on a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device", str(path))


def test_a_file_in_its_place_is_a_fault_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault, match="this is a file; choose a folder with --home"):
        find_home(tmp_path / "file")
    with pytest.raises(StoreFault, match="file/below"):
        find_home(tmp_path / "file" / "below")


def test_the_place_itself_is_judged(tmp_path: Path) -> None:
    assert any("temporary" in problem.fault for problem in find_home(tmp_path).problems)


def test_the_demo_lives_apart_inside() -> None:
    home = Home(Path("/data"), fallback=True)
    demo = home.demo()
    assert demo.root == Path("/data/demo")
    assert demo.fallback
    ours = {home.school_file, home.kiosk_file, home.progress, home.lessons, home.quizzes}
    theirs = {demo.school_file, demo.kiosk_file, demo.progress, demo.lessons, demo.quizzes}
    assert not ours & theirs
    assert {home.logs, home.aside, home.lock_file}.isdisjoint(
        {demo.logs, demo.aside, demo.lock_file}
    )
