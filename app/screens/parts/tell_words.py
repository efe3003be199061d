"""What children said and what staff did, in words for staff."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.tell import taps
from app.domain.tell.cases import Case, Standing
from app.domain.tell.deeds import Act, Deed, Outcome
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.policy import Policy
from app.domain.tell.story import Step
from app.kit.tell_questions import Known, question


def _tr(words: str) -> str:
    return QCoreApplication.translate("TellWords", words)


def moment_words(at: datetime) -> str:
    """Return a time by this PC's own clock, as it sorts: "2026-03-04 10:15"."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def who_words(case: Case) -> str:
    """Return who told."""
    return case.who.name if case.who is not None else _tr("Somebody who was not signed in")


def about_words(case: Case, policy: Policy) -> str:
    """Return what a Tell is about, as far as it was said."""
    category = policy.category(case.category)
    if category is not None:
        return category.checklist.title
    return _tr("Would like to talk")


def standing_words(standing: Standing) -> str:
    """Return how a Tell stands."""
    return {
        Standing.NEW: _tr("New"),
        Standing.OPENED: _tr("Opened"),
        Standing.CLOSED: _tr("Closed"),
    }[standing]


def title_of(roster: Roster, person: PersonId) -> str:
    """Return a grown-up's title."""
    found = roster.person(person)
    return found.title if found is not None else _tr("Somebody who is on no list")


def tap_words(tap: taps.Tap, roster: Roster, policy: Policy) -> tuple[str, str]:
    """Return one thing that a child said: what was asked, and the answer."""
    match tap:
        case taps.About():
            category = policy.category(tap.category)
            return _tr("What it is about"), category.words if category is not None else tap.category
        case taps.Words():
            return _tr("In their own words"), tap.text
        case taps.Called():
            return _tr("Who they say they are"), f"{tap.name}, {tap.class_name}"
        case taps.Names():
            return _tr("The grown-up it is about"), title_of(roster, tap.person)
        case taps.Wants():
            return _tr("Would like to talk with"), title_of(roster, tap.person)
        case _:
            return _picked_words(tap)


def _picked_words(tap: taps.Happens | taps.Worry | taps.Comes) -> tuple[str, str]:
    match tap:
        case taps.Happens():
            places = {
                taps.Place.SCHOOL: _tr("Children at school"),
                taps.Place.HOME: _tr("At home"),
                taps.Place.ONLINE: _tr("Online"),
                taps.Place.GROWN_UP: _tr("A grown-up at school"),
            }
            return _tr("Who or where"), places[tap.place]
        case taps.Worry():
            face = next(one for one in question(Step.WORRY, Known()).choices if tap in one.taps)
            words = _tr("{words} ({level} of 4)")
            return _tr("How worried"), words.format(words=face.words, level=tap.level)
        case taps.Comes():
            now = _tr("Come to me now")
            later = _tr("Wait until the lesson ends")
            return _tr("When"), now if tap.when is taps.When.NOW else later


def tap_picture(tap: taps.Tap, roster: Roster, policy: Policy) -> str:
    """Return the picture that the child pressed, "" where there was none."""
    match tap:
        case taps.About():
            category = policy.category(tap.category)
            return category.picture if category is not None else ""
        case taps.Names() | taps.Wants():
            person = roster.person(tap.person)
            return f"art:{person.face}" if person is not None else ""
        case taps.Words() | taps.Called():
            return ""
        case _:
            asked = (question(step, Known()) for step in (Step.PLACE, Step.WORRY, Step.COMES))
            choices = (choice for one in asked for choice in one.choices)
            return next((one.picture for one in choices if tap in one.taps), "")


def outcome_words(outcome: Outcome) -> str:
    """Return how a Tell was closed."""
    return {
        Outcome.TALKED: _tr("Talked with the child; no more is needed"),
        Outcome.SCHOOL: _tr("Dealt with in school"),
        Outcome.FAMILY: _tr("With parents or carers"),
        Outcome.REFERRED: _tr("Referred: social care, police, LADO or another"),
        Outcome.RECORDED: _tr("Kept in the child protection record, to be watched"),
    }[outcome]


def did_words(deed: Deed, roster: Roster) -> str:
    """Return what somebody did, without a word of what was written."""
    did = _acts()[deed.act]
    if deed.act is Act.ASSIGNED:
        return f"{did}: {title_of(roster, PersonId(deed.about))}"
    return did


def deed_words(deed: Deed, roster: Roster, policy: Policy) -> str:
    """Return what somebody did, in one line."""
    more = deed.words
    if deed.act in {Act.STEP, Act.UNSTEP}:
        more = policy.step_words(deed.about)
    elif deed.act is Act.CLOSED and deed.about:
        more = f"{outcome_words(Outcome(deed.about))}. {deed.words}"
    elif deed.act is Act.PARENTS:
        told, why = _tr("told. {words}"), _tr("not told, because: {words}")
        more = (told if deed.about == "told" else why).format(words=deed.words)
    line = f"{moment_words(deed.at)} {title_of(roster, deed.by)} {did_words(deed, roster)}"
    return f"{line}: {more}" if more else line


def _acts() -> dict[Act, str]:
    return {
        Act.OPENED: _tr("opened it"),
        Act.READ: _tr("read it again"),
        Act.STEP: _tr("did a step"),
        Act.UNSTEP: _tr("took a step back"),
        Act.NOTE: _tr("noted"),
        Act.ACTION: _tr("did"),
        Act.ASSIGNED: _tr("gave it to"),
        Act.PARENTS: _tr("parents"),
        Act.LINKED: _tr("linked it"),
        Act.NOT_NEEDED: _tr("marked it as not needed"),
        Act.DRILL: _tr("marked it as a drill"),
        Act.CLOSED: _tr("closed it"),
        Act.REOPENED: _tr("opened it again"),
        Act.ATTACHED: _tr("attached"),
        Act.DETACHED: _tr("took out again"),
        Act.PASSED: _tr("passed the site on"),
        Act.EXPORTING: _tr("began to write a file"),
        Act.UNEXPORTED: _tr("wrote no file"),
        Act.EXPORTED: _tr("handed it over"),
        Act.ERASING: _tr("agreed to erase it"),
    }
