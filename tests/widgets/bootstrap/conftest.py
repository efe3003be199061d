"""Data folders for the tests of what builds the program."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ids import ClassId, PupilId
from app.domain.school import Pupil, School, SchoolClass
from app.store.cabinet import held
from app.store.home import Home
from app.store.schoolfile import SchoolFile

OAKS = SchoolClass(ClassId("c1"), "Oaks")
HILLSIDE = School(
    "Hillside",
    "ab" * 32,
    classes=(OAKS,),
    pupils=(Pupil(PupilId("b1"), "Zoë", "K", OAKS.id, 3, "fox"),),
)


@pytest.fixture(autouse=True)
def _closed_logs() -> Iterator[None]:
    """Close the logs that a test's kiosks have opened."""
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a data folder in which nothing stands yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def settled(home: Home) -> Home:
    """Return a data folder with a real school and no PIN."""
    with held(home) as cabinet:
        SchoolFile(cabinet).save(HILLSIDE)
    return home
