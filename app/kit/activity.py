"""The base of every kind's view: it shows an activity, and hands up what the pupil answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.smart import Rule
from app.domain.words import Picture, Slot
from app.kit import contact, pictures, style
from app.kit.fonts import Role
from app.kit.text import Text


@dataclass(frozen=True, slots=True)
class ViewState:
    """All that a view shows.

    ``answer`` and ``verdict`` are None until the pupil has answered; ``rule`` gives the colours,
    ``folder`` is where the author's own pictures stand, beside the lesson or the quiz.
    """

    activity: Activity
    rule: Rule
    answer: Answer | None = None
    verdict: Verdict | None = None
    folder: Path | None = None


class InteractionView(QWidget):
    """A view holds no truth: it shows the state it is given and emits ``answered`` (an Answer).

    A kind's view overrides ``show_model`` (build from the activity, nothing answered yet),
    ``show_answer`` (what was chosen) and ``show_verdict`` (what it led to). The prompt stands above
    ``body`` already.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ViewState | None = None
        self.prompt = Text("", Role.HEADING)
        self.body = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.current().space(1.5))
        whole.addWidget(self.prompt)
        whole.addLayout(self.body, 1)

    @property
    def state(self) -> ViewState:
        """What is shown; only after the first ``show_state``."""
        if self._state is None:
            raise LookupError("nothing is shown yet; call show_state first")
        return self._state

    @property
    def locked(self) -> bool:
        """Whether an answer was given: nothing can be chosen any more."""
        return self._state is not None and self._state.answer is not None

    def show_state(self, state: ViewState) -> None:
        """Show a state; may be called at any time, and twice with the same does nothing new."""
        before, self._state = self._state, state
        if before == state:
            return
        if before is None or before.activity != state.activity or before.folder != state.folder:
            self.prompt.setText(state.activity.prompt)
            self.setAccessibleName(state.activity.prompt)
            self.show_model(state.activity)
        elif before.answer is not None and _picks(before) != _picks(state):
            self.show_model(state.activity)
        if state.answer is not None:
            self.show_answer(state.answer)
            if state.verdict is not None:
                self.show_verdict(state.answer, state.verdict)

    def show_model(self, activity: Activity) -> None:
        """Build what is shown for an activity that is not answered yet."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Show what was chosen, not judged yet, and let nothing be chosen any more."""

    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        """Mark what the answer led to; ``show_answer`` has been called before."""
        raise NotImplementedError

    def answer(self, answer: Answer) -> None:
        """Hand an answer up; the only way out of a view. A locked view hands up nothing."""
        if not self.locked:
            self.answered.emit(answer)

    def picture_key(self, picture: Picture | None) -> str:
        """Return what the kit's widgets take for a picture of the activity, "" for none."""
        if picture is None:
            return ""
        return pictures.key(picture.name, self.state.folder)

    def spoken(self) -> tuple[str, ...]:
        """Return every text that can be read aloud before the answer, in reading order."""
        words = self.state.activity.words()
        return tuple(one.text for one in words if one.slot is not Slot.FEEDBACK)

    @property
    def by_keys(self) -> bool:
        """Whether the pupil is at the keys (or a switch) now. Ask before hiding what has the focus:

        Qt hands the focus on then as if the Tab key had been pressed.
        """
        return contact.keys_lead()

    def pass_focus(self, to: QWidget, *, by_keys: bool) -> None:
        """Give the focus to ``to``, with the ring only for those who need it."""
        contact.use_keys(keys=by_keys)
        to.setFocus(Qt.FocusReason.MouseFocusReason)

    def clear_body(self) -> None:
        """Take everything out of ``body`` and delete it."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _picks(state: ViewState) -> tuple[str, ...] | None:
    return state.answer.picks if state.answer is not None else None
