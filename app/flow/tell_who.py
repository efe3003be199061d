"""Who sits here, as a Tell keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.tell.records import Who
from app.domain.tell.taps import writable

if TYPE_CHECKING:
    from app.domain.ids import ClassId
    from app.flow.session import Session


def class_of(session: Session) -> ClassId | None:
    """Return the class of the pupil who is signed in, None while nobody is."""
    return session.sitting.pupil.class_id if session.sitting is not None else None


def who_of(session: Session) -> Who | None:
    """Return who is signed in, and whether they proved it by their secret pictures."""
    if session.sitting is None:
        return None
    pupil, school = session.sitting.pupil, session.school
    own = school.school_class(pupil.class_id)
    proved = own is not None and own.secrets and bool(pupil.secret)
    class_name = own.name if own is not None else ""
    return Who(pupil.id, writable(pupil.full_name), writable(class_name), proved)
