"""The kind "chat": every fault an author can make, and how it is judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.kind import Answer, Candidate
from app.domain.words import Picture, Slot
from app.interactions.chat.model import Chat, Message
from tests.kinds import Table, faults_of, read, rows_of, sample, table_of


@pytest.fixture
def chat() -> Chat:
    activity = sample("chat").activity
    assert isinstance(activity, Chat)
    return activity


def part_of(table: Table, key: str) -> Table:
    inner = table[key]
    assert isinstance(inner, dict)
    return inner


def test_the_messages_stand_as_written(chat: Chat) -> None:
    assert chat.other == "BlockStar"
    assert chat.picture == Picture("art:controller")
    assert chat.messages[:2] == (
        Message("You are so good at this!", mine=False),
        Message("Thanks!", mine=True),
    )


def test_block_and_tell_are_always_in_reach(chat: Chat) -> None:
    assert [option.id for option in chat.options] == ["place", "private", "block", "tell"]
    for pick in ("block", "tell"):
        verdict = chat.judge(Answer((pick,)))
        assert (verdict.outcome, verdict.right) == (pick, True)
    assert chat.said(Answer(("block",))) == "Block"
    assert chat.said(Answer(("tell",))) == "Tell a grown-up"
    assert chat.said(Answer(("place",))) == "At Oak Park, on Saturdays!"


def test_outcomes_with_the_right_ones_first(chat: Chat) -> None:
    assert chat.outcomes() == ("private", "block", "tell", "place")


def test_a_guesser_sees_block_and_tell(chat: Chat) -> None:
    seen: list[Candidate] = []

    def last(candidates: Sequence[Candidate]) -> Candidate:
        seen.extend(candidates)
        return seen[-1]

    assert chat.guess(last) == Answer(("tell",))
    assert [one.text for one in seen][-2:] == ["Block", "Tell a grown-up"]
    assert chat.chance() == pytest.approx(3 / 4)


def test_the_programs_own_words_are_not_the_authors(chat: Chat) -> None:
    texts = [words.text for words in chat.words()]
    assert "Block" not in texts
    assert "Tell a grown-up" not in texts
    wheres = [words.where for words in chat.words()]
    assert wheres[:3] == ["prompt", "with", "message 1"]
    assert wheres[-2:] == ["block, feedback", "tell, feedback"]
    assert chat.words()[2].slot is Slot.MESSAGE


def test_the_picture_may_be_left_out() -> None:
    table = table_of("chat")
    del table["picture"]
    activity, faults = read("chat", table, quiz=True)
    assert faults == ()
    assert activity.pictures() == ()


@pytest.mark.parametrize("key", ["block", "tell"])
def test_block_and_tell_need_their_tables(key: str) -> None:
    table = table_of("chat")
    del table[key]
    (fault,) = faults_of("chat", table)
    assert f"'{key}' is missing" in fault
    table[key] = {"right": True}
    (fault,) = faults_of("chat", table)
    assert fault.startswith(f"scene 'x', {key}: 'feedback' is missing")
    table[key] = {"feedback": "Oh."}
    (fault,) = faults_of("chat", table)
    assert "is wrong but names no 'idea'" in fault
    assert faults_of("chat", table, quiz=False) == ()
    table[key] = {"feedback": "Oh.", "right": True, "text": "Stop it"}
    (fault,) = faults_of("chat", table)
    assert "unknown key 'text'" in fault


def test_a_message_is_from_them_or_me() -> None:
    table = table_of("chat")
    rows_of(table, "messages")[0]["from"] = "you"
    (fault,) = faults_of("chat", table)
    assert fault.startswith("scene 'x', message 1: 'from' is 'you'; it must be one of: me, them")


def test_one_to_six_messages() -> None:
    table = table_of("chat")
    rows = rows_of(table, "messages")
    rows += [{"from": "me", "text": f"Line {n}"} for n in range(4)]
    (fault,) = faults_of("chat", table)
    assert "has 7 of 'messages'" in fault
    del rows[6]
    assert faults_of("chat", table) == ()
    rows.clear()
    (fault,) = faults_of("chat", table)
    assert "needs at least 1 of 'messages'" in fault


def test_messages_may_say_the_same_twice() -> None:
    table = table_of("chat")
    rows_of(table, "messages").append({"from": "me", "text": "Thanks!"})
    assert faults_of("chat", table) == ()


def test_a_message_has_no_other_keys() -> None:
    table = table_of("chat")
    rows_of(table, "messages")[1]["who"] = "Amina"
    (fault,) = faults_of("chat", table)
    assert "message 2: unknown key 'who'" in fault


def test_two_or_three_replies() -> None:
    table = table_of("chat")
    rows = rows_of(table, "replies")
    rows += [{**rows[0], "id": f"more-{n}", "text": f"More {n}"} for n in (1, 2)]
    (fault,) = faults_of("chat", table)
    assert "has 4 of 'replies'" in fault
    del rows[1:]
    assert any("needs at least 2 of 'replies'" in fault for fault in faults_of("chat", table))


@pytest.mark.parametrize(("key", "value"), [("id", "block"), ("id", "tell"), ("text", "Block")])
def test_a_reply_may_not_pass_for_block_or_tell(key: str, value: str) -> None:
    table = table_of("chat")
    rows_of(table, "replies")[0][key] = value
    (fault,) = faults_of("chat", table)
    assert value.casefold() in fault


def test_a_quiz_where_everything_is_right() -> None:
    table = table_of("chat")
    row = rows_of(table, "replies")[0]
    row["right"] = True
    del row["idea"]
    (fault,) = faults_of("chat", table)
    assert "all of the things to press are right" in fault
    assert faults_of("chat", table, quiz=False) == ()


def test_a_quiz_where_nothing_is_right() -> None:
    table = table_of("chat")
    for row in (rows_of(table, "replies")[1], part_of(table, "block"), part_of(table, "tell")):
        row["right"] = False
        row["idea"] = "nothing-helps"
    (fault,) = faults_of("chat", table)
    assert "none of the things to press are right" in fault
