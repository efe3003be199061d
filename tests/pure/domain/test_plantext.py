"""The dry-run table as staff read it, word by word."""

from __future__ import annotations

from app.domain.classlist import ClassList, Row
from app.domain.enrolment import NO_YEAR
from app.domain.plan import Tools
from app.domain.plantext import flag_of, plan_text, summary, table
from app.domain.problem import Problem
from app.domain.roster import answered, plan
from tests.rosters import EMPTY, child, line, planned, school_of


def test_a_table_has_columns_as_wide_as_their_widest_cell() -> None:
    assert table([("a", "bb"), ("ccc", "d")]) == "a    bb\nccc  d"


LEFT = "is not in the file; kept, and not shown to pupils, until you erase them"


def test_a_plan_reads_line_by_line() -> None:
    school = school_of("Amina K|Owl|1|A1", "Ben L|Owl|1|A2", "Cai M|Fox|3|A3", "Di N|Fox|3|A4")
    done = planned(
        school, "Amina K|Owl|2|A1", "Ben L|Fox|1|A2", "Cai M|Fox|3|A3", "Eve P|Fox|", "Flo Q|Fox|0"
    )
    assert plan_text(done).splitlines() == [
        "line  what     name     class  why",
        "2     changed  Amina K  Owl    was in Year 1",
        "3     moved    Ben L    Fox    from Owl; keeps everything",
        "4     same     Cai M    Fox",
        f"5     refused  Eve P    Fox    {NO_YEAR}",
        "6     added    Flo Q    Fox    Reception",
        f"      left     Di N     Fox    {LEFT}",
        "In all: 1 added, 1 changed, 1 moved, 1 same, 1 left, 1 refused.",
    ]


def test_questions_name_the_words_that_answer_them() -> None:
    school = school_of("Amina K|Owl|2")
    animal = child(school, "Amina K").animal.replace("-", " ")
    text = plan_text(planned(school, "Amina K|Fox|3"))
    assert "Line 2, Amina K of Fox: who is this? Answer with one of:" in text
    assert f"--moved 2  Amina K of Owl, Year 2, the {animal}, who has moved here" in text
    assert "--new 2    a new child" in text


def test_where_several_may_be_meant_the_answer_names_the_pupil() -> None:
    school = school_of("Amina K|Owl|2|A1", "Amina K|Owl|2|A2")
    asked = line(planned(school, "Amina K|Fox|3"), 2)
    flags = [flag_of(asked, option) for option in asked.options]
    assert flags == [*(f"--moved 2={one.id}" for one in school.pupils), "--new 2"]


def test_a_line_twice_is_answered_by_repeat() -> None:
    first = planned(EMPTY, "Amina K|Owl|2", "Amina K|Owl|2")
    asked = line(first, 3)
    assert [flag_of(asked, option) for option in asked.options] == ["--new 3", "--repeat 3"]
    done = answered(first, {3: "repeat"})
    assert summary(done) == "In all: 1 added, 1 skipped."


def test_faults_of_the_file_come_first() -> None:
    problem = Problem("a.csv", "line 3", "it is torn; mend it")
    listed = ClassList("a.csv", (Row(2, "Amina", "K", "Owl", 1),), problems=(problem,))
    done = plan(EMPTY, listed, Tools(str, lambda: "0" * 12))
    assert plan_text(done).splitlines()[0] == "a.csv: line 3: it is torn; mend it"


def test_a_file_without_a_line_has_no_table() -> None:
    listed = ClassList("a.csv", problems=(Problem("a.csv", "the file", "is empty"),))
    done = plan(EMPTY, listed, Tools(str, lambda: "0" * 12))
    assert plan_text(done).splitlines() == ["a.csv: the file: is empty", "In all: nothing."]
