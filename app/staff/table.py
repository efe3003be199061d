"""The text of a CSV file to its records, with the line each begins on."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from app.domain.names import clean
from app.staff.columns import Field, columns_of, names_a_child

DELIMITERS = (",", ";", "\t", "|")
HEADING_WITHIN = 15
"""The headings stand among so many first records; reports put a title above them."""

_SEP_LINE = re.compile(r'"?sep=(.|\\t)"?[,;\t|]*(\r\n|\r|\n|$)', re.IGNORECASE)
_FORMULA = re.compile(r'="(.*)"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file: its first line, from 1, and its cells, cleaned."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The records under the headings; ``headings`` is None where no line names the columns.

    ``stopped`` is the first line of a record that could not be read for its quotation marks, and
    with it all that follows; 0 where everything was read.
    """

    headings: tuple[str, ...] | None
    columns: dict[Field, int]
    records: tuple[Record, ...]
    stopped: int = 0


def table_of(text: str) -> Table:
    """Return a file's table, split where most headings make sense."""
    first_line = 1
    delimiters: tuple[str, ...] = DELIMITERS
    sep = _SEP_LINE.match(text)
    if sep:
        text, first_line = text[sep.end() :], 2
        delimiters = ("\t" if sep.group(1) == "\\t" else sep.group(1),)
    tables = [_table(text, delimiter, first_line) for delimiter in delimiters]
    return max(tables, key=lambda table: len(table.columns))


def _table(text: str, delimiter: str, first_line: int) -> Table:
    records, stopped = _records(text, delimiter, first_line)
    best = max(
        range(min(len(records), HEADING_WITHIN)),
        key=lambda at: (names_a_child(columns_of(records[at].cells)), _score(records[at]), -at),
        default=None,
    )
    if best is None or not _score(records[best]):
        return Table(None, {}, tuple(records), stopped)
    headings = records[best].cells
    below = tuple(record for record in records[best + 1 :] if record.cells != headings)
    filled = {at for record in below for at, cell in enumerate(record.cells) if cell}
    return Table(headings, columns_of(headings, filled), below, stopped)


def _score(record: Record) -> int:
    return len(columns_of(record.cells))


def _records(text: str, delimiter: str, first_line: int) -> tuple[list[Record], int]:
    """Return the records, and the first line of one that cannot be read (0 where all can)."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    records: list[Record] = []
    line = first_line
    try:
        for cells in reader:
            cleaned = tuple(_cell(cell) for cell in cells)
            if any(cleaned):
                records.append(Record(line, cleaned))
            line = first_line + reader.line_num
    except csv.Error:
        return records, line
    return records, 0


def _cell(text: str) -> str:
    formula = _FORMULA.fullmatch(text.strip())
    return clean(formula.group(1).replace('""', '"') if formula else text)
