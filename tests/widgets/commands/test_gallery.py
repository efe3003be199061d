"""The gallery: every page as a picture, in the sizes and looks that were asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app import commands
from app.commands import FINE, PROBLEMS, WRONG_CALL
from app.commands.gallery import SIZES
from app.domain.looks import Theme
from app.kit.folder import shipped
from app.kit.tokens import PALETTES
from tests.fakes import FakePulse

LESSONS = sorted(path.parent.name for path in shipped().glob("lessons/*/*/lesson.toml"))


def gallery(*words: object) -> int:
    """Call the command; return its exit code."""
    return commands.dispatch(None, ["gallery", *map(str, words)], FakePulse())


@pytest.mark.usefixtures("qapp")
def test_the_pictures_that_were_asked_for_are_drawn_and_no_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ("--size", "1024x768", "--theme", "contrast-dark", "--text", "130")
    assert gallery(tmp_path, *wanted, "--only", "ending") == FINE
    assert [path.name for path in tmp_path.iterdir()] == ["1024x768-contrast-dark-130"]
    drawn = sorted(tmp_path.rglob("*"))[1:]
    assert {path.suffix for path in drawn} == {".png"}
    assert sorted({path.name.split()[2] for path in drawn}) == LESSONS
    assert capsys.readouterr().out == f"{len(drawn)} pictures in {tmp_path}\n"
    picture = QImage(str(drawn[0]))
    assert (picture.width(), picture.height()) == (1024, 768)
    paper = QColor(PALETTES[Theme.CONTRAST_DARK].paper)
    assert picture.pixelColor(2, 2) == paper


@pytest.mark.parametrize(
    "words", [["--size", "big"], ["--theme", "pink"], ["--text", "117"], ["--size", "1024x"]]
)
def test_a_size_or_look_that_there_is_not_is_a_wrong_call(tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        gallery(tmp_path, *words)
    assert ended.value.code == WRONG_CALL


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert gallery(tmp_path / "file", "--size", "1024x768") == PROBLEMS
    assert "choose another folder" in capsys.readouterr().err
    assert qapp is QApplication.instance()


def test_it_draws_the_sizes_that_headteachers_and_children_see() -> None:
    assert set(SIZES) == {(1024, 768), (1366, 768), (1920, 1080), (768, 1366)}
