"""Every text of what is learnt from, with its place and slot."""

from __future__ import annotations

from collections.abc import Iterable

from app.content.proof import proof_cards, proof_lesson, proof_quiz
from app.content.shelf import Found
from app.content.texts import words_of_card, words_of_lesson, words_of_quiz
from app.content.wording import is_program_speaking, speaks_of_tell
from app.domain.smart import Rule
from app.domain.words import Slot, Words
from tests.lessonbook import CARD, LESSON, Desk, edited, quiz, tools


def by_place(texts: Iterable[Words]) -> dict[str, Words]:
    return {text.where: text for text in texts}


def lesson_words(desk: Desk, text: str = LESSON) -> dict[str, Words]:
    file = desk.lesson(text) / "lesson.toml"
    lesson = proof_lesson(Found(file, "l", Rule.SAFE), tools()).value
    assert lesson is not None
    return by_place(words_of_lesson(lesson))


def test_every_text_a_pupil_meets_is_listed_once_with_its_slot(desk: Desk) -> None:
    words = lesson_words(desk)
    expected = {
        "title": ("The torch", Slot.TITLE),
        "objective 1": ("I can keep a private fact private.", Slot.TOLD),
        "cast 'amina', name": ("Amina", Slot.LABEL),
        "scene 'hello', line 1": ("Amina plays the torch game.", Slot.TOLD),
        "scene 'hello', line 2 of 'amina'": ("So dark in here!", Slot.LINE),
        "scene 'message', prompt": ("What shall Amina write back?", Slot.PROMPT),
        "ending 'far', title": ("Dark", Slot.TITLE),
        "ending 'far', debrief, tell": ("It is never too late for Tell.", Slot.DEBRIEF),
        "word 'torch'": ("a lamp to carry", Slot.FEEDBACK),
        "cast 'amina', look 'happy', words": ("Amina, smiling", Slot.STAFF),
        "notes, distancing": ("Amina is made up.", Slot.STAFF),
        "home, question 2": ("Whom could Amina ask?", Slot.STAFF),
    }
    assert {where: (words[where].text, words[where].slot) for where in expected} == expected


def test_nothing_written_for_a_pupil_is_left_out(desk: Desk) -> None:
    """Each quoted sentence of the file is among the words, but ids and the names of things."""
    listed = {text.text for text in lesson_words(desk).values()}
    written = {part for part in LESSON.split('"')[1::2] if " " in part}
    assert written <= listed


def test_an_empty_text_is_not_listed(desk: Desk) -> None:
    assert "title" not in lesson_words(desk, edited(LESSON, '"The torch"', '""'))


def test_a_quiz_lists_its_items_and_its_ideas_for_staff(desk: Desk) -> None:
    bank = proof_quiz(Found(desk.quiz(quiz()), "q", Rule.SAFE), tools()).value
    assert bank is not None
    words = by_place(words_of_quiz(bank))
    assert words["idea 'all-is-fine'"].slot is Slot.STAFF
    assert words["item 'b-3', prompt"].text == "Question b-3: what shall Ben do?"
    assert sum(where.endswith(", prompt") for where in words) == 18


def test_a_card_lists_its_sentence_and_tips(desk: Desk) -> None:
    cards = proof_cards(Found(desk.card(CARD), "c", Rule.SAFE), tools()).value
    assert cards is not None
    assert [text.where for text in words_of_card(cards[0])] == [
        "safe, ks1, sentence", "safe, ks1, tip 1", "safe, ks1, tip 2", "safe, ks1, tip 3",
    ]  # fmt: skip


def test_who_speaks_is_told_from_the_slot() -> None:
    assert is_program_speaking(Words("scene 'a', line 1", "x", Slot.TOLD))
    assert not is_program_speaking(Words("scene 'a', line 1 of 'bo'", "x", Slot.LINE))
    assert is_program_speaking(Words("scene 'a', prompt", "x", Slot.PROMPT))
    assert not is_program_speaking(Words("scene 'a', message 1", "x", Slot.MESSAGE))
    assert not is_program_speaking(Words("notes, prompt 1", "x", Slot.STAFF))


def test_a_text_speaks_of_tell_by_place_or_by_the_buttons_name() -> None:
    spoken = [
        Words("scene 'a', tell, feedback", "x", Slot.FEEDBACK),
        Words("tell, ks1, tip 1", "x", Slot.TOLD),
        Words("scene 'a', line 1", "Then press Tell.", Slot.TOLD),
        Words("scene 'a', line 1", "Tell is always there.", Slot.TOLD),
    ]
    silent = [
        Words("scene 'tell', line 1", "x", Slot.TOLD),
        Words("scene 'a', line 1", "Tell a friend the secret.", Slot.TOLD),
        Words("scene 'a', line 1", "They tell a secret. Tell me more!", Slot.TOLD),
    ]
    assert [speaks_of_tell(text) for text in (*spoken, *silent)] == [True] * 4 + [False] * 3
