"""What leaves the PC: a number, and no word of what was told."""

from __future__ import annotations

import pytest

from app.domain.tell.message import (
    Message,
    MessageId,
    Standing,
    broken_off,
    digest,
    told,
    trial,
    unopened,
)
from app.domain.tell.people import PersonId, Role

ID, ANN = MessageId("0f" * 16), PersonId("a1a1a1a1")
HEAD = "9c" * 32
ALL = (
    told(ID, ANN),
    unopened(ID, ANN, tuple(Role)),
    unopened(ID, ANN, ()),
    broken_off(ID, ANN),
    trial(ID, ANN, "Library PC"),
    digest(ID, ANN, Standing(3, ("chains/0f.chain:", HEAD))),
    digest(ID, ANN, Standing(None, ())),
)


def test_a_step_says_that_there_is_one_and_what_to_do() -> None:
    assert told(ID, ANN) == Message(
        ID, ANN, "1 new Tell: open the desk", "1 new Tell: open the desk.\n"
    )


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 new Tells"), (1, "1 new Tell"), (2, "2 new Tells")]
)
def test_it_counts(count: int, words: str) -> None:
    assert told(ID, ANN, count).subject == f"{words}: open the desk"
    assert digest(ID, ANN, Standing(count, (HEAD,))).subject == f"Be SMART is working: {words}"


def test_the_id_is_the_same_each_time_and_nobodys_domain() -> None:
    assert told(ID, ANN).header == told(ID, ANN).header == f"<{ID}@be-smart.invalid>"


def test_a_digest_carries_the_head_of_the_chain_and_says_why_it_comes() -> None:
    message = digest(ID, ANN, Standing(0, (HEAD,), "Library PC"))
    assert message.subject == "Be SMART is working on Library PC: 0 new Tells"
    assert message.body.startswith(f"{message.subject}.\n")
    assert f"Head of the record:\n{HEAD}\n" in message.body
    assert "also when nothing is new" in message.body
    assert "look at that PC" in message.body


def test_nothing_of_the_person_stands_in_a_message() -> None:
    for message in ALL:
        assert ANN not in message.subject + message.body + message.header


def test_messages_are_plain_ascii_that_no_mail_server_changes() -> None:
    for message in ALL:
        assert (message.subject + message.body).isascii()
        assert max(map(len, message.body.splitlines())) < 78


def test_who_cannot_open_it_reads_who_can() -> None:
    message = unopened(ID, ANN, (Role.DSL, Role.HEAD))
    assert message.subject == "A Tell has not been opened yet: please find who can"
    assert "- the safeguarding lead\n- the headteacher\n" in message.body
    assert "One of these" not in unopened(ID, ANN, ()).body


def test_who_gets_no_first_press_reads_no_count() -> None:
    message = digest(ID, ANN, Standing(None, (HEAD,), "Library PC"))
    assert message.subject == "Be SMART is working on Library PC"
    assert "could not be read" in digest(ID, ANN, Standing(0, ())).body


def test_a_trial_says_that_it_is_one() -> None:
    assert trial(ID, ANN, "Library PC").subject == "Be SMART on Library PC: this is a test message"
    assert "Nobody has told anything" in trial(ID, ANN, "").body
