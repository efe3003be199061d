"""The running kiosk: window, navigation, bar, looks and idle reset, wired together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.domain.smart import Band
from app.flow.desk import Desk
from app.flow.route import To
from app.frame.bar import BarItem
from app.frame.idle import IdleWatch
from app.frame.navigator import HOME, Navigator
from app.frame.reading import reading_order
from app.frame.window import KioskWindow
from app.kit import stylesheet
from app.kit.measures import px_per_mm, unit
from app.kit.style import Style
from app.screens.registry import Audience, Screen, menu

PIN, TROUBLE = To("pin"), To("trouble")
SIGN_IN = "sign-in"
TELL = "tell"
"""The page that may be seen at any time, by anybody."""
IDLE_SECONDS = 180
"""After so long without any input the kiosk asks, and then goes back to Welcome."""
STAFF_IDLE_SECONDS = 280
"""Staff read and write for longer; with the seconds of the question their pages lock after five
minutes."""
STAFF = frozenset({Audience.STAFF, Audience.HOLDER, Audience.EITHER})


class Kiosk(QObject):
    """One kiosk in one window.

    ``leaving``: staff want the kiosk closed; ``starting_again``: it has a new school to show.
    """

    leaving = Signal()
    starting_again = Signal()

    def __init__(self, desk: Desk, idle_seconds: int = IDLE_SECONDS) -> None:
        super().__init__()
        self._desk = desk
        self.window = KioskWindow()
        self.navigator = Navigator(desk, self.window.host, self._guard)
        self._idle = IdleWatch(idle_seconds, self)
        self._idle_seconds = idle_seconds
        self._office_is_wired = False
        self._needs_pin = False
        self._wire()

    def start(self, *, needs_pin: bool = False) -> None:
        """Show the first page; whoever installs makes the PIN before a pupil can see any other."""
        self._needs_pin = needs_pin
        self.restyle()
        self.navigator.go(HOME)

    def show_trouble(self) -> None:
        """Put a calm page in the place of one that failed."""
        self.navigator.go(TROUBLE)

    def restyle(self) -> None:
        """Take the looks of who is signed in, in a window of this size, on a screen this dense."""
        sitting = self._desk.session.sitting
        # Not the window's own screen(): the binding gives the screen to the window it was asked
        # of, and deletes it with it.
        screen = QApplication.primaryScreen()
        style = Style(
            self._desk.session.looks,
            unit(self.window.width(), self.window.height()),
            px_per_mm(screen.physicalDotsPerInch() / screen.devicePixelRatio()),
            young=not (self._desk.staff_inside or self._desk.holder_inside)
            and (sitting is None or sitting.pupil.band is Band.KS1),
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            stylesheet.apply(application, style)

    def close(self) -> None:
        """Let the window go, and watch nobody any more."""
        self._idle.watch(awake=False)
        self.window.release()

    def go_home(self) -> None:
        """Go to Welcome, signing everybody out."""
        self.navigator.go(HOME)  # first, so that a page can still keep what stands in it
        self._desk.session.sign_out()

    def _wire(self) -> None:
        session = self._desk.session
        session.looks_changed.connect(self._on_looks_changed)
        session.signed_in.connect(self._on_signed_in)
        self.navigator.arrived.connect(self._on_arrived)
        self.window.painted.connect(self._on_painted)
        self.window.resized.connect(self.restyle)
        self.window.stepping_back.connect(self.navigator.back)
        self.window.bar.going.connect(self._on_bar)
        self.window.blanking.connect(self._on_blanking)
        self._idle.lets_through = self.window.is_for_corner
        self._idle.quiet.connect(self._on_quiet)
        self._idle.asking.connect(self._on_asking)
        self._idle.noticed.connect(self._on_noticed)
        self._idle.gone.connect(self._on_gone)

    def _guard(self, to: To, audience: Audience) -> To:
        """Return where a wish leads: until the PIN is made, nowhere else."""
        if to.name == TELL:
            return to
        if self._needs_pin and not self._desk.staff_inside:
            return PIN
        self._needs_pin = False
        signed_in = self._desk.session.sitting is not None
        allowed = {
            Audience.PUPIL: signed_in,
            Audience.STAFF: self._desk.staff_inside,
            Audience.HOLDER: self._desk.holder_inside,
            Audience.EITHER: self._desk.staff_inside or self._desk.holder_inside,
            Audience.EVERYONE: True,
        }
        return to if allowed[audience] else HOME

    def _on_arrived(self, screen: Screen) -> None:
        at_welcome = screen.name == HOME.name
        if at_welcome:
            self._desk.session.sign_out()
            self._desk.end_tell()
            self._desk.lock()
        if screen.audience is Audience.STAFF:
            self._wire_office()
        if screen.name == SIGN_IN:
            QTimer.singleShot(0, self, _load_ahead)
        self._idle.ask_after(_patience(screen, self._idle_seconds))
        self._watch(awake=not at_welcome and not self._needs_pin)
        self._idle.put_away_after(screen.quiet_seconds)
        self.restyle()
        self.window.bar.show_items(self._bar_items(screen))
        self.window.lay_out()
        QTimer.singleShot(0, screen, partial(_give_focus, screen))

    def _watch(self, *, awake: bool) -> None:
        """Let the idle watch hear what comes into the window, or rest.

        All input comes in there; the application would tell it of every event of every widget.
        """
        native = self.window.windowHandle()
        if native is not None:
            native.installEventFilter(self._idle)
        self._idle.watch(awake)

    def _bar_items(self, screen: Screen) -> list[BarItem]:
        if screen.audience in STAFF:
            holder = screen.audience is Audience.HOLDER or self._desk.holder_inside
            found = menu(Audience.HOLDER if holder else Audience.STAFF)
            pages = [BarItem(one.title_words(), one.icon, To(one.name)) for one in found]
            # Pages behind the PIN hold no Tell, and their bar is full: there the key alone does it.
            blank = [BarItem(self.tr("Blank (F9)"), "art:cloud", None, at_end=True)]
            locks = BarItem(self.tr("Lock"), "art:locked", HOME, at_end=True)
            return [*pages, *(blank if holder else ()), locks]
        return [*self._pupils_items(screen), self._tell_item(screen)]

    def _pupils_items(self, screen: Screen) -> list[BarItem]:
        if screen.name == HOME.name or not screen.has_bar:
            return []
        sitting = self._desk.session.sitting
        if sitting is None:
            return [BarItem(self.tr("Home"), "art:house", HOME)]
        animal = f"art:animal-{sitting.pupil.animal}"
        return [
            BarItem(self.tr("Home"), "art:house", To("my-path")),
            BarItem(self.tr("How it looks"), "art:eyes", To("looks")),
            BarItem(sitting.name, animal, To("my-stars"), at_end=True),
        ]

    def _tell_item(self, screen: Screen) -> BarItem:
        """Return Tell, which is everywhere; it takes with it where the child was."""
        where = "" if screen.name == TELL else screen.title_words()
        return BarItem(self.tr("Tell"), "art:hand", To(TELL, where), corner=True)

    def _wire_office(self) -> None:
        """Hear the office's wishes from the first time that staff come in."""
        if not self._office_is_wired:
            self._office_is_wired = True
            self._desk.office.leaving.connect(self.leaving)
            self._desk.office.founded.connect(self.starting_again)

    def _on_painted(self) -> None:
        """Begin to tell screen readers of the pages; the first paint did not wait for it."""
        self.navigator.arrived.connect(self._tell)
        if self.navigator.screen is not None:
            self._tell(self.navigator.screen)

    def _tell(self, screen: Screen) -> None:
        screen.told.connect(partial(_announce, screen))
        _announce(screen)

    def _on_bar(self, to: To | None) -> None:
        if to is None:
            self._on_blanking()
        else:
            self.navigator.go(to)

    def _on_blanking(self) -> None:
        """Cover a staff page; a pupil's Tell page has a cover of its own."""
        screen = self.navigator.screen
        if screen is not None and screen.audience in STAFF:
            self.window.blank.cover(partial(_begin_on, self.navigator))

    def _on_looks_changed(self, _: object) -> None:
        self.restyle()

    def _on_signed_in(self, _: object) -> None:
        self.navigator.go(To("my-path"))

    def _on_quiet(self) -> None:
        if self.navigator.screen is not None:
            self.navigator.screen.quiet()

    def _on_asking(self, seconds: int) -> None:
        self.window.still_there.count(seconds)

    def _on_noticed(self) -> None:
        self.window.still_there.hide()

    def _on_gone(self) -> None:
        self.window.still_there.hide()
        if self.window.is_blank:
            self.window.blank.hide()
        self.go_home()


def _announce(screen: Screen) -> None:
    """Let a screen reader say the page, once it stands there and the focus is on it."""
    QTimer.singleShot(0, screen, partial(_announce_now, screen))


def _announce_now(screen: Screen) -> None:
    # Imported here, where the first page stands already.
    from app.frame.announcer import announce

    announce(screen)


def _patience(screen: Screen, seconds: int) -> int:
    """Return after how many seconds without any input somebody on this page is asked."""
    return max(seconds, STAFF_IDLE_SECONDS) if screen.audience in STAFF else seconds


def _load_ahead() -> None:
    """Load what lies behind the passphrase while it is typed: nobody waits for it then."""
    menu(Audience.HOLDER)  # it looks at every page there is


def _begin_on(navigator: Navigator) -> None:
    """Give the keys to the page that is shown by then."""
    if navigator.screen is not None:
        _give_focus(navigator.screen)


def _give_focus(screen: Screen) -> None:
    """Let the keys begin on the page, unless it has given the focus to a part of it already."""
    focused = QApplication.focusWidget()
    if screen.starts_at is None and focused is not None and screen.isAncestorOf(focused):
        return
    first = screen.starts_at or next(iter(reading_order(screen)), None)
    if first is not None:
        first.setFocus()
