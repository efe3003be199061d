"""Finds what is wrong with a policy as a whole: what is missing, never reached, or not safe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from app.content.artwork import BUNDLED, Artwork, is_bundled
from app.content.wording import SECRECY, wording_faults
from app.domain.tell.policy import (
    DANGER,
    MOST_CARDS,
    NEVER_LOOK,
    PRIVATE_PICTURES,
    SOMETHING_ELSE,
    SUBJECTS,
    Checklist,
    Policy,
    Step,
)
from app.domain.tell.routing import Route, roles_of
from app.domain.words import Slot, Words

Fault = tuple[str, str]
Steps = Mapping[str, Step]
LONGEST = 48
"""Letters of a child's words that a card has room for."""
NEEDED: dict[str, tuple[str, ...]] = {
    DANGER: ("social care", "police"),
    NEVER_LOOK: ("never", "view", "copy", "print", "share", "store", "save"),
}
"""What a step must name, in whatever words a school puts it."""
WHOLE = "policy"


def policy_faults(policy: Policy, steps: Steps) -> Iterator[Fault]:
    """Yield what is wrong between the parts of a policy; ``steps`` are all that were written."""
    yield from _twins(policy)
    yield from _card_faults(policy)
    for one in policy.every_list():
        yield from _first_steps(one)
    yield from _needed_words(steps)
    yield from _private_faults(policy)
    yield from _readers(policy)
    yield from _routed_lists(policy)
    yield from _doers(policy)
    yield from _ladder_faults(policy)
    yield from _led_astray(policy, steps)
    yield from _unused(policy, steps)
    yield from _override_faults(policy)


def _twins(policy: Policy) -> Iterator[Fault]:
    for name, times in Counter(one.id for one in policy.every_list()).items():
        if name and times > 1:
            yield WHOLE, f"id '{name}' is given to {times} categories or lists; give each its own"
    for words, times in Counter(one.words.casefold() for one in policy.categories).items():
        if words and times > 1:
            yield WHOLE, f"{times} categories say '{words}'; a child cannot tell them apart"
    for name, times in Counter(one.id for one in policy.overrides).items():
        if name and times > 1:
            yield WHOLE, f"id '{name}' is given to {times} overrides; give each its own"


def _card_faults(policy: Policy) -> Iterator[Fault]:
    if len(policy.categories) > MOST_CARDS:
        found = len(policy.categories)
        yield WHOLE, f"has {found} categories; one page has room for {MOST_CARDS} cards"
    for needed in (PRIVATE_PICTURES, SOMETHING_ELSE):
        if policy.category(needed) is None:
            yield WHOLE, f"has no category '{needed}'; every school needs it"


def _first_steps(checklist: Checklist) -> Iterator[Fault]:
    if not checklist.steps:
        return
    first = checklist.steps[0]
    if first.id != DANGER:
        yield _place(checklist), f"begins with '{first.id}'; the first step must be '{DANGER}'"


def _needed_words(steps: Steps) -> Iterator[Fault]:
    for name, wanted in NEEDED.items():
        step = steps.get(name)
        if step is None:
            yield WHOLE, f"has no step '{name}'; no policy may do without it"
            continue
        lacking = [word for word in wanted if word not in step.words.lower()]
        if step.words and lacking:
            yield f"step '{name}'", f"must name: {', '.join(lacking)}"
        if step.only:
            yield f"step '{name}'", "has 'only', but it always applies; take it out"


def _private_faults(policy: Policy) -> Iterator[Fault]:
    category = policy.category(PRIVATE_PICTURES)
    if category is None:
        return
    checklist = category.checklist
    if checklist.attachments:
        yield _place(checklist), "allows attachments; to keep such a picture is a crime"
    if [step.id for step in checklist.steps[1:2]] != [NEVER_LOOK]:
        yield _place(checklist), f"its second step must be '{NEVER_LOOK}'"


def _readers(policy: Policy) -> Iterator[Fault]:
    for route, subjects in SUBJECTS.items():
        for role in roles_of(policy.routes, route):
            if role in subjects:
                yield f"route '{route}'", f"holds '{role}', whom it may be about; take them out"


def _routed_lists(policy: Policy) -> Iterator[Fault]:
    for route in Route:
        lists = [one.id for one in policy.lists if route in one.routes]
        if route is not Route.USUAL and len(lists) != 1:
            found = f"has {len(lists)} lists"
            yield f"route '{route}'", f"{found} of steps; give it exactly one, by its 'routes'"


def _doers(policy: Policy) -> Iterator[Fault]:
    """Refuse a step that is to be done by whom the list is about."""
    for checklist in policy.lists:
        for route in sorted(checklist.routes):
            yield from _subject_acts(checklist, route)
    for category in policy.categories:
        if category.grown_up:
            yield from _subject_acts(category.checklist, Route.UNNAMED)


