"""A very small lesson, quiz and library of plain values, for tests that need some content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.fields import Faults, Fields
from app.domain.ids import ItemId, LessonId, QuizId, SceneId
from app.domain.kind import Answer
from app.domain.lesson import (
    Actor,
    Debrief,
    Ending,
    Lesson,
    Line,
    OnStage,
    Scene,
    Task,
    TeacherNotes,
    Way,
)
from app.domain.problem import Problem
from app.domain.quiz import Form, Item, Quiz
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule
from app.domain.variables import Condition, Effect, Variable
from app.domain.words import Picture
from app.interactions.choice.model import KIND

GO, STAY = Answer(("go",)), Answer(("stay",))
"""The answers to a choice: the wrong and the right one."""


def choice(prompt: str, *, asks_sure: bool = False) -> Task:
    """Return a task with the right option "stay" and the wrong one "go"."""
    faults = Faults("stories")
    table = {
        "prompt": prompt,
        "options": [
            {"id": "go", "text": "Go", "feedback": "Off she went.", "idea": "going-is-fine"},
            {"id": "stay", "text": "Stay", "right": True, "feedback": "She stayed."},
        ],
    }
    activity = KIND.parse(Fields(table, "activity", faults), quiz=True)
    assert not faults.found
    return Task("choice", activity, asks_sure)


_TOLD = Variable("told", 0, 2, 0)
_ONE_MORE = Effect("told", 1, adds=True)
_TOLD_ANY = Condition("told", 1, None)
_DEBRIEF = Debrief("It went well.", "Keep it to yourself.", "Ask first.", "You can always Tell.")


def lesson(rule: Rule = Rule.SAFE, band: Band = Band.LKS2, name: str = "park") -> Lesson:
    """Return a lesson of three scenes and two endings: "hello", "ask" (judged), "later"."""
    stage = (OnStage("amina", ""),)
    scenes = (
        Scene(
            SceneId("hello"),
            "park",
            stage,
            (Line("amina", "Hello!", ()),),
            None,
            (Way((), (), (), SceneId("ask")),),
        ),
        Scene(
            SceneId("ask"),
            "park",
            stage,
            (Line("", "Somebody asks.", ()), Line("", "Again.", (_TOLD_ANY,))),
            choice("Where shall Amina go?"),
            (
                Way(("go",), (), (_ONE_MORE,), SceneId("later")),
                Way((), (), (), SceneId("later")),
            ),
        ),
        Scene(
            SceneId("later"),
            "park",
            stage,
            (Line("", "Later.", ()),),
            choice("And now?", asks_sure=True),
            (
                Way((), (_TOLD_ANY,), (), SceneId("wet")),
                Way((), (), (), SceneId("dry")),
            ),
        ),
    )
    endings = tuple(
        Ending(SceneId(end), end.title(), "park", stage, (Line("", "The end.", ()),), _DEBRIEF)
        for end in ("wet", "dry")
    )
    return Lesson(
        LessonId(name),
        "v1",
        Path(),
        "At the park",
        Picture("art:tree", "a tree"),
        rule,
        band,
        10,
        ("I can stay.",),
        ("kcsie:contact",),
        ("p1-private-facts",),
        (Actor("amina", "Amina", (("happy", Picture("art:girl-dark-happy", "Amina")),)),),
        (_TOLD,),
        scenes,
        endings,
        (),
        TeacherNotes(("Be kind.",), "It is a story.", ("Why?",), "Draw it."),
        ("What would you do?", "Who would you ask?"),
    )


def quiz(rule: Rule = Rule.SAFE, band: Band = Band.LKS2, practice: int = 8) -> Quiz:
    """Return a quiz with one item of form a and some practice items "p0", "p1" ..."""
    forms = [("a0", Form.A), *((f"p{number}", Form.PRACTICE) for number in range(practice))]
    items = tuple(
        Item(ItemId(name), form, "privacy-and-security", choice(f"Question {name}?"))
        for name, form in forms
    )
    ideas = (("going-is-fine", "Going is fine"),)
    name = QuizId(f"{rule}/{band}")
    return Quiz(name, "q1", Path(), "A quiz", rule, band, ideas, items, ())


@dataclass(frozen=True)
class SmallLibrary:
    """A library port with one lesson and one quiz, and all the rule cards."""

    tales: tuple[Lesson, ...] = (lesson(),)
    banks: tuple[Quiz, ...] = (quiz(),)

    def lessons(self) -> tuple[Lesson, ...]:
        """Return the lessons."""
        return self.tales

    def quizzes(self) -> tuple[Quiz, ...]:
        """Return the quizzes."""
        return self.banks

    def cards(self) -> tuple[RuleCard, ...]:
        """Return a card for every rule and band."""
        star = Picture("art:star")
        return tuple(
            RuleCard(rule, band, star, f"{rule.label}.", ("I can.",))
            for rule in Rule
            for band in Band
        )

    def problems(self) -> tuple[Problem, ...]:
        """Return no problems."""
        return ()

    def own_folder(self) -> str:
        """Return a folder that is only named."""
        return "/srv/be-smart"
