"""The tools that keep the house find nothing: ruff, mypy and import-linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

BIN = Path(sys.executable).parent
TOOLS = {
    "ruff check": [str(BIN / "ruff"), "check", "--no-cache", "."],
    "ruff format": [str(BIN / "ruff"), "format", "--check", "--no-cache", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "mypy for Windows": [
        *(sys.executable, "-m", "mypy", "--platform=win32", "--no-warn-unreachable"),
        *("--cache-dir=.mypy_cache/win32", "app/supervisor", "app/__main__.py", "run.py"),
    ],
    "import-linter": [str(BIN / "lint-imports"), "--no-cache"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_finds_nothing(tool: str) -> None:
    done = subprocess.run(TOOLS[tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