def _subject_acts(checklist: Checklist, route: Route) -> Iterator[Fault]:
    for step in checklist.steps:
        if step.who in SUBJECTS.get(route, ()):
            fault = f"step '{step.id}' is for '{step.who}', whom '{route}' may be about"
            yield _place(checklist), f"{fault}; write a step of its own"


def _ladder_faults(policy: Policy) -> Iterator[Fault]:
    minutes = [rung.minutes for rung in policy.ladder]
    if minutes and minutes[0] != 0:
        yield "ladder", f"begins after {minutes[0]} minutes; the first rung must be at 0"
    for lower, higher in pairwise(minutes):
        if higher <= lower:
            yield "ladder", f"goes from {lower} to {higher} minutes; each rung must be later"


def _led_astray(policy: Policy, steps: Steps) -> Iterator[Fault]:
    for step in steps.values():
        if step.leads_to and policy.checklist(step.leads_to) is None:
            yield f"step '{step.id}'", f"leads to no list '{step.leads_to}'; correct its name"
    reached = _reached(policy)
    for one in policy.lists:
        if one.id and one.id not in reached:
            fault = "is never reached; name a route in it, or let a step lead to it"
            yield _place(one), fault


def _reached(policy: Policy) -> set[str]:
    """Return the ids of all lists that a card, a route or a step of a reached list leads to."""
    found: set[str] = set()
    ahead = [one.checklist for one in policy.categories]
    ahead += [one for one in policy.lists if one.routes]
    while ahead:
        checklist = ahead.pop()
        if checklist.id not in found:
            found.add(checklist.id)
            led = [policy.checklist(step.leads_to) for step in checklist.steps]
            ahead += [one for one in led if one is not None]
    return found


def _unused(policy: Policy, steps: Steps) -> Iterator[Fault]:
    used = {step.id for one in policy.every_list() for step in one.steps}
    for name in steps:
        if name not in used:
            yield f"step '{name}'", "stands in no list; put it into one or take it out"
    given = {step.deadline.id for step in steps.values()}
    for deadline in policy.deadlines:
        if deadline.id not in given:
            yield f"deadline '{deadline.id}'", "is given to no step; take it out"


def _override_faults(policy: Policy) -> Iterator[Fault]:
    used = {step.id for one in policy.every_list() for step in one.steps}
    for override in policy.overrides:
        for name in override.steps:
            if name not in used:
                yield f"override '{override.id}'", f"there is no step '{name}' in any list"


def card_picture_faults(policy: Policy, artwork: Artwork) -> Iterator[Fault]:
    """Yield which cards show a picture that is not bundled."""
    for category in policy.categories:
        name = category.picture
        if name and not (is_bundled(name) and artwork.picture(name.removeprefix(BUNDLED))):
            fault = f"there is no bundled picture '{name}'; write 'art:' and the name of one"
            yield _place(category.checklist), fault


def policy_wording_faults(policy: Policy) -> Iterator[Fault]:
    """Yield what a card may not say to a child, and every brand that staff would read."""
    for text in words_of_cards(policy):
        for found in SECRECY.finditer(text.text):
            yield text.where, f"says '{found[0]}' on a card of Tell; nobody can keep to that"
        if len(text.text) > LONGEST:
            yield text.where, f"has {len(text.text)} letters; a card has room for {LONGEST}"
    yield from wording_faults([*words_of_cards(policy), *_words_for_staff(policy)])


def words_of_cards(policy: Policy) -> tuple[Words, ...]:
    """Return what children read of a policy."""
    return tuple(
        Words(f"category '{one.id}', words", one.words, Slot.OPTION) for one in policy.categories
    )


def _words_for_staff(policy: Policy) -> Iterator[Words]:
    for one in policy.every_list():
        yield Words(f"{_place(one)}, title", one.title, Slot.STAFF)
    for deadline in policy.deadlines:
        yield Words(f"deadline '{deadline.id}'", deadline.words, Slot.STAFF)
    for step in _once(step for one in policy.every_list() for step in one.steps):
        yield Words(f"step '{step.id}', words", step.words, Slot.STAFF)
        yield Words(f"step '{step.id}', only", step.only, Slot.STAFF)
    for override in policy.overrides:
        for said in (override.policy, override.instead, override.guidance):
            yield Words(f"override '{override.id}'", said, Slot.STAFF)


def _once(steps: Iterable[Step]) -> Iterable[Step]:
    return {step.id: step for step in steps}.values()


def _place(checklist: Checklist) -> str:
    return f"list '{checklist.id}'"
