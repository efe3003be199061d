"""The command "check", as an author calls it: what it prints and how it ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import commands
from app.commands import FINE, PROBLEMS, WRONG_CALL
from tests.fakes import FakePulse
from tests.lessonbook import CARD, LESSON, ROOT, Desk, edited, quiz


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a full desk, standing in its folder as an author does."""
    desk = Desk(tmp_path)
    # Ids of its own: what ships holds "safe/lks2" and the rule cards.
    desk.lesson(LESSON)
    desk.quiz(quiz(), "meeting/ks1")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BE_SMART_HOME", raising=False)
    return desk


def check(*words: str) -> int:
    """Call the command; return its exit code."""
    return commands.dispatch(None, ["check", *words], FakePulse())


@pytest.mark.parametrize(
    ("place", "summary"),
    [
        (".", "no problems in 1 lesson, 1 quiz"),
        ("lessons", "no problems in 1 lesson, 0 quizzes"),
        ("lessons/safe/the-torch", "no problems in 1 lesson, 0 quizzes"),
        ("quizzes", "no problems in 0 lessons, 1 quiz"),
        ("quizzes/meeting/ks1.toml", "no problems in 0 lessons, 1 quiz"),
    ],
)
def test_a_sound_place_ends_well(
    desk: Desk, capsys: pytest.CaptureFixture[str], place: str, summary: str
) -> None:
    assert check(place) == FINE
    assert capsys.readouterr().out.splitlines() == [summary]
    assert desk.folder.is_dir()


def test_every_problem_is_a_line_of_file_place_and_fault(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    text = edited(LESSON, "minutes = 10", "minutes = 99")
    desk.lesson(edited(text, 'goto = "far"', 'goto = "fra"'))
    assert check("lessons/safe/the-torch") == PROBLEMS
    file = "lessons/safe/the-torch/lesson.toml"
    goal = "goto 'fra' leads to no scene or ending; correct the id or write it"
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: lesson: 'minutes' is 99; a lesson takes 5 to 40",
        f"{file}: scene 'gate', way 1: {goal}",
        "2 problems in 1 lesson, 0 quizzes",
    ]


def test_what_ships_is_checked_without_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == FINE
    out = capsys.readouterr().out
    assert out.startswith("no problems in ")
    assert check(str(ROOT)) == FINE, "the same by name, and no file is a double of itself"
    assert capsys.readouterr().out == out


def test_a_data_folder_is_checked_with_what_ships(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("--home", ".") == FINE
    desk.card(CARD)
    assert check("--home", ".") == PROBLEMS
    double, summary = capsys.readouterr().out.splitlines()[1:]
    assert "./lessons/safe/rule.toml: the id: id 'safe' is taken by lessons/safe/rule" in double
    assert summary.startswith("1 problem in ")


def test_an_id_that_ships_is_taken_also_for_a_folder_by_itself(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.card(CARD)
    assert check("lessons/safe/rule.toml") == PROBLEMS
    assert "is taken by lessons/safe/rule.toml" in capsys.readouterr().out


def test_complete_names_the_empty_cells(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(".", "--complete") == PROBLEMS
    lines = capsys.readouterr().out.splitlines()
    assert "tell x ks1: the whole: has no lesson; write one" in lines
    assert "safe x lks2: the whole: has no lesson; write one" not in lines
    assert desk.folder.is_dir()


def test_words_reads_the_language(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.lesson(edited(LESSON, "So dark in here!", "An egregious egg!"))
    assert check("lessons") == FINE
    assert check("lessons", "--words") == PROBLEMS
    assert "'egregious' is a hard word for lks2" in capsys.readouterr().out


def test_words_without_its_extra_is_one_sentence(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.content.reading import reader

    reader.cache_clear()
    monkeypatch.setitem(sys.modules, "pyphen", None)
    assert check("lessons", "--words") == PROBLEMS
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("--words needs the extra 'words'")
    assert desk.folder.is_dir()


def test_a_picture_that_qt_cannot_draw_is_found(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = desk.lesson(edited(LESSON, 'picture = "art:star"', 'picture = "torch.webp"'))
    size = (16).to_bytes(2, "little") * 2
    body = b"WEBPVP8 " + b"\x0e\0\0\0" + b"\0" * 6 + size + b"none"
    (folder / "torch.webp").write_bytes(b"RIFF" + len(body).to_bytes(4, "little") + body)
    assert check("lessons") == PROBLEMS
    assert "'torch.webp' cannot be drawn; save it anew" in capsys.readouterr().out


def test_a_text_that_is_too_long_for_its_place_is_found(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "So dark in here! " * 20
    desk.lesson(edited(LESSON, "So dark in here!", long.strip()))
    assert check("lessons") == PROBLEMS
    told, summary = capsys.readouterr().out.splitlines()
    assert "scene 'hello', line 2 of 'amina': is too long for its place" in told
    assert summary == "1 problem in 1 lesson, 0 quizzes"


def test_a_place_that_is_not_there_is_a_problem_and_a_wrong_word_a_wrong_call(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("nowhere") == PROBLEMS
    assert "nowhere: the folder: is not there" in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        check("--loudly")
    assert ended.value.code == WRONG_CALL
    assert desk.folder.is_dir()


def test_a_data_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert commands.dispatch(str(home), ["check"], FakePulse()) == FINE
    assert not home.exists()
