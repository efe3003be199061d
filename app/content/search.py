"""Finds what an author means by a folder or file named on the command line."""

from __future__ import annotations

from pathlib import Path

from app.content.shelf import (
    LESSON_FILE,
    LESSONS,
    POLICY_FILE,
    QUIZZES,
    RULE_FILE,
    RULES,
    Finds,
    Found,
    Shelf,
    add_lesson,
    add_policy,
    add_quiz,
    find_lessons,
    find_quizzes,
    find_rule,
)
from app.domain.problem import Problem
from app.domain.smart import Rule


def search(place: Path) -> Finds:
    """Return what a lesson's, a rule's, a lessons, a quizzes or a data folder, or one file, holds.

    Files are called in problems as the author called the place. Finding nothing is a problem.
    """
    name, whole = place.as_posix(), place.absolute()
    if not whole.exists():
        return _nothing(name, "is not there; check how it is written")
    finds = _in_file(whole, name) if whole.is_file() else _in_folder(whole, name)
    if finds == Finds():
        return _nothing(name, "holds no lessons and no quizzes; name a folder that does")
    return finds


def _nothing(name: str, fault: str) -> Finds:
    return Finds(problems=[Problem(name, "the folder", fault)])


def _in_file(file: Path, name: str) -> Finds:
    finds = Finds()
    if file.name == LESSON_FILE:
        add_lesson(finds, file.parent, name.removesuffix(f"/{LESSON_FILE}"))
    elif file.name == RULE_FILE and file.parent.name in RULES:
        finds.cards.append(Found(file, name, Rule(file.parent.name)))
    elif file.name == POLICY_FILE:
        add_policy(finds, file, name)
    else:
        add_quiz(finds, file, name)
    return finds


def _in_folder(folder: Path, name: str) -> Finds:
    finds = Finds()
    if (folder / LESSON_FILE).exists():
        add_lesson(finds, folder, name)
    elif _is_shelf(folder):
        finds = Shelf(folder, "" if name == "." else name).finds()
    elif folder.name in RULES:
        finds = _in_rule(folder, name)
    elif any(folder.glob("*/*.toml")) and not any(folder.glob(f"*/{RULE_FILE}")):
        finds = find_quizzes(folder, name)
    else:
        finds = find_lessons(folder, name)
    return finds


def _is_shelf(folder: Path) -> bool:
    held = (folder / LESSONS).is_dir() or (folder / QUIZZES).is_dir()
    return held or (folder / POLICY_FILE).is_file()


def _in_rule(folder: Path, name: str) -> Finds:
    """Search a rule's folder, of lessons or of quizzes."""
    quizzes = [file for file in sorted(folder.glob("*.toml")) if file.name != RULE_FILE]
    if not quizzes:
        return find_rule(folder, name)
    finds = Finds()
    for file in quizzes:
        add_quiz(finds, file, f"{name}/{file.name}")
    return finds
