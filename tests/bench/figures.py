"""What a bench file gives back: figures with their bounds, and how they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; ``detail`` says what it was made of ("0.92 ms against 0.71 ms")."""

    name: str
    value: float
    bound: float
    unit: str
    ok: bool
    detail: str = ""


def at_most(name: str, value: float, bound: float, unit: str, detail: str = "") -> Figure:
    """Return a figure that must not be above its bound."""
    return Figure(name, value, bound, unit, value <= bound, detail)


def row(figure: Figure) -> str:
    """Return a figure as a line of a table, to be read on the terminal or put in the README."""
    verdict = "ok" if figure.ok else "MISSED"
    value, bound = f"{figure.value:.4g}{figure.unit}", f"{figure.bound:.4g}{figure.unit}"
    return f"| {figure.name} | {value} | <= {bound} | {verdict} | {figure.detail} |"


def interleaved(
    candidate: Callable[[], float], baseline: Callable[[], float], pairs: int
) -> tuple[float, float]:
    """Return the medians of both after so many turns each; who begins a pair changes with it."""
    candidates: list[float] = []
    baselines: list[float] = []
    for number in range(pairs):
        turns = [(candidate, candidates), (baseline, baselines)]
        for measure, found in turns if number % 2 else reversed(turns):
            found.append(measure())
    return median(candidates), median(baselines)


def middle(runs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return, of several runs' pairs, the one whose ratio is the median."""
    return sorted(runs, key=lambda run: run[0] / run[1])[len(runs) // 2]
