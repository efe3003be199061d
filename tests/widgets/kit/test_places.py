"""The room that each kind of text has: measured where it is least, and true to the pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.tour import tour
from app.domain.looks import Looks
from app.domain.words import Slot, Words
from app.kit import style, stylesheet
from app.kit.activity import InteractionView
from app.kit.places import PLACES, SMALLEST, SmallestPage
from app.kit.style import Style
from app.kit.text import Text
from app.screens.parts.feedback import Feedback
from app.screens.parts.header import Header

RULES_OF_THUMB = {
    Slot.TITLE: 36,
    Slot.TOLD: 100,
    Slot.LINE: 70,
    Slot.PROMPT: 75,
    Slot.OPTION: 50,
    Slot.MESSAGE: 60,
    Slot.CARD: 40,
    Slot.BASKET: 20,
    Slot.LABEL: 20,
    Slot.PAGE: 100,
    Slot.FEEDBACK: 110,
    Slot.DEBRIEF: 100,
}
"""So many characters of plain English always fit: what authors go by."""
ENGLISH = "The kids see a dog run by and ask who it is, so Sam asks Mum and she says to wait " * 3


def said(slot: Slot, length: int) -> Words:
    return Words("scene 'a'", ENGLISH[:length].strip(), slot)


@pytest.fixture
def page(qapp: QApplication) -> SmallestPage:
    """Measure (with an application, without which there are no fonts)."""
    assert qapp is QApplication.instance()
    return SmallestPage()


@pytest.mark.parametrize("slot", PLACES)
def test_a_usual_text_fits_and_one_three_times_as_long_does_not(
    page: SmallestPage, slot: Slot
) -> None:
    assert not page.too_long(said(slot, RULES_OF_THUMB[slot]))
    assert page.too_long(said(slot, 3 * RULES_OF_THUMB[slot]))


def test_every_slot_has_a_place_but_what_only_staff_read(page: SmallestPage) -> None:
    assert set(Slot) - set(PLACES) == {Slot.STAFF}
    assert not page.too_long(Words("notes", ENGLISH * 20, Slot.STAFF))


def test_a_word_may_be_broken_behind_its_hyphen_and_nowhere_else(page: SmallestPage) -> None:
    assert page.too_long(Words("x", "Supercalifragilistic", Slot.LINE))
    assert not page.too_long(Words("x", "Super-cali-fragi-listic", Slot.LINE))


def test_it_measures_the_largest_letters_whatever_is_in_force(qapp: QApplication) -> None:
    small = Style(Looks(text_size=100), 3.0)
    stylesheet.apply(qapp, small)
    measured = SmallestPage()
    assert style.current() == small
    stylesheet.apply(qapp, Style())
    texts = [said(slot, length) for slot in PLACES for length in range(10, 200, 10)]
    usual = SmallestPage()
    assert [measured.too_long(one) for one in texts] == [usual.too_long(one) for one in texts]


def widths(inside: QWidget, kind: type[QWidget]) -> set[int]:
    """Return how wide the texts stand directly in widgets of a kind."""
    holders = [one for one in inside.findChildren(kind) if one.isVisible()]
    return {text.width() for one in holders for text in one.findChildren(Text)}


@pytest.mark.usefixtures("qapp")
def test_no_place_is_thought_wider_than_the_page_has_it() -> None:
    seen: dict[Slot, set[int]] = {Slot.TITLE: set(), Slot.PROMPT: set(), Slot.FEEDBACK: set()}
    with tour() as guide:
        guide.open(SMALLEST)
        lesson = guide.desk.services.library.lessons()[0]
        guide.sign_in(lesson.band)
        guide.look(Looks(text_size=150, still=True))
        for _ in guide.lesson(lesson):
            for view in guide.window.findChildren(InteractionView):
                seen[Slot.PROMPT].add(view.prompt.width())
            seen[Slot.TITLE].add(max(widths(guide.window, Header)))
            seen[Slot.FEEDBACK] |= widths(guide.window, Feedback)
    least = {slot: min(found) for slot, found in seen.items()}
    assert {slot: PLACES[slot].width <= wide for slot, wide in least.items()} == dict.fromkeys(
        seen, True
    ), least
