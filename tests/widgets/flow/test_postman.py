"""The postman: step by step, kept before it is sent, and the truth about what was not taken."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.tell.ladder import Alarm, Kind, Step
from app.domain.tell.post import Health, Post
from app.flow.tasks import Lane
from tests.fakes import MORNING
from tests.widgets.desks import Heard
from tests.widgets.rounds import DSL, FULL, HEAD, OTHER, TELL, Round, first_alarm


@pytest.fixture
def way() -> Round:
    """Return all a postman works with."""
    return Round()


def test_an_alarm_is_told_at_once_and_then_step_by_step(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert way.got == ["dsl"]
    assert way.channel.sent[0][1].subject == "1 new Tell: open the desk"
    assert postman.reached(TELL)
    way.let_pass(postman, 14.5)
    assert way.got == ["dsl"]
    way.let_pass(postman, 1)
    assert way.got == ["dsl", "head"]
    way.let_pass(postman, 200)
    assert way.got == ["dsl", "head"], "nobody is nagged"


def test_it_stops_at_the_first_open(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    postman.opened(TELL, HEAD)
    way.let_pass(postman, 20)
    assert way.got == ["dsl"]


def test_it_is_on_the_disk_before_it_is_sent(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    assert way.lanes.waiting == [Lane.DISK]
    way.lanes.step()
    assert way.lanes.waiting[-1] is Lane.NET
    assert [one.message.to_person for one in way.outbox.post.postings] == [DSL]
    assert way.channel.tried == []


def test_after_a_restart_it_is_sent_once_more_under_the_same_id(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    while len(way.channel.sent) == 0:
        way.lanes.step()  # the last is never kept: the power goes
    again = way.begun()
    assert way.got == ["dsl", "dsl"]
    assert len(way.ids) == 1
    third = way.begun()
    assert way.got == ["dsl", "dsl"]
    assert again.reached(TELL)
    assert third.reached(TELL)


def test_an_alarm_of_before_is_not_told_anew_after_a_restart(way: Round) -> None:
    alarm = way.first()
    way.begun().raise_alarm(alarm)
    way.lanes.work()
    postman = way.start()
    postman.raise_alarm(alarm)
    way.lanes.work()
    assert way.got == ["dsl"]
    way.let_pass(postman, 15)
    assert way.got == ["dsl", "head"]


def test_steps_that_came_while_the_pc_was_off_are_told_at_the_start(way: Round) -> None:
    way.begun().raise_alarm(way.first())
    way.lanes.work()
    way.clock.let_pass(3_600)
    way.begun()
    assert way.got == ["dsl", "head"]


def test_what_is_not_taken_is_tried_again_under_one_id(way: Round) -> None:
    postman = way.begun()
    way.channel.fail("mailto://dsl")
    postman.raise_alarm(way.first())
    way.lanes.work()
    way.let_pass(postman, 9.5)
    assert postman.health == Health(False, "The mail server did not answer in time", True)
    assert 4 <= len(way.channel.tried) <= 6, "the pauses grow"
    way.let_pass(postman, 0.5)
    assert postman.health.late
    assert not postman.reached(TELL)
    way.channel.faults.clear()
    way.let_pass(postman, 12)
    assert sorted(way.got) == ["dsl", "head"]
    assert postman.health == Health(False, "", True)
    assert len(way.ids) == 2


def test_health_is_told_when_it_changes_and_only_then(way: Round) -> None:
    postman = way.begun()
    heard = Heard(postman.changed)
    way.channel.fail("mailto://dsl")
    postman.raise_alarm(way.first())
    way.lanes.work()
    way.let_pass(postman, 11)
    assert [one.late for one in heard.all if isinstance(one, Health)] == [False, True]
    way.channel.faults.clear()
    way.let_pass(postman, 11)
    assert heard.last == Health(False, "", True)


def test_without_any_address_it_says_so_and_tells_as_soon_as_there_is_one(way: Round) -> None:
    way.staff.book = {}
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.let_pass(postman, 10)
    assert postman.health == Health(late=True, channel=False)
    way.staff.book = {HEAD: ("mailto://head",)}
    way.let_pass(postman, 1)
    assert way.got == ["head"]
    assert postman.health == Health(channel=True)


def test_one_address_of_a_person_that_takes_it_is_enough(way: Round) -> None:
    way.staff.book[DSL] = ("mailto://old", "json://teams", "mailto://dsl")
    way.channel.fail("mailto://old")
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert way.got == ["json://teams", "dsl"]
    assert postman.health.fault == ""


def test_an_address_that_went_meanwhile_is_a_fault(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.staff.book[DSL] = ()
    way.lanes.work()
    assert "has no address any more" in postman.health.fault


def test_a_fault_nobody_foresaw_is_tried_again_and_names_nobody(
    way: Round, caplog: pytest.LogCaptureFixture
) -> None:
    way.channel.faults["mailto://dsl"] = KeyError("dsl@school.test")
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert "Something went wrong" in postman.health.fault
    assert "A message was not taken: KeyError" in caplog.text
    assert "dsl@" not in caplog.text + postman.health.fault
    way.channel.faults.clear()
    way.let_pass(postman, 1)
    assert way.got == ["dsl"]


def test_the_digest_comes_once_a_day_also_when_there_is_nothing(way: Round) -> None:
    postman = way.begun()
    assert way.got == []
    way.let_pass(postman, 5 * 60)
    assert sorted(way.got) == ["chair", "dsl", "head"]
    subjects = {address: message.subject for address, message in way.channel.sent}
    assert subjects["mailto://dsl"] == "Be SMART is working on Library: 0 new Tells"
    assert subjects["mailto://chair"] == "Be SMART is working on Library"
    assert all("chains/a.chain:\n" + "9c" * 32 in message.body for _, message in way.channel.sent)
    way.let_pass(postman, 15 * 60)
    assert len(way.got) == 3
    assert way.record.anchored == 1
    way.let_pass(postman, 10 * 60)
    assert len(way.got) == 6


def test_the_digest_counts_what_waits_for_those_who_had_the_first_press(way: Round) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    postman.raise_alarm(way.inner())
    postman.raise_alarm(first_alarm(OTHER, way.clock.now()))
    postman.opened(OTHER, DSL)
    way.let_pass(postman, 5 * 60 + 1)
    digests = {
        address.removeprefix("mailto://"): message.subject
        for address, message in way.channel.sent
        if "working" in message.subject
    }
    assert digests == {
        "dsl": "Be SMART is working on Library: 1 new Tell",
        "head": "Be SMART is working on Library: 1 new Tell",
        "chair": "Be SMART is working on Library",
    }


def test_a_record_that_cannot_be_read_is_said_in_the_digest(way: Round) -> None:
    way.record.broken = FULL
    way.clock.set(MORNING)
    way.begun()
    assert len(way.got) == 3
    assert "could not be read" in way.channel.sent[0][1].body


def test_it_says_of_each_tell_whether_it_is_late_or_opened(way: Round) -> None:
    postman = way.begun()
    moved = Heard(postman.moved)
    way.channel.fail("mailto://dsl")
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert not postman.late(TELL)
    way.let_pass(postman, 10)
    assert postman.late(TELL)
    assert not postman.late(OTHER)
    assert len(moved) > 0
    postman.opened(TELL, HEAD)
    assert postman.is_opened(TELL)
    assert not postman.late(TELL)


def test_a_pc_that_was_off_at_eight_sends_it_when_it_starts_and_not_twice(way: Round) -> None:
    way.clock.set(MORNING + timedelta(hours=3))
    for _ in range(3):
        way.begun()
    assert sorted(way.got) == ["chair", "dsl", "head"]


def test_an_inner_ladder_tells_the_chair_and_changes_nothing_else(
    way: Round, caplog: pytest.LogCaptureFixture
) -> None:
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    heard = Heard(postman.changed)
    way.channel.fail("mailto://chair")
    postman.raise_alarm(way.inner())
    way.let_pass(postman, 12)
    assert heard.all == []
    assert postman.health == Health(channel=True)
    assert caplog.text == ""
    way.channel.faults.clear()
    way.let_pass(postman, 10)
    assert sorted(way.got) == ["chair", "dsl", "head"]
    assert {one.kind for one in way.outbox.post.alarms} == {Kind.FIRST}


def test_a_full_disk_does_not_keep_staff_from_being_told(
    way: Round, caplog: pytest.LogCaptureFixture
) -> None:
    postman = way.begun()
    way.outbox.broken = FULL
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert way.got == ["dsl"]
    assert postman.health.fault == str(FULL)
    way.let_pass(postman, 5)
    assert caplog.text.count("The outbox is not kept") == 1
    way.outbox.broken = None
    way.let_pass(postman, 1)
    assert postman.health.fault == ""
    assert way.outbox.post.reached(TELL)
    assert way.got == ["dsl"]


def test_an_outbox_that_cannot_be_read_is_joined_once_it_can(way: Round) -> None:
    way.begun().raise_alarm(way.first())
    way.lanes.work()
    way.outbox.broken = FULL
    postman = way.begun()
    other = Alarm(OTHER, Kind.FIRST, (Step(0, (HEAD,)),), frozenset((HEAD,)), way.clock.now())
    postman.raise_alarm(other)
    way.lanes.work()
    assert way.got == ["dsl", "head"]
    way.outbox.broken = None
    way.let_pass(postman, 1)
    assert {one.tell for one in way.outbox.post.alarms} == {TELL, OTHER}
    assert way.got == ["dsl", "head"]


def test_a_disk_that_never_answers_does_not_keep_staff_from_being_told(way: Round) -> None:
    postman = way.start()
    postman.raise_alarm(way.first())
    assert way.lanes.waiting == [Lane.DISK]
    postman._rounds.timeout.emit()
    assert way.lanes.waiting == [Lane.DISK, Lane.NET]
    way.lanes.work()
    assert way.got == ["dsl"]
    assert way.outbox.post.reached(TELL)


def test_what_is_not_kept_at_leaving_is_kept_then(way: Round) -> None:
    postman = way.begun()
    before = way.lanes.waiting
    postman.finish()
    assert way.lanes.waiting == before == []
    postman = way.start()
    postman.raise_alarm(way.first())
    postman.finish()
    assert way.lanes.waiting == [Lane.DISK, Lane.DISK]
    way.lanes.step()
    way.lanes.work()
    assert [one.tell for one in way.outbox.post.alarms] == [TELL]
    assert not postman._rounds.isActive()


def test_nothing_is_written_while_nothing_changes(way: Round) -> None:
    postman = way.begun()
    way.let_pass(postman, 60)
    assert way.outbox.saves == 0
    assert way.outbox.post == Post()
