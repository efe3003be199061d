"""The command ``pupils``: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from app import commands
from app.domain.animals import animal_words
from app.domain.demo import demo_school
from app.domain.ids import PupilId
from app.domain.school import School
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from app.supervisor.heartbeat import Pulse
from tests.deeds import deed
from tests.rosters import HASH_KEY, child

OWLS = b"Forename,Surname,Class,Year,DOB\r\nAmina,Khan,Owl,1,01/02/2020\r\nZo\xeb,Li,Owl,2,\r\n"

Call = Callable[..., int]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Call the command on a data folder of the test's own."""

    def run(*words: str | Path) -> int:
        try:
            return commands.dispatch(
                str(tmp_path / "home"), ["pupils", *(str(word) for word in words)], Pulse()
            )
        except SystemExit as ended:
            return cast("int", ended.code)

    return run


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The data folder that ``call`` uses."""
    return Home(tmp_path / "home")


@pytest.fixture
def owls(tmp_path: Path) -> Path:
    """A class list of two."""
    return written(tmp_path, OWLS)


def written(folder: Path, data: bytes) -> Path:
    """Return a class list with these bytes."""
    path = folder / "list.csv"
    path.write_bytes(data)
    return path


def school_in(home: Home) -> School:
    """Return the school as it stands on the disk."""
    school = SchoolFile(Cabinet(home)).load()
    assert school is not None
    return school


def test_a_dry_run_shows_the_table_and_writes_nothing(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("import", owls, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "2     added  Amina K  Owl    Year 1" in told
    assert "Not read and not kept: DOB." in told
    assert "Nothing was written: this was a dry run." in told
    assert not home.school_file.exists()


def test_what_only_reads_makes_no_folder(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("list") == 0
    assert "this is the demo" in capsys.readouterr().err
    assert call("export", "nobody") == 2
    assert call("import", owls, "--dry-run") == 0
    assert not home.root.exists()
    assert call("import", owls) == 0
    assert home.root.is_dir()


def test_an_import_makes_the_school_and_the_same_again_changes_nothing(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("import", owls, "--school", "Hill Top Primary") == 0
    assert capsys.readouterr().out.endswith("In all: 2 added.\nWritten.\n")
    school = school_in(home)
    assert school.name == "Hill Top Primary"
    assert len(bytes.fromhex(school.hash_key)) == 32
    assert [one.first_name for one in school.pupils] == ["Amina", "Zoë"]
    before = home.school_file.read_bytes()
    assert call("import", owls) == 0
    assert "Nothing to write" in capsys.readouterr().out
    assert home.school_file.read_bytes() == before


def test_neither_surname_nor_birthday_nor_file_name_comes_to_the_disk(
    call: Call, tmp_path: Path, home: Home
) -> None:
    data = b"Forename,Surname,Class,Year,DOB,UPN\nAmina,Khanovska,Owl,1,01/02/2020,A823432112001\n"
    assert call("import", written(tmp_path, data)) == 0
    kept = b"".join(path.read_bytes() for path in home.root.rglob("*") if path.is_file())
    assert b"Amina" in kept
    for secret in (b"Khanovska", b"01/02/2020", b"A823432112001", b"list.csv"):
        assert secret not in kept


def test_a_refused_line_stops_everything(
    call: Call, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("import", written(tmp_path, OWLS + b"Ben,Lee,,3,\r\n")) == 1
    told = capsys.readouterr().out
    assert "4     refused  Ben L           has no class" in told
    assert "Nothing was written" in told
    assert not home.school_file.exists()


def test_a_faulty_file_is_named(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, b"PK\x03\x04")
    assert call("import", path) == 1
    assert f"{path}: the file: this is a workbook" in capsys.readouterr().out


def test_a_question_is_answered_by_the_words_it_names(
    call: Call, owls: Path, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    before = child(school_in(home), "Amina K")
    moved = written(tmp_path, b"Forename;Surname;Class;Year\nAmina;Khan;Fox;2\n")
    assert call("import", moved) == 1
    assert "--moved 2" in capsys.readouterr().out
    assert child(school_in(home), "Amina K") == before
    assert call("import", moved, "--moved", "2") == 0
    assert child(school_in(home), "Amina K").id == before.id
    assert child(school_in(home), "Amina K").animal == before.animal


def test_the_whole_school_is_said_to_be_whole(call: Call, owls: Path, home: Home) -> None:
    call("import", owls)
    fox = written(owls.parent, b"Forename,Surname,Class,Year\nBen,Lee,Fox,3\n")
    assert call("import", fox) == 0
    assert not any(one.left for one in school_in(home).pupils)
    assert call("import", fox, "--whole-school") == 0
    assert [one.left for one in school_in(home).pupils] == [True, True, False]


def test_a_list_of_one_new_child_may_be_no_more(call: Call, owls: Path, home: Home) -> None:
    call("import", owls)
    cara = written(owls.parent, b"Forename,Surname,Class,Year\nCara,Lee,Owl,1\n")
    assert call("import", cara, "--only-adds") == 0
    assert [one.left for one in school_in(home).pupils] == [False, False, False]
    assert call("import", cara, "--only-adds", "--whole-school") == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--moved", "2"], "line 2 names no child who may have moved"),
        (["--new", "9"], "line 9 asks nothing"),
        (["--school", "Another"], "the school has a name already"),
    ],
)
def test_words_that_do_not_fit_are_a_wrong_call(
    call: Call, owls: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    assert call("import", owls, *words) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["bring"], ["import"], ["export"], ["list", "--xml"]])
def test_an_unknown_deed_is_a_wrong_call(
    call: Call, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*words) == 2
    assert "usage: be-smart pupils" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_a_wrong_call(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("import", tmp_path / "none.csv") == 2
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_nothing_is_written_while_the_kiosk_holds_the_folder(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    pupil = child(school_in(home), "Amina K").id
    before = home.school_file.read_bytes()
    with held(home):
        assert call("import", owls) == 1
        assert call("erase", pupil, "--really") == 1
        assert "another Be SMART is open on this folder" in capsys.readouterr().err
        assert call("import", owls, "--dry-run") == 0
        assert call("list") == 0
    assert home.school_file.read_bytes() == before


def test_real_pupils_do_not_come_into_the_demo(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(home) as cabinet:
        SchoolFile(cabinet).save(demo_school(HASH_KEY))
    assert call("import", owls) == 2
    assert "demo school" in capsys.readouterr().err
    assert len(school_in(home).pupils) == 30


def test_the_list_is_a_table(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    capsys.readouterr()
    assert call("list") == 0
    headings, *rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert headings == ["id", "name", "initial", "class", "animal", "band"]
    amina = child(school_in(home), "Amina K")
    assert rows[0] == [amina.id, "Amina", "K", "Owl", amina.animal, "ks1"]
    assert len(rows) == 2


def test_the_list_is_json_for_other_programs(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    capsys.readouterr()
    assert call("list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    zoe = child(school_in(home), "Zoë L")
    assert listed[1] == {
        "id": zoe.id,
        "name": "Zoë",
        "initial": "L",
        "class": "Owl",
        "animal": zoe.animal,
        "band": "ks1",
    }


def test_leavers_are_listed_apart(
    call: Call, owls: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    call("import", written(owls.parent, OWLS.splitlines(keepends=True)[0] + b"Amina,Khan,Owl,1,"))
    capsys.readouterr()
    for words, names in (([], ["Amina"]), (["--leavers"], ["Zoë"])):
        assert call("list", "--json", *words) == 0
        assert [one["name"] for one in json.loads(capsys.readouterr().out)] == names


def test_before_there_is_a_school_the_demo_is_listed_whether_it_is_made_yet_or_not(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("list", "--json") == 0
    said = capsys.readouterr()
    assert "this is the demo. 'pupils import FILE.csv' begins yours" in said.err
    assert len(json.loads(said.out)) == 30
    assert [path.name for path in home.root.rglob("*")] == [], "listing writes nothing"
    with held(home.demo()) as cabinet:
        SchoolFile(cabinet).save(demo_school(HASH_KEY))
    assert call("list", "--json") == 0
    assert capsys.readouterr().out == said.out


def test_a_damaged_school_file_is_told_with_its_remedy(
    call: Call, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.root.mkdir()
    home.school_file.write_bytes(b"{")
    assert call("list") == 1
    assert str(home.school_file) in capsys.readouterr().err


def with_history(home: Home) -> PupilId:
    """Return a pupil who has done something."""
    pupil = child(school_in(home), "Amina K").id
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(pupil, deed(1))
    return pupil


def test_all_that_is_kept_of_a_pupil_is_handed_out(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    pupil = with_history(home)
    capsys.readouterr()
    assert call("export", pupil) == 0
    kept = json.loads(capsys.readouterr().out)
    assert kept["first name"] == "Amina"
    assert len(kept["attempts"]) == 1


def test_erasing_leaves_nothing_of_a_pupil(
    call: Call, owls: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", owls)
    pupil = with_history(home)
    assert call("erase", pupil) == 2
    assert "cannot be undone; repeat it with --really" in capsys.readouterr().err
    assert call("erase", pupil, "--really") == 0
    assert school_in(home).pupil(pupil) is None
    assert ProgressFiles(Cabinet(home)).attempts(pupil) == ()
    assert not [path for path in home.root.rglob("*") if pupil in path.name]
    assert call("erase", pupil, "--really") == 2
    assert f"no pupil with the id '{pupil}'" in capsys.readouterr().err


def test_erasing_says_which_of_two_of_one_name(
    call: Call, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    call("import", written(tmp_path, b"Name,Class,Year,UPN\nAda B,Owl,1,A1\nAda B,Owl,1,A2\n"))
    first, second = school_in(home).pupils
    capsys.readouterr()
    call("erase", first.id, "--really")
    call("erase", second.id, "--really")
    told = capsys.readouterr().out
    assert told == f"Erased: Ada B ({animal_words(first.animal)})\nErased: Ada B\n"


def test_erasing_before_there_is_a_school_is_told(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("erase", "0" * 12, "--really") == 1
    assert "no school is set up" in capsys.readouterr().err


def test_help_tells_what_is_kept(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("import", "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "its initial is kept" in told
    assert "--whole-school the file holds the whole school" in told
