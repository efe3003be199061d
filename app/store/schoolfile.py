"""The one portable school file: classes, pupils, their animals and secret pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.ids import ClassId, PupilId
from app.domain.override import override
from app.domain.ports import SchoolStore, StoreFault
from app.domain.school import Pupil, School, SchoolClass
from app.store.atomic import AtomicFile, Source
from app.store.cabinet import Cabinet
from app.store.home import Home
from app.store.migrations import SCHOOL, Document
from app.store.rows import Row, UnfitRow, field, filled, text, texts

if TYPE_CHECKING:
    from app.store.storage import AtomicStorage


class SchoolFile(SchoolStore):
    """The file ``school.json``; it is read anew at every ``load``."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        self._path = cabinet.home.school_file

    @override
    def load(self) -> School | None:
        file = self._file()
        document = file.load() or {}  # as it is, without TinyDB: the first paint waits for it
        if file.source is Source.LOST:
            raise self._lost()
        try:
            return _school(document) if _rows(document, "school") else None
        except UnfitRow as fault:
            raise StoreFault(f"{self._path}: {fault}; put a good copy of it there") from None

    @override
    def save(self, school: School) -> None:
        from tinydb import TinyDB

        storage = self._storage()
        tables = TinyDB(storage=lambda: storage)
        before = {str(row.get("id")) for row in tables.table("pupils")}
        kept = {
            "school": [_school_row(school)],
            "classes": [_class_row(one) for one in school.classes],
            "pupils": [_pupil_row(one) for one in school.pupils],
        }
        with storage.together():
            for name, rows in kept.items():
                tables.drop_table(name)
                tables.table(name).insert_multiple(rows)
        if not before or before - {one.id for one in school.pupils}:
            # Once more: a first school has no last good copy yet, and where somebody was erased it
            # would still hold the name.
            storage.write(storage.read())

    def _file(self) -> AtomicFile:
        return AtomicFile(self._cabinet, self._path, SCHOOL)

    def _storage(self) -> AtomicStorage:
        from app.store.storage import AtomicStorage

        return AtomicStorage(self._file())

    def _lost(self) -> StoreFault:
        aside = self._cabinet.home.aside
        return StoreFault(
            f"{self._path}: it is damaged, and there is no sound copy beside it."
            f" Put a good copy (from another PC of the school, or a backup) at {self._path};"
            f" or, to begin with a new school, move away what is left of it there and in {aside}"
        )


def shown_school(home: Home) -> tuple[Cabinet, School]:
    """Return the school and its folder, not held: the real one, else the demo.

    Before the kiosk has made the demo's folder it is the demo as it will be, and nothing is
    written. Raise ``StoreFault`` where the school's file is damaged.
    """
    from app.domain.demo import demo_school

    for place in (home, home.demo()):
        cabinet = Cabinet(place)
        school = SchoolFile(cabinet).load()
        if school is not None:
            return cabinet, school
    return Cabinet(home.demo()), demo_school("")


def _rows(document: Document, table: str) -> list[Row]:
    values = document.get(table, {}).values()
    rows: list[Row] = [row for row in values if isinstance(row, dict)]
    if len(rows) != len(values):
        raise UnfitRow(f"'{table}' holds more than rows")
    return rows


def _school(document: Document) -> School:
    row = _rows(document, "school")[0]
    return School(
        name=text(row, "name"),
        hash_key=text(row, "hash_key"),
        demo=field(row, "demo", bool),
        classes=tuple(_class(one) for one in _rows(document, "classes")),
        pupils=tuple(_pupil(one) for one in _rows(document, "pupils")),
    )


def _school_row(school: School) -> Row:
    return {"name": school.name, "hash_key": school.hash_key, "demo": school.demo}


def _class(row: Row) -> SchoolClass:
    return SchoolClass(
        ClassId(field(row, "id", str)), text(row, "name"), field(row, "secrets", bool)
    )


def _class_row(one: SchoolClass) -> Row:
    return {"id": one.id, "name": one.name, "secrets": one.secrets}


def _pupil(row: Row) -> Pupil:
    return Pupil(
        id=PupilId(field(row, "id", str)),
        first_name=text(row, "first_name"),
        initial=text(row, "initial"),
        class_id=ClassId(field(row, "class", str)),
        year=field(row, "year", int),
        animal=text(row, "animal"),
        key=text(row, "key"),
        secret=texts(row, "secret"),
        left=field(row, "left", bool),
    )


def _pupil_row(pupil: Pupil) -> Row:
    return filled(
        {
            "id": pupil.id,
            "first_name": pupil.first_name,
            "initial": pupil.initial,
            "class": pupil.class_id,
            "year": pupil.year,
            "animal": pupil.animal,
            "key": pupil.key,
            "secret": list(pupil.secret),
            "left": pupil.left,
        }
    )
