"""Where the program's own files are: beside the checkout's ``app/``, or inside an installed one."""

from __future__ import annotations

from pathlib import Path

import app


def shipped() -> Path:
    """Return the folder that holds the shipped ``lessons/``, ``quizzes/`` and ``assets/``."""
    package = Path(app.__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent
