"""Shows a kind's view as the lesson page does, and presses it by mouse, by touch or by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.kind import Activity, Answer
from app.domain.looks import Looks
from app.domain.smart import Rule
from app.interactions.registry import view_class
from app.kit import measures, style, stylesheet
from app.kit.activity import InteractionView, ViewState
from app.kit.split import Split
from app.kit.style import Style
from app.kit.text import Text
from tests.kinds import sample

USUAL = QSize(1366, 768)
PRESSES = 200
"""More presses of a key than any page has controls."""

Press = Callable[[InteractionView, str], None]


class Shown:
    """A view on a page of its own, and what it handed up."""

    def __init__(self, qtbot: QtBot, kind: str, size: QSize = USUAL) -> None:
        self.kind = kind
        self.view = view_class(kind)()
        self.answers: list[Answer] = []
        self.view.answered.connect(self.answers.append)
        self.page = _page(self.view, size)
        qtbot.addWidget(self.page)

    def show(self, activity: Activity | None = None, answer: Answer | None = None) -> Shown:
        """Show an activity (the sample's), answered or not."""
        shown = activity or sample(self.kind).activity
        verdict = shown.judge(answer) if answer else None
        self.view.show_state(ViewState(shown, Rule.SAFE, answer, verdict))
        self.page.show()
        settle()
        return self

    def show_pending(self, answer: Answer) -> Shown:
        """Show the sample answered, while it is asked how sure one is: not judged yet."""
        self.view.show_state(ViewState(sample(self.kind).activity, Rule.SAFE, answer))
        self.page.show()
        settle()
        return self

    def picture(self) -> QImage:
        """Return what the view looks like, the focus on no control."""
        self.view.setFocus()
        settle()
        return self.view.grab().toImage()

    def do(self, press: Press, *names: str) -> None:
        """Press what has these names, one after another."""
        for name in names:
            press(self.view, name)
            settle()


def settle() -> None:
    """Let layouts and deletions that wait for the event loop happen."""
    for _ in range(3):
        QApplication.processEvents()


def wear(looks: Looks, size: QSize, *, young: bool = False) -> None:
    """Put looks in force for a window of that size; nothing moves."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    unit = measures.unit(size.width(), size.height())
    stylesheet.apply(application, Style(looks, unit, young=young))


def buttons(view: QWidget) -> list[QAbstractButton]:
    """Return what can be seen and pressed now."""
    found = view.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and one.isEnabled()]


def named(view: QWidget, name: str) -> list[QAbstractButton]:
    """Return what can be pressed now and has that name."""
    found = [one for one in buttons(view) if one.accessibleName() == name]
    assert found, (
        f"nothing is named {name!r} among {[one.accessibleName() for one in buttons(view)]}"
    )
    return found


def by_mouse(view: InteractionView, name: str) -> None:
    """Click the first thing of that name, where it shows."""
    button = named(view, name)[0]
    QTest.mouseClick(button.window().windowHandle(), Qt.MouseButton.LeftButton, pos=spot_of(button))


_finger: list[QPointingDevice] = []


def by_touch(view: InteractionView, name: str) -> None:
    """Tap the last thing of that name with a finger, as the window system reports it."""
    if not _finger:
        _finger.append(QTest.createTouchDevice())
    button = named(view, name)[-1]
    window = button.window().windowHandle()
    at = spot_of(button)
    # Twice at one place so quickly is meant as one tap, so a person who means two waits.
    QTest.qWait(QApplication.doubleClickInterval())
    QTest.touchEvent(window, _finger[0]).press(0, at, window).commit()
    QTest.touchEvent(window, _finger[0]).release(0, at, window).commit()


def by_space(view: InteractionView, name: str) -> None:
    """Go to the thing of that name with the Tab key and press Space."""
    QTest.keyClick(_reached(view, name), Qt.Key.Key_Space)


def by_enter(view: InteractionView, name: str) -> None:
    """Go to the thing of that name with the Tab key and press Enter."""
    QTest.keyClick(_reached(view, name), Qt.Key.Key_Return)


def spot_of(button: QAbstractButton) -> QPoint:
    """Return a point in the window where a press reaches this button and no other."""
    seen = button.visibleRegion().boundingRect()
    for share in (0.5, 0.2, 0.8, 0.1, 0.93, 0.05):
        inside = QPoint(seen.center().x(), seen.top() + round(seen.height() * share))
        at = button.mapTo(button.window(), inside)
        found = button.window().childAt(at)
        while found is not None and not isinstance(found, QAbstractButton):
            found = found.parentWidget()
        if found is button:
            return at
    raise AssertionError(f"{button.accessibleName()!r} is covered")


def _reached(view: InteractionView, name: str) -> QWidget:
    if not view.isAncestorOf(QApplication.focusWidget() or view):
        view.setFocus()
    for _ in range(PRESSES):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == name and focused is not view:
            return focused
        QTest.keyClick(focused or view, Qt.Key.Key_Tab)
    raise AssertionError(f"the Tab key never reaches {name!r}")


def _page(view: InteractionView, size: QSize) -> QWidget:
    """Return a page with a head, something told on the side, and the bar's place at the bottom.

    Views get this little room, or all of the page's width.
    """
    page, now = QWidget(), style.current()
    told = Text("Amina has a new friend in her game.")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(now.space(4), now.px(120), now.space(4), now.px(112))
    layout.addWidget(Split(told, view, wide=(36, 64), tall=(38, 62)))
    page.resize(size)
    return page
