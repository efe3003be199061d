"""The view of "chat": bubbles, dots while the other writes, Block and Tell always in reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.domain.looks import Looks
from app.interactions.chat.view import ChatView, SafetyRow, TypingDots
from app.kit.bubble import SpeechBubble
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from app.kit.text import Text
from tests.kinds import Table, read, rows_of, sample, table_of
from tests.widgets.interactions.showing import USUAL, Shown, by_mouse, wear

LAST = "Where do you play football? I might come and watch."


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, "chat").show()


def bubbles(shown: Shown) -> list[str]:
    """Return what the bubbles one sees say, and who says it."""
    found = shown.view.findChildren(SpeechBubble)
    return [one.accessibleName() for one in found if one.isVisible()]


def dots(shown: Shown) -> TypingDots:
    (found,) = shown.view.findChildren(TypingDots)
    return found


def messages_of(number: int) -> Table:
    table = table_of("chat")
    rows = rows_of(table, "messages")
    rows[:] = [{"from": "them", "text": f"{n}. {LAST}"} for n in range(number)]
    return table


def test_bubbles_say_who_speaks(shown: Shown) -> None:
    assert bubbles(shown) == [
        "BlockStar: You are so good at this!",
        "Me: Thanks!",
        f"BlockStar: {LAST}",
    ]


def test_a_reply_becomes_a_bubble(shown: Shown) -> None:
    shown.show(answer=Answer(("place",)))
    assert bubbles(shown)[-1] == "Me: At Oak Park, on Saturdays!"
    shown.show(answer=Answer(("place",)))
    assert len(bubbles(shown)) == 4


@pytest.mark.parametrize(
    ("pick", "note"), [("block", "BlockStar is blocked"), ("tell", "Told a grown-up")]
)
def test_block_and_tell_leave_a_note(shown: Shown, pick: str, note: str) -> None:
    shown.show(answer=Answer((pick,)))
    assert len(bubbles(shown)) == 3
    assert note in [text.text() for text in shown.view.findChildren(Text) if text.isVisible()]
    marks = {card.id: card.mark for card in shown.view.findChildren(OptionCard)}
    assert marks.pop(pick) is Mark.GOOD
    assert set(marks.values()) == {Mark.NONE}


@pytest.mark.parametrize("words", ["Block", "Tell a grown-up"])
def test_block_and_tell_answer(shown: Shown, words: str) -> None:
    shown.do(by_mouse, words)
    assert shown.answers[0].picks in {("block",), ("tell",)}
    assert sample("chat").activity.said(shown.answers[0]) == words


def test_block_and_tell_are_spoken_last(shown: Shown) -> None:
    assert shown.view.spoken()[-2:] == ("Block", "Tell a grown-up")


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(768, 1366)])
@pytest.mark.parametrize("text_size", [100, 150])
def test_block_and_tell_are_in_sight_however_long_the_chat(
    qtbot: QtBot, size: QSize, text_size: int
) -> None:
    wear(Looks(text_size, still=True), size)
    table = messages_of(6)
    for reply in rows_of(table, "replies"):
        reply["text"] = f"{reply['text']} And a good deal more to read here"[:60]
    shown = Shown(qtbot, "chat", size).show(read("chat", table, quiz=True)[0])
    (row,) = shown.view.findChildren(SafetyRow)
    assert shown.view.rect().contains(row.mapTo(shown.view, row.rect().topLeft()))
    assert shown.view.rect().contains(row.mapTo(shown.view, row.rect().bottomRight()))


def test_a_long_chat_shows_its_newest_message(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "chat").show(read("chat", messages_of(6), quiz=True)[0])
    newest = shown.view.findChildren(SpeechBubble)[-1]
    assert not newest.visibleRegion().isEmpty()
    assert newest.visibleRegion().boundingRect().height() >= newest.height() - 2
    assert shown.view.findChildren(SpeechBubble)[0].visibleRegion().isEmpty()


def test_block_and_tell_stand_beside_each_other_where_they_fit(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "chat").show()
    (row,) = shown.view.findChildren(SafetyRow)
    block, tell = row.findChildren(OptionCard)
    row.setFixedWidth(600)
    assert block.y() == tell.y()
    row.setFixedWidth(200)
    assert block.x() == tell.x()
    assert tell.y() >= block.geometry().bottom()
    assert row.heightForWidth(200) > row.heightForWidth(600)


def test_still_there_are_no_dots(shown: Shown) -> None:
    assert not dots(shown).isVisible()


def test_the_last_message_comes_after_the_dots(qtbot: QtBot) -> None:
    wear(Looks(still=False), USUAL)
    shown = Shown(qtbot, "chat").show()
    assert dots(shown).isVisible()
    assert bubbles(shown)[-1] == "Me: Thanks!"
    qtbot.waitUntil(lambda: not dots(shown).isVisible(), timeout=3000)
    assert bubbles(shown)[-1] == f"BlockStar: {LAST}"


def test_one_need_not_wait_for_the_dots(qtbot: QtBot) -> None:
    wear(Looks(still=False), USUAL)
    shown = Shown(qtbot, "chat").show()
    shown.do(by_mouse, "At Oak Park, on Saturdays!")
    assert shown.answers == [Answer(("place",))]
    assert not dots(shown).isVisible()
    assert bubbles(shown)[-1] == f"BlockStar: {LAST}"


def test_no_dots_where_the_last_word_was_mine(qtbot: QtBot) -> None:
    wear(Looks(still=False), USUAL)
    table = table_of("chat")
    rows_of(table, "messages").append({"from": "me", "text": "Why do you ask?"})
    shown = Shown(qtbot, "chat").show(read("chat", table, quiz=True)[0])
    assert not dots(shown).isVisible()
    assert len(bubbles(shown)) == 4


def test_an_answered_chat_has_no_dots(qtbot: QtBot) -> None:
    wear(Looks(still=False), USUAL)
    shown = Shown(qtbot, "chat").show(answer=Answer(("private",)))
    assert isinstance(shown.view, ChatView)
    assert not dots(shown).isVisible()
    assert len(bubbles(shown)) == 4


def test_dots_move_and_are_the_same_each_round(qtbot: QtBot) -> None:
    wear(Looks(), USUAL)
    made = TypingDots()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    pictures = []
    for tick in range(4):
        made.show_tick(tick)
        pictures.append(bytes(made.grab().toImage().constBits()))
    assert len(set(pictures)) == 3
    assert pictures[0] == pictures[3]
