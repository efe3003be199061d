"""One document file a pupil: how it stands on the disk, and how little of it is in memory."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from tinydb import where
from tinydb.table import Table

from app.domain.ids import PupilId
from app.domain.looks import Looks
from app.domain.ports import StoreFault
from app.store.atomic import AtomicFile
from app.store.cabinet import Cabinet, held
from app.store.envelope import Letter, seal, unseal
from app.store.home import Home
from app.store.migrations import PROGRESS, Document
from app.store.progress import KEPT_OPEN, AttemptTable, ProgressFiles
from app.store.storage import AtomicStorage
from tests.deeds import AMINA, BEN, deed, history
from tests.power import MemoryDisk, OwnCabinet


@pytest.fixture
def store(cabinet: Cabinet) -> ProgressFiles:
    """The store on an empty folder."""
    return ProgressFiles(cabinet)


def file_of(home: Home, pupil: PupilId) -> Path:
    """Return where a pupil's document stands."""
    return home.progress / f"{pupil}.json"


def document_of(home: Home, pupil: PupilId) -> Document:
    """Return a pupil's document as it stands on the disk."""
    return PROGRESS.unfold(unseal(file_of(home, pupil).read_bytes()))


def test_each_pupil_has_a_file_and_a_last_good_copy(home: Home, store: ProgressFiles) -> None:
    for number, pupil in enumerate((AMINA, BEN, AMINA, BEN), 1):
        store.add(pupil, deed(number))
    names = sorted(path.name for path in home.progress.iterdir())
    assert names == sorted(f"{pupil}.json{end}" for pupil in (AMINA, BEN) for end in ("", ".last"))


def test_the_document_is_one_tinydb_can_read(home: Home, store: ProgressFiles) -> None:
    store.add(AMINA, deed(1))
    store.add(AMINA, deed(2))
    store.keep_looks(AMINA, Looks(130))
    storage = AtomicStorage(AtomicFile(Cabinet(home), file_of(home, AMINA), PROGRESS))
    attempts = AttemptTable(storage, "attempts")
    assert [row["n"] for row in attempts.search(where("c") == deed(1).content)] == [1, 2]
    assert [str(row.doc_id) for row in attempts] == [deed(1).id, deed(2).id]
    assert Table(storage, "looks").all() == [
        {"size": 130, "theme": "paper", "face": "andika", "still": False}
    ]


def test_attempts_are_only_ever_added(home: Home, store: ProgressFiles) -> None:
    before: dict[str, object] = {}
    for attempt in history(30):
        store.add(AMINA, attempt)
        now = document_of(home, AMINA)["attempts"]
        assert now.items() >= before.items()
        assert len(now) == len(before) + 1
        before = now


def test_neither_reading_nor_looking_makes_a_file(home: Home, store: ProgressFiles) -> None:
    store.attempts(AMINA)
    store.looks(AMINA)
    assert not home.progress.exists()


def test_the_file_holds_400_bytes_an_attempt_at_most(home: Home, store: ProgressFiles) -> None:
    store.add_all(AMINA, history(200))
    assert file_of(home, AMINA).stat().st_size / 200 <= 400


def test_only_the_last_pupils_documents_stay_in_memory(store: ProgressFiles) -> None:
    for number in range(40):
        store.add(PupilId(f"{number:012x}"), deed(1))
        assert len(store._open) <= KEPT_OPEN
    assert [store.attempts(PupilId(f"{number:012x}")) for number in range(40)] == [(deed(1),)] * 40


def test_a_damaged_file_is_told_and_the_copy_before_it_used(home: Home, cabinet: Cabinet) -> None:
    store = ProgressFiles(cabinet)
    for number in (1, 2, 3):
        store.add(AMINA, deed(number))
    hurt = file_of(home, AMINA).read_bytes()[:-5]
    file_of(home, AMINA).write_bytes(hurt)
    again = ProgressFiles(cabinet)
    assert again.attempts(AMINA) == (deed(1), deed(2))
    assert [problem.file for problem in again.problems()] == [f"progress/{AMINA}.json"]
    assert [path.read_bytes() for path in home.aside.iterdir()] == [hurt]
    again.add(AMINA, deed(4))
    assert ProgressFiles(cabinet).attempts(AMINA) == (deed(1), deed(2), deed(4))


