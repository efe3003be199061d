"""Animals: one a child, unique in the class, not alike while there is a choice, fairly spread."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.animals import ALIKE, animal_for, animal_words
from app.domain.pictures import ANIMALS


def herd(children: list[str]) -> list[str]:
    """Return the animals of a class, given one after another."""
    taken: list[str] = []
    for child in children:
        animal = animal_for(child, taken)
        assert animal is not None
        taken.append(animal)
    return taken


@given(st.lists(st.text(max_size=12), max_size=len(ANIMALS)))
def test_no_two_children_of_a_class_have_one_animal(children: list[str]) -> None:
    animals = herd(children)
    assert len(set(animals)) == len(children)
    assert set(animals) <= set(ANIMALS)


def test_the_same_question_has_the_same_answer() -> None:
    assert herd(["a", "b", "c"]) == herd(["a", "b", "c"])


def test_when_all_are_taken_there_is_none() -> None:
    assert animal_for("a", ANIMALS) is None


def test_the_last_free_animal_is_found() -> None:
    assert animal_for("a", ANIMALS[1:]) == ANIMALS[0]


def test_animals_are_spread_over_many_children() -> None:
    counts = Counter(animal_for(f"child {number}", ()) for number in range(6_000))
    assert set(counts) == set(ANIMALS)
    assert max(counts.values()) < 2 * min(counts.values())


def test_a_small_class_has_no_two_animals_that_look_alike() -> None:
    animals = herd([f"child {number}" for number in range(20)])
    assert all(len(group & set(animals)) <= 1 for group in ALIKE)


def test_a_class_of_30_has_them_alike_only_in_small_numbers() -> None:
    animals = set(herd([f"child {number}" for number in range(30)]))
    assert all(len(group & animals) <= 2 for group in ALIKE)


def test_every_animal_said_to_be_alike_is_one_of_ours_and_in_one_group() -> None:
    grouped = [animal for group in ALIKE for animal in group]
    assert set(grouped) <= set(ANIMALS)
    assert len(grouped) == len(set(grouped))


def test_an_animal_is_read_in_words() -> None:
    assert animal_words("polar-bear") == "polar bear"
    assert animal_words("fox") == "fox"
