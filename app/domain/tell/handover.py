"""What is handed over of a Tell for the child protection record: one JSON object, and one page's

content. Both hold what the one who hands over can read, and nothing else. The keys of the JSON
object stay as they are; what is added raises ``VERSION``. Times are ISO 8601 in UTC there, and on
the page in the zone of ``Making.at``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from app.domain.tell.cases import Case
from app.domain.tell.deeds import ENDS, Act, Deed
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.policy import Checklist, Policy, Step
from app.domain.tell.records import Detail, Who, row_of
from app.domain.tell.routing import route_of
from app.domain.tell.taps import (
    About,
    Called,
    Comes,
    Happens,
    Names,
    Place,
    Tap,
    Wants,
    When,
    Words,
    Worry,
)

FORMAT = "be-smart-tell"
VERSION = 1
Json = dict[str, object]

PLACES = {
    Place.SCHOOL: "at school, with another child",
    Place.HOME: "at home",
    Place.ONLINE: "online",
    Place.GROWN_UP: "with a grown-up at school",
}
COMES = {When.NOW: "come now", When.LATER: "come when the lesson ends"}
DEEDS = {
    Act.OPENED: "opened it",
    Act.READ: "read it again",
    Act.STEP: "did a step",
    Act.UNSTEP: "took a step back",
    Act.NOTE: "noted",
    Act.ACTION: "did",
    Act.ASSIGNED: "gave it to",
    Act.PARENTS: "parents or carers",
    Act.LINKED: "linked it with Tell",
    Act.NOT_NEEDED: "marked that no grown-up was needed",
    Act.DRILL: "marked it as a drill",
    Act.CLOSED: "closed it",
    Act.REOPENED: "opened it again",
    Act.ATTACHED: "added evidence",
    Act.DETACHED: "took evidence out",
    Act.PASSED: "passed the site to the computing lead",
    Act.EXPORTING: "began to write a file",
    Act.UNEXPORTED: "wrote no file",
    Act.EXPORTED: "handed it over",
    Act.ERASING: "asked to erase it, with",
}
PEOPLE = frozenset({Act.ASSIGNED, Act.ERASING})
NO_WHO = "a child who was not signed in and gave no name"


@dataclass(frozen=True, slots=True)
class Making:
    """When and by whom it is handed over, and the heads of the record's chains at that moment."""

    at: datetime
    by: PersonId
    school: str
    heads: Mapping[str, str]


class Look(Enum):
    """How a section stands on paper."""

    PAIRS = auto()  # what, and what it was
    QUOTE = auto()  # its running text is the child's own
    STEPS = auto()  # a step, and whether it is done (it begins with "done")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its title, pairs of what and what it was, and running text."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    look: Look = Look.PAIRS


