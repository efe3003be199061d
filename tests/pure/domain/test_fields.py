"""Reading an author's table: every fault is noted, none stops the reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fields import Faults, Fields
from app.domain.problem import Problem


def fields_of(**table: object) -> Fields:
    return Fields(table, "lesson", Faults("a/lesson.toml"))


def faults_in(fields: Fields) -> list[str]:
    return [problem.fault for problem in fields.faults.found]


def test_what_is_right_is_returned_without_a_fault() -> None:
    fields = fields_of(
        name=" Amina ", brave=True, age=8, mood="happy", likes=[" a ", "b"], at=[1, 2.5]
    )
    assert fields.text("name") == "Amina"
    assert fields.flag("brave") is True
    assert fields.number("age") == 8
    assert fields.one_of("mood", ["happy", "sad"]) == "happy"
    assert fields.texts("likes", 2) == ("a", "b")
    assert fields.numbers("at", 2) == (1.0, 2.5)
    fields.close()
    assert faults_in(fields) == []


def test_what_is_left_out_has_its_default_or_is_a_fault() -> None:
    fields = fields_of()
    assert fields.text("name", "Ben") == "Ben"
    assert fields.text("more", "") == ""
    assert fields.flag("brave") is False
    assert fields.flag("calm", default=True) is True
    assert fields.number("age", 7) == 7
    assert fields.one_of("mood", ["happy"], "any") == "any"
    assert fields.texts("likes") == ()
    assert fields.table("cast") is None
    assert fields.tables("scenes", "scene") == ()
    assert fields.named("cast", "cast") == ()
    assert fields.mapping("words") == {}
    assert faults_in(fields) == []
    assert fields.text("name") == ""
    assert fields.number("age") == 0
    assert fields.texts("likes", 1) == ()
    assert fields.numbers("at", 2) == (0.0, 0.0)
    assert fields.tables("scenes", "scene", 1) == ()
    missing = [fault.split(";")[0] for fault in faults_in(fields)]
    keys = ("name", "age", "likes", "at", "scenes")
    assert missing == [f"'{key}' is missing" for key in keys]


@pytest.mark.parametrize(
    ("value", "read", "fault"),
    [
        (4, lambda one: one.text("x"), "'x' must be a text in quotes"),
        ("  ", lambda one: one.text("x"), "'x' is empty; write the words that belong there"),
        ("yes", lambda one: one.flag("x"), "'x' must be true or false"),
        (1, lambda one: one.flag("x"), "'x' must be true or false"),
        ("4", lambda one: one.number("x"), "'x' must be a whole number"),
        (4.0, lambda one: one.number("x"), "'x' must be a whole number"),
        (True, lambda one: one.number("x"), "'x' must be a whole number"),
        ("c", lambda one: one.one_of("x", ["b", "a"]), "'x' is 'c'; it must be one of: a, b"),
        ("a", lambda one: one.texts("x"), "'x' must be a list of texts"),
        (["a", 1], lambda one: one.texts("x"), "'x' must hold only texts, none of them empty"),
        (["a", ""], lambda one: one.texts("x"), "'x' must hold only texts, none of them empty"),
        (["a"], lambda one: one.texts("x", 2), "'x' needs at least 2"),
        ([1], lambda one: one.numbers("x", 2), "'x' must be a list of 2 numbers"),
        ([1, True], lambda one: one.numbers("x", 2), "'x' must be a list of 2 numbers"),
        ([1, 2, "3"], lambda one: one.numbers("x", 2), "'x' must be a list of 2 numbers"),
        ([], lambda one: one.table("x"), "'x' must be a table"),
        ({}, lambda one: one.tables("x", "scene"), "'x' must be a list of tables"),
        ([{}], lambda one: one.tables("x", "scene", 2), "needs at least 2 of 'x'; it has 1"),
        ([1], lambda one: one.tables("x", "scene"), "'x' must hold only tables, like { id = "),
        ({"a": 1}, lambda one: one.named("x", "cast"), "'a' in 'x' must be a table"),
    ],
)
def test_a_mistaken_value_is_one_fault_with_its_remedy(
    value: object, read: Callable[[Fields], object], fault: str
) -> None:
    fields = fields_of(x=value)
    read(fields)
    (found,) = faults_in(fields)
    assert found.startswith(fault)


def test_what_nobody_asked_for_is_an_unknown_key() -> None:
    fields = fields_of(name="a", naem="b")
    fields.text("name")
    fields.flag("brave")
    fields.close()
    expected = "unknown key 'naem'; take it out or use one of: brave, name"
    assert faults_in(fields) == [expected]


def test_a_key_can_be_looked_for_without_reading_it() -> None:
    fields = fields_of(name="a")
    assert fields.has("name")
    assert not fields.has("title")
    fields.close()
    assert len(faults_in(fields)) == 1


def test_a_place_is_told_by_its_id_else_by_its_number() -> None:
    fields = fields_of(
        scenes=[{"id": "hello"}, {}], head={"x": 1}, cast={"amina": {"name": 4}, "bo": {}}
    )
    first, second = fields.tables("scenes", "scene")
    head = fields.table("head")
    assert head is not None
    assert (first.where, second.where) == ("lesson, scene 'hello'", "lesson, scene 2")
    assert head.where == "lesson, head"
    (name, amina), (other, _) = fields.named("cast", "cast")
    assert (name, other, amina.where) == ("amina", "bo", "lesson, cast 'amina'")
    amina.text("name")
    assert fields.faults.found == [
        Problem("a/lesson.toml", "lesson, cast 'amina'", "'name' must be a text in quotes")
    ]


def test_a_problem_reads_file_place_fault() -> None:
    assert str(Problem("a.toml", "scene 'b'", "is odd")) == "a.toml: scene 'b': is odd"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=6,
)


@given(VALUES)
def test_no_value_at_all_stops_the_reading(value: object) -> None:
    fields = fields_of(x=value)
    assert isinstance(fields.text("x"), str)
    assert isinstance(fields.flag("x"), bool)
    assert isinstance(fields.number("x"), int)
    assert isinstance(fields.one_of("x", ["a"]), str)
    assert all(isinstance(one, str) for one in fields.texts("x", 1))
    assert len(fields.numbers("x", 4)) == 4
    assert all(isinstance(one, Fields) for one in fields.tables("x", "thing", 1))
    assert all(isinstance(one, Fields) for _, one in fields.named("x", "thing"))
    assert isinstance(fields.table("x"), Fields | None)
    fields.close()
