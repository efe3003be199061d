"""Cards stand in the first way that fits, none cut, in order, and go to new places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks
from app.kit import card_plan, motion, stylesheet
from app.kit.board import Board, Way
from app.kit.card_button import CardButton
from app.kit.style import Style

ROW = Way(3, upright=True, size=100, least=200, most=300, grow=1.4)
LINES = Way(1, size=48, least=200, most=600)
PAIRS = Way(2, size=48, least=200, most=400)
WORDS = ("Close it", "Ask a grown-up to look at it", "Send it on")


@pytest.fixture(autouse=True)
def still(qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style(Looks(still=True), young=False))


def made(qtbot: QtBot, *ways: Way, size: QSize, words: tuple[str, ...] = WORDS) -> Board:
    board = Board(ways)
    qtbot.addWidget(board)
    board.resize(size)
    board.show_cards([CardButton(one, "art:star") for one in words])
    board.show()
    return board


def places(board: Board) -> list[QRect]:
    return [card.geometry() for card in board.cards]


def test_the_first_way_is_taken_where_it_fits(qtbot: QtBot) -> None:
    board = made(qtbot, ROW, LINES, size=QSize(1000, 500))
    assert all(card.face.upright for card in board.cards)
    assert len({place.top() for place in places(board)}) == 1
    assert len({(place.width(), place.height()) for place in places(board)}) == 1


def test_the_next_way_is_taken_where_cards_would_be_too_narrow(qtbot: QtBot) -> None:
    board = made(qtbot, ROW, LINES, size=QSize(500, 500))
    assert not any(card.face.upright for card in board.cards)
    assert len({place.left() for place in places(board)}) == 1


def test_the_next_way_is_taken_where_it_would_be_too_tall(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, PAIRS, size=QSize(900, 230))
    assert len({place.left() for place in places(board)}) == 2


def test_where_none_fits_the_least_tall_is_taken(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, PAIRS, size=QSize(900, 60))
    assert len({place.left() for place in places(board)}) == 2
    assert board.heightForWidth(900) > 60


def test_a_way_that_breaks_a_word_is_left_out(qtbot: QtBot) -> None:
    words = ("Llanfairpwllgwyngyllgogery", "b", "c")
    board = made(qtbot, ROW, LINES, size=QSize(760, 600), words=words)
    assert not board.cards[0].face.upright
    assert board.cards[0].text_fits


def test_it_asks_for_the_height_it_needs(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 10))
    wanted = board.heightForWidth(500)
    board.resize(500, wanted)
    assert all(card.text_fits for card in board.cards)
    assert places(board)[-1].bottom() <= wanted
    for card in board.cards:
        assert card.height() >= card_plan.height(card.face, card.width())


def test_rows_grow_a_little_and_stand_in_the_middle(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 2000))
    least = board.heightForWidth(500)
    first, *_, last = places(board)
    assert least < last.bottom() - first.top() <= least * 1.26
    assert abs(first.top() - (2000 - last.bottom())) <= 2


def test_from_the_top_where_asked(qtbot: QtBot) -> None:
    board = Board((LINES,), from_top=True)
    qtbot.addWidget(board)
    board.resize(500, 2000)
    board.show_cards([CardButton("One")])
    assert board.cards[0].y() == 0


def test_words_under_pictures_begin_at_one_height(qtbot: QtBot) -> None:
    board = made(qtbot, ROW, size=QSize(700, 400))
    plans = [card_plan.plan(card.face, card.size()) for card in board.cards]
    assert len({plan.words.top() for plan in plans}) == 1
    assert len({plan.picture.top() for plan in plans}) == 1


def test_pages_from_right_to_left_are_mirrored(qtbot: QtBot) -> None:
    board = made(qtbot, ROW, size=QSize(1000, 500))
    before = places(board)
    board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for one, other in zip(before, places(board), strict=True):
        assert other.left() == 1000 - one.right() - 1


def test_a_card_that_goes_is_hidden_and_kept(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 500))
    first, second, third = board.cards
    board.show_cards([third, first])
    assert not second.isVisible()
    assert third.y() < first.y()
    board.show_cards([second])
    assert second.isVisible()
    assert not first.isVisible()


def test_a_card_can_go_to_another_board(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 500))
    other = made(qtbot, LINES, size=QSize(500, 500), words=())
    card = board.cards[0]
    other.show_cards([card])
    board.show_cards(board.cards[1:])
    assert card.parent() is other
    assert card.isVisible()


def test_part_shows_as_many_as_fit_and_at_least_one(qtbot: QtBot) -> None:
    board = Board((LINES,), part=True)
    qtbot.addWidget(board)
    board.show()
    board.show_cards([CardButton(one) for one in WORDS])
    seen = []
    for tall in (400, 190, 20):
        board.resize(500, tall)
        seen.append([card.isVisible() for card in board.cards])
    assert seen == [[True] * 3, [True, True, False], [True, False, False]]
    assert board.minimumSizeHint().height() >= board.cards[0].height()


def test_focus_follows_the_order_of_the_cards(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 500))
    after = CardButton("Done", parent=board)
    first, second, third = board.cards
    for order in ([third, first, second], [second, first, third], [first, second, third]):
        board.show_cards(order)
        chain = [order[0]]
        while chain[-1] is not after:
            following = chain[-1].nextInFocusChain()
            assert isinstance(following, CardButton)
            chain.append(following)
        assert chain == [*order, after]


def test_an_empty_board_needs_nothing(qtbot: QtBot) -> None:
    board = made(qtbot, LINES, size=QSize(500, 500), words=())
    assert board.heightForWidth(500) == 0
    assert board.minimumSizeHint() == QSize(0, 0)


def test_cards_glide_where_asked_unless_still(qtbot: QtBot, qapp: QApplication) -> None:
    board = made(qtbot, LINES, size=QSize(500, 500))
    board.show_cards(board.cards[::-1], moving=True)
    assert not any(motion.moving(card) for card in board.cards)
    stylesheet.apply(qapp, Style(Looks(still=False), young=False))
    start = [card.pos() for card in board.cards]
    board.show_cards(board.cards[::-1], moving=True)
    assert [card.pos() for card in board.cards[::-1]] == start
    assert motion.moving(board.cards[0])
    qtbot.waitUntil(lambda: not any(map(motion.moving, board.cards)), timeout=2000)
    assert board.cards[0].y() < board.cards[1].y() < board.cards[2].y()


def test_larger_letters_are_laid_out_anew(qtbot: QtBot, qapp: QApplication) -> None:
    board = made(qtbot, ROW, LINES, size=QSize(700, 900))
    stylesheet.apply(qapp, Style(Looks(150, still=True), young=False))
    assert all(card.text_fits for card in board.cards)


def test_other_ways_can_be_taken_later(qtbot: QtBot) -> None:
    board = made(qtbot, PAIRS, size=QSize(900, 600))
    board.set_ways((LINES,))
    assert len({place.left() for place in places(board)}) == 1
