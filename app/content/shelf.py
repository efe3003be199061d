"""Finds the files of lessons, quizzes, rule cards and the policy in a folder; opens none."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.problem import Problem
from app.domain.smart import Band, Rule

LESSON_FILE = "lesson.toml"
RULE_FILE = "rule.toml"
LESSONS, QUIZZES = "lessons", "quizzes"
POLICY_FILE = "policy.toml"
SHIPPED_POLICY = f"assets/{POLICY_FILE}"
RULES = tuple(rule.value for rule in Rule)
BANDS = tuple(band.value for band in Band)


@dataclass(frozen=True, slots=True)
class Found:
    """One file: where it is, its name in problems, and the rule it speaks of."""

    path: Path
    name: str
    rule: Rule


@dataclass(slots=True)
class Finds:
    """Everything found, and what lies where it cannot be used."""

    lessons: list[Found] = field(default_factory=list)
    quizzes: list[Found] = field(default_factory=list)
    cards: list[Found] = field(default_factory=list)
    policies: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Finds) -> None:
        """Take in what another search found."""
        self.lessons += other.lessons
        self.quizzes += other.quizzes
        self.cards += other.cards
        self.policies += other.policies
        self.problems += other.problems


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that may hold ``lessons/``, ``quizzes/`` and a policy.

    ``label`` leads its files' names.
    """

    folder: Path
    label: str = ""

    def finds(self) -> Finds:
        """Return every file on the shelf, in a fixed order; a missing folder is an empty one."""
        finds = find_lessons(self.folder / LESSONS, self._named(LESSONS))
        finds.add(find_quizzes(self.folder / QUIZZES, self._named(QUIZZES)))
        for name in (POLICY_FILE, SHIPPED_POLICY):
            if (self.folder / name).is_file():
                add_policy(finds, self.folder / name, self._named(name))
        return finds

    def _named(self, folder: str) -> str:
        return f"{self.label}/{folder}" if self.label else folder


def find_lessons(folder: Path, name: str) -> Finds:
    """Search a lessons folder: ``<rule>/rule.toml`` and ``<rule>/<lesson>/lesson.toml``."""
    finds = Finds()
    for inner in _folders(folder, finds, name):
        inner_name = f"{name}/{inner.name}"
        if inner.name in RULES:
            finds.add(find_rule(inner, inner_name))
        else:
            fault = f"is no rule's folder; lessons live in {', '.join(RULES)}"
            finds.problems.append(Problem(inner_name, "the folder", fault))
    return finds


def find_rule(folder: Path, name: str) -> Finds:
    """Search one rule's folder of a lessons folder."""
    finds, rule = Finds(), Rule(folder.name)
    card = folder / RULE_FILE
    if card in _entries(folder, finds, name):
        finds.cards.append(Found(card, f"{name}/{RULE_FILE}", rule))
    for inner in _folders(folder, finds, name):
        add_lesson(finds, inner, f"{name}/{inner.name}")
    return finds


def add_lesson(finds: Finds, folder: Path, name: str) -> None:
    """Take in one lesson's folder, which stands in its rule's."""
    file = folder / LESSON_FILE
    if folder.parent.name not in RULES:
        fault = f"is in no rule's folder; lessons live in {', '.join(RULES)}"
        finds.problems.append(Problem(name, "the folder", fault))
    elif file in _entries(folder, finds, name):
        rule = Rule(folder.parent.name)
        finds.lessons.append(Found(file, f"{name}/{LESSON_FILE}", rule))
    else:
        fault = f"holds no {LESSON_FILE}; write one or take the folder away"
        finds.problems.append(Problem(name, "the folder", fault))


def find_quizzes(folder: Path, name: str) -> Finds:
    """Search a quizzes folder: ``<rule>/<band>.toml``."""
    finds = Finds()
    for inner in _folders(folder, finds, name):
        for file in _entries(inner, finds, f"{name}/{inner.name}"):
            if file.suffix == ".toml":
                add_quiz(finds, file, f"{name}/{inner.name}/{file.name}")
    return finds


def add_quiz(finds: Finds, file: Path, name: str) -> None:
    """Take in one quiz file if its name and folder say which quiz it is."""
    rule, band = file.parent.name, file.stem
    if rule in RULES and band in BANDS:
        finds.quizzes.append(Found(file, name, Rule(rule)))
        return
    known = f"{', '.join(RULES)} and {', '.join(BANDS)}"
    fault = f"says no place; a quiz is <rule>/<band>.toml with {known}"
    finds.problems.append(Problem(name, "the file's name", fault))


def add_policy(finds: Finds, file: Path, name: str) -> None:
    """Take in a safeguarding policy."""
    finds.policies.append(Found(file, name, Rule.TELL))


def _folders(folder: Path, finds: Finds, name: str) -> list[Path]:
    try:
        return [entry for entry in _entries(folder, finds, name) if entry.is_dir()]
    except OSError as fault:
        return _closed(finds, name, fault)


def _entries(folder: Path, finds: Finds, name: str) -> list[Path]:
    """Return what is in a folder, without what editors and systems leave behind."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "_")))
    except FileNotFoundError:
        return []
    except OSError as fault:
        return _closed(finds, name, fault)


def _closed(finds: Finds, name: str, fault: OSError) -> list[Path]:
    reason = fault.strerror or type(fault).__name__
    remedy = "check that it is a folder and may be read"
    finds.problems.append(Problem(name, "the folder", f"cannot be opened ({reason}); {remedy}"))
    return []
