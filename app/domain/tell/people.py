"""The grown-ups of a school: their roles, their public keys, and the list that names them all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from app.domain.ids import ClassId

PersonId = NewType("PersonId", str)
"""8 lower-case hexadecimal digits, random: a grown-up with a staff account."""

ESCROW = PersonId("escrow")
"""Who signs with the escrow words: no person's id is like it."""


class Role(StrEnum):
    """What a grown-up is in the school; one person may be several."""

    DSL = "dsl"  # designated safeguarding lead
    DEPUTY = "deputy"  # deputy DSL
    HEAD = "headteacher"
    CHAIR = "chair"  # chair of governors
    STAND_IN = "stand-in"  # for the chair, where a grown-up at school is spoken of
    COMPUTING = "computing-lead"
    TEACHER = "teacher"


READERS = frozenset({Role.DSL, Role.DEPUTY, Role.HEAD, Role.CHAIR, Role.STAND_IN})
"""The roles that what a child tells may be sealed to; the others administer or teach."""


@dataclass(frozen=True, slots=True)
class Person:
    """A grown-up. ``title`` is how children read of them, ``face`` the name of their picture.

    ``classes``: whom a teacher teaches. ``box_key`` (X25519, 32 bytes) is what Tells are sealed to,
    ``sign_key`` (Ed25519, 32 bytes) what their deeds are signed with; both are empty until they
    have made them at their first sign-in. ``left``: they are no recipient any more.
    """

    id: PersonId
    title: str
    face: str
    roles: frozenset[Role]
    classes: tuple[ClassId, ...] = ()
    box_key: bytes = b""
    sign_key: bytes = b""
    left: bool = False

    @property
    def enrolled(self) -> bool:
        """Whether something can be sealed to them."""
        return bool(self.box_key) and not self.left


@dataclass(frozen=True, slots=True)
class Roster:
    """The list of recipients, ``version`` 1 or more. An empty one (version 0) is no school's yet.

    ``escrow`` is the X25519 key whose private half stands on paper only, ``escrow_sign`` the
    Ed25519 key that is made from it (b"": there is none); ``teacher_sees``: class teachers get the
    first press of their pupils; ``covering``: deputies stand for the DSL now.
    """

    version: int = 0
    people: tuple[Person, ...] = ()
    escrow: bytes = b""
    teacher_sees: bool = False
    covering: bool = False
    escrow_sign: bytes = b""

    def person(self, person: PersonId) -> Person | None:
        """Return somebody by id, those who have left too."""
        return next((one for one in self.people if one.id == person), None)

    def holders(self, role: Role) -> tuple[Person, ...]:
        """Return who can be sealed to in a role; deputies are DSLs while they cover."""
        wanted = {role, Role.DEPUTY} if role is Role.DSL and self.covering else {role}
        return tuple(one for one in self.people if one.enrolled and one.roles & wanted)

    def teachers_of(self, class_id: ClassId) -> tuple[Person, ...]:
        """Return who teaches a class and can be sealed to."""
        return tuple(one for one in self.people if one.enrolled and class_id in one.classes)
