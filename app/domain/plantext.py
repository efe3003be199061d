"""A plan of an import as plain text: the dry-run table, and how each question is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.matching import NEW, REPEAT
from app.domain.plan import Fate, Line, Option, Plan

HEADINGS = ("line", "what", "name", "class", "why")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "\n".join(lines)


def plan_text(plan: Plan) -> str:
    """Return everything that staff read before they let an import happen."""
    parts = [f"{problem}" for problem in plan.problems]
    if plan.lines:
        rows = [HEADINGS, *(_row(line) for line in plan.lines)]
        parts.append(table(rows))
    parts += _questions(plan)
    parts += plan.notes
    parts.append(summary(plan))
    return "\n".join(parts)


def summary(plan: Plan) -> str:
    """Return how many lines have which fate, in one line."""
    counts = ((plan.count(fate), fate) for fate in Fate)
    told = ", ".join(f"{count} {fate}" for count, fate in counts if count)
    return f"In all: {told or 'nothing'}."


def flag_of(line: Line, option: Option) -> str:
    """Return the words that give this answer on the command line."""
    if option.answer in {NEW, REPEAT}:
        return f"--{option.answer} {line.line}"
    known = [one for one in line.options if one.answer not in {NEW, REPEAT}]
    return f"--moved {line.line}" + (f"={option.answer}" if len(known) > 1 else "")


def _row(line: Line) -> tuple[str, ...]:
    number = "" if line.line is None else str(line.line)
    return number, line.fate.value, line.name, line.class_name, line.why


def _questions(plan: Plan) -> Iterator[str]:
    for line in plan.asked():
        yield f"Line {line.line}, {line.name} of {line.class_name}: {line.why} Answer with one of:"
        yield table([("   ", flag_of(line, one), one.words) for one in line.options])
