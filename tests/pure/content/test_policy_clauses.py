"""What ships carries every clause of the school's Social Media Policy, or says what stands instead.

Each clause has a short id and our own summary. The schools' sentences stand in their own document.
"""

from __future__ import annotations

import re

import pytest

from app.domain.smart import CLAUSES
from app.domain.tell.people import Role
from app.domain.tell.policy import Checklist, Policy, Rung, Step
from app.domain.tell.routing import Routes
from tests.policybook import SHIPPED, proof

CARRIED: dict[str, tuple[str, ...]] = {
    # what the policy is for
    "protect children from dangers online": ("something-else/danger", "something-else/listen"),
    "protect staff from cyber bullying": ("unkind/staff-bullied",),
    "step in early for whoever is at risk": ("something-else/listen", "friend/other-child"),
    # staff
    "staff: no contact with pupils on social media": ("grown-up-online/no-answer",),
    "staff: a pupil's request -> headteacher": ("grown-up-online/friend-to-head",),
    "staff: no posts that harm pupils or the school": ("staff-allegation/below-threshold",),
    "staff: no posts by which a pupil is known": ("staff-allegation/below-threshold",),
    "staff: a breach is serious, even a crime": (
        "staff-allegation/discipline",
        "lado-before-discipline",
    ),
    "staff: bullying or pressing others -> discipline": (
        "staff-allegation/discipline",
        "lado-before-discipline",
    ),
    # pupils and parents
    "pupils: a breach may lead to a sanction": ("unkind/no-blame", "help-before-sanction"),
    "pupils: no requests to staff, reported to the headteacher": (
        "grown-up-online/friend-to-head",
        "grown-up-online/pupil-asked",
    ),
    "pupils: a request by staff -> headteacher": (
        "grown-up-online/friend-to-head",
        "grown-up-online/friend-about-head",
        "lado-before-discipline",
    ),
    "pupils: no sites above their age": ("scary/age-limit", "account/age-limit"),
    "bad content at school -> computing lead or headteacher, at once": (
        "school-computer/report-site",
        "scary/seen-at-school",
    ),
    "the filter blocks social media": ("school-computer/check-filter",),
    "getting round the filter -> ban from computers": ("school-computer/got-round",),
    "bad content -> the site is blocked": ("school-computer/block-site",),
    # cyber bullying
    "cyber bullying: taken seriously": ("unkind/danger", "unkind/listen"),
    "cyber bullying: in the school day -> behaviour policy": ("unkind/in-school-day",),
    "cyber bullying: outside -> parents; families report it": (
        "unkind/outside-school-day",
        "unkind/parents",
        "outside-school-counts",
    ),
    "cyber bullying: outside is not looked into, but repaired": (
        "unkind/still-a-concern",
        "unkind/repair",
        "outside-school-counts",
    ),
    "cyber bullying: staff never answer, but report to leaders and police": (
        "unkind/never-reply",
        "unkind/staff-bullied",
    ),
    "cyber bullying: evidence with date and time, prints too": (
        "unkind/evidence",
        "no-prints-of-private-pictures",
    ),
    "cyber bullying: by a parent -> asked in, asked to remove it": ("unkind/parent-wrote-it",),
    "cyber bullying: not removed -> the school decides, the provider": ("unkind/not-taken-down",),
    "cyber bullying: threats, hate, sexual -> consider the police": ("unkind/crime",),
    # private pictures
    "sexting: always to parents and police": (
        "private-pictures/refer",
        "private-pictures/parents-of-all",
        "not-always-the-police",
    ),
    "sexting: find out who had or passed on the picture": (
        "private-pictures/to-dsl",
        "private-pictures/review",
        "no-detective-work",
    ),
    "sexting: phones searched under the DfE's advice": (
        "private-pictures/device",
        "no-search-by-looking",
    ),
    # SMART
    "Tell: a teacher, parent or carer": ("something-else/listen", "something-else/parents"),
}
"""Where each clause that a Tell can be about is carried: "list/step", or an override's id."""

TAUGHT = {
    "what counts as social media: blogs": "p15-what-is-social-media",
    "what counts as social media: forums": "p15-what-is-social-media",
    "what counts as social media: shared spaces": "p15-what-is-social-media",
    "what counts as social media: sharing of media": "p15-what-is-social-media",
    "what counts as social media: short posts": "p15-what-is-social-media",
    "pupils: not in the school day": "p7-not-in-school-day",
    "pupils: no hiding behind a name": "p9-no-hiding-behind-a-name",
    "pupils: no posts that harm": "p10-no-harmful-posts",
    "cyber bullying: taught regularly": "p13-cyber-bullying",
    "Safe": "p1-private-facts",
    "Meeting": "p3-meeting",
    "Accepting": "p4-accepting",
    "Reliable": "p5-reliable",
}
"""Clauses that lessons carry, with the tag by which a lesson says so."""

