"""What staff do on the School pages: class lists, class options, pupils, and what needs a look."""

from __future__ import annotations

import secrets
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain import roster, schoolwork
from app.domain.ids import ClassId, PupilId
from app.domain.ports import StoreFault
from app.domain.problem import Problem
from app.domain.school import School
from app.domain.words import sentence
from app.flow import paperwork
from app.flow.list_turns import ListTurns
from app.flow.office_page import OfficePage
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane


class Office(ListTurns):
    """Every change is a new School, kept on the disk before it is shown as done."""

    leaving = Signal()
    founded = Signal()

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(services, OfficePage(session.school), parent)
        self._session = session
        self._warned = 0

    def open(self) -> None:
        """Show the school as it stands, or what is being done."""
        self._warned = 0
        self._publish(self._page if self._page.busy else OfficePage(self._session.school))

    def leave_kiosk(self) -> None:
        """Ask for the kiosk to be left; not before staff were warned of all that would be lost."""
        waiting = self._session.keeping.waiting
        if waiting > self._warned:
            self._warned = waiting
            lost = (
                "1 answer is not saved yet, and would be lost."
                if waiting == 1
                else f"{waiting} answers are not saved yet, and would be lost."
            )
            fault = (
                f"{lost} Put right what School lists under 'What needs a look', "
                "or press once more to leave all the same."
            )
            self._publish(replace(self._page, fault=fault))
        else:
            self.leaving.emit()

    def take_list(self) -> None:
        """Do what the class list says."""
        if self._page.plan is not None and self._page.plan.ready:
            after = roster.apply(self._page.plan, secrets.choice)
            self._keep(after, f"{self._page.file} is taken over.")

    def want_secrets(self, class_id: ClassId, wanted: bool) -> None:
        """Let a class sign in with secret pictures, or without."""
        if self._waits(partial(self.want_secrets, class_id, wanted)):
            return
        before = self._page.school.school_class(class_id)
        if before is None or before.secrets == wanted:  # as it is when a press has waited
            return
        after = schoolwork.want_secrets(self._page.school, class_id, wanted, secrets.choice)
        self._keep(after, "Secret pictures are on." if wanted else "Secret pictures are off.")

    def rename_class(self, class_id: ClassId, name: str) -> None:
        """Give a class another name."""
        if self._waits(partial(self.rename_class, class_id, name)):
            return
        before = self._page.school.school_class(class_id)
        if before is None or before.name == name:
            return
        try:
            after = schoolwork.rename_class(self._page.school, class_id, name)
        except schoolwork.UnfitName as fault:
            self._publish(replace(self._page, fault=sentence(str(fault))))
        else:
            self._keep(after, "The class has its new name.")

    def rename_school(self, name: str) -> None:
        """Give the school another name, as it stands on Welcome."""
        if name.strip():
            self._keep(
                replace(self._page.school, name=name.strip()), "The school has its new name."
            )

    def reset_secret(self, pupil_id: PupilId) -> None:
        """Give a pupil three new secret pictures."""
        after = schoolwork.reset_secret(self._page.school, pupil_id, secrets.choice)
        self._keep(after, "Three new pictures are given.")

    def erase(self, pupil_id: PupilId) -> None:
        """Remove a pupil with all their answers, for good."""
        if self._page.busy:
            return
        after = schoolwork.erase(self._page.school, pupil_id)
        self._session.hold(pupil_id)
        work = partial(self._erase, pupil_id, after)
        done, failed = partial(self._on_erased, pupil_id), partial(self._on_not_erased, pupil_id)
        self._run(Lane.DISK, work, done, failed)

    def export(self, pupil_id: PupilId, folder: Path) -> None:
        """Write all that is kept of a pupil into a folder, as JSON."""
        work = partial(paperwork.write_down, self._services, pupil_id, self._page.school, folder)
        self._run(Lane.DISK, work, self._on_exported)

    def take_back(self) -> None:
        """Undo the last change."""
        if self._page.undo is not None:
            self._keep(self._page.undo, "It is as it was before.", undo=False)

    def found(self, name: str) -> None:
        """Set up a real school from the class list that was read in the demo."""
        plan = self._page.plan
        if not self._page.school.demo or plan is None or not plan.ready:
            return
        if not name.strip():
            fault = "Please write the name of your school; it stands on Welcome."
            self._publish(replace(self._page, fault=fault))
            return
        school = replace(roster.apply(plan, secrets.choice), name=name.strip(), demo=False)
        self._run(Lane.DISK, partial(self._found, school), self._on_founded)

    def problems(self) -> tuple[Problem, ...]:
        """Return what staff should look at: content left out, damaged files, a bad place."""
        services = self._services
        return (
            *self._waiting(),
            *services.place_problems,
            *services.progress.problems(),
            *services.library.problems(),
        )

    def _waiting(self) -> tuple[Problem, ...]:
        """Return that answers wait to be kept, where they do."""
        keeping = self._session.keeping
        if not keeping.fault:
            return ()
        return (Problem("progress", f"answers not saved yet: {keeping.waiting}", keeping.fault),)

    def _keep(self, after: School, said: str, *, undo: bool = True) -> None:
        before = self._page.school if undo else None
        work = partial(self._save, after)
        self._run(Lane.DISK, work, partial(self._on_kept, said, before))

    def _found(self, school: School) -> None:
        store = self._services.founding
        if store is None:
            return
        if store.load() is not None:
            raise StoreFault("There is a school in this data folder already. Start Be SMART again.")
        store.save(school)

    def _save(self, after: School) -> School:
        self._services.schools.save(after)
        return after

    def _erase(self, pupil_id: PupilId, after: School) -> School:
        # The answers first: should the power go between, the name is still there to erase by.
        self._services.progress.erase(pupil_id)
        return self._save(after)

    def _on_kept(self, said: str, before: School | None, after: School) -> None:
        self._session.use_school(after)
        self._publish(OfficePage(after, said=said, undo=before))

    def _on_erased(self, pupil_id: PupilId, after: School) -> None:
        self._session.forget(pupil_id)
        self._on_kept(
            "Everything that Be SMART keeps of them is erased. Files that were written down stay.",
            None,
            after,
        )

    def _on_not_erased(self, pupil_id: PupilId, fault: Exception) -> None:
        self._session.release(pupil_id)
        self._on_failed(fault)

    def _on_exported(self, path: Path) -> None:
        self._publish(replace(self._page, busy=False, said=f"Written to {path}"))

    def _on_founded(self, _: None) -> None:
        self.founded.emit()
