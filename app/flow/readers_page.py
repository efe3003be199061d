"""What the page of who reads shows: one frozen value that its controller hands up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.domain.school import SchoolClass
from app.domain.tell.changes import Difference, Unfit, differences
from app.domain.tell.desk import Lists
from app.domain.tell.lists import COVERERS, holders
from app.domain.tell.people import Person, PersonId, Roster
from app.domain.tell.setup import Missing, missing
from app.flow.new_key import NO_KEY, KeyPage

NO_LISTS = Lists()


class Task(Enum):
    """What the page is for now."""

    LIST = auto()
    PERSON = auto()  # who somebody is, and what they do
    KEY = auto()  # a newcomer makes theirs, or somebody a new one
    PASSPHRASE = auto()  # one's own, another
    PROVE = auto()  # one's own passphrase, before a new key is made


@dataclass(frozen=True, slots=True)
class ReadersPage:
    """What the page shows.

    ``viewer`` is whoever is signed in; ``person`` whom the task is about (None: somebody new);
    ``classes`` are the school's; ``key`` is a key in the making; ``unfit`` is why a list cannot be;
    nobody can try a passphrase for ``wait`` seconds.
    """

    viewer: PersonId | None = None
    lists: Lists = NO_LISTS
    classes: tuple[SchoolClass, ...] = ()
    task: Task = Task.LIST
    person: Person | None = None
    key: KeyPage = NO_KEY
    unfit: Missing | Unfit | None = None
    wait: int = 0
    busy: bool = False
    said: str = ""
    fault: str = ""

    @property
    def roster(self) -> Roster:
        """The list in force."""
        return self.lists.in_force.roster if self.lists.in_force is not None else Roster()

    @property
    def holders(self) -> tuple[Person, ...]:
        """Who may sign."""
        return holders(self.roster)

    @property
    def may_sign(self) -> bool:
        """Whether whoever is signed in may change who reads, together with another."""
        return any(one.id == self.viewer for one in self.holders)

    @property
    def may_cover(self) -> bool:
        """Whether whoever is signed in may alone say that the deputies stand in."""
        listing = self.lists.in_force
        own = any(one.id == self.viewer and one.roles & COVERERS for one in self.holders)
        return own and listing is not None and not listing.recovery

    @property
    def recovered(self) -> bool:
        """Whether the list in force was signed with the words in the safe alone."""
        return self.lists.in_force is not None and self.lists.in_force.recovery

    @property
    def lacking(self) -> tuple[Missing, ...]:
        """The offices that nobody holds."""
        return missing(self.roster.people)

    @property
    def waits(self) -> tuple[Difference, ...]:
        """What the list would change that waits for the second signature."""
        now, waiting = self.lists.in_force, self.lists.waiting
        if now is None or waiting is None:
            return ()
        return differences(now, waiting.listing)

    @property
    def signed(self) -> tuple[Person, ...]:
        """Who has signed the list that waits."""
        waiting = self.lists.waiting
        return tuple(
            one for one in self.roster.people if waiting is not None and one.id in waiting.signed
        )
