"""What every store promises, asked of the real ones and of the fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.ids import ClassId, KioskId, PupilId
from app.domain.looks import Looks, Theme, Typeface
from app.domain.pin import PinRecord
from app.domain.ports import Numbers, PinStore, ProgressStore, SchoolStore
from app.domain.school import Pupil, School, SchoolClass
from app.store.cabinet import Cabinet
from app.store.kiosk import KioskFile
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from tests.deeds import AMINA, BEGIN, BEN, deed, history
from tests.fakes import FakeNumbers, FakePins, FakeProgress, FakeSchool

Reopen = Callable[[], ProgressStore]


@pytest.fixture(params=["real", "fake"])
def progress(request: pytest.FixtureRequest, cabinet: Cabinet) -> Reopen:
    """Return a way to open the same progress, anew where that means anything."""
    fake = FakeProgress()
    return (lambda: fake) if request.param == "fake" else (lambda: ProgressFiles(cabinet))


@pytest.fixture(params=["real", "fake"])
def schools(request: pytest.FixtureRequest, cabinet: Cabinet) -> SchoolStore:
    """Return the school store."""
    return FakeSchool() if request.param == "fake" else SchoolFile(cabinet)


@pytest.fixture(params=["real", "fake"])
def numbers(request: pytest.FixtureRequest, cabinet: Cabinet) -> Numbers:
    """Return the kiosk's numbers."""
    return FakeNumbers() if request.param == "fake" else KioskFile(cabinet)


@pytest.fixture(params=["real", "fake"])
def pins(request: pytest.FixtureRequest, cabinet: Cabinet) -> PinStore:
    """Return where the PIN is kept."""
    return FakePins() if request.param == "fake" else KioskFile(cabinet)


def test_a_new_pupil_has_no_attempts_and_the_usual_looks(progress: Reopen) -> None:
    assert progress().attempts(AMINA) == ()
    assert progress().looks(AMINA) == Looks()
    assert progress().problems() == ()


def test_what_was_added_is_there_in_order(progress: Reopen) -> None:
    store, kept = progress(), history(40)
    for attempt in kept:
        store.add(AMINA, attempt)
    assert store.attempts(AMINA) == kept
    assert progress().attempts(AMINA) == kept


def test_pupils_do_not_see_each_other(progress: Reopen) -> None:
    store = progress()
    store.add(AMINA, deed(1))
    store.add(BEN, deed(2))
    store.keep_looks(BEN, Looks(still=True))
    assert store.attempts(AMINA) == (deed(1),)
    assert store.attempts(BEN) == (deed(2),)
    assert store.looks(AMINA) == Looks()


def test_the_order_is_the_kiosks_own_even_with_its_clock_set_back(progress: Reopen) -> None:
    store = progress()
    before = deed(1)
    after = deed(2, at=BEGIN - timedelta(days=400))
    later = deed(3, at=BEGIN - timedelta(days=399))
    for attempt in (later, before, after):
        store.add(AMINA, attempt)
    assert progress().attempts(AMINA) == (before, after, later)


def test_an_attempt_added_twice_is_kept_once(progress: Reopen) -> None:
    store = progress()
    for _ in range(2):
        store.add(AMINA, deed(1))
    progress().add(AMINA, deed(1))
    assert progress().attempts(AMINA) == (deed(1),)


def test_looks_are_kept_beside_the_attempts(progress: Reopen) -> None:
    store = progress()
    chosen = Looks(130, Theme.CONTRAST_DARK, Typeface.LEXEND, still=True)
    store.add(AMINA, deed(1))
    store.keep_looks(AMINA, Looks(150))
    store.keep_looks(AMINA, chosen)
    assert progress().looks(AMINA) == chosen
    assert progress().attempts(AMINA) == (deed(1),)


def test_an_erased_pupil_leaves_nothing_and_may_come_again(progress: Reopen) -> None:
    store = progress()
    for attempt in history(3):
        store.add(AMINA, attempt)
    store.keep_looks(AMINA, Looks(150))
    store.add(BEN, deed(9))
    store.erase(AMINA)
    assert store.attempts(AMINA) == progress().attempts(AMINA) == ()
    assert store.looks(AMINA) == Looks()
    assert store.attempts(BEN) == (deed(9),)
    store.add(AMINA, deed(4))
    assert progress().attempts(AMINA) == (deed(4),)


def test_erasing_one_who_has_nothing_is_no_fault(progress: Reopen) -> None:
    progress().erase(AMINA)
    assert progress().attempts(AMINA) == ()


def test_there_is_no_school_before_one_is_kept(schools: SchoolStore) -> None:
    assert schools.load() is None


OAKS = SchoolClass(ClassId("c00000000001"), "Oaks", secrets=True)
ELMS = SchoolClass(ClassId("c00000000002"), "Elms")
ZOE = Pupil(PupilId("b00000000001"), "Zoë", "Ł", OAKS.id, 3, "fox", "9f" * 16, ("kite", "moon"))
LEFT = Pupil(PupilId("b00000000002"), "<b>Ali</b>", "", ELMS.id, 0, "owl", left=True)
SCHOOL = School("Ysgol y Bryn", "ab" * 32, demo=True, classes=(OAKS, ELMS), pupils=(ZOE, LEFT))


def test_the_school_comes_back_as_it_was(schools: SchoolStore) -> None:
    schools.save(SCHOOL)
    assert schools.load() == SCHOOL
    schools.save(replace(SCHOOL, name="Bryn", pupils=(ZOE,)))
    assert schools.load() == replace(SCHOOL, name="Bryn", pupils=(ZOE,))


def test_an_empty_school_is_a_school(schools: SchoolStore) -> None:
    schools.save(SCHOOL)
    schools.save(School("New", "00" * 32))
    assert schools.load() == School("New", "00" * 32)


def test_numbers_rise_and_ids_differ(numbers: Numbers) -> None:
    numbers.ready()
    given_out = [numbers.number() for _ in range(2_500)]
    assert given_out == sorted(set(given_out))
    assert len({numbers.attempt_id() for _ in range(100)}) == 100
    (kiosk,) = {one.kiosk for one in given_out}
    assert kiosk != KioskId("")


def test_ids_are_of_the_length_the_domain_says(numbers: Numbers) -> None:
    assert len(bytes.fromhex(numbers.number().kiosk)) == 4
    assert len(bytes.fromhex(numbers.attempt_id())) == 8


def test_the_pin_is_none_until_it_is_made(pins: PinStore) -> None:
    assert pins.pin() is None
    pins.keep_pin(PinRecord("$argon2id$made-up", 3))
    pins.keep_pin(PinRecord("$argon2id$made-up", 6, 10.0))
    assert pins.pin() == PinRecord("$argon2id$made-up", 6, 10.0)
