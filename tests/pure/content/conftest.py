"""An author's desk for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lessonbook import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an empty folder to write lessons and quizzes in."""
    return Desk(tmp_path)
