"""The pure tests are pure: none of them may bring Qt in."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _no_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that loads PySide6 (where pytest-qt runs too, it is loaded anyway)."""
    yield
    if not request.config.pluginmanager.has_plugin("pytest-qt"):
        assert "PySide6" not in sys.modules
