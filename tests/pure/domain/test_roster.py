"""Importing a class list: added, changed, refused, left, and never anything by half."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from secrets import token_hex

import pytest

from app.domain.classlist import ClassList, Row
from app.domain.pictures import ANIMALS
from app.domain.plan import Fate, Tools
from app.domain.problem import Problem
from app.domain.roster import NotReady, adding, apply, plan
from app.domain.school import SchoolClass
from app.staff.pupilkey import keyed
from tests.rosters import (
    EMPTY,
    HASH_KEY,
    child,
    fates,
    first_of,
    home,
    imported,
    line,
    numbered_ids,
    planned,
    rows,
    school_of,
)

OWL = ("Amina K|Owl|1", "Ben L|Owl|2", "Cerys M|Fox|3")


def test_a_first_import_adds_everybody() -> None:
    done = planned(EMPTY, *OWL)
    assert fates(done) == [Fate.ADDED] * 3
    assert done.ready
    assert done.changes
    assert [line(done, number).why for number in (2, 3, 4)] == ["Year 1", "Year 2", "Year 3"]
    assert [one.name for one in done.after.classes] == ["Owl", "Fox"]


def test_a_plan_writes_nothing() -> None:
    school = school_of("Amina K|Owl|1")
    assert planned(school, *OWL).draft.school is school
    assert len(school.pupils) == 1


def test_the_animals_of_a_dry_run_are_those_that_come() -> None:
    """Whatever ids are drawn: the animal is all that tells two of one name apart."""
    listed = rows("Grace S|Owl|1|A1", "Grace S|Owl|1|A2", *OWL)
    drawn = [plan(EMPTY, listed, Tools(keyed(HASH_KEY), partial(token_hex, 6))) for _ in range(2)]
    animals = [[one.animal for one in done.after.pupils] for done in drawn]
    assert animals[0] == animals[1]


def test_what_is_kept_of_a_pupil_is_little() -> None:
    pupil = child(school_of("Amina K|Owl|1|A1"), "Amina K")
    assert (pupil.first_name, pupil.initial, pupil.year) == ("Amina", "K", 1)
    assert pupil.key == keyed(HASH_KEY)("A1")
    assert pupil.animal in ANIMALS
    assert pupil.secret == ()
    assert "A1" not in pupil.key


def test_the_same_file_again_changes_nothing() -> None:
    school = school_of(*OWL)
    again = planned(school, *OWL)
    assert fates(again) == [Fate.SAME] * 3
    assert not again.changes
    assert again.after is school
    assert apply(again, first_of) == school


def test_a_change_of_year_or_spelling_is_told() -> None:
    done = planned(school_of("Zoe K|Owl|1|A1", "Ben L|Owl|1"), "Zoë K|Owl|1|A1", "Ben L|Owl|2")
    assert fates(done) == [Fate.CHANGED, Fate.CHANGED]
    assert [one.why for one in done.lines] == ["was written Zoe K", "was in Year 1"]


def test_a_pupil_whose_id_becomes_known_is_the_same_pupil() -> None:
    school = school_of("Amina K|Owl|1")
    done = planned(school, "Amina K|Owl|1|A1")
    assert line(done, 2).fate is Fate.CHANGED
    assert line(done, 2).why == "the school's pupil id is known now"
    assert apply(done, first_of).pupils[0].id == school.pupils[0].id


def test_a_file_without_ids_takes_no_id_away() -> None:
    school = school_of("Amina K|Owl|1|A1")
    assert not planned(school, "Amina K|Owl|1").changes


def test_a_known_pupil_keeps_the_year_where_the_file_has_none() -> None:
    school = school_of("Amina K|Owl|1|A1")
    assert not planned(school, "Amina K|Owl||A1").changes


def test_a_file_without_surnames_takes_no_initial_away() -> None:
    school = school_of("Amina K|Owl|1", "Amina B|Owl|1", "Ben L|Owl|1")
    done = planned(school, "Amina |Owl|1", "Amina |Owl|1", "Ben |Owl|1")
    assert not done.changes
    assert done.ready


def test_one_child_without_a_surname_among_others_has_no_initial() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Owl|1")
    done = planned(school, "Amina |Owl|1|A1", "Ben L|Owl|1")
    assert line(done, 2).why == "was written Amina K"
    assert child(done.after, "Amina").initial == ""


def test_a_new_pupil_without_a_year_is_refused() -> None:
    done = planned(EMPTY, "Amina K|Owl|")
    assert line(done, 2).fate is Fate.REFUSED
    assert "headed 'Year'" in line(done, 2).why
    assert not done.ready


def test_a_faulty_line_is_refused_with_its_reason_and_stops_the_import() -> None:
    rows = (Row(2, "Amina", "K", "Owl", 1), Row(3, "Ben", "", "", 1, fault="has no class"))
    done = plan(EMPTY, ClassList("a.csv", rows), Tools(keyed(HASH_KEY), numbered_ids()))
    assert fates(done) == [Fate.ADDED, Fate.REFUSED]
    assert line(done, 3).why == "has no class"
    with pytest.raises(NotReady):
        apply(done, first_of)


def test_a_fault_of_the_file_stops_the_import() -> None:
    rows = (Row(2, "Amina", "K", "Owl", 1),)
    problem = Problem("a.csv", "line 3", "a quotation mark is never closed")
    listed = ClassList("a.csv", rows, problems=(problem,))
    done = plan(EMPTY, listed, Tools(keyed(HASH_KEY), numbered_ids()))
    assert done.problems == (problem,)
    assert not done.ready


def test_children_too_young_or_too_old_are_skipped() -> None:
    done = planned(EMPTY, "Amina K|Owl|1", "Ben L|Pips|-1", "Cerys M|7A|7")
    assert fates(done) == [Fate.ADDED, Fate.SKIPPED, Fate.SKIPPED]
    assert "Nursery" in line(done, 3).why
    assert "Year 7" in line(done, 4).why
    assert done.ready
    assert [one.name for one in done.after.classes] == ["Owl"]


def test_class_names_are_one_in_any_case_and_the_first_spelling_stays() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|OWL|1", "Cai M|owl |1")
    assert [one.name for one in school.classes] == ["Owl"]


def test_classes_stand_by_year_then_by_name() -> None:
    school = school_of("A B|Zebra|1", "C D|Ant|6", "E F|Bee|1", "G H|Reception|0")
    assert [one.name for one in school.classes] == ["Reception", "Bee", "Zebra", "Ant"]


def test_a_pupil_missing_from_a_class_of_the_file_has_left_and_is_kept() -> None:
    school = school_of(*OWL)
    done = planned(school, "Amina K|Owl|1")
    assert fates(done) == [Fate.SAME, Fate.LEFT]
    assert done.lines[1].name == "Ben L"
    assert done.lines[1].line is None
    after = apply(done, first_of)
    assert child(after, "Ben L").left
    assert [one.first_name for one in after.in_class(school.classes[0].id)] == ["Amina"]


def test_from_a_list_that_only_adds_nobody_has_left() -> None:
    school = school_of(*OWL)
    whole = planned(school, "Cara D|Owl|1", "Amina K|Fox|2")
    assert {one.name for one in whole.lines if one.fate is Fate.LEFT} >= {"Ben L"}
    answers = {one.line: "new" for one in whole.asked() if one.line}
    only = adding(whole, answers, only=True)
    assert only.count(Fate.LEFT) == 0
    after = apply(only, first_of)
    assert not any(one.left for one in after.pupils)
    assert len(after.pupils) == len(school.pupils) + 2
    assert adding(only, {}, only=False) == whole


def test_leavers_are_told_once() -> None:
    school = imported(school_of(*OWL), "Amina K|Owl|1")
    assert fates(planned(school, "Amina K|Owl|1")) == [Fate.SAME]


def test_a_file_of_one_class_leaves_the_others_alone_and_says_so() -> None:
    done = planned(school_of(*OWL), "Amina K|Owl|1", "Ben L|Owl|2")
    assert done.count(Fate.LEFT) == 0
    assert not done.changes
    assert any("stay as they are" in note and "Fox (1)" in note for note in done.notes)


def test_a_file_of_the_whole_school_finds_the_leavers_of_all_classes() -> None:
    done = planned(school_of(*OWL), "Amina K|Owl|1", "Ben L|Owl|2", whole=True)
    assert [one.name for one in done.lines if one.fate is Fate.LEFT] == ["Cerys M"]
    assert any("Fox has no pupils any more" in note for note in done.notes)


def test_a_pupil_now_in_year_7_has_left_by_id() -> None:
    done = planned(school_of("Amina K|Elm|6|A1", "Ben L|Owl|1"), "Amina K|7A|7|A1", "Ben L|Owl|1")
    assert fates(done) == [Fate.SKIPPED, Fate.SAME, Fate.LEFT]


def test_many_leavers_at_once_make_one_ask_whether_it_is_the_right_file() -> None:
    names = [f"{letter}am {letter}|Owl|1" for letter in "BCDFGH"]
    done = planned(school_of(*names), names[0])
    assert any("5 of 6 of Owl would leave: the right file?" in note for note in done.notes)


def test_one_who_comes_back_by_id_is_the_same_pupil() -> None:
    full = ("Amina K|Owl|1|A1", "Ben L|Owl|2|A2")
    school = imported(school_of(*full), full[0])
    done = planned(school, *full)
    assert line(done, 3).fate is Fate.CHANGED
    assert line(done, 3).why == "is back"
    assert not child(apply(done, first_of), "Ben L").left


def test_nobody_named_by_a_refused_line_has_left() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Owl|1", "Cai M|Owl|1")
    rows = (
        Row(2, "Amina", "K", "Owl", None, "A1", fault="the year cannot be read"),
        Row(3, "Ben", "L", "Owl", None, fault="the year cannot be read"),
        Row(4, "Dev", "N", "Owl", 1),
    )
    done = plan(school, ClassList("a.csv", rows), Tools(keyed(HASH_KEY), lambda: "0" * 12))
    assert [one.name for one in done.lines if one.fate is Fate.LEFT] == ["Cai M"]


def test_a_class_has_room_for_as_many_children_as_there_are_animals() -> None:
    names = [f"N{number} A|Owl|1|{number + 100}" for number in range(len(ANIMALS) + 2)]
    done = planned(EMPTY, *names)
    assert done.count(Fate.ADDED) == len(ANIMALS)
    assert done.count(Fate.REFUSED) == 2
    assert "split the class in two" in done.lines[-1].why
    assert not done.ready


def test_a_class_too_full_refuses_one_who_moves_in() -> None:
    names = [f"N{number} A|Owl|1|{number + 100}" for number in range(len(ANIMALS))]
    school = school_of(*names, "Mo V|Fox|1|A1")
    done = planned(school, *names, "Mo V|Owl|1|A1")
    assert done.lines[-1].fate is Fate.REFUSED
    assert home(done.after, child(done.after, "Mo V")) == "Fox"


def test_a_school_of_450_is_planned_whole() -> None:
    names = [f"N{n} A|C{n // 40}|{n % 7}|{n + 1000}" for n in range(450)]
    school = school_of(*names)
    assert len(school.pupils) == 450
    assert planned(school, *names).count(Fate.SAME) == 450
    for one in school.classes:
        animals = [pupil.animal for pupil in school.in_class(one.id)]
        assert len(set(animals)) == len(animals)


def test_new_pupils_get_secret_pictures_where_the_class_wants_them() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Fox|3")
    wanting = tuple(replace(one, secrets=one.name == "Owl") for one in school.classes)
    school = replace(school, classes=wanting)
    after = imported(school, "Amina K|Owl|1", "Cai M|Owl|1")
    assert child(after, "Cai M").secret == ("apple", "balloon", "bicycle")
    assert child(after, "Ben L").secret == ()


def test_what_was_read_and_what_was_not_is_noted() -> None:
    rows = (Row(2, "Amina", "K", "Owl", 1),)
    listed = ClassList("a.csv", rows, (("class", "Reg"),), ("DOB",))
    done = plan(EMPTY, listed, Tools(keyed(HASH_KEY), numbered_ids()))
    assert done.notes == ("Read: class from 'Reg'.", "Not read and not kept: DOB.")


def test_a_column_that_may_hold_the_name_a_child_goes_by_is_asked_about_first() -> None:
    rows = (Row(2, "Christopher", "K", "Owl", 1),)
    read, unread = (("first name", "Forename"),), ("Pref Frnm", "DOB")
    listed = ClassList("a.csv", rows, read, unread, doubted=unread[:1])
    done = plan(EMPTY, listed, Tools(keyed(HASH_KEY), numbered_ids()))
    assert done.notes[0].startswith("Is the name that children go by under 'Pref Frnm'?")
    assert "write 'Preferred Name' above it" in done.notes[0]
    assert done.notes[1:] == (
        "Read: first name from 'Forename'.",
        "Not read and not kept: Pref Frnm, DOB.",
    )


def test_a_class_that_nobody_is_left_in_goes_with_its_last_leaver_only() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Fox|3|A2")
    after = imported(school, "Amina K|Fox|2|A1", "Ben L|Fox|3|A2")
    assert [one.name for one in after.classes] == ["Fox"]
    assert all(isinstance(one, SchoolClass) for one in after.classes)
