"""Making somebody's key: a passphrase, 24 words for paper, and the proof that they stand there."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell import proof
from app.domain.tell.desk import Seed
from app.domain.words import sentence
from app.flow.services import Services
from app.flow.tasks import Lane, told
from app.flow.visit import Visit

T = TypeVar("T")

NOT_THE_SAME = "Those two were not the same. Please try again."


@dataclass(frozen=True, slots=True)
class KeyPage:
    """What is shown of it.

    ``suggestion`` is a passphrase of words chosen by chance; ``words`` are to be copied now (24, or
    () where none are shown), ``proof`` says which are typed back.
    """

    suggestion: str = ""
    words: tuple[str, ...] = ()
    proof: proof.Proof | None = None
    busy: bool = False
    fault: str = ""


NO_KEY = KeyPage()


@dataclass(frozen=True, slots=True)
class Made:
    """A key whose words were proved, and the passphrase for it ("" where none was asked for)."""

    seed: Seed
    passphrase: str


class _Shown:
    """A seed and its words; they are in memory for as long as they are shown."""

    def __init__(self, seed: Seed, words: tuple[str, ...]) -> None:
        self.seed = seed
        self.words = words


class NewKey(QObject):
    """Leads one person through it. ``changed`` carries the page, ``proved`` what was ``Made``.

    The list of words is read on the lane "cpu": it takes longer than a page may wait.
    """

    changed = Signal(object)
    proved = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._visit = Visit(services)
        self._page = KeyPage()
        self._known: tuple[str, ...] = ()
        self._seed: Seed | None = None
        self._given: Seed | None = None
        self._passphrase = ""

    @property
    def page(self) -> KeyPage:
        """What is shown now."""
        return self._page

    def begin(self, known: Sequence[str], seed: Seed | None = None) -> None:
        """Ask for a passphrase; ``known`` are words that everybody at the school could try.

        For a ``seed`` that stands on paper already there are no words to copy.
        """
        self.stop()
        self._given = seed
        self._known = tuple(known)
        self._run(Lane.CPU, self._services.staff_desk.suggestion, self._on_suggested)

    def stop(self) -> None:
        """Forget all of it."""
        self._visit.end()
        self._seed, self._given, self._passphrase = None, None, ""
        self._page = KeyPage()

    def take_passphrase(self, passphrase: str, again: str) -> None:
        """Take a new passphrase; then come the words."""
        if self._page.busy:
            return
        if passphrase != again:
            self.refuse(NOT_THE_SAME)
            return
        work = partial(self._services.staff_desk.weakness, passphrase, self._known)
        self._run(Lane.CPU, work, partial(self._on_weighed, passphrase))

    def show_words(self) -> None:
        """Make a new seed, and show it as words."""
        self._run(Lane.CPU, self._make, self._on_made)

    def copied(self) -> None:
        """The words stand on paper: hide them, and ask for two of them."""
        if self._page.words:
            choose = secrets.SystemRandom().sample
            asked = proof.asked(self._page.words, choose)
            self._publish(replace(self._page, proof=asked, fault=""))

    def show_again(self) -> None:
        """Show the words once more: something was copied wrongly."""
        self._publish(replace(self._page, proof=None, fault=""))

    def prove(self, typed: Sequence[str]) -> None:
        """Take the words that were typed back."""
        page, seed = self._page, self._seed
        if page.proof is None or seed is None or page.busy:
            return
        if not proof.is_proved(page.words, page.proof, typed):
            self.refuse("That is not what was shown. Please look at your paper.")
            return
        self._announce(Made(seed, self._passphrase))

    def _announce(self, made: Made) -> None:
        self.stop()
        self.proved.emit(made)

    def refuse(self, fault: str) -> None:
        """Say what is wrong."""
        self._publish(replace(self._page, busy=False, fault=fault))

    def _make(self) -> _Shown:
        desk = self._services.staff_desk
        seed = desk.new_seed()
        return _Shown(seed, desk.words_of(seed))

    def _on_suggested(self, suggestion: str) -> None:
        self._publish(replace(self._page, busy=False, suggestion=suggestion))

    def _on_weighed(self, passphrase: str, weak: str) -> None:
        if weak:
            self.refuse(sentence(weak))
            return
        if self._given is not None:
            self._announce(Made(self._given, passphrase))
            return
        self._passphrase = passphrase
        self.show_words()

    def _on_made(self, shown: _Shown) -> None:
        self._seed = shown.seed
        self._publish(KeyPage(words=shown.words))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, fault=""))
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self.refuse(told(fault))

    def _publish(self, page: KeyPage) -> None:
        self._page = page
        self.changed.emit(page)
