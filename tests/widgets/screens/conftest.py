"""A kiosk with its door open, and a folder of documents, for the tests of the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from tests.widgets.kiosks import Shown


@pytest.fixture
def staff(shown: Shown) -> Shown:
    """Return a kiosk whose door is open."""
    shown.let_staff_in()
    return shown


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the account's documents, the only place where class lists are looked for."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found)
    assert folder.is_relative_to(tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
