"""Changes pages: makes the new one, only if it may be seen now, and deletes the old one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.flow.desk import Desk
from app.flow.route import To
from app.screens.registry import Audience, Screen, screen_class

HOME = To("welcome")


class Navigator(QObject):
    """Holds the one page that is shown. ``arrived`` carries it, after it has been entered."""

    arrived = Signal(object)

    def __init__(self, desk: Desk, host: QWidget, guard: Callable[[To, Audience], To]) -> None:
        """``guard`` says where a wish leads: there, or to a page that may be seen now."""
        super().__init__(host)
        self._desk = desk
        self._host = host
        self._guard = guard
        self._screen: Screen | None = None
        self._here = HOME
        self._before = HOME
        self._under = HOME

    @property
    def screen(self) -> Screen | None:
        """The page shown now."""
        return self._screen

    @property
    def here(self) -> To:
        """Where we are."""
        return self._here

    def go(self, to: To) -> None:
        """Change to another page, or to the one that the guard names in its place."""
        to = self._guard(to, screen_class(to.name).audience)
        wanted = screen_class(to.name)
        if to.name != self._here.name:
            self._remember(to, aside=wanted.aside)
        self._here = to
        new = wanted(self._desk)
        new.setParent(self._host)
        new.going.connect(self._on_going)
        new.returning.connect(self._on_returning)
        new.setGeometry(self._host.rect())
        self._enter(new, to)
        if self._here is to:  # a page may send us on while it is entered
            self._swap(new)
        else:
            new.leave()
            new.deleteLater()

    def back(self) -> None:
        """Take one step back within the page, or return to the page before it."""
        if self._screen is not None and not self._screen.back():
            self._on_returning()

    @property
    def _is_aside(self) -> bool:
        return self._screen is not None and self._screen.aside

    def _remember(self, to: To, *, aside: bool) -> None:
        """Remember the way back: what is looked at in between is no part of it."""
        if aside:
            self._under = self._under if self._is_aside else self._here
        elif not self._is_aside:
            self._before = self._here
        elif to.name != self._under.name:
            self._before = self._under

    def _enter(self, new: Screen, to: To) -> None:
        """Enter a page; one that fails is taken away, or it would go on listening unseen."""
        entered = False
        try:
            new.enter(*to.given)
            entered = True
        finally:
            if not entered:
                new.leave()
                new.deleteLater()

    def _swap(self, new: Screen) -> None:
        old, self._screen = self._screen, new
        new.show()
        if old is not None:
            old.leave()
            old.hide()
            old.deleteLater()
        self.arrived.emit(new)

    def _on_going(self, to: To) -> None:
        self.go(to)

    def _on_returning(self) -> None:
        """Return to the page before, whatever step the page is at."""
        self.go(self._under if self._is_aside else self._before)
