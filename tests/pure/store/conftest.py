"""A data folder for each test, held by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.cabinet import Cabinet
from app.store.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty data folder."""
    return Home(tmp_path)


@pytest.fixture
def cabinet(home: Home) -> Iterator[Cabinet]:
    """The data folder, held."""
    held = Cabinet(home)
    held.hold()
    yield held
    held.release()