OF_ADULTS = (
    "educate children, parents and staff", "encourage responsible use", "the school's good name",
    "governors: the policy is theirs", "governors: it discriminates against nobody",
    "governors: complaints", "headteacher: runs it day by day", "staff: follow it",
    "parents: habits at home", "parents: a good example", "staff: trained at induction",
    "staff: trained again", "staff: not in lesson time", "staff: breaks, away from children",
    "staff: do not name the employer", "staff: personal views are marked", "staff: no alias",
    "staff: no disrepute", "staff: look oneself up", "staff: log off",
    "staff: two e-mail addresses",
)  # fmt: skip
"""Clauses on how grown-ups run the school and behave, of which no child tells."""

BULLETS, LETTERS = 59, 5
"""How many clauses the document has: its bullets, and the letters of SMART."""
ABOUT_PARENTS = {"parents", "parents-of-all", "parents-agreed"}
RECORDED = {"record", "record-no-picture", "record-by-reader", "both-recorded"}


@pytest.fixture(scope="module")
def policy() -> Policy:
    """Return what ships."""
    found = proof(SHIPPED).sound
    assert found is not None
    return found


def lists() -> tuple[Checklist, ...]:
    """Return every list that ships."""
    found = proof(SHIPPED).value
    assert found is not None
    return found.every_list()


def step(policy: Policy, place: str) -> Step:
    """Return the step at "list/step"."""
    name, _, wanted = place.partition("/")
    checklist = policy.checklist(name)
    assert checklist is not None, f"no list {name}"
    found = [one for one in checklist.steps if one.id == wanted]
    assert len(found) == 1, f"no step {place}"
    return found[0]


every_list = pytest.mark.parametrize("checklist", lists(), ids=lambda one: one.id)


def test_no_clause_is_forgotten_or_stands_twice() -> None:
    assert len({*CARRIED, *TAUGHT, *OF_ADULTS}) == BULLETS + LETTERS
    assert len(CARRIED) + len(TAUGHT) + len(OF_ADULTS) == BULLETS + LETTERS


@pytest.mark.parametrize("clause", CARRIED)
def test_a_clause_has_its_place(policy: Policy, clause: str) -> None:
    overrides = {one.id: one for one in policy.overrides}
    for place in CARRIED[clause]:
        words = step(policy, place).words if "/" in place else overrides[place].instead
        assert words


def test_every_override_belongs_to_a_clause(policy: Policy) -> None:
    used = {place for places in CARRIED.values() for place in places if "/" not in place}
    assert used == {one.id for one in policy.overrides}


def test_a_clause_that_is_taught_has_its_tag() -> None:
    assert set(TAUGHT.values()) <= set(CLAUSES)


def test_an_override_names_the_guidance_that_stands(policy: Policy) -> None:
    for one in policy.overrides:
        assert re.search(r"Keeping children safe|UKCIS \(2024\)|DfE: ", one.guidance), one.id


def test_the_routes_are_those_of_the_design(policy: Policy) -> None:
    assert policy.routes == Routes(notices=frozenset({"school-computer"}))
    assert policy.ladder == (
        Rung(0, (Role.DSL, Role.HEAD)),
        Rung(15, (Role.DEPUTY,)),
        Rung(30, (Role.CHAIR,)),
        Rung(60, (Role.STAND_IN,)),
    )


def test_what_the_cards_do_beside_their_steps(policy: Policy) -> None:
    assert [one.id for one in policy.categories if one.grown_up] == ["grown-up-online"]
    attach = {one.id for one in policy.categories if one.checklist.attachments}
    assert attach == {"unkind", "stranger", "grown-up-online"}


@every_list
def test_every_list_asks_for_parents_and_for_a_record(checklist: Checklist) -> None:
    names = {one.id for one in checklist.steps}
    assert names & ABOUT_PARENTS
    assert names & RECORDED


@every_list
def test_every_list_keeps_staff_from_looking_at_a_private_picture(
    checklist: Checklist,
) -> None:
    wary = {"private-found", "never-look", "evidence-unseen"}
    assert {one.id for one in checklist.steps} & wary


def test_parents_are_told_unless_that_puts_the_child_at_risk(policy: Policy) -> None:
    for place in ("unkind/parents", "private-pictures/parents-of-all"):
        assert "unless that could put" in step(policy, place).words
        assert "reason why not" in step(policy, place).words
    assert "reason why not" in step(policy, "staff-allegation/parents-agreed").words


def test_allegations_go_to_the_lado_by_whom_they_are_not_about(policy: Policy) -> None:
    for place, who in (
        ("staff-allegation/head-to-lado", Role.HEAD),
        ("about-headteacher/chair-to-lado", Role.CHAIR),
        ("unnamed-grown-up/chair-to-lado", Role.CHAIR),
    ):
        assert step(policy, place).who is who
        assert "LADO" in step(policy, place).words
        assert step(policy, place).deadline.id == "at-once"


def test_evidence_is_dated_and_never_a_private_picture(policy: Policy) -> None:
    for place in ("unkind/evidence", "grown-up-online/evidence-unseen"):
        assert "date and time" in step(policy, place).words
        assert "Never" in step(policy, place).words


def test_texts_name_roles_and_no_persons() -> None:
    text = SHIPPED.read_text("utf-8")
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Dr|St)\b\.?", text) == []


def test_cards_speak_as_a_child_and_blame_nobody(policy: Policy) -> None:
    for one in policy.categories:
        assert not re.search(r"\b(you|your|fault|naughty|silly|wrong)\b", one.words.lower())
