"""The check as a whole: what it counts, what --complete adds, how long texts are refused."""

from __future__ import annotations

import time
import tomllib
from dataclasses import dataclass, replace

from app.content.inspection import Depth, inspect
from app.content.search import search
from app.content.shelf import Finds
from app.domain.smart import Band, Rule
from app.domain.words import Slot, Words
from tests.lessonbook import CARD, LESSON, Desk, edited, quiz, tools


@dataclass(frozen=True)
class NarrowPlaces:
    """A port "fits" in which every place holds so many letters."""

    letters: int

    def too_long(self, words: Words) -> bool:
        """Tell whether the text has more letters than that."""
        assert words.slot is not Slot.STAFF, "what staff read has no place on a child's screen"
        return len(words.text) > self.letters


def test_a_text_longer_than_its_place_is_found(desk: Desk) -> None:
    narrow = replace(tools(), fits=NarrowPlaces(48))
    desk.lesson(LESSON)
    desk.quiz(quiz())
    desk.card(CARD)
    assert desk.problems(with_tools=narrow) == []
    long = "Torchy waits at the gate, and waits, and waits, and waits."
    desk.lesson(edited(LESSON, "At the gate Torchy waits.", long))
    (problem,) = desk.problems(with_tools=narrow)
    assert problem.where == "scene 'gate', line 1"
    assert problem.fault.startswith(f"is too long for its place by the largest letters: '{long}'")


def test_it_counts_what_it_looked_at(desk: Desk) -> None:
    desk.lesson(LESSON)
    desk.lesson("broken", "broken")
    desk.quiz(quiz())
    report = inspect(search(desk.folder), tools(), Depth())
    assert (report.lessons, report.quizzes, len(report.problems)) == (2, 1, 1)


def test_complete_wants_every_cell_filled(desk: Desk) -> None:
    desk.lesson(LESSON)
    desk.quiz(quiz())
    desk.card(CARD)
    problems = desk.problems(Depth(complete=True))
    lacking = {problem.file for problem in problems if "has no lesson" in problem.fault}
    cells = {f"{rule} x {band}" for rule in Rule for band in Band}
    assert lacking == cells - {"safe x lks2"}
    assert sum("has no quiz" in problem.fault for problem in problems) == 14
    assert sum("has no rule card" in problem.fault for problem in problems) == 12


def test_an_id_that_ships_may_not_be_taken(desk: Desk) -> None:
    desk.lesson(LESSON)
    finds = search(desk.folder)
    assert inspect(finds, tools(), Depth(), taken=Finds()).problems == ()
    (problem,) = inspect(finds, tools(), Depth(), taken=finds).problems or (None,)
    assert problem is None, "the very same file is no double of itself"
    other = Desk(desk.folder / "own")
    other.lesson(LESSON)
    (double,) = inspect(search(other.folder), tools(), Depth(), taken=finds).problems
    assert "is taken by" in double.fault


def test_problems_come_in_order_and_each_once(desk: Desk) -> None:
    desk.lesson(edited(LESSON, "minutes = 10", "minutes = 99\nb = 1\na = 1"))
    desk.card("picture = 1")
    problems = desk.problems()
    assert problems == sorted(set(problems))


def long_lesson() -> str:
    """Return the good lesson drawn out to 24 scenes: as long as the longest we write."""
    start, end = (LESSON.index(f'[[scenes]]\nid = "{name}"') for name in ("message", "gate"))
    scene = LESSON[start:end]
    more = "".join(
        scene.replace('"message"', f'"more-{number}"')
        .replace('goto = "gate"', f'goto = "more-{number + 1}"' if number < 20 else 'goto = "gate"')
        .replace("What shall Amina write back?", f"Message {number}: what shall she write?")
        for number in range(21)
    )
    return edited(LESSON, scene, scene.replace('goto = "gate"', 'goto = "more-0"') + more)


def test_sixty_long_lessons_are_checked_in_a_few_times_what_parsing_takes(desk: Desk) -> None:
    """Parsing is what the standard library needs, 0.7 s of the 3 s that the command may take."""
    text = long_lesson()
    files = [
        desk.lesson(edited(text, 'id = "the-torch"', f'id = "torch-{number}"'), f"torch-{number}")
        for number in range(60)
    ]
    began = time.process_time()
    for file in files:
        tomllib.loads((file / "lesson.toml").read_text("utf-8"))
    parsed = time.process_time()
    assert desk.problems() == []
    assert time.process_time() - parsed < 5 * (parsed - began)
