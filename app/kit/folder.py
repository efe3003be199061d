"""Where the bundled assets stand: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def assets() -> Path:
    """Return the folder that holds art, scenery and fonts."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "shipped" / "assets"
    return shipped if shipped.is_dir() else package.parent / "assets"
