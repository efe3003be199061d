"""A kiosk that cannot start says on the screen why, and what to do; no black screen."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap import refusal
from app.domain.override import override
from app.kit.hold_button import HoldButton
from tests.fakes import FakePulse

FAULT = "school.json: it is damaged; put a good copy there"
SIZE = (1024, 768)


class Watch(FakePulse):
    """A watch that ends at its second beat."""

    @override
    def beat(self) -> bool:
        super().beat()
        return self.beats < 2


def hold_close(application: QApplication, said: list[str]) -> None:
    """Note what is shown, then hold the button as a grown-up does."""
    shown = [one for one in application.allWidgets() if one.isVisible()]
    said += [one.text() for one in shown if isinstance(one, QLabel)]
    for button in shown:
        if isinstance(button, HoldButton):
            button.held.emit()


def test_the_fault_stands_there_until_a_grown_up_closes_it(qapp: QApplication) -> None:
    said: list[str] = []
    QTimer.singleShot(0, qapp, partial(hold_close, qapp, said))
    refusal.tell(qapp, FAULT, SIZE, FakePulse())
    assert {FAULT, "Be SMART cannot start"} <= set(said)


def test_it_ends_with_the_watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusal, "BEAT_MS", 1)
    watch = Watch()
    refusal.tell(qapp, FAULT, SIZE, watch)
    assert watch.beats == 2
