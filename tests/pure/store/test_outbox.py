"""The outbox: at least once, over restarts and power cuts, and nothing of it stays for long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import orjson
import pytest

from app.domain.ports import StoreFault
from app.domain.tell.ladder import Alarm, Kind, Step
from app.domain.tell.message import MessageId, Standing, digest, told
from app.domain.tell.people import PersonId, Role
from app.domain.tell.post import Post, Posting
from app.domain.tell.records import TellId
from app.store.cabinet import Cabinet
from app.store.envelope import Letter, seal
from app.store.home import Home
from app.store.migrations import OUTBOX
from app.store.outbox import OutboxFile
from tests.fakes import MORNING
from tests.power import Files, MemoryDisk, OwnCabinet, copy_of

TELL = TellId("7e11" * 4)
ANN, BOB = PersonId("a1a1a1a1"), PersonId("b0b0b0b0")
CHAIR, DEPUTY = PersonId("c4a1c4a1"), PersonId("de9de9de")
LATER = MORNING + timedelta(minutes=3, microseconds=250)
RUNGS = (Step(0, (ANN, BOB)), Step(15, (DEPUTY,)))
FIRST = Alarm(
    TELL, Kind.FIRST, RUNGS, frozenset((ANN, BOB)), MORNING, (Role.DSL, Role.HEAD), told=(ANN,)
)
INNER = Alarm(TELL, Kind.INNER, (Step(0, (CHAIR,)),), frozenset((CHAIR,)), LATER, opened_at=LATER)
STEP = Posting(told(MessageId("01" * 16), ANN), FIRST.key, MORNING, LATER, 3, None, "no answer")
DAILY = Posting(
    digest(MessageId("02" * 16), BOB, Standing(2, ("9c" * 32,))), None, MORNING, MORNING, 1, LATER
)
FULL = Post((FIRST, INNER), (STEP, DAILY), "2026-03-02")
HOME = Home(Path("/data"))


def found(files: Files) -> Post:
    """Return what is read from a disk after a cut, without any damage."""
    cabinet = OwnCabinet(HOME, MemoryDisk(files))
    post = OutboxFile(cabinet).load()
    assert cabinet.problems == ()
    return post


def outcomes(disk: MemoryDisk, store: OutboxFile, post: Post) -> set[Post]:
    """Return all that may be found if the power goes while a post is saved."""
    seen: dict[frozenset[tuple[Path, bytes]], Files] = {}

    def look() -> None:
        seen.update((copy_of(files), files) for files in disk.after_a_cut())

    disk.watch = look
    store.save(post)
    disk.watch = lambda: None
    assert len(seen) > 10
    return {found(files) for files in seen.values()}


def test_at_first_there_is_nothing(cabinet: Cabinet) -> None:
    assert OutboxFile(cabinet).load() == Post()


def test_all_of_it_comes_back_after_a_restart(cabinet: Cabinet) -> None:
    OutboxFile(cabinet).save(FULL)
    assert OutboxFile(cabinet).load() == FULL


def test_the_id_of_a_message_is_the_same_after_a_restart(cabinet: Cabinet) -> None:
    OutboxFile(cabinet).save(FULL)
    again = OutboxFile(cabinet).load().next(LATER)
    assert again is not None
    assert again.message.header == STEP.message.header


def test_the_order_of_messages_and_people_stays(cabinet: Cabinet) -> None:
    many = tuple(
        replace(STEP, message=told(MessageId(f"{n * 7919 % 100:032x}"), ANN)) for n in range(50)
    )
    OutboxFile(cabinet).save(replace(FULL, postings=many))
    assert OutboxFile(cabinet).load().postings == many


def test_an_emptied_outbox_is_empty(cabinet: Cabinet) -> None:
    store = OutboxFile(cabinet)
    store.save(FULL)
    store.save(Post())
    assert OutboxFile(cabinet).load() == Post()


def test_a_power_cut_leaves_the_old_or_the_new_one() -> None:
    disk = MemoryDisk(every=40)
    store = OutboxFile(OwnCabinet(HOME, disk))
    assert outcomes(disk, store, FULL) == {Post(), FULL}
    sent = FULL.delivered(STEP.message.id, LATER)
    assert outcomes(disk, store, sent) == {FULL, sent}
    assert {found(files) for files in disk.after_a_cut()} == {sent}


def test_a_power_cut_while_an_alarm_goes_leaves_the_old_or_the_new_one() -> None:
    disk = MemoryDisk(every=40)
    store = OutboxFile(OwnCabinet(HOME, disk))
    store.save(FULL)
    rest = replace(FULL, alarms=(FIRST,))
    assert outcomes(disk, store, rest) == {FULL, rest}


@pytest.mark.parametrize("fresh", [True, False])
def test_no_copy_says_who_was_told_once_an_alarm_is_gone(
    home: Home, cabinet: Cabinet, *, fresh: bool
) -> None:
    store = OutboxFile(cabinet)
    store.save(FULL)
    store = OutboxFile(cabinet) if fresh else store
    store.save(replace(FULL, alarms=(FIRST,)))
    kept = [path.read_bytes() for path in home.root.iterdir() if path.is_file()]
    assert len(kept) >= 2, "the file and its last good copy"
    assert not [data for data in kept if CHAIR.encode() in data]
    assert [data for data in kept if ANN.encode() in data]


def test_a_damaged_file_is_set_aside_and_the_copy_before_it_serves(
    home: Home, cabinet: Cabinet
) -> None:
    store = OutboxFile(cabinet)
    store.save(FULL)
    store.save(FULL.delivered(STEP.message.id, LATER))
    home.outbox_file.write_bytes(b"be-smart")
    assert OutboxFile(cabinet).load() == FULL, "it is sent once more, not never"
    assert [problem.file for problem in cabinet.problems] == ["outbox.json"]


def test_where_both_copies_are_damaged_it_begins_anew_and_says_so(
    home: Home, cabinet: Cabinet
) -> None:
    store = OutboxFile(cabinet)
    store.save(FULL)
    store.save(FULL)
    for path in (home.outbox_file, home.outbox_file.with_name("outbox.json.last")):
        path.write_bytes(b"")
    assert store.load() == Post(lost=True)
    assert len(cabinet.problems) == 2
    store.save(FULL)
    assert OutboxFile(cabinet).load() == FULL


def test_a_folder_that_is_not_held_is_only_read(home: Home, cabinet: Cabinet) -> None:
    OutboxFile(cabinet).save(FULL)
    reader = OutboxFile(Cabinet(home))
    assert reader.load() == FULL
    with pytest.raises(StoreFault, match="for reading only"):
        reader.save(Post())


ALARM: dict[str, object] = {
    "tell": TELL,
    "kind": "first",
    "steps": [[0, ANN], [15, BOB]],
    "openers": [ANN],
    "offices": ["dsl"],
    "since": MORNING.isoformat(),
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"tell": 7},
        {"kind": "second"},
        {"steps": [["x", ANN]]},
        {"steps": [[0, 1]]},
        {"steps": [7]},
        {"steps": [[]]},
        {"openers": [1]},
        {"offices": ["cook"]},
        {"since": "yesterday"},
        {"since": "2026-03-02T09:00:00"},
        {"opened": 1},
    ],
)
def test_a_row_that_fits_nothing_is_a_fault_with_its_remedy(
    home: Home, cabinet: Cabinet, wrong: dict[str, object]
) -> None:
    def write(row: dict[str, object]) -> None:
        document = {"alarms": {"x": row}, "postings": {}}
        home.outbox_file.write_bytes(seal(Letter("outbox", OUTBOX.schema, orjson.dumps(document))))

    write(ALARM)
    steps = (Step(0, (ANN,)), Step(15, (BOB,)))
    alarm = Alarm(TELL, Kind.FIRST, steps, frozenset((ANN,)), MORNING, (Role.DSL,))
    assert OutboxFile(cabinet).load().alarms == (alarm,)
    write(ALARM | wrong)
    with pytest.raises(StoreFault, match=r"outbox\.json: .* move it away"):
        OutboxFile(cabinet).load()


def test_neither_name_nor_word_is_in_the_file(home: Home, cabinet: Cabinet) -> None:
    """What an outbox can hold at all: ids, times, kinds, our own sentences, faults for staff."""
    OutboxFile(cabinet).save(FULL)
    document = orjson.loads(home.outbox_file.read_bytes().partition(b"\n")[2])
    rows = [row for table in ("alarms", "postings") for row in document[table].values()]
    assert {key for row in rows for key in row} == {
        *("tell", "kind", "steps", "openers", "offices", "since", "told", "opened"),
        *("id", "to", "subject", "body", "next", "tries", "delivered", "fault"),
    }


def test_what_could_not_be_saved_can_be_saved_later() -> None:
    disk = MemoryDisk()
    store = OutboxFile(OwnCabinet(HOME, disk))
    store.save(FULL)
    disk.watch = partial(fail, disk)
    with pytest.raises(StoreFault):
        store.save(Post())
    store.save(replace(FULL, alarms=()))
    assert found(disk.files) == replace(FULL, alarms=())


def fail(disk: MemoryDisk) -> None:
    """Fail once."""
    disk.watch = lambda: None
    raise OSError(28, "No space left on device")


def test_an_outbox_of_a_newer_program_is_left_alone(home: Home, cabinet: Cabinet) -> None:
    home.outbox_file.write_bytes(seal(Letter("outbox", OUTBOX.schema + 1, b"{}")))
    with pytest.raises(StoreFault, match="newer Be SMART"):
        OutboxFile(cabinet).save(FULL)
    assert home.outbox_file.read_bytes() == seal(Letter("outbox", OUTBOX.schema + 1, b"{}"))


def test_an_alarm_of_the_first_schema_goes_on_as_one_step(home: Home, cabinet: Cabinet) -> None:
    row = {"tell": TELL, "kind": "first", "people": [ANN, BOB], "since": MORNING.isoformat()}
    document = {"alarms": {"x": row}, "postings": {}, "digest": {"day": "2026-03-02"}}
    home.outbox_file.write_bytes(seal(Letter("outbox", 1, orjson.dumps(document))))
    (alarm,) = OutboxFile(cabinet).load().alarms
    assert alarm.steps == (Step(0, (ANN, BOB)),)
    assert alarm.openers == {ANN, BOB}
