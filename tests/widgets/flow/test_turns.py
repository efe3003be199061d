"""Staff's turns after a fault nobody foresaw: the office is free again, and says so calmly."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from app.domain.override import override
from app.domain.school import School
from app.flow.desk import Desk
from app.flow.office import Office
from app.flow.office_page import OfficePage
from app.flow.tasks import UNFORESEEN
from tests.fakes import FakeSchool
from tests.widgets.desks import AMINA, HILLSIDE, OTTER, OWL, Back, desk_over


class SpoiltSchool(FakeSchool):
    """Fails at the first change in a way nobody foresaw, with a child's name in its words."""

    spoilt = True

    @override
    def save(self, school: School) -> None:
        if self.spoilt:
            self.spoilt = False
            raise KeyError(AMINA.first_name)
        super().save(school)


@pytest.fixture
def back(back: Back) -> Back:
    """Return ports of which the school's is spoilt."""
    back.schools = SpoiltSchool(HILLSIDE)
    return back


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.office.open()
    return desk.office


def test_staff_read_that_it_failed_and_can_go_on(office: Office, back: Back) -> None:
    office.rename_class(OWL.id, "First")
    back.lanes.work()
    assert office.page == OfficePage(HILLSIDE, fault=UNFORESEEN)
    office.rename_class(OWL.id, "Second")
    back.lanes.work()
    assert office.page.school.classes == (replace(OWL, name="Second"), OTTER)
    assert office.page.fault == ""


def test_what_has_waited_behind_it_is_not_done(office: Office, back: Back) -> None:
    office.rename_class(OWL.id, "First")
    office.want_secrets(OWL.id, wanted=True)
    back.lanes.work()
    assert back.schools.load() == HILLSIDE


def test_a_pupil_who_could_not_be_erased_is_kept_on(back: Back) -> None:
    desk = desk_over(back)
    desk.office.open()
    desk.office.erase(AMINA.id)
    back.lanes.work()
    assert not desk.office.page.busy
    assert desk.keeper._held == set()


def test_the_log_says_where_and_the_page_no_name(
    office: Office, back: Back, caplog: pytest.LogCaptureFixture
) -> None:
    office.rename_school("Hill Top")
    back.lanes.work()
    (record,) = caplog.records
    assert record.getMessage() == "A fault nobody foresaw: KeyError"
    assert record.exc_info is not None, "the lines it passed are logged, as of any other fault"
    assert AMINA.first_name not in office.page.fault


def test_without_a_log_nothing_prints_its_words(
    office: Office, back: Back, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    office.rename_school("Hill Top")
    back.lanes.work()
    said = capfd.readouterr().err
    assert "KeyError" in said
    assert AMINA.first_name not in said
