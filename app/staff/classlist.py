"""Reads a class list as the school office exports it, and forgets at once what is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.classlist import ClassList, Row
from app.domain.names import LONGEST, initial_of
from app.domain.problem import Problem
from app.staff import cells
from app.staff.columns import Field, may_name_a_child, missing
from app.staff.encoding import LARGEST, SAVE_AS, Unreadable, text_of
from app.staff.table import HEADING_WITHIN, Record, Table, table_of

LONGEST_CLASS = 40
"""More characters than this are a mistake in the file, not the name of a class."""


def read_file(path: Path, name: str) -> ClassList:
    """Return the pupils of a CSV file that is called ``name`` in faults; see ``read``.

    Of a file that is too large only the beginning is fetched. Raise ``OSError`` where it cannot be.
    """
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1), name)


def read(data: bytes, file: str) -> ClassList:
    """Return the pupils of a CSV file; ``file`` names it in faults.

    Never raises for what the file holds: faults of the file are ``problems``, faults of a line
    stand in its row. Dates of birth and whatever else the file has are not read.
    """
    try:
        table = table_of(text_of(data))
    except Unreadable as fault:
        return ClassList(file, problems=(Problem(file, "the file", str(fault)),))
    problems = _problems(table, file)
    if table.headings is None or missing(table.columns):
        return ClassList(file, problems=problems)
    reader = _RowReader(table.headings, table.columns)
    rows = tuple(reader.row(record) for record in table.records)
    if not rows and not problems:
        nobody = "there is no pupil below the headings; export the class list again"
        problems = (Problem(file, "the file", nobody),)
    read_headings = {heading for _, heading in reader.read}
    ignored = tuple(one for one in table.headings if one and one not in read_headings)
    doubted = () if Field.PREFERRED in table.columns else filter(may_name_a_child, ignored)
    return ClassList(file, rows, reader.read, ignored, problems, tuple(doubted))


def _problems(table: Table, file: str) -> tuple[Problem, ...]:
    found = []
    if table.headings is None:
        fault = (
            f"none of the first {HEADING_WITHIN} lines names the columns; put a line above the "
            "pupils with the headings First name, Surname, Class, Year, Pupil ID"
        )
        found.append(Problem(file, "the headings", fault))
    elif lack := missing(table.columns):
        found.append(Problem(file, "the headings", f"there is no column for {lack}; add one"))
    if table.stopped:
        fault = (
            "a quotation mark is opened and not closed, or stands inside a name; from here on "
            f"nothing can be read; correct the line, or {SAVE_AS}"
        )
        found.append(Problem(file, f"line {table.stopped}", fault))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Reads records that stand under these headings."""

    headings: tuple[str, ...]
    columns: dict[Field, int]

    @property
    def read(self) -> tuple[tuple[str, str], ...]:
        """What is read, and under which heading it stands."""
        used = [field for field in Field if field in self.columns and self._is_read(field)]
        return tuple((field.value, self.headings[self.columns[field]]) for field in used)

    def row(self, record: Record) -> Row:
        """Return the row of a record, with the first fault found in it."""
        first_name, initial = self._names(record)
        class_name = cells.whole(self._cell(record, Field.CLASS))
        fault = self._fault(record, first_name, class_name)
        year: int | None = None
        try:
            year = cells.year_of(self._cell(record, Field.YEAR))
        except cells.UnreadableYear as wrong:
            heading = self.headings[self.columns[Field.YEAR]]
            fault = fault or (
                f"the year '{wrong}' cannot be read; write Reception or 1 to 6 under '{heading}'"
            )
        if year is None:
            year = cells.year_of_class(class_name)
        pupil_id = cells.pupil_id(self._cell(record, Field.PUPIL_ID))
        return Row(record.line, first_name, initial, class_name, year, pupil_id, fault)

    def _is_read(self, field: Field) -> bool:
        has_first = bool({Field.PREFERRED, Field.FORENAME} & self.columns.keys())
        return field is not Field.NAME or not has_first

    def _names(self, record: Record) -> tuple[str, str]:
        surname = self._surname(record)
        given = self._cell(record, Field.PREFERRED) or self._cell(record, Field.FORENAME)
        if given:
            return cells.without_surname(given, surname), initial_of(surname)
        name = self._cell(record, Field.NAME)
        if surname:
            return cells.without_surname(name, surname), initial_of(surname)
        return cells.first_name_and_initial(name)

    def _surname(self, record: Record) -> str:
        return self._cell(record, Field.PREFERRED_SURNAME) or self._cell(record, Field.SURNAME)

    def _fault(self, record: Record, first_name: str, class_name: str) -> str:
        return (
            _fault_of_shape(record, self.headings)
            or _fault_of_name(first_name, self._surname(record))
            or _fault_of_class(class_name)
            or _fault_of_id(self._cell(record, Field.PUPIL_ID))
        )

    def _cell(self, record: Record, field: Field) -> str:
        column = self.columns.get(field)
        if column is None or column >= len(record.cells):
            return ""
        return record.cells[column]


def _fault_of_shape(record: Record, headings: tuple[str, ...]) -> str:
    if not any(record.cells[len(headings) :]):
        return ""
    return "has more cells than there are headings; put a name with a comma into quotation marks"


def _fault_of_name(first_name: str, surname: str) -> str:
    if not first_name:
        return "has no first name; write it in"
    if len(first_name) > LONGEST:
        return f"the first name is longer than {LONGEST} characters; correct it"
    if not any(letter.isalpha() for letter in first_name):
        return f"the first name '{first_name}' has no letter; correct it, or take the line out"
    if cells.is_garbled(first_name) or cells.is_garbled(surname):
        return f"letters of the name were lost in an earlier export; {SAVE_AS}"
    return ""


def _fault_of_class(class_name: str) -> str:
    if not class_name:
        return "has no class; write it in, or take the line out if it is no pupil"
    if len(class_name) > LONGEST_CLASS:
        return f"the class is longer than {LONGEST_CLASS} characters; correct it"
    if cells.is_date(class_name):
        return f"the class became the date '{class_name}'; format that column as text, export again"
    return ""


def _fault_of_id(pupil_id: str) -> str:
    if not cells.is_shortened(pupil_id):
        return ""
    return f"the pupil id was shortened to '{pupil_id}'; format that column as text, export again"
