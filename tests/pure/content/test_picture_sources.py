"""Every picture of a lesson's or a quiz's own has its credits, and what it borrows is named."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.lessonbook import ROOT

ASSETS = ROOT / "assets"
FOLDERS = ("lessons", "quizzes")
DRAWN = re.compile(r'<path\b[^>]*\bd="([^"]+)"')
PICTURES = {".svg", ".png", ".webp"}
LEAST_OF_A_PICTURE = 0.5
"""At least so much of a bundled picture's shapes stand in one that is said to hold it."""


@cache
def sources(folder: str) -> dict[str, dict[str, list[str]]]:
    """Return what SOURCES.toml says of each picture, by its path in the folder."""
    with (ROOT / folder / "SOURCES.toml").open("rb") as file:
        listed = tomllib.load(file)["file"]
    assert len({one["path"] for one in listed}) == len(listed), "listed twice"
    return {one.pop("path"): one for one in listed}


@cache
def art() -> dict[str, frozenset[str]]:
    """Return the shapes of every bundled picture by its name."""
    return {path.stem: shapes(path) for path in (ASSETS / "art").rglob("*.svg")}


def shapes(path: Path) -> frozenset[str]:
    """Return the outlines that a picture is drawn with."""
    return frozenset(DRAWN.findall(path.read_text(encoding="utf-8")))


def borrowed(drawn: frozenset[str], listed: list[str]) -> set[str]:
    """Return bundled pictures of which something is drawn that none of those listed has."""
    known = frozenset[str]().union(*(art()[name] for name in listed))
    return {name for name, outlines in art().items() if outlines & drawn - known}


def own_pictures(folder: str) -> set[str]:
    """Return the paths of all pictures in a folder of content."""
    files = (path for path in (ROOT / folder).rglob("*") if path.suffix in PICTURES)
    return {path.relative_to(ROOT / folder).as_posix() for path in files}


EVERY = [(folder, path) for folder in FOLDERS for path in sorted(own_pictures(folder))]
every_picture = pytest.mark.parametrize(("folder", "path"), EVERY)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_picture_is_listed_and_every_one_listed_is_there(folder: str) -> None:
    assert set(sources(folder)) == own_pictures(folder)


@every_picture
def test_what_a_picture_borrows_is_named(folder: str, path: str) -> None:
    listed = sources(folder)[path]
    drawn = shapes(ROOT / folder / path)
    assert set(listed) == {"art", "letters"}
    assert borrowed(drawn, listed["art"]) == set()
    for name in listed["art"]:
        assert len(art()[name] & drawn) >= LEAST_OF_A_PICTURE * len(art()[name]), name


@every_picture
def test_letters_are_of_a_font_whose_licence_stands_beside_it(folder: str, path: str) -> None:
    for font in sources(folder)[path]["letters"]:
        assert list((ASSETS / "fonts").glob(f"{font}-*.ttf"))
        assert (ASSETS / "fonts" / f"OFL-{font}.txt").is_file()


def test_a_shape_that_nobody_named_is_found() -> None:
    drawn = art()["kite"] | art()["puzzle"]
    assert borrowed(drawn, ["kite", "puzzle"]) == set()
    assert "puzzle" in borrowed(drawn, ["kite"])
    assert borrowed(frozenset({"M0 0h1v1z"}), []) == set()
