"""Moves, namesakes and changed ids: known by the id, else asked, never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.animals import animal_words
from app.domain.plan import Fate
from app.domain.roster import UnfitAnswers, answered, apply, moved_up
from tests.rosters import (
    child,
    fates,
    first_of,
    home,
    imported,
    line,
    planned,
    school_of,
)


def test_a_pupil_with_an_id_who_moved_keeps_everything() -> None:
    school = school_of("Amina K|Owl|2|A1", "Ben L|Fox|3|A2")
    before = child(school, "Amina K")
    done = planned(school, "Amina K|Fox|3|A1", "Ben L|Fox|3|A2")
    assert line(done, 2).fate is Fate.MOVED
    assert line(done, 2).why.startswith("from Owl; keeps everything; was in Year 2")
    after = child(apply(done, first_of), "Amina K")
    assert after == replace(before, class_id=after.class_id, year=3)


def test_one_who_moves_to_a_class_with_the_same_animal_gets_another_and_it_is_told() -> None:
    school = school_of("Amina K|Owl|2|A1", "Ben L|Fox|3|A2")
    animal = child(school, "Amina K").animal
    twins = tuple(replace(one, animal=animal) for one in school.pupils)
    done = planned(replace(school, pupils=twins), "Amina K|Fox|3|A1", "Ben L|Fox|3|A2")
    after = apply(done, first_of)
    assert child(after, "Ben L").animal == animal
    assert child(after, "Amina K").animal != animal
    assert f"the class has another {animal.replace('-', ' ')}" in line(done, 2).why


def test_two_who_change_places_keep_their_animals() -> None:
    school = school_of("Amina K|Owl|2|A1", "Ben L|Fox|2|A2")
    twins = tuple(replace(one, animal="fox") for one in school.pupils)
    after = imported(replace(school, pupils=twins), "Amina K|Fox|2|A1", "Ben L|Owl|2|A2")
    assert [one.animal for one in after.pupils] == ["fox", "fox"]


def test_one_who_comes_back_finds_the_old_animal_unless_another_child_has_it() -> None:
    full = ("Amina K|Owl|1|A1", "Ben L|Owl|1|A2")
    school = imported(school_of(*full), full[0])
    animal = child(school, "Ben L").animal
    assert child(imported(school, *full), "Ben L").animal == animal
    taken = tuple(replace(one, animal=animal) for one in school.pupils)
    assert child(imported(replace(school, pupils=taken), *full), "Ben L").animal != animal


def test_namesakes_are_told_apart_by_their_animals() -> None:
    school = school_of("Ada B|Owl|2|A1", "Ada B|Owl|2|A2", "Ben L|Owl|2|A3")
    stays, leaves, _ = (animal_words(one.animal) for one in school.pupils)
    done = planned(school, "Ada B|Owl|2|A1", "Ben L|Owl|2|A3")
    assert [(one.fate, one.name) for one in done.lines] == [
        (Fate.SAME, f"Ada B ({stays})"),
        (Fate.SAME, "Ben L"),
        (Fate.LEFT, f"Ada B ({leaves})"),
    ]


def test_a_new_namesake_is_told_by_the_animal_to_be() -> None:
    school = school_of("Ada B|Owl|2|A1")
    done = planned(school, "Ada B|Owl|2|A1", "Ada B|Owl|2|A2")
    new = next(one for one in done.after.pupils if one.id != school.pupils[0].id)
    assert line(done, 3).fate is Fate.ADDED
    assert line(done, 3).name == f"Ada B ({animal_words(new.animal)})"
    assert line(done, 2).name == f"Ada B ({animal_words(school.pupils[0].animal)})"


def test_without_ids_a_move_is_asked() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3")
    first = planned(school, "Amina K|Fox|3", "Ben L|Fox|3")
    assert fates(first) == [Fate.ASKED, Fate.SAME]
    assert not first.ready
    pupil = child(school, "Amina K")
    assert [option.answer for option in line(first, 2).options] == [pupil.id, "new"]
    assert "Amina K of Owl, Year 2" in line(first, 2).options[0].words


def test_a_move_that_is_answered_moves_the_child() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3")
    pupil = child(school, "Amina K")
    after = imported(school, "Amina K|Fox|3", "Ben L|Fox|3", answers={2: pupil.id})
    assert home(after, child(after, "Amina K")) == "Fox"
    assert child(after, "Amina K").id == pupil.id


def test_a_move_that_is_denied_adds_a_child() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3")
    after = imported(school, "Amina K|Fox|3", "Ben L|Fox|3", answers={2: "new"})
    assert len(after.pupils) == 3
    assert {home(after, one) for one in after.pupils if one.first_name == "Amina"} == {"Owl", "Fox"}


def test_the_answered_file_again_asks_nothing() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3")
    file = ("Amina K|Fox|3", "Ben L|Fox|3")
    for answer in ("new", child(school, "Amina K").id):
        after = imported(school, *file, answers={2: answer})
        assert fates(planned(after, *file)) == [Fate.SAME, Fate.SAME]


def test_a_child_who_still_stands_in_the_old_class_has_not_moved() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3")
    done = planned(school, "Amina K|Owl|2", "Amina K|Fox|3", "Ben L|Fox|3")
    assert fates(done) == [Fate.SAME, Fate.ADDED, Fate.SAME]


def test_nobody_asked_about_has_left() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Fox|3", "Cai M|Owl|2")
    done = planned(school, "Amina K|Fox|3", "Ben L|Fox|3", "Cai M|Owl|2")
    assert done.count(Fate.LEFT) == 0


def test_two_lines_of_one_name_without_ids_are_asked() -> None:
    first = planned(school_of("Ben L|Owl|1"), "Ben L|Owl|1", "Amina K|Owl|1", "Amina K|Owl|1")
    assert fates(first) == [Fate.SAME, Fate.ADDED, Fate.ASKED]
    assert [option.answer for option in line(first, 4).options] == ["new", "repeat"]
    assert answered(first, {4: "repeat"}).count(Fate.ADDED) == 1
    assert line(answered(first, {4: "repeat"}), 4).fate is Fate.SKIPPED
    assert answered(first, {4: "new"}).count(Fate.ADDED) == 2


def test_two_of_one_name_are_two_with_two_animals_and_stay_so() -> None:
    file = ("Amina K|Owl|1", "Amina K|Owl|1")
    school = imported(school_of("Ben L|Owl|1"), *file, "Ben L|Owl|1", answers={3: "new"})
    animals = [one.animal for one in school.pupils]
    assert len(set(animals)) == 3
    assert not planned(school, *file, "Ben L|Owl|1").changes


def test_two_of_one_name_in_different_years_are_no_line_twice() -> None:
    assert planned(school_of(), "Amina K|Owl|1", "Amina K|Owl|2").ready


def test_two_of_one_name_with_ids_are_two() -> None:
    file = ("Amina K|Owl|1|A1", "Amina K|Owl|1|A2")
    school = school_of(*file)
    assert len(school.pupils) == 2
    assert not planned(school, *file).changes


def test_of_two_namesakes_one_missing_which_one_is_asked() -> None:
    school = school_of("Amina K|Owl|1|A1", "Amina K|Owl|1|A2", "Ben L|Owl|1")
    first = planned(school, "Amina K|Owl|1", "Ben L|Owl|1")
    assert fates(first) == [Fate.ASKED, Fate.SAME]
    known = [one.id for one in school.pupils if one.first_name == "Amina"]
    assert [option.answer for option in line(first, 2).options] == [*known, "new"]
    done = answered(first, {2: known[1]})
    assert fates(done) == [Fate.SAME, Fate.SAME, Fate.LEFT]
    assert [one.id for one in done.after.pupils if one.left] == [known[0]]


def test_a_third_namesake_is_asked_and_the_two_stay() -> None:
    school = school_of("Amina K|Owl|1|A1", "Amina K|Owl|1|A2")
    first = planned(school, "Amina K|Owl|1", "Amina K|Owl|1", "Amina K|Owl|1")
    assert fates(first) == [Fate.SAME, Fate.SAME, Fate.ASKED]


def test_one_id_in_two_lines_that_differ_is_refused_in_both() -> None:
    done = planned(school_of("Amina K|Owl|1|A1"), "Amina K|Owl|1|A1", "Ben L|Owl|1|A1")
    assert fates(done) == [Fate.REFUSED, Fate.REFUSED]
    assert "two lines that differ" in line(done, 2).why
    assert done.count(Fate.LEFT) == 0


def test_one_id_in_two_like_lines_is_one_child() -> None:
    done = planned(school_of(), "Amina K|Owl|1|A1", "Amina K|Owl|1|A1")
    assert fates(done) == [Fate.ADDED, Fate.SKIPPED]
    assert done.ready


def test_a_line_without_id_beside_its_twin_with_one_is_asked() -> None:
    first = planned(school_of(), "Amina K|Owl|1", "Amina K|Owl|1|A1")
    assert fates(first) == [Fate.ASKED, Fate.ADDED]
    assert answered(first, {2: "repeat"}).ready


def test_other_ids_are_other_children() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Fox|3|A2")
    done = planned(school, "Amina K|Fox|3|A9", "Ben L|Fox|3|A2")
    assert fates(done) == [Fate.ADDED, Fate.SAME]


def test_where_the_old_id_is_gone_from_its_class_a_changed_id_is_asked() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Owl|1|A2")
    first = planned(school, "Amina K|Owl|1|B1", "Ben L|Owl|1|A2")
    assert line(first, 2).fate is Fate.ASKED
    done = answered(first, {2: child(school, "Amina K").id})
    assert line(done, 2).why == "the school's pupil id is another now"
    assert line(answered(first, {2: "new"}), 2).fate is Fate.ADDED


def test_one_of_the_name_of_a_leaver_is_asked() -> None:
    school = imported(school_of("Amina K|Owl|1", "Ben L|Owl|1"), "Ben L|Owl|1")
    first = planned(school, "Amina K|Owl|1", "Ben L|Owl|1")
    assert line(first, 2).fate is Fate.ASKED
    assert "who had left and is back" in line(first, 2).options[0].words
    back = answered(first, {2: child(school, "Amina K").id})
    assert line(back, 2).why == "is back"


@pytest.mark.parametrize("now", ["Aminah K", "Amina B", "Ami K"])
def test_a_name_written_differently_is_asked(now: str) -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Owl|1")
    first = planned(school, f"{now}|Owl|1", "Ben L|Owl|1")
    assert line(first, 2).fate is Fate.ASKED
    assert "as written now" in line(first, 2).options[0].words
    done = answered(first, {2: child(school, "Amina K").id})
    assert line(done, 2).why == "was written Amina K"


def test_a_namesake_who_went_down_a_year_is_asked() -> None:
    school = school_of("Amina K|Owl|2", "Ben L|Owl|2")
    first = planned(school, "Amina K|Owl|1", "Ben L|Owl|2")
    assert line(first, 2).fate is Fate.ASKED


def test_in_a_new_school_year_a_namesake_in_the_old_place_is_no_proof() -> None:
    school = school_of("Amina K|2B|2", "Amina K|3B|3", "Ben L|2B|2", "Cai M|2B|2")
    file = ("Amina K|3B|3", "Ben L|3B|3", "Cai M|3B|3", "Amina K|4B|4")
    first = planned(school, *file)
    assert fates(first) == [Fate.ASKED] * 4
    two, three = (child(school, "Amina K", place).id for place in ("2B", "3B"))
    done = answered(first, moved_up(first) | {2: two, 5: three})
    assert fates(done) == [Fate.MOVED] * 4


def test_moved_up_answers_only_where_one_child_in_the_right_year_is_meant() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Owl|1", "Cai M|Owl|1", "Cai M|Elm|1")
    first = planned(school, "Amina K|Fox|2", "Ben L|Fox|5", "Cai M|Fox|2", "Dev N|Fox|2")
    assert fates(first) == [Fate.ASKED, Fate.ASKED, Fate.ASKED, Fate.ADDED]
    assert moved_up(first) == {2: child(school, "Amina K").id}


def test_moved_up_gives_one_child_to_no_two_lines() -> None:
    first = planned(school_of("Amina K|Owl|1"), "Amina K|Fox|2", "Amina K|Elm|2")
    assert fates(first) == [Fate.ASKED, Fate.ASKED]
    assert moved_up(first) == {}


def test_two_lines_answered_with_one_child_stay_asked_and_say_so() -> None:
    school = school_of("Amina K|Owl|1")
    first = planned(school, "Amina K|Fox|2", "Amina K|Elm|2")
    pupil = child(school, "Amina K")
    done = answered(first, {2: pupil.id, 3: pupil.id})
    assert fates(done) == [Fate.ASKED, Fate.ASKED]
    assert "another line was answered with the same child" in line(done, 2).why
    assert fates(answered(first, {2: pupil.id})) == [Fate.MOVED, Fate.ADDED]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({3: "new"}, "line 3 asks nothing"),
        ({9: "new"}, "line 9 asks nothing"),
        ({2: "repeat"}, "cannot be answered with 'repeat', only: "),
        ({2: "ffffffffffff"}, "line 2 cannot be answered"),
    ],
)
def test_an_answer_to_nothing_is_said_to_be_one(answers: dict[int, str], told: str) -> None:
    first = planned(school_of("Amina K|Owl|2", "Ben L|Fox|3"), "Amina K|Fox|3", "Ben L|Fox|3")
    with pytest.raises(UnfitAnswers, match=told):
        answered(first, answers)


def test_answers_may_be_given_one_after_another() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Owl|1", "Cai M|Fox|2")
    first = planned(school, "Amina K|Fox|2", "Ben L|Fox|2", "Cai M|Fox|2")
    amina = {2: child(school, "Amina K").id}
    second = answered(first, amina)
    assert fates(second) == [Fate.MOVED, Fate.ASKED, Fate.SAME]
    third = answered(second, amina | {3: "new"})
    assert fates(third) == [Fate.MOVED, Fate.ADDED, Fate.SAME]
    assert third == answered(first, amina | {3: "new"})
    assert answered(third, {}) == first


def test_one_after_another_the_likely_answers_are_those_still_open() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Owl|1")
    first = planned(school, "Amina K|Fox|2", "Ben L|Fox|2")
    second = answered(first, {2: "new"})
    assert moved_up(second) == {3: child(school, "Ben L").id}


def test_a_leaver_is_no_likely_answer() -> None:
    school = imported(school_of("Amina K|Owl|1", "Ben L|Owl|1"), "Ben L|Owl|1")
    assert moved_up(planned(school, "Amina K|Owl|1", "Ben L|Owl|1")) == {}
