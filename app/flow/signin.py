"""Signing in: class, face, and three secret pictures where the class wants them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import ClassId, PupilId
from app.domain.school import Pupil, SchoolClass
from app.flow.session import Session
from app.flow.sitting import Sitting

SECRET_LENGTH = 3
"""How many secret pictures there are to press."""
SLOWEST_MS = 6_000
"""The longest wait after wrong pictures: enough to stop guessing, short enough for a child."""


@dataclass(frozen=True, slots=True)
class SignInPage:
    """What "Who are you?" shows: the furthest of class, pupil and pictures that was chosen.

    ``faces`` are the pupils of the class with the name to show; ``wrong`` counts wrong tries,
    ``resting`` is True while this pupil's pictures take a short rest after one.
    """

    classes: tuple[SchoolClass, ...]
    chosen: SchoolClass | None = None
    faces: tuple[tuple[Pupil, str], ...] = ()
    pupil: Pupil | None = None
    picks: tuple[str, ...] = ()
    wrong: int = 0
    resting: bool = False


class SignInController(QObject):
    """The way from Welcome to a signed-in pupil."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = SignInPage(())
        self._wrong: dict[PupilId, int] = {}
        self._rests: dict[PupilId, QTimer] = {}
        session.signed_in.connect(self._on_signed_in)

    @property
    def page(self) -> SignInPage:
        """What is shown now."""
        return self._page

    def begin(self) -> None:
        """Show the classes, nobody being signed in; where there is only one, its faces."""
        self._session.sign_out()
        school = self._session.school
        filled = tuple(one for one in school.classes if school.in_class(one.id))
        self._publish(SignInPage(filled))
        if len(filled) == 1:
            self.choose_class(filled[0].id)

    def choose_class(self, class_id: ClassId) -> None:
        """Show the faces of a class."""
        school = self._session.school
        faces = tuple((one, school.shown_name(one)) for one in school.in_class(class_id))
        chosen = school.school_class(class_id)
        self._publish(SignInPage(self._page.classes, chosen, faces))

    def choose_pupil(self, pupil_id: PupilId) -> None:
        """Sign a pupil in, or ask for their secret pictures first."""
        pupil = self._session.school.pupil(pupil_id)
        if pupil is None or self._page.chosen is None:
            return
        if self._page.chosen.secrets and pupil.secret:
            # Wrong tries are remembered: going back and forth is no way round the rest.
            wrong = self._wrong.get(pupil_id, 0)
            rest = self._rests.get(pupil_id)
            resting = rest is not None and rest.isActive()
            self._publish(replace(self._page, pupil=pupil, picks=(), wrong=wrong, resting=resting))
        else:
            self._session.sign_in(pupil)

    def pick(self, picture: str) -> None:
        """Press one secret picture; the third decides."""
        page = self._page
        if page.pupil is None or page.resting:
            return
        picks = (*page.picks, picture)
        if len(picks) < SECRET_LENGTH:
            self._publish(replace(page, picks=picks))
        elif picks == page.pupil.secret:
            self._session.sign_in(page.pupil)
        else:
            self._wrong[page.pupil.id] = wrong = page.wrong + 1
            self._rest_of(page.pupil.id).start(min(1_000 * wrong, SLOWEST_MS))
            self._publish(replace(page, picks=(), wrong=wrong, resting=True))

    def back(self) -> bool:
        """Go one choice back; return False where that leaves the page."""
        page = self._page
        self._session.sign_out()
        if page.pupil is not None:
            self._publish(replace(page, pupil=None, picks=(), wrong=0, resting=False))
        elif page.chosen is not None and len(page.classes) > 1:
            self._publish(SignInPage(page.classes))
        else:
            return False
        return True

    def _on_signed_in(self, sitting: Sitting) -> None:
        self._wrong.pop(sitting.pupil.id, None)

    def _rest_of(self, pupil: PupilId) -> QTimer:
        """Return a child's own rest: the others go on, and theirs do not end this one."""
        if pupil not in self._rests:
            rest = self._rests[pupil] = QTimer(self, singleShot=True)
            rest.timeout.connect(partial(self._on_rested, pupil))
        return self._rests[pupil]

    def _on_rested(self, pupil: PupilId) -> None:
        if self._page.pupil is not None and self._page.pupil.id == pupil:
            self._publish(replace(self._page, resting=False))

    def _publish(self, page: SignInPage) -> None:
        self._page = page
        self.changed.emit(page)
