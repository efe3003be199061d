"""Pages are found by their files, and every wish to go to one names a page that takes it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.screens.registry import Audience, menu, names, screen_class

ROOT = Path(__file__).parents[3]
PAGES = [
    path.stem.replace("_", "-")
    for folder in ("pupil", "staff")
    for path in (ROOT / "app" / "screens" / folder).glob("[!_]*.py")
]


def wishes(source: str) -> Iterator[tuple[int, str, int]]:
    """Yield line, page and number of things given of every ``To(...)`` in a source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "To":
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield node.lineno, name.value, len(node.args) - 1


def unmet(source: str) -> list[str]:
    """Return the wishes in a source that lead nowhere, or give what the page does not take."""
    found = []
    for line, name, given in wishes(source):
        if name not in names():
            found.append(f"{line}: there is no page '{name}'")
            continue
        try:
            # The first argument stands for the page itself.
            inspect.signature(screen_class(name).enter).bind(None, *range(given))
        except TypeError as fault:
            found.append(f"{line}: {name}: {fault}")
    return found


def test_every_file_is_a_page_of_its_name() -> None:
    assert sorted(PAGES) == list(names())
    for name in names():
        assert screen_class(name).name == name


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_is_called_and_how_it_is_entered(name: str) -> None:
    page = screen_class(name)
    assert page.title
    assert "enter" in {key for each in page.__mro__[:-1] for key in vars(each)}


def test_a_page_that_there_is_not_is_named_with_those_there_are() -> None:
    with pytest.raises(LookupError, match=r"there is no page 'nowhere'; there are: .*class-lists"):
        screen_class("nowhere")


def test_every_wish_in_the_code_is_met() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): unmet(path.read_text(encoding="utf-8"))
        for path in (ROOT / "app").rglob("*.py")
    }
    assert {file: faults for file, faults in found.items() if faults} == {}


def test_wishes_are_found_at_all() -> None:
    asked = {
        name
        for path in (ROOT / "app").rglob("*.py")
        for _, name, _ in wishes(path.read_text(encoding="utf-8"))
    }
    assert {"welcome", "who-are-you", "my-path", "lesson", "quiz", "pin", "school"} <= asked


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ('To("nowhere")', "1: there is no page 'nowhere'"),
        ('To("lesson")', "1: lesson: missing a required argument"),
        ('To("welcome", 1)', "1: welcome: too many positional arguments"),
    ],
)
def test_a_planted_wish_that_cannot_be_met_is_seen(planted: str, fault: str) -> None:
    (found,) = unmet(planted)
    assert found.startswith(fault)


def test_the_staff_menu_has_its_order_and_only_staff_pages() -> None:
    pages = menu(Audience.STAFF)
    assert [page.order for page in pages] == sorted(page.order for page in pages)
    assert {page.audience for page in pages} == {Audience.STAFF}
    assert pages[0].name == "school"


def test_every_page_of_an_audience_is_closed_to_the_others() -> None:
    pupils = {name for name in names() if screen_class(name).audience is Audience.PUPIL}
    everyone = {name for name in names() if screen_class(name).audience is Audience.EVERYONE}
    assert pupils == {"looks", "lesson", "my-path", "my-stars", "place", "quiz"}
    staff_ways_in = {"pin", "sign-in", "forgotten", "recovery"}  # each asks for what it opens by
    assert everyone == staff_ways_in | {"tell", "trouble", "welcome", "who-are-you"}
