"""The lists of words no child should meet: each entry is found, plain words are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.wording import DATA, names_tell, read_list, wording_faults
from app.domain.smart import Band
from app.domain.words import Slot, Words

LISTS = sorted(DATA.glob("*.txt"))


def faults(text: str, where: str = "scene 'a', prompt", slot: Slot = Slot.PROMPT) -> list[str]:
    return [fault for _, fault in wording_faults([Words(where, text, slot)])]


def test_every_name_of_the_list_is_found_within_a_sentence() -> None:
    unseen = [name for name in read_list(DATA / "brands.txt") if not faults(f"Ben saw {name}, ok.")]
    assert unseen == []


def test_a_name_in_small_letters_is_found_in_any_case() -> None:
    small = [name for name in read_list(DATA / "brands.txt") if name == name.lower()]
    assert len(small) > 100
    assert [name for name in small if not faults(f"{name.upper()}!")] == []
    assert [name for name in small if not faults(f"({name.title()})")] == []


def test_a_name_with_a_capital_is_found_only_so() -> None:
    names = [name for name in read_list(DATA / "brands.txt") if name != name.lower()]
    plain = [name for name in names if name.split()[0] in {"Zoom", "Discord", "Threads", "Signal"}]
    assert len(plain) == 4
    assert [name for name in plain if faults(f"To {name.lower()} is fine.")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The messy metal amazed the grandmother.",
        "She tweeks her instant robot.",
        "Bingo! A kiteboard and a legoman.",
        "What a strange apple.",
        "",
    ],
)
def test_a_word_that_only_holds_a_name_is_none(text: str) -> None:
    assert faults(text) == []


def test_each_brand_in_a_text_is_its_own_fault() -> None:
    assert len(faults("From TikTok to YouTube and TikTok.")) == 3


@pytest.mark.parametrize(
    "asks",
    [
        "Have you ever met an online friend?",
        "Have you shared a photo?",
        "Has this ever happened to you?",
        "Has anybody ever asked where you live, or told you off?",
        "Did that happen to you?",
        "Do you play games like this?",
        "Do you know anyone like Jay?",
        "Does your mum know?",
        "What's your name?",
        "What is your favourite game?",
        "Which games do you like?",
        "Where do you live?",
        "Who do you live with?",
        "When is your birthday?",
        "How old are you?",
        "Type in your full name.",
        "Write down your address.",
        "Show us your photo!",
        "Tell us about you.",
        "Think of a time when it went wrong.",
        "Describe a time.",
        "Write about yourself.",
        "What is it like at your house?",
        "Pick your own password.",
        "When you were sad, what helped?",
    ],
)
def test_wording_that_asks_for_the_pupils_own_life(asks: str) -> None:
    assert any("asks for the pupil's own life" in one for one in faults(asks))
    assert any(
        "asks for the pupil's own life" in one
        for one in faults(asks, "scene 'a', line 1", Slot.TOLD)
    )


@pytest.mark.parametrize(
    "fine",
    [
        "What do you think Amina should do?",
        "What do you see in the picture?",
        "Which clue shows that it is made up?",
        "How sure are you?",
        "Keep your password to yourself.",
        "You can always ask a grown-up.",
        "Amina types in her name. What happens now?",
        "Help Ben to write his message.",
        "A page asks: “What is your name?” What can Ben do?",
        'A page asks: "How old are you?" What can Ben do?',
        "A page asks: ‘Where do you live?’ What can Ben do?",  # noqa: RUF001 - as authors type it
    ],
)
def test_wording_that_asks_about_the_made_up_child_or_the_page(fine: str) -> None:
    assert faults(fine) == []


@pytest.mark.parametrize(
    ("where", "slot"),
    [
        ("scene 'a', line 1 of 'jay'", Slot.LINE),
        ("scene 'a', message 2", Slot.MESSAGE),
        ("scene 'a', option 'b'", Slot.OPTION),
        ("item 'a', page 'b', text", Slot.PAGE),
        ("notes, prompt 1", Slot.STAFF),
    ],
)
def test_made_up_people_and_teachers_may_ask(where: str, slot: Slot) -> None:
    assert faults("Where do you live?", where, slot) == []


@pytest.mark.parametrize(
    "word", ["secret", "Secrets", "secretly", "promise", "promised", "anonymous", "anonymously",
             "confidential", "secrecy"],
)  # fmt: skip
def test_no_form_of_secrecy_stands_where_tell_is_spoken_of(word: str) -> None:
    where = "ending 'a', debrief, tell"
    assert len(faults(f"It is {word} here.", where, Slot.DEBRIEF)) == 1
    assert len(faults(f"Press Tell: it is {word}.")) == 1
    assert faults(f"It is {word} here.") == []


def test_tell_is_named_with_its_capital() -> None:
    assert names_tell("Use Tell.")
    assert names_tell("Tell is there.")
    assert not names_tell("You can tell.")
    assert not names_tell("Teller and Tells.")


@pytest.mark.parametrize("file", LISTS, ids=[file.name for file in LISTS])
def test_a_list_holds_each_entry_once_and_says_what_it_is(file: Path) -> None:
    entries = read_list(file)
    assert entries
    assert len(set(entries)) == len(entries)
    assert file.read_text("utf-8").startswith("# ")


def test_an_older_bands_list_repeats_nothing_of_a_younger() -> None:
    lists = [set(read_list(DATA / f"known-{band}.txt")) for band in Band]
    assert lists[0] & lists[1] == lists[0] & lists[2] == lists[1] & lists[2] == set()


def test_known_words_are_in_their_simplest_writing() -> None:
    words = [word for band in Band for word in read_list(DATA / f"known-{band}.txt")]
    assert [word for word in words if not word.isalpha() or word != word.lower()] == []