def test_with_both_copies_damaged_the_pupil_begins_anew_and_both_stand_aside(
    home: Home, cabinet: Cabinet
) -> None:
    store = ProgressFiles(cabinet)
    for number in (1, 2):
        store.add(AMINA, deed(number))
    for path in home.progress.iterdir():
        path.write_bytes(b"damage")
    again = ProgressFiles(cabinet)
    again.add(AMINA, deed(3))
    assert again.attempts(AMINA) == (deed(3),)
    assert len(again.problems()) == len(list(home.aside.iterdir())) == 2


def test_a_row_that_is_no_attempt_is_left_out_told_and_stays(home: Home, cabinet: Cabinet) -> None:
    ProgressFiles(cabinet).add(AMINA, deed(1))
    document = document_of(home, AMINA)
    odd = {"k": "5eed0001", "a": "danced"}
    document["attempts"]["f" * 16] = odd
    file_of(home, AMINA).write_bytes(seal(Letter("progress", 1, orjson.dumps(document))))
    store = ProgressFiles(cabinet)
    store.add(AMINA, deed(2))
    assert store.attempts(AMINA) == (deed(1), deed(2))
    (problem,) = store.problems()
    assert (problem.file, problem.where) == (f"progress/{AMINA}.json", f"attempt {'f' * 16}")
    assert document_of(home, AMINA)["attempts"]["f" * 16] == odd


def test_a_document_from_a_newer_program_is_refused_and_untouched(
    home: Home, store: ProgressFiles
) -> None:
    home.progress.mkdir()
    newer = seal(Letter("progress", PROGRESS.schema + 1, b'{"attempts":{}}'))
    file_of(home, AMINA).write_bytes(newer)
    with pytest.raises(StoreFault, match="newer Be SMART"):
        store.attempts(AMINA)
    with pytest.raises(StoreFault, match="newer Be SMART"):
        store.add(AMINA, deed(1))
    assert file_of(home, AMINA).read_bytes() == newer
    store.add(BEN, deed(1))
    assert store.attempts(BEN) == (deed(1),)


def test_without_the_folder_held_nothing_is_written(home: Home, store: ProgressFiles) -> None:
    store.add(AMINA, deed(1))
    reader = ProgressFiles(Cabinet(home))
    assert reader.attempts(AMINA) == (deed(1),)
    for number in (2, 3):
        with pytest.raises(StoreFault, match="for reading only"):
            reader.add(AMINA, deed(number))
    assert reader.attempts(AMINA) == (deed(1),)


@pytest.mark.parametrize("id_", ["../school", "", "a/b", "a.b", "C:x", "a\0b"])
def test_an_id_that_would_lead_elsewhere_is_refused(store: ProgressFiles, id_: str) -> None:
    with pytest.raises(ValueError, match="is no pupil's id"):
        store.add(PupilId(id_), deed(1))


def test_many_attempts_are_kept_with_one_write(home: Home, store: ProgressFiles) -> None:
    store.add(AMINA, deed(7))
    before = file_of(home, AMINA).read_bytes()
    store.add_all(AMINA, (*history(30), *history(5)))
    assert store.attempts(AMINA) == history(30)
    last = file_of(home, AMINA).with_name(f"{AMINA}.json.last")
    assert last.read_bytes() == before


def test_many_attempts_are_kept_all_or_none(home: Home) -> None:
    disk = MemoryDisk()
    store = ProgressFiles(OwnCabinet(home, disk))
    store.add(AMINA, deed(1))

    def unplug() -> None:
        disk.watch = lambda: None
        raise OSError(5, "Input/output error")

    disk.watch = unplug
    with pytest.raises(StoreFault):
        store.add_all(AMINA, history(9))
    assert store.attempts(AMINA) == (deed(1),)


def test_what_was_read_before_the_folder_was_held_is_read_again(home: Home) -> None:
    late = Cabinet(home)
    early = ProgressFiles(late)
    assert early.attempts(AMINA) == ()
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(AMINA, deed(1))
    late.hold()
    early.add(AMINA, deed(2))
    assert early.attempts(AMINA) == ProgressFiles(late).attempts(AMINA) == (deed(1), deed(2))
    late.release()
