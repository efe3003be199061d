"""The command ``progress export``: everything, safe for spreadsheets, beside a running kiosk."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app import commands
from app.commands.progress import WHAT
from app.domain.ids import ClassId
from app.domain.kind import Answer, Sure
from app.domain.school import Pupil, School, SchoolClass
from app.domain.schoolwork import attempt_as_table
from app.store.cabinet import held
from app.store.envelope import Letter, seal
from app.store.home import Home
from app.store.migrations import PROGRESS
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from app.supervisor.heartbeat import Pulse
from tests.deeds import AMINA, BEN, deed, history

Call = Callable[..., int]

OAKS = SchoolClass(ClassId("c1"), "Oaks, 3")
PUPILS = (
    Pupil(AMINA, "=Zoë", "Ł", OAKS.id, 3, "fox", key="9f" * 16, secret=("kite", "moon", "cake")),
    Pupil(BEN, "Ben", "", ClassId("gone"), 0, "owl", left=True),
)
SCHOOL = School("Hillside", "ab" * 32, classes=(OAKS,), pupils=PUPILS)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A school of two, one of whom did three things."""
    place = Home(tmp_path / "home")
    with held(place) as cabinet:
        SchoolFile(cabinet).save(SCHOOL)
        ProgressFiles(cabinet).add_all(AMINA, history(3))
    return place


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Call the command on that folder."""

    def run(*words: str) -> int:
        return commands.dispatch(str(tmp_path / "home"), ["progress", "export", *words], Pulse())

    return run


def table(text: str) -> list[dict[str, str]]:
    """Read what was printed as a spreadsheet does."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", [(), ("--csv",)])
def test_a_table_has_a_line_for_every_attempt(
    call: Call, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert call(*words) == 0
    lines = table(capsys.readouterr().out)
    assert [line["number"] for line in lines] == ["1", "2", "3"]
    assert {line["pupil"] for line in lines} == {AMINA}
    third = lines[2]
    assert third["class"] == "Oaks, 3"
    assert third["asked"] == deed(3).asked
    assert (third["right"], third["answer"]) == ("yes", "not-telling")
    assert (lines[0]["right"], lines[0]["step"]) == ("", "")


@pytest.mark.usefixtures("home")
def test_json_has_every_pupil_and_nothing_that_opens_a_door(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--json") == 0
    text = capsys.readouterr().out
    first, second = json.loads(text)
    assert (first["first name"], first["initial"]) == ("=Zoë", "Ł")
    assert [one["number"] for one in first["attempts"]] == [1, 2, 3]
    assert second == {
        "pupil": BEN,
        "first name": "Ben",
        "initial": "",
        "class": "",
        "year": 0,
        "left": True,
        "attempts": [],
    }
    assert all(word not in text for word in (*PUPILS[0].secret, PUPILS[0].key, SCHOOL.hash_key))


def test_no_cell_is_run_as_a_formula(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = deed(
        4,
        said="@SUM(A1)",
        asked="-2+3\n=x",
        answer=Answer(("+a", "b"), Sure.SURE),
    )
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(AMINA, odd)
    assert call() == 0
    last = table(capsys.readouterr().out)[-1]
    assert last["first name"] == "'=Zoë"
    assert (last["said"], last["asked"], last["answer"]) == ("'@SUM(A1)", "'-2+3\n=x", "'+a; b")
    assert last["how sure"] == "sure"


def test_it_reads_beside_a_running_kiosk(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(home):
        assert call("--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_damaged_file_is_told_and_the_copy_before_it_handed_out(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(AMINA, deed(4))
    (home.progress / f"{AMINA}.json").write_bytes(b"damage")
    assert call() == 1
    said = capsys.readouterr()
    assert [line["number"] for line in table(said.out)] == ["1", "2", "3"]
    assert f"progress/{AMINA}.json" in said.err
    assert not home.aside.exists()


def test_a_file_from_a_newer_program_leaves_the_others_to_be_read(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(BEN, deed(9))
    path = home.progress / f"{AMINA}.json"
    path.write_bytes(seal(Letter("progress", PROGRESS.schema + 1, b"{}")))
    assert call() == 1
    said = capsys.readouterr()
    assert [line["pupil"] for line in table(said.out)] == [BEN]
    assert f"{path}: this file was written by a newer Be SMART" in said.err


def test_before_there_is_a_school_nobody_has_done_anything(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call() == 0
    assert table(capsys.readouterr().out) == []


def test_the_headings_are_those_of_an_attempt() -> None:
    assert tuple(attempt_as_table(deed(3))) == WHAT


@pytest.mark.usefixtures("home")
def test_both_forms_at_once_are_a_wrong_call(call: Call) -> None:
    with pytest.raises(SystemExit) as ended:
        call("--csv", "--json")
    assert ended.value.code == 2


def test_reading_makes_no_folder(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call() == 0
    assert capsys.readouterr().out.startswith("\ufeffpupil,")
    assert not (tmp_path / "home").exists()
