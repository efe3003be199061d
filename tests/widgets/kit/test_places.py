"""The room that each kind of text has: measured where it is least, and true to the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.tour import tour
from app.domain.looks import Looks
from app.domain.smart import Band
from app.domain.words import Slot, Words
from app.interactions.compare.view import PageButton
from app.kit import style, stylesheet
from app.kit.activity import InteractionView
from app.kit.fonts import Role
from app.kit.places import PLACES, SMALLEST, SmallestPage
from app.kit.style import Style
from app.kit.text import Text
from app.screens.parts.debrief import DebriefView
from app.screens.parts.feedback import Feedback
from app.screens.parts.header import Header
from app.screens.parts.stage import Stage

BAND = Band.UKS2
"""Whose lesson compares pages, too."""

RULES_OF_THUMB = {
    Slot.TITLE: 28,
    Slot.TOLD: 100,
    Slot.LINE: 120,
    Slot.PROMPT: 80,
    Slot.OPTION: 50,
    Slot.MESSAGE: 75,
    Slot.CARD: 45,
    Slot.BASKET: 20,
    Slot.LABEL: 22,
    Slot.PAGE: 130,
    Slot.FEEDBACK: 200,
    Slot.DEBRIEF: 85,
}
"""So many characters of plain English always fit: what authors go by."""
ENGLISH = "The kids see a dog run by and ask who it is, so Sam asks Mum and she says to wait " * 9


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
    assert page.too_long(Words("x", "Supercalifragilistic", Slot.LABEL))
    assert not page.too_long(Words("x", "Super-cali-fragi-listic", Slot.LABEL))


def test_it_measures_the_largest_letters_whatever_is_in_force(qapp: QApplication) -> None:
    small = Style(Looks(text_size=100), 3.0)
    stylesheet.apply(qapp, small)
    measured = SmallestPage()
    assert style.current() == small
    stylesheet.apply(qapp, Style())
    texts = [said(slot, length) for slot in PLACES for length in range(10, 200, 10)]
    usual = SmallestPage()
    assert [measured.too_long(one) for one in texts] == [usual.too_long(one) for one in texts]


def shown(inside: QWidget, kind: type[QWidget], role: Role) -> Iterator[int]:
    """Yield how wide the texts of a role stand in the widgets of a kind that can be seen."""
    for holder in inside.findChildren(kind):
        texts = [one for one in holder.findChildren(Text) if one.isVisible()]
        yield from (one.contentsRect().width() for one in texts if one.role is role)


def sides(window: QWidget) -> Iterator[None]:
    """Yield for what is shown, and again for the other side where one shows at a time."""
    yield
    for stage in window.findChildren(Stage):
        turn = next((one for one in (stage.on, stage.again) if one.isVisible()), None)
        if turn is not None:
            turn.click()
            yield


HOLDERS: dict[Slot, tuple[type[QWidget], Role]] = {
    Slot.TITLE: (Header, Role.HEADING),
    Slot.PROMPT: (InteractionView, Role.HEADING),
    Slot.FEEDBACK: (Feedback, Role.BODY),
    Slot.DEBRIEF: (DebriefView, Role.BODY),
    Slot.PAGE: (PageButton, Role.BODY),
}


@pytest.mark.usefixtures("qapp")
def test_no_place_is_thought_wider_than_the_page_has_it() -> None:
    seen: dict[Slot, set[int]] = {slot: set() for slot in HOLDERS}
    with tour() as guide:
        guide.open(SMALLEST)
        lesson = next(one for one in guide.desk.services.library.lessons() if one.band is BAND)
        guide.sign_in(BAND)
        guide.look(Looks(text_size=150, still=True))
        for _ in guide.lesson(lesson):
            for _ in sides(guide.window):
                for slot, (kind, role) in HOLDERS.items():
                    seen[slot] |= set(shown(guide.window, kind, role))
    least = {slot: min(found) for slot, found in seen.items()}
    assert {slot for slot, wide in least.items() if PLACES[slot].width > wide} == set(), least
