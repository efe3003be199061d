"""Samples of the kinds of activity, as written beside each model, and readings of tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import app.interactions
from app.domain.fields import Faults, Fields
from app.domain.kind import Activity, Answer, Kind
from app.interactions.registry import kinds

NAMES = tuple(kinds())
Table = dict[str, object]
_NAMES_IN_TABLES = {"id", "idea", "missed_idea", "wrong_page_idea", "basket", "answer", "look"}
_NAMES_IN_TABLES |= {"from", "picture", "kind"}


@dataclass(frozen=True)
class Sample:
    """A kind's sample: the author's table, the activity read from it, two judged answers.

    ``press`` are the names of what is pressed, one after another, for the right answer.
    """

    kind: Kind
    table: Mapping[str, object]
    activity: Activity
    faults: tuple[str, ...]
    right: Answer
    wrong: Answer
    press: tuple[str, ...]


@cache
def sample(name: str, *, quiz: bool = True) -> Sample:
    """Return the sample of a kind, read as in a quiz (or as in a lesson)."""
    kind = kinds()[name]
    folder = Path(next(iter(app.interactions.__path__))) / name.replace("-", "_")
    written = tomllib.loads((folder / "sample.toml").read_text(encoding="utf-8"))
    activity, faults = read(name, written["activity"], quiz=quiz)
    right, wrong = Answer(tuple(written["right"])), Answer(tuple(written["wrong"]))
    press = tuple(written["press"])
    return Sample(kind, written["activity"], activity, faults, right, wrong, press)


def table_of(name: str) -> Table:
    """Return a copy of the sample's table that a test may spoil."""
    return deepcopy(dict(sample(name).table))


def rows_of(table: Table, key: str) -> list[Table]:
    """Return the list of tables under a key, to be spoilt in place."""
    rows = table[key]
    assert isinstance(rows, list)
    return rows


def read(name: str, table: Mapping[str, object], *, quiz: bool) -> tuple[Activity, tuple[str, ...]]:
    """Read a table as the content reader does; return the activity and "where: fault" texts."""
    faults = Faults("lesson.toml")
    fields = Fields(table, "scene 'x'", faults)
    fields.text("kind")
    fields.flag("sure")
    activity = kinds()[name].parse(fields, quiz=quiz)
    fields.close()
    return activity, tuple(f"{found.where}: {found.fault}" for found in faults.found)


def faults_of(name: str, table: Mapping[str, object], *, quiz: bool = True) -> tuple[str, ...]:
    """Return the faults of a table."""
    return read(name, table, quiz=quiz)[1]


def longer(name: str) -> Activity:
    """Return the sample with every text 40 % longer and accented, as another language may be."""
    changed = _longer(table_of(name), "")
    assert isinstance(changed, dict)
    activity, faults = read(name, changed, quiz=True)
    assert not faults
    return activity


def _longer(value: object, key: str) -> object:
    if isinstance(value, dict):
        return {name: _longer(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_longer(inner, key) for inner in value]
    if not isinstance(value, str) or key in _NAMES_IN_TABLES:
        return value
    accented = value.translate(str.maketrans("aeiouAEIOU", "áéîöüÀÉÎÖÜ"))
    return accented + " " + "žłé ñöü "[: max(1, round(len(value) * 0.4))] * (len(value) // 20 + 1)
