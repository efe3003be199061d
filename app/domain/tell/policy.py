"""The school's safeguarding policy: what a child can pick, and the steps that staff follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.tell.people import Role
from app.domain.tell.routing import Route, Routes
from app.domain.tell.taps import About, Happens, Place, Tap

DANGER = "danger"
"""The step that every list of steps begins with: is anybody in danger now?"""
NEVER_LOOK = "never-look"
"""The step that comes next for private pictures: nobody looks at them, nobody keeps them."""
PRIVATE_PICTURES = "private-pictures"
"""The category to which nothing can be attached."""
SOMETHING_ELSE = "something-else"
"""The category whose steps stand for a Tell that says no more than *Yes*."""
MOST_CARDS = 8
"""Categories that fit on one page as cards."""


SUBJECTS: dict[Route, frozenset[Role]] = {
    Route.UNNAMED: frozenset({Role.DSL, Role.DEPUTY, Role.HEAD}),
    Route.ABOUT_DSL: frozenset({Role.DSL}),
    Route.ABOUT_HEAD: frozenset({Role.HEAD}),
}
"""Who is, or may be, spoken of: they neither read what goes this way nor do a step of it."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a step is to be done, in the school's ``words``; no clock runs on it."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a list that staff tick off.

    ``who`` does it, None for whoever has the Tell open. ``only``: when it applies, in words ("" for
    always). ``leads_to``: the id of the list that goes on from here ("" for none).
    """

    id: str
    words: str
    who: Role | None
    deadline: Deadline
    only: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Steps in their order, under a ``title`` for staff; ``attachments``: evidence may be added.

    ``routes``: the ways a Tell can go for which these steps come before those of its category.
    """

    id: str
    title: str
    steps: tuple[Step, ...]
    attachments: bool = False
    routes: frozenset[Route] = frozenset()


@dataclass(frozen=True, slots=True)
class Category:
    """One card of the page "what is it about?".

    ``words`` are a child's, ``picture`` a bundled one ("art:speech"). ``notice``: the computing
    lead gets place and time. ``grown_up``: it speaks of a grown-up at school by itself.
    """

    words: str
    picture: str
    checklist: Checklist
    notice: bool = False
    grown_up: bool = False

    @property
    def id(self) -> str:
        """The category's id: that of its steps."""
        return self.checklist.id

    def taps(self) -> tuple[Tap, ...]:
        """Return all that a child says by picking this card, for who may read on hangs on it."""
        about = About(self.id)
        return (about, Happens(Place.GROWN_UP)) if self.grown_up else (about,)


@dataclass(frozen=True, slots=True)
class Rung:
    """Who is told when nobody has opened a Tell after so many ``minutes`` of school time."""

    minutes: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """Where statutory guidance stands instead of the school's policy.

    ``policy`` is what the policy wants, ``instead`` what is done, ``guidance`` the document that
    says so, ``steps`` the ids of the steps that do it; all words are for staff.
    """

    id: str
    policy: str
    instead: str
    guidance: str
    steps: tuple[str, ...]


LADDER = (
    Rung(0, (Role.DSL, Role.HEAD)),
    Rung(15, (Role.DEPUTY,)),
    Rung(30, (Role.CHAIR,)),
    Rung(60, (Role.STAND_IN,)),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """All that ``policy.toml`` says. ``version`` (8 hex digits) changes with its bytes.

    ``lists`` are the steps that no card of a child leads to: a route or another step does.
    """

    version: str = ""
    categories: tuple[Category, ...] = ()
    lists: tuple[Checklist, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    overrides: tuple[Override, ...] = ()
    ladder: tuple[Rung, ...] = LADDER
    routes: Routes = field(default_factory=Routes)

    def category(self, category: str) -> Category | None:
        """Return a category by id."""
        return next((one for one in self.categories if one.id == category), None)

    def every_list(self) -> tuple[Checklist, ...]:
        """Return all lists of steps, those of the categories first."""
        return (*(one.checklist for one in self.categories), *self.lists)

    def checklist(self, name: str) -> Checklist | None:
        """Return a list of steps by the id of its category or its own."""
        return next((one for one in self.every_list() if one.id == name), None)

    def checklists(self, category: str, route: Route) -> tuple[Checklist, ...]:
        """Return the lists for a Tell: those of its route first, then that of its category.

        An unknown category ("" where the child picked none, or one of an older policy) is something
        else.
        """
        routed = [one for one in self.lists if route in one.routes]
        about = self.checklist(category) or self.checklist(SOMETHING_ELSE)
        return tuple([*routed, about] if about is not None else routed)

    def followed(self, category: str, route: Route, done: Iterable[str]) -> tuple[Checklist, ...]:
        """Return the lists for a Tell, and those to which steps that are ``done`` led."""
        found = list(self.checklists(category, route))
        ticked = frozenset(done)
        for one in found:  # grows while it is gone through: a list that was led to may lead on
            led = (self.checklist(step.leads_to) for step in one.steps if step.id in ticked)
            found += [more for more in led if more is not None and more not in found]
        return tuple(found)

    def step_words(self, step: str) -> str:
        """Return the words of a step by its id; the id of one that a newer policy has no more."""
        found = (one for checklist in self.every_list() for one in checklist.steps)
        return next((one.words for one in found if one.id == step), step)

    def overrides_for(self, lists: Iterable[Checklist]) -> tuple[Override, ...]:
        """Return where guidance stands instead of the school's policy in these lists."""
        shown = {step.id for one in lists for step in one.steps}
        return tuple(one for one in self.overrides if shown & set(one.steps))


def may_attach(lists: Iterable[Checklist]) -> bool:
    """Tell whether evidence may be added where these lists are shown together."""
    shown = tuple(lists)
    return bool(shown) and all(one.attachments for one in shown)


def _bare() -> Policy:
    words = "Is a child in danger now? Ring children's social care or the police before all else."
    now = Deadline("at-once", "At once")
    steps = (Step(DANGER, words, None, now),)
    other = Checklist(SOMETHING_ELSE, "The school's policy cannot be read", steps)
    return Policy(categories=(Category("Something else", "art:question", other),), deadlines=(now,))


BARE = _bare()
"""All that is left where no file can be read: a child can still tell, and staff are still told."""
