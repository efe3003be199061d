"""How it looks: each choice works at once, carries its tick, and is kept for this child alone."""

from __future__ import annotations

import pytest

from app.domain.looks import Looks, Theme, Typeface
from app.domain.ports import StoreFault
from app.kit import style
from app.kit.card_button import CardButton
from tests.widgets.desks import AMINA, BEN
from tests.widgets.kiosks import Shown

CHOICES = [
    ("Very large", Looks(text_size=150)),
    ("White on black", Looks(theme=Theme.CONTRAST_DARK)),
    ("OpenDyslexic", Looks(typeface=Typeface.OPEN_DYSLEXIC)),
    ("Keep still", Looks(still=True)),
]
USUAL = {"Small", "Bright", "Andika", "Things may move"}


@pytest.fixture
def looks(shown: Shown) -> Shown:
    """Return a kiosk at Amina's looks."""
    shown.sign_in()
    shown.go("looks")
    return shown


def chosen(shown: Shown) -> set[str]:
    """Return the words of all that carries a tick."""
    return {one.words for one in shown.page.findChildren(CardButton) if one.isChecked()}


def test_the_usual_looks_are_ticked(looks: Shown) -> None:
    assert chosen(looks) == USUAL


@pytest.mark.parametrize(("words", "wanted"), CHOICES)
def test_a_choice_works_at_once_and_is_kept(looks: Shown, words: str, wanted: Looks) -> None:
    looks.press(words)
    assert style.current().looks == wanted
    assert looks.back.progress.looks(AMINA.id) == wanted
    assert words in chosen(looks)
    assert len(chosen(looks)) == 4


def test_choices_add_up(looks: Shown) -> None:
    for words, _ in CHOICES:
        looks.press(words)
    assert chosen(looks) == {words for words, _ in CHOICES}
    assert looks.back.progress.looks(AMINA.id) == Looks(
        150, Theme.CONTRAST_DARK, Typeface.OPEN_DYSLEXIC, still=True
    )


def test_pressing_what_is_chosen_changes_nothing(looks: Shown) -> None:
    looks.press("Bright")
    assert chosen(looks) == USUAL


def test_they_come_back_with_the_child_and_with_nobody_else(looks: Shown) -> None:
    looks.press("White on black")
    looks.go("welcome")
    looks.sign_in(BEN)
    looks.go("looks")
    assert chosen(looks) == USUAL
    looks.go("welcome")
    looks.sign_in()
    looks.go("looks")
    assert "White on black" in chosen(looks)


def test_what_could_not_be_kept_is_told_and_still_works(looks: Shown) -> None:
    looks.back.progress.broken = StoreFault("progress/amina.json: read only")
    looks.press("White on black")
    assert looks.says("Not saved yet. Please tell your teacher.")
    assert not looks.says("amina.json")
    assert style.current().looks.theme is Theme.CONTRAST_DARK
    looks.back.progress.broken = None
    looks.press("Calm")
    assert not looks.says("Not saved yet.")
    assert looks.back.progress.looks(AMINA.id).theme is Theme.GREY


def test_all_of_it_can_be_spoken(looks: Shown) -> None:
    spoken = looks.page.spoken()
    assert spoken[0] == "How it looks"
    assert USUAL | {words for words, _ in CHOICES} <= set(spoken)
