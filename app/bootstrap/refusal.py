"""What stands on the screen where the kiosk cannot start: a kiosk's account sees no terminal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.ports import Pulse
from app.frame.window import KioskWindow
from app.kit import stylesheet
from app.kit.hold_button import HoldButton
from app.kit.measures import unit
from app.kit.page import Page
from app.kit.style import Style

BEAT_MS = 1000


def tell(application: QApplication, fault: str, size: tuple[int, int] | None, pulse: Pulse) -> None:
    """Show a fault with its remedy until a grown-up holds the button, or the watch ends."""
    say = partial(QCoreApplication.translate, "Refusal")
    window = KioskWindow()
    window.take_place(size)
    stylesheet.apply(application, Style(unit=unit(window.width(), window.height()), young=False))
    page = Page(say("Be SMART cannot start"), "sky", window.host)
    page.show_fault(say("A grown-up needs to look at this PC."), fault)
    close = HoldButton(say("Close: hold"), "art:door")
    close.held.connect(application.exit)  # "quit" would ask the window, which says no
    page.top.addWidget(close)
    beat = QTimer(window, interval=BEAT_MS)
    beat.timeout.connect(partial(_beat, application, pulse))
    beat.start()
    page.show()
    window.appear()
    window.lay_out()
    application.exec()
    window.release()


def _beat(application: QApplication, pulse: Pulse) -> None:
    if not pulse.beat():
        application.exit()
