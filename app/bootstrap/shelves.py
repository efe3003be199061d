"""Content as it really stands here: what ships, and the school's own beside it."""

from __future__ import annotations

from pathlib import Path

from app.content.artwork import Artwork
from app.content.library import ContentLibrary
from app.content.proof import Tools
from app.content.shelf import Shelf
from app.interactions.registry import kinds
from app.kit import pictures, scenery
from app.kit.folder import shipped
from app.kit.places import SmallestPage


def library(own: Path) -> ContentLibrary:
    """Return everything to learn from: shipped, and from the folder ``own`` (the data folder)."""
    shelves = (Shelf(shipped(), ""), Shelf(own, str(own)))
    return ContentLibrary(shelves, Tools(kinds(), artwork()))


def author_tools() -> Tools:
    """Return what an author's check needs: it draws every picture, and measures every text.

    A ``QGuiApplication`` must be there.
    """
    return Tools(kinds(), artwork(), fits=SmallestPage(), draws=pictures.draws)


def artwork() -> Artwork:
    """Return which bundled pictures and backdrops there are."""
    return Artwork(pictures.known, scenery.known)
