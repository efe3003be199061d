"""Who is told of Tells: the list of recipients in force, and the addresses staff have put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.override import override
from app.domain.tell.ports import Addressees
from app.domain.tell.routing import first_circle, may_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.tell.people import PersonId
    from app.domain.tell.routing import People
    from app.domain.tell.schooltime import SchoolTime
    from app.flow.services import Services
    from app.flow.tell_known import Known


class ListedStaff(Addressees):
    """All of it is in memory: what was last read of either."""

    def __init__(self, services: Services, known: Callable[[], Known]) -> None:
        self._services = services
        self._known = known

    @override
    def everybody(self) -> tuple[PersonId, ...]:
        people = self._known().reach.roster.people
        return tuple(one.id for one in people if one.enrolled and may_read(one))

    @override
    def first_readers(self) -> People:
        reach, policy = self._known()
        return first_circle(reach.roster, policy.routes, None)

    @override
    def addresses(self, person: PersonId) -> tuple[str, ...]:
        return self._services.contacts.known.addresses(person)

    @override
    def school(self) -> SchoolTime:
        return self._services.contacts.known.school

    @override
    def kiosk(self) -> str:
        return self._services.kiosk_name
