"""Presses, page changes, a class of forty: inside the program, in a real window."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import upkeep
from app.bootstrap.tour import Tour, tour
from app.domain.ids import PupilId
from app.domain.looks import Looks
from app.domain.override import override
from app.domain.pictures import ANIMALS
from app.domain.school import School
from app.domain.smart import Band, Rule
from app.flow.route import To
from app.kit import kept
from app.kit.pill_button import PillButton
from tests.bench.figures import Figure, at_most, row
from tests.bench.screen import screen

PRESSES, ROUNDS, CLASS = 1_000, 12, 40


class Painted(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.at = 0.0
        watched.installEventFilter(self)
        self._watched = watched

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # A filter comes before the painting: sent on by hand, its end is known too.
            self._watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            self._watched.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


def milliseconds(work: Callable[[], None]) -> float:
    """Return how long something takes, in ms."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def press_times(guide: Tour) -> Iterator[float]:
    """Yield, for each press on a button of the bar, the ms from the press to its painted answer."""
    guide.kiosk.navigator.go(To("my-path"))
    guide.settle()
    button = guide.window.bar.findChildren(PillButton)[-1]
    button.blockSignals(True)
    watch = Painted(button)
    middle = QPoint(button.width() // 2, button.height() // 2)
    for _ in range(PRESSES):
        began = time.perf_counter()
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=middle)
        while watch.at < began:
            QApplication.processEvents()
        yield (watch.at - began) * 1000
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=middle)
        QApplication.processEvents()
    button.blockSignals(False)


def page_times(guide: Tour) -> Iterator[float]:
    """Yield the ms of each change of page with "still", to the last pixel painted."""
    library = guide.desk.services.library
    lesson, quiz = library.lessons()[0], library.quizzes()[0]
    places = [To("place", rule) for rule in Rule]
    pages = [To("my-path"), *places, To("my-stars"), To("looks"), To("lesson", lesson.id)]
    for number in range(ROUNDS):
        for to in (*pages, To("quiz", quiz.id)):
            spent = milliseconds(partial(_change, guide, to))
            # What was left behind goes, as it does in the kiosk while nobody waits.
            guide.settle()
            upkeep.tidy()
            if number:  # the first round draws the pictures
                yield spent


def _change(guide: Tour, to: To) -> None:
    guide.kiosk.navigator.go(to)
    page = guide.kiosk.navigator.screen
    assert page is not None
    painted, began = Painted(page), time.perf_counter()
    while painted.at < began:
        QApplication.processEvents()
    QApplication.processEvents()  # what was laid out once more by the painting


def forty(school: School) -> School:
    """Return the school with one class of forty children."""
    first = school.classes[0]
    pupil = school.in_class(first.id)[0]
    names = [
        replace(pupil, id=PupilId(f"{number:012x}"), first_name=f"Child {number}", animal=animal)
        for number, animal in enumerate(ANIMALS[:CLASS])
    ]
    return replace(school, classes=(first,), pupils=tuple(names))


def sign_in_times(guide: Tour) -> Iterator[float]:
    """Yield the ms until forty faces stand painted, the pictures drawn anew each time."""
    whole = guide.desk.session.school
    guide.desk.session.use_school(forty(whole))
    for _ in range(7):
        guide.kiosk.navigator.go(To("welcome"))
        guide.settle()
        kept.drawn.clear()
        yield milliseconds(lambda: _change(guide, To("who-are-you")))
    guide.desk.session.use_school(whole)


def main() -> list[Figure]:
    """Measure and return the figures."""
    with screen() as on:
        os.environ["DISPLAY"] = on.environment["DISPLAY"]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        application = QApplication.instance() or QApplication(["be-smart"])
        with tour() as guide:
            guide.open((1366, 768))
            faces = median(sign_in_times(guide))
            guide.sign_in(Band.LKS2)
            presses = list(press_times(guide))
            guide.look(Looks(still=True))
            pages = list(page_times(guide))
        del application
    press, page = quantiles(presses, n=100)[98], quantiles(pages, n=20)[18]
    return [
        at_most("press to painted answer, p99", press, 16, " ms", f"{PRESSES} presses"),
        at_most("page to page, still, p95", page, 60, " ms", f"p50 {median(pages):.0f} ms"),
        at_most("sign-in page of forty, pictures drawn", faces, 120, " ms", "median of 7"),
    ]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
