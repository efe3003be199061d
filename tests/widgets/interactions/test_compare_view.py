"""The view of "compare": both pages, then one of them with the clues, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.interactions.compare.view import PageButton
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from app.kit.text import Text
from tests.kinds import read, rows_of, sample, table_of
from tests.widgets.interactions.showing import Shown, by_enter, by_mouse, settle

PAGES = ["Moon turns green", "More seals this year"]
BACK = "Look at both again"


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, "compare").show()


def pages(shown: Shown) -> list[PageButton]:
    return [one for one in shown.view.findChildren(PageButton) if one.isVisible()]


def clues(shown: Shown) -> list[OptionCard]:
    return [one for one in shown.view.findChildren(OptionCard) if one.isVisible()]


def test_first_both_pages_and_no_clue(shown: Shown) -> None:
    assert [page.accessibleName() for page in pages(shown)] == PAGES
    assert clues(shown) == []
    assert shown.view.prompt.text() == "One of these pages is made up. Which one?"


def test_what_a_page_says_is_read_with_it(shown: Shown) -> None:
    assert pages(shown)[0].accessibleDescription().startswith("Everybody says that the moon")


def test_then_the_page_with_the_clues(shown: Shown) -> None:
    shown.do(by_mouse, PAGES[1])
    assert [page.accessibleName() for page in pages(shown)] == PAGES[1:]
    assert pages(shown)[0].mark is Mark.HELD
    assert len(clues(shown)) == 3
    assert shown.view.prompt.text() == "Which clue says so?"
    assert shown.answers == []


@pytest.mark.parametrize("way", [BACK, PAGES[1]])
def test_one_can_look_at_both_again(shown: Shown, way: str) -> None:
    shown.do(by_mouse, PAGES[1], way)
    assert [page.accessibleName() for page in pages(shown)] == PAGES
    assert all(page.mark is Mark.NONE for page in pages(shown))
    shown.do(by_mouse, PAGES[0], "It is short")
    assert shown.answers == [Answer(("moon", "short"))]


def test_keys_go_on_to_the_first_clue_and_back_to_the_page(shown: Shown) -> None:
    shown.do(by_enter, PAGES[1])
    focused = QApplication.focusWidget()
    assert focused is clues(shown)[0]
    assert clues(shown)[0].ringed
    shown.do(by_enter, BACK)
    assert QApplication.focusWidget() is pages(shown)[1]


def test_no_clue_is_ringed_for_those_who_use_a_mouse(shown: Shown) -> None:
    shown.do(by_mouse, PAGES[0])
    assert not any(clue.ringed for clue in clues(shown))


def test_right_page_weak_clue(shown: Shown) -> None:
    shown.show(answer=Answer(("moon", "short")))
    assert pages(shown)[0].mark is Mark.GOOD
    assert {clue.id: clue.mark for clue in clues(shown)} == {
        "source": Mark.NONE,
        "picture": Mark.NONE,
        "short": Mark.OTHER,
    }


def test_on_the_wrong_page_no_clue_is_judged(shown: Shown) -> None:
    shown.show(answer=sample("compare").wrong)
    assert [page.accessibleName() for page in pages(shown)] == PAGES[1:]
    assert pages(shown)[0].mark is Mark.OTHER
    assert pages(shown)[0].accessibleDescription().startswith("not made up")
    assert {clue.id: clue.mark for clue in clues(shown)}["source"] is Mark.HELD


@pytest.mark.parametrize("look", ["page", "message", "picture"])
def test_each_look_shows_title_and_text_whole(qtbot: QtBot, look: str) -> None:
    table = table_of("compare")
    for row in rows_of(table, "pages"):
        row["look"] = look
    shown = Shown(qtbot, "compare").show(read("compare", table, quiz=True)[0])
    for page in pages(shown):
        texts = {text.text(): text for text in page.findChildren(Text)}
        assert page.accessibleName() in texts
        assert page.accessibleDescription() in texts
        for text in texts.values():
            assert text.isVisible()
            assert text.needed_height <= text.height()


def test_looks_differ(qtbot: QtBot) -> None:
    seen = []
    shown = []
    for look in ("page", "message", "picture"):
        table = table_of("compare")
        for row in rows_of(table, "pages"):
            row["look"] = look
        shown.append(Shown(qtbot, "compare").show(read("compare", table, quiz=True)[0]))
        seen.append(bytes(shown[-1].picture().constBits()))
    assert len(set(seen)) == 3


def test_a_page_without_a_picture(qtbot: QtBot) -> None:
    table = table_of("compare")
    for row in rows_of(table, "pages"):
        del row["picture"]
    shown = Shown(qtbot, "compare").show(read("compare", table, quiz=True)[0])
    settle()
    assert [page.accessibleName() for page in pages(shown)] == PAGES
