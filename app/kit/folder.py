"""Where what ships stands: inside the installed package, or beside ``app/`` in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def shipped(package: Path = PACKAGE) -> Path:
    """Return the folder that holds ``lessons/``, ``quizzes/`` and ``assets/``.

    The wheel carries them inside ``app/shipped/``; pyproject.toml puts them there.
    """
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def assets() -> Path:
    """Return the folder that holds art, scenery and fonts."""
    return shipped() / "assets"
