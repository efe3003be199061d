"""What is bundled is all named, licensed, and fit for children."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from app.domain.pictures import ANIMALS, SECRETS
from app.kit.folder import assets

ASSETS = assets()
NO_SOURCE_NEEDED = {"SOURCES.toml"}
HURTFUL = {"monkey", "gorilla", "pig", "cow", "rat", "sloth", "snake"}
EXPRESSIONS = {
    "happy", "laughing", "calm", "thinking", "surprised", "worried", "sad", "cross",
}  # fmt: skip


@cache
def sources() -> list[dict[str, str]]:
    with (ASSETS / "SOURCES.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)["file"]
    return found


def files() -> set[str]:
    return {
        str(path.relative_to(ASSETS).as_posix()) for path in ASSETS.rglob("*") if path.is_file()
    }


def is_licence(name: str) -> bool:
    return Path(name).name.startswith(("LICENSE", "OFL-"))


def art() -> list[Path]:
    return sorted((ASSETS / "art").glob("*/*.svg"))


def test_every_file_has_its_source_and_every_source_its_file() -> None:
    listed = [source["path"] for source in sources()]
    needing = {name for name in files() - NO_SOURCE_NEEDED if not is_licence(name)}
    assert set(listed) == needing
    assert len(listed) == len(set(listed))


def test_every_source_says_who_under_what_and_from_where() -> None:
    for source in sources():
        assert {"path", "author", "licence", "package", "name"} <= set(source), source
        assert all(source.values()), source


def test_every_licence_is_one_we_may_pass_on() -> None:
    assert {source["licence"] for source in sources()} == {"MIT", "OFL-1.1", "Apache-2.0"}


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("art/LICENSE-Fluent-Emoji.txt", "MIT License"),
        ("fonts/OFL-Andika.txt", "SIL OPEN FONT LICENSE"),
        ("fonts/OFL-Lexend.txt", "SIL OPEN FONT LICENSE"),
        ("fonts/OFL-OpenDyslexic.txt", "SIL OPEN FONT LICENSE"),
    ],
)
def test_the_licence_texts_stand_beside(licence: str, words: str) -> None:
    assert words in (ASSETS / licence).read_text(encoding="utf-8")


def test_picture_names_are_unique_and_plain() -> None:
    names = [path.stem for path in art()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_every_animal_of_the_sign_in_is_there_and_no_other() -> None:
    drawn = {path.stem.removeprefix("animal-") for path in (ASSETS / "art/animals").glob("*.svg")}
    assert drawn == set(ANIMALS)


def test_a_class_of_forty_has_an_animal_each() -> None:
    assert len(set(ANIMALS)) >= 48


def test_no_child_is_given_an_animal_that_hurts() -> None:
    words = {word for animal in ANIMALS for word in animal.split("-")}
    assert not words & HURTFUL


def test_no_two_animals_are_the_same_picture() -> None:
    drawn = [path.read_bytes() for path in (ASSETS / "art/animals").glob("*.svg")]
    assert len(drawn) == len(set(drawn))


def test_the_twelve_secret_pictures_are_there() -> None:
    drawn = {path.stem.removeprefix("secret-") for path in (ASSETS / "art/secrets").glob("*.svg")}
    assert drawn == set(SECRETS)
    assert len(SECRETS) == 12


def test_every_person_can_show_every_expression() -> None:
    people: dict[str, set[str]] = {}
    for path in (ASSETS / "art/people").glob("*.svg"):
        who, _, expression = path.stem.rpartition("-")
        people.setdefault(who, set()).add(expression)
    assert all(shown == EXPRESSIONS for shown in people.values())
    assert len(people) >= 30


def test_every_skin_tone_is_among_the_children_and_the_grown_ups() -> None:
    names = {path.stem for path in (ASSETS / "art/people").glob("*-happy.svg")}
    for tone in ("light", "medium-light", "medium", "medium-dark", "dark"):
        for who in ("girl", "boy", "child", "woman", "man"):
            assert f"{who}-{tone}-happy" in names


@pytest.mark.parametrize("folder", ["art", "scenery"])
def test_pictures_keep_to_what_qtsvg_can_draw(folder: str) -> None:
    beyond = re.compile(
        r"<(filter|mask|pattern|style|image|text|use|clipPath|foreignObject|script)\b"
    )
    for path in (ASSETS / folder).rglob("*.svg"):
        found = beyond.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.name}: {found}"


def test_the_bundle_stays_small() -> None:
    assert sum((ASSETS / name).stat().st_size for name in files()) < 6_000_000
