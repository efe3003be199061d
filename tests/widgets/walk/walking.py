"""Walks through the pages in one setting, and says what is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap.tour import Tour, tour
from app.domain.looks import Looks
from tests.widgets.walk.pseudo import PseudoTranslator
from tests.widgets.walk.reach import place_of_tell
from tests.widgets.walk.rules import faults
from tests.widgets.walk.settings import Language, Setting
from tests.widgets.walk.states import Halt, full_school

Way = Callable[[Tour, Looks, Path], Iterator[Halt]]


def walk(application: QApplication, setting: Setting, way: Way) -> tuple[int, list[str]]:
    """Return how many states of pages were seen, and every fault found with its page."""
    halts, found = 0, []
    places: dict[tuple[int, ...], str] = {}
    with (
        _speaking(application, setting.language),
        TemporaryDirectory(prefix="be-smart-walk-") as folder,
        tour(full_school) as guide,
    ):
        # Nothing is drawn: places are known without it, and the walk is twice as fast.
        guide.window.setUpdatesEnabled(False)
        guide.open(setting.size)
        for halt in way(guide, setting.looks, Path(folder)):
            halts += 1
            found += [f"{halt.name}: {one}" for one in faults(guide.window, young=halt.young)]
            tell = place_of_tell(guide.window)
            if tell is not None:
                places.setdefault((tell.x(), tell.y(), tell.width(), tell.height()), halt.name)
    if len(places) > 1:
        found.append(f"Tell stands in more than one place: {places}")
    return halts, found


@contextmanager
def _speaking(application: QApplication, language: Language) -> Iterator[None]:
    translator = PseudoTranslator()
    if language is Language.LONGER:
        application.installTranslator(translator)
    if language is Language.MIRRORED:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.removeTranslator(translator)
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
