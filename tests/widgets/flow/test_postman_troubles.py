"""The postman where something was lost, came too early, or is nobody else's to see."""

from __future__ import annotations

from app.domain.tell.ladder import Alarm, Kind, Step
from app.domain.tell.people import PersonId
from app.domain.tell.post import Health, Post
from tests.widgets.rounds import BOOK, CHAIR, DSL, FULL, HEAD, TELL, Round, first_alarm

TEACHER = PersonId("dddddddd")


def test_a_lost_outbox_is_told_to_everybody_until_somebody_looks() -> None:
    way = Round()
    way.outbox.post = Post(lost=True)
    postman = way.begun()
    assert sorted(way.got) == ["chair", "dsl", "head"]
    assert postman.health == Health(channel=True, lost=True)
    assert not way.outbox.post.lost
    again = way.begun()
    assert len(way.got) == 3, "once is enough"
    assert again.health.lost
    way.let_pass(again, 6 * 60)
    subjects = {message.subject for _, message in way.channel.sent[3:]}
    assert subjects == {
        "Be SMART is working on Library: please look at the desk, Tells may be waiting"
    }
    again.opened(TELL, DSL)
    assert again.health == Health(channel=True)
    way.let_pass(again, 24 * 60)
    assert "0 new Tells" in {message.subject.rpartition(": ")[2] for _, message in way.channel.sent}


def test_what_is_told_after_the_loss_goes_out_as_ever() -> None:
    way = Round()
    way.outbox.post = Post(lost=True)
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    assert way.got.count("dsl") == 2


def test_an_opening_before_the_outbox_is_read_ends_the_ladder() -> None:
    way = Round()
    first = first_alarm(TELL, way.clock.now())
    way.outbox.post = Post().raised(first)
    postman = way.start()
    postman.opened(TELL, HEAD)
    way.lanes.work()
    way.let_pass(postman, 60)
    assert way.got == []
    assert postman.is_opened(TELL)


def test_an_opening_before_a_lost_outbox_is_read_does_not_hide_the_loss() -> None:
    way = Round()
    way.outbox.post = Post(lost=True)
    postman = way.start()
    postman.opened(TELL, HEAD)
    way.lanes.work()
    assert sorted(way.got) == ["chair", "dsl", "head"]
    assert postman.health.lost


def test_no_count_is_said_while_the_outbox_cannot_be_read() -> None:
    way = Round()
    way.outbox.broken = FULL
    postman = way.begun()
    way.let_pass(postman, 6 * 60)
    assert {message.subject for _, message in way.channel.sent} == {
        "Be SMART is working on Library: please look at the desk, Tells may be waiting"
    }
    assert postman.health.fault == str(FULL)


def test_what_was_opened_before_the_outbox_was_read_is_kept_at_leaving() -> None:
    way = Round()
    way.outbox.post = Post().raised(first_alarm(TELL, way.clock.now()))
    postman = way.start()
    way.lanes.hold_back()  # what is read comes to nobody any more
    postman.opened(TELL, HEAD)
    postman.finish()
    way.lanes.work()
    assert way.outbox.post.is_opened(TELL)


def test_a_loss_that_is_found_at_leaving_is_told_at_the_next_start() -> None:
    way = Round()
    way.outbox.post = Post(lost=True)
    postman = way.start()
    way.lanes.hold_back()
    postman.raise_alarm(way.first())
    postman.finish()
    way.lanes.work()
    assert way.outbox.post.is_lost
    assert not way.outbox.post.lost
    way.begun()
    assert sorted(way.got) == ["chair", "dsl", "dsl", "head"]


def test_one_who_came_later_reads_how_many_wait_to_be_opened() -> None:
    way = Round()
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.staff.book[TEACHER] = ("mailto://new",)
    way.staff.firsts = frozenset((DSL, TEACHER))
    way.let_pass(postman, 6 * 60)
    (daily,) = (one.subject for to, one in way.channel.sent if to == "mailto://new")
    assert daily == "Be SMART is working on Library: 1 new Tell"


def test_one_who_came_later_ends_the_ladder_by_opening_it() -> None:
    way = Round()
    postman = way.begun()
    postman.raise_alarm(way.first())
    way.lanes.work()
    way.staff.firsts = frozenset((DSL, TEACHER))
    postman.opened(TELL, TEACHER)
    way.let_pass(postman, 60)
    assert way.got == ["dsl"]


def test_whether_anybody_can_be_told_hangs_on_nothing_that_was_said() -> None:
    way = Round()
    way.staff.book = dict.fromkeys(BOOK, ())
    postman = way.begun()
    wanted = Alarm(
        TELL, Kind.WANTED, (Step(0, (TEACHER,)),), frozenset((TEACHER,)), way.clock.now()
    )
    everybody = way.staff.everybody
    way.staff.everybody = lambda: tuple(one for one in everybody() if one != TEACHER)  # type: ignore[method-assign]  # a class teacher gets no daily message
    way.staff.book[TEACHER] = ("mailto://teacher",)
    postman.raise_alarm(wanted)
    assert postman.health == Health(channel=False)
    way.lanes.work()
    assert way.got == ["teacher"]
    assert CHAIR in way.staff.book
