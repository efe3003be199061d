"""The command ``tells verify``: what it says of a record, sound or harmed, beside a kiosk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app import commands
from app.commands import tells
from app.store.cabinet import held
from app.store.home import Home
from app.store.vault import FolderVault
from app.supervisor.heartbeat import Pulse
from app.tell.entry import SIZE
from app.tell.writer import writers
from tests.staffroom import STAFF, staffroom
from tests.tells import SAID, tell

Call = Callable[..., int]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A school in which two children told."""
    place = Home(tmp_path / "home")
    with held(place) as cabinet:
        room = staffroom(FolderVault(cabinet, place.tell))
        for number in (1, 2):
            tell(room.journal, number, SAID, STAFF)
        room.desk.anchor()
    return place


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Call the command on that folder."""

    def run(*words: str) -> int:
        return commands.dispatch(str(tmp_path / "home"), ["tells", "verify", *words], Pulse())

    return run


def chain_of(home: Home) -> Path:
    """Return the file of the kiosk's chain."""
    with held(home) as cabinet:
        return home.tell / writers(FolderVault(cabinet, home.tell)).kiosk.file


def test_a_sound_record_beside_a_running_kiosk(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.root.rglob("*")}
    with held(home):
        assert call() == 0
    told = capsys.readouterr()
    assert told.out.endswith("The record is as it was written.\n")
    assert "14 entries and 12 files were checked." in told.out
    assert told.err == ""
    after = {path: path.stat().st_mtime_ns for path in home.root.rglob("*")}
    assert {path: after[path] for path in before if path.is_file()} == {
        path: at for path, at in before.items() if path.is_file()
    }


def test_the_heads_it_prints_are_the_anchors_it_takes(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    chain = chain_of(home)
    call()
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Head of")]
    anchors = [line.rpartition(" ")[2] for line in heads]
    assert len(anchors) == 2
    spaced = f"{anchors[0][:8].upper()} {anchors[0][8:16]}"
    assert call("--anchor", spaced, "--anchor", anchors[1]) == 0
    chain.write_bytes(chain.read_bytes()[:-SIZE])
    assert call(*(word for one in anchors for word in ("--anchor", one))) == 1
    assert "First fault of anchor" in capsys.readouterr().out


def test_a_harmed_record_is_told_with_its_first_fault_and_the_rest(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tells, "MOST", 1)
    chain = chain_of(home)
    data = bytearray(chain.read_bytes())
    for number in (3, 5, 7):
        data[number * SIZE + 20] ^= 1
    chain.write_bytes(data)
    assert call() == 1
    lines = capsys.readouterr().out.splitlines()
    (first,) = [line for line in lines if line.startswith("First fault of chains/")]
    assert "entry 3" in first
    assert "keep this folder as it is" in first
    assert any(line.startswith("  and ") and line.endswith(" more") for line in lines)
    assert lines[-1] == "THE RECORD WAS CHANGED."


def test_a_long_record_shows_how_far_it_is(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home.tell.is_dir()
    monkeypatch.setattr(tells, "LONG", 5)
    monkeypatch.setattr(tells, "AT_ONCE", 4)
    assert call() == 0
    assert "8 of 14 entries" in capsys.readouterr().err


def test_no_record_at_all_is_not_called_sound(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is another folder, or the record is gone."""
    assert call() == 1
    told = capsys.readouterr().out
    assert "There is no record of Tells in " in told
    assert "as it was written" not in told


def test_what_cannot_be_read_is_told(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    chain = chain_of(home)
    chain.unlink()
    chain.mkdir()
    assert call() == 1
    assert chain.name in capsys.readouterr().err


@pytest.mark.parametrize("word", ["abc", "xyz" * 20, "ab" * 33])
def test_an_anchor_that_is_none_is_a_wrong_call(
    call: Call, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        call("--anchor", word)
    assert ended.value.code == 2
    assert "at least its first 16 digits" in capsys.readouterr().err
