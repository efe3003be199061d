"""How staff are told, on the disk: all of it comes back, for one account's eyes only."""

from __future__ import annotations

import stat
from datetime import date, time

import orjson
import pytest

from app.domain.ports import StoreFault
from app.domain.tell.contact import Contacts, MailServer, Safety
from app.domain.tell.people import PersonId
from app.domain.tell.schooltime import Holiday, Hours, SchoolTime
from app.store.cabinet import Cabinet
from app.store.contacts import ContactsFile
from app.store.envelope import Letter, seal
from app.store.home import Home

DAY = Hours(time(8, 30), time(15, 30))
WEEK = (DAY, DAY, None, DAY, Hours(time(9), time(12, 5)), None, None)
HOLIDAYS = (
    Holiday(date(2026, 10, 26), date(2026, 10, 30)),
    Holiday(date(2027, 5, 3), date(2027, 5, 3)),
)
ALL = Contacts(
    MailServer("mail.test", 2525, "kiosk", "s3cret", "kiosk@school.test", Safety.SSL),
    {PersonId("a1a1a1a1"): "dsl@school.test json://teams.test/x"},
    SchoolTime(WEEK, HOLIDAYS),
    "Library 1",
    "Mrs Reed, at 8 and 12",
)


def test_at_first_nothing_is_set(cabinet: Cabinet) -> None:
    store = ContactsFile(cabinet)
    assert store.load() == Contacts()
    assert store.known == Contacts()


def test_all_of_it_comes_back(cabinet: Cabinet) -> None:
    store = ContactsFile(cabinet)
    store.save(ALL)
    assert store.known == ALL
    again = ContactsFile(cabinet)
    assert again.known == Contacts(), "the screen's thread waits for no disk"
    assert again.load() == ALL
    assert again.known == ALL


def test_only_this_account_may_read_it_each_copy_of_it(home: Home, cabinet: Cabinet) -> None:
    store = ContactsFile(cabinet)
    for contacts in (ALL, Contacts(), ALL):
        store.save(contacts)
    copies = [path for path in home.root.iterdir() if path.name.startswith("being-told")]
    assert len(copies) == 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in copies} == {0o600}


def test_what_cannot_be_saved_changes_nothing(home: Home, cabinet: Cabinet) -> None:
    store = ContactsFile(cabinet)
    store.save(ALL)
    reader = ContactsFile(Cabinet(home))
    assert reader.load() == ALL
    with pytest.raises(StoreFault, match="for reading only"):
        reader.save(Contacts())
    assert reader.known == ALL


@pytest.mark.parametrize(
    "wrong",
    [
        {"server": {"host": 7}},
        {"server": {"safety": "none"}},
        {"server": {"port": "587"}},
        {"lines": {"a1": 1}},
        {"hours": {"0": ["08:30"]}},
        {"hours": {"0": ["15:30", "08:30"]}},
        {"hours": {"monday": ["08:30", "15:30"]}},
        {"holidays": {"0": ["2026-13-01", "2026-13-02"]}},
        {"holidays": {"0": 7}},
        {"names": {"kiosk": []}},
    ],
)
def test_what_fits_nothing_is_a_fault_with_its_remedy(
    home: Home, cabinet: Cabinet, wrong: dict[str, object]
) -> None:
    home.contacts_file.write_bytes(seal(Letter("being-told", 1, orjson.dumps(wrong))))
    with pytest.raises(StoreFault, match=r"being-told\.json: .* put in anew"):
        ContactsFile(cabinet).load()


def test_where_no_sound_copy_is_left_it_says_so(home: Home, cabinet: Cabinet) -> None:
    store = ContactsFile(cabinet)
    store.save(ALL)
    home.contacts_file.write_bytes(b"")
    with pytest.raises(StoreFault, match="put in anew"):
        store.load()
    store.save(ALL)
    assert ContactsFile(cabinet).load() == ALL
