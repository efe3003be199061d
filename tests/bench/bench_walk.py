"""The walk: every page in every pair of settings, and how many faults of layout are found."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QApplication

from tests.bench.figures import Figure, at_most, row
from tests.widgets.walk.settings import extremes, pairs
from tests.widgets.walk.states import the_fullest
from tests.widgets.walk.walking import walk


def main() -> list[Figure]:
    """Walk and return the figure."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["be-smart"])
    halts, faults = 0, 0
    settings = list(dict.fromkeys([*pairs(), *extremes()]))
    for setting in settings:
        seen, found = walk(application, setting, the_fullest)
        halts, faults = halts + seen, faults + len(found)
    detail = f"{halts} states in {len(settings)} settings"
    return [at_most("faults of layout found by the walk", faults, 0, "", detail)]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