@dataclass(frozen=True, slots=True)
class Handover:
    """A Tell with what its words mean: the school's policy, and who is who."""

    case: Case
    policy: Policy
    roster: Roster
    making: Making

    @property
    def lists(self) -> tuple[Checklist, ...]:
        """The lists of steps that are for this Tell."""
        route = route_of(self.roster, self.case.taps)
        return self.policy.followed(self.case.category, route, self.case.done)

    def title(self, person: str) -> str:
        """Return how somebody is called; the id of one whom no list names."""
        found = self.roster.person(PersonId(person))
        return found.title if found is not None else person

    def document(self) -> Json:
        """Return the JSON object."""
        case, first = self.case, self.case.first
        where = first or case.notice
        return {
            "format": FORMAT,
            "version": VERSION,
            "school": self.making.school,
            "made": {"at": _utc(self.making.at), "by": self._person(self.making.by)},
            "tell": case.tell,
            "drill": case.drill,
            "standing": case.standing.name.lower(),
            "told": {
                "at": _utc(case.at),
                "kiosk": where.kiosk if where is not None else "",
                "screen": where.page if where is not None else "",
                "who": _who(case.who),
            },
            "category": {"id": case.category, "words": self._category()},
            "said": [self._said(one) for one in case.details],
            "steps": [self._step(one, step) for one in self.lists for step in one.steps],
            "deeds": [self._deed(one) for one in case.deeds],
            "parents": [self._deed(one) for one in case.of(Act.PARENTS)],
            "outcome": self._outcome(),
            "assigned": None if case.assigned is None else self._person(case.assigned),
            "links": [one.about for one in case.of(Act.LINKED)],
            "heads": dict(self.making.heads),
        }

    def sections(self) -> tuple[Section, ...]:
        """Return the content of the page, the child's own words before what staff did."""
        found = (
            self._about(),
            Section("What the child said", self._said_rows(), self._words(), Look.QUOTE),
            *(self._list(one) for one in self.lists),
            Section("What staff did", tuple(self._deed_row(one) for one in self.case.deeds)),
            self._end(),
            Section(
                "The record this comes from",
                tuple((f"Head of {file}", head) for file, head in self.making.heads.items()),
                ("On paper, these numbers show later that nothing before them was taken out.",),
            ),
        )
        return tuple(one for one in found if one.rows or one.paragraphs)

    def _shown(self, at: datetime) -> str:
        """Return a time as staff read it, by their own clock."""
        here = at.astimezone(self.making.at.tzinfo)
        return f"{here.day} {here:%B %Y, %H:%M:%S} {here.tzname() or ''}".strip()

    def _person(self, person: PersonId) -> Json:
        return {"id": person, "title": self.title(person)}

    def _category(self) -> str:
        found = self.policy.category(self.case.category)
        return found.words if found is not None else ""

    def _said(self, detail: Detail) -> Json:
        row = row_of(detail)
        what = {key: row[key] for key in row if key not in {"kind", "tell", "at"}}
        return {"at": _utc(detail.at), **what, "words": " ".join(self._tap(detail.tap))}

    def _step(self, checklist: Checklist, step: Step) -> Json:
        last = self._last(step)
        return {
            "list": checklist.id,
            "id": step.id,
            "words": step.words,
            "deadline": step.deadline.words,
            "done": step.id in self.case.done,
            "by": self._deed(last) if last is not None else None,
        }

    def _last(self, step: Step) -> Deed | None:
        deeds = (one for one in reversed(self.case.deeds) if one.about == step.id)
        return next((one for one in deeds if one.act in {Act.STEP, Act.UNSTEP}), None)

    def _deed(self, deed: Deed) -> Json:
        row = {key: value for key, value in asdict(deed).items() if key != "tell"}
        by = self._person(deed.by)
        return {**row, "at": _utc(deed.at), "act": deed.act.value, "by": by, "about": _about(deed)}

    def _outcome(self) -> Json | None:
        ends = [one for one in self.case.deeds if one.act in ENDS]
        return self._deed(ends[-1]) if ends else None

    def _about(self) -> Section:
        case, told = self.case, self.document()["told"]
        where: Json = told if isinstance(told, dict) else {}
        rows = [
            ("Tell", str(case.tell)),
            ("School", self.making.school),
            ("When", self._shown(case.at)),
            ("Computer", str(where.get("kiosk", ""))),
            ("Screen", str(where.get("screen", ""))),
            ("Who", _who_words(case.who)),
            ("About", self._category() or "not said"),
            ("Standing", case.standing.name.lower()),
            ("Handed over by", self.title(self.making.by)),
            ("Handed over", self._shown(self.making.at)),
        ]
        drill = ("This is a drill. No child told this.",) if case.drill else ()
        return Section("A child told", tuple(one for one in rows if one[1]), drill)

    def _said_rows(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            self._tap(one.tap) for one in self.case.details if not isinstance(one.tap, Words)
        )

    def _words(self) -> tuple[str, ...]:
        return tuple(one.text for one in self.case.taps if isinstance(one, Words))

    def _list(self, checklist: Checklist) -> Section:
        rows = tuple((step.words, self._done(step)) for step in checklist.steps)
        return Section(f"Steps: {checklist.title}", rows, look=Look.STEPS)

    def _done(self, step: Step) -> str:
        last = self._last(step)
        if last is None or step.id not in self.case.done:
            return "not done"
        return f"done: {_line(self.title(last.by), self._shown(last.at), last.words)}"

    def _deed_row(self, deed: Deed) -> tuple[str, str]:
        about = self.title(deed.about) if deed.act in PEOPLE else _about(deed)
        did = f"{self.title(deed.by)} {DEEDS[deed.act]} {about}"
        return self._shown(deed.at), _line(did, deed.words)

    def _end(self) -> Section:
        case = self.case
        parents = [(f"Parents or carers: {one.about}", one.words) for one in case.of(Act.PARENTS)]
        links = [("Belongs with Tell", one.about) for one in case.of(Act.LINKED)]
        ends = [one for one in case.deeds if one.act in ENDS][-1:]
        end = [(f"It ended: {DEEDS[one.act]} {one.about}".strip(), one.words) for one in ends]
        return Section("Parents, links and outcome", (*parents, *links, *end))

    def _tap(self, tap: Tap) -> tuple[str, str]:
        """Return what a child said with one tap, as a question and its answer."""
        match tap:
            case About():
                found = self.policy.category(tap.category)
                return "About", found.words if found is not None else tap.category
            case Names():
                return "The grown-up it is about", self.title(tap.person)
            case Wants():
                return "Would like to talk with", self.title(tap.person)
            case _:
                return _plain_tap(tap)


def _plain_tap(tap: Happens | Worry | Words | Comes | Called) -> tuple[str, str]:
    match tap:
        case Happens():
            return "Where", PLACES[tap.place]
        case Worry():
            return "How worried, 1 to 4", str(tap.level)
        case Words():
            return "In their own words", tap.text
        case Comes():
            return "When", COMES[tap.when]
        case Called():
            return "Said to be", f"{tap.name}, {tap.class_name}"


def _about(deed: Deed) -> str:
    """Return what a deed is about; the key of a file that was added is for nobody's eyes."""
    return "" if deed.act in {Act.ATTACHED, Act.DETACHED} else deed.about


def _who(who: Who | None) -> Json | None:
    return None if who is None else asdict(who)


def _who_words(who: Who | None) -> str:
    if who is None:
        return NO_WHO
    how = "signed in with secret pictures" if who.proved else "not signed in with secret pictures"
    return f"{who.name}, {who.class_name} ({how})"


def _line(*parts: str) -> str:
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
