"""Who sits here: the school, the pupil who signed in, their attempts and looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.ids import PupilId
from app.domain.looks import Looks
from app.domain.school import Pupil, School
from app.flow.keeper import Keeper, Keeping
from app.flow.services import Services
from app.flow.tasks import Lane, known

if TYPE_CHECKING:  # nobody is signed in at the first paint, so it does not wait for these
    from app.domain.attempt import Attempt, Deed
    from app.flow.sitting import Sitting


class Session(QObject):
    """The one place that knows who is signed in. Nothing of a pupil outlives ``sign_out``."""

    signed_in = Signal(object)
    signed_out = Signal()
    looks_changed = Signal(object)
    failed = Signal(str)
    tell_found = Signal()

    def __init__(self, services: Services, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._keeper = keeper
        self._school: School | None = None
        self._sitting: Sitting | None = None
        self._coming: PupilId | None = None
        self._usual = Looks()
        self.tell_is_live: bool | None = None
        """Whether children can rely on Tell here; None until that is found out."""

    @property
    def school(self) -> School:
        """The school, an empty one while none is set up."""
        return self._school or School("", "")

    @property
    def sitting(self) -> Sitting | None:
        """Who is signed in."""
        return self._sitting

    @property
    def looks(self) -> Looks:
        """How the program looks now."""
        return self._sitting.looks if self._sitting else self._usual

    @property
    def keeping(self) -> Keeping:
        """Whether everything that pupils did is on the disk."""
        return self._keeper.keeping

    @property
    def own_keeping(self) -> Keeping:
        """Whether what the signed-in pupil did is; while nobody is, what everybody did."""
        sitting = self._sitting
        return self._keeper.keeping_of(sitting.pupil.id) if sitting else self._keeper.keeping

    def hold(self, pupil: PupilId) -> None:
        """Let nothing more be written of a pupil who is being erased."""
        self._keeper.hold(pupil)

    def release(self, pupil: PupilId) -> None:
        """Go on with a pupil who could not be erased."""
        self._keeper.release(pupil)

    def forget(self, pupil: PupilId) -> None:
        """Drop what still waits to be kept of a pupil who is erased."""
        self._keeper.forget(pupil)

    def use_school(self, school: School) -> None:
        """Take the school as it is now (at start, and after staff changed it)."""
        self._school = school

    def note_tell(self, live: bool) -> None:
        """Note whether children can rely on Tell here."""
        if live != self.tell_is_live:
            self.tell_is_live = live
            self.tell_found.emit()

    def use_looks(self, looks: Looks) -> None:
        """Let everything look so while nobody is signed in; it is not kept."""
        self._usual = looks
        self.looks_changed.emit(self.looks)

    def sign_in(self, pupil: Pupil) -> None:
        """Fetch what is kept of a pupil and sign them in; one at a time, until it is there."""
        if self._coming is not None:
            return
        self._coming = pupil.id
        work = partial(self._read, pupil.id)
        done = partial(self._on_read, pupil)
        self._services.lanes.run(Lane.DISK, work, done, partial(self._on_not_read, pupil.id))

    def sign_out(self) -> None:
        """Forget the pupil, and whoever is being fetched."""
        self._coming = None
        if self._sitting is not None:
            self._sitting = None
            self.looks_changed.emit(self.looks)
            self._announce_out()

    def record(self, deed: Deed) -> None:
        """Keep what the signed-in pupil did."""
        if self._sitting is None:
            return
        from app.domain.attempt import numbered

        numbers, now = self._services.numbers, self._services.clock.now()
        attempt = numbered(deed, numbers.attempt_id(), numbers.number(), now)
        self._sitting = replace(self._sitting, attempts=(*self._sitting.attempts, attempt))
        self._keeper.record(self._sitting.pupil.id, attempt)

    def look(self, looks: Looks) -> None:
        """Change how the program looks, and keep it for the signed-in pupil."""
        if self._sitting is None:
            return
        self._sitting = replace(self._sitting, looks=looks)
        self.looks_changed.emit(looks)
        pupil = self._sitting.pupil.id
        work = partial(self._services.progress.keep_looks, pupil, looks)
        failed = partial(self._on_looks_not_kept, pupil)
        self._services.lanes.run(Lane.DISK, work, self._on_looks_kept, failed)

    def _read(self, pupil: PupilId) -> tuple[tuple[Attempt, ...], Looks]:
        # Here on the disk lane, so that numbers never run out while a child plays.
        self._services.numbers.ready()
        progress = self._services.progress
        return progress.attempts(pupil), progress.looks(pupil)

    def _on_read(self, pupil: Pupil, kept: tuple[tuple[Attempt, ...], Looks]) -> None:
        if self._coming != pupil.id:
            return
        self._coming = None
        from app.domain.attempt import in_order
        from app.flow.sitting import Sitting

        attempts, looks = kept
        attempts = in_order(attempts + self._keeper.waiting(pupil.id))
        self._sitting = Sitting(pupil, self.school.shown_name(pupil), attempts, looks)
        self.looks_changed.emit(looks)
        self._announce_in(self._sitting)

    def _on_not_read(self, pupil: PupilId, fault: Exception) -> None:
        if self._coming == pupil:
            self._coming = None
            self._on_failed(fault)

    def _on_looks_kept(self, _: None) -> None:
        """Nothing to show: the looks themselves are seen."""

    def _on_looks_not_kept(self, pupil: PupilId, fault: Exception) -> None:
        words = known(fault)
        if self._sitting is not None and self._sitting.pupil.id == pupil:
            self.failed.emit(words)

    def _on_failed(self, fault: Exception) -> None:
        self.failed.emit(known(fault))

    def _announce_in(self, sitting: Sitting) -> None:
        self.signed_in.emit(sitting)

    def _announce_out(self) -> None:
        self.signed_out.emit()
