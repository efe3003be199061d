"""The demo school: made once in a folder of its own, so that a newcomer sees everything at once."""

from __future__ import annotations

from app.bootstrap.house import House
from app.domain.school import School
from app.store.home import Home

SEED = 7
"""The same made-up progress on every PC, so that the pictures in the README are true."""


def open_demo(home: Home) -> tuple[House, School]:
    """Return the demo's house and school, made now if this data folder has none yet."""
    house = House(home.demo(), home)
    school = house.school
    if school is None:
        house.cabinet.hold()
        school = _make(house)
        house.cabinet.release()
    return house, school


def _make(house: House) -> School:
    """Write the demo school and its pupils' progress; the school last, as the sign of a whole."""
    import secrets

    from app.domain.demo import demo_school
    from app.domain.demohistory import demo_attempts

    school = demo_school(secrets.token_hex(32))
    house.numbers.ready()
    now = house.clock.now()
    histories = demo_attempts(school, house.library, house.numbers, now, SEED)
    for pupil, attempts in histories.items():
        house.progress.add_all(pupil, attempts)
    house.schools.save(school)
    return school
