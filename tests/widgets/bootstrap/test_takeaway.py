"""What is handed over reaches the drive whole, or is not there, and the reason is said."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyrage
import pytest

from app.bootstrap.takeaway import FileTakeaway
from app.domain.override import override
from app.domain.ports import Papers
from app.domain.tell.attachments import LARGEST, NotAttached
from app.domain.tell.takeaway import Drive, Lock, NotSaved, NotSealed, Shape, file_name
from app.store import papers
from tests.tells import AT
from tests.widgets.kit.paper.papers import told

pytestmark = pytest.mark.usefixtures("qapp")
NAME = "tell-1.pdf"
PHRASE = "kite moon cake owl rain"


class Refusing(Papers):
    """A disk that takes nothing, for one reason."""

    def __init__(self, reason: int) -> None:
        self.reason = reason

    @override
    def write(self, path: Path, data: bytes) -> None:
        raise OSError(self.reason, "no")

    @override
    def write_new(self, path: Path, data: bytes) -> None:
        self.write(path, data)


@dataclass
class Plugs:
    """A PC with a stick that can be pulled out."""

    folder: Path
    within: bool = True
    papers: Papers = field(default_factory=papers.Papers)

    def __post_init__(self) -> None:
        self.stick = self.folder / "STICK"
        self.stick.mkdir()
        here = self.folder / "Documents"
        self.takeaway = FileTakeaway(self.papers, self.sticks, lambda: here, lambda: here)

    def sticks(self) -> Iterator[tuple[Path, str]]:
        """Yield the stick while it is in."""
        if self.within:
            yield self.stick, "STICK"

    @property
    def drive(self) -> Drive:
        """The stick as it was found."""
        return Drive(self.stick, "STICK", removable=True)

    def save(self, drive: Drive, data: bytes, name: str = NAME) -> Path:
        """Save a file where none goes by it; return where."""
        path = self.takeaway.free(drive, name)
        self.takeaway.save(drive, path, data)
        return path


def test_sticks_come_before_this_pcs_own_disk(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    first, last = plugs.takeaway.drives()
    assert first == plugs.drive
    assert last == Drive(tmp_path / "Documents", "Documents", removable=False)


def test_a_file_is_saved_whole_and_nothing_else_is_left_there(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    path = plugs.save(plugs.drive, b"all of it")
    assert path.read_bytes() == b"all of it"
    assert list(plugs.stick.iterdir()) == [path]
    plugs.takeaway.take_back(path)
    plugs.takeaway.take_back(path)
    assert list(plugs.stick.iterdir()) == []


def test_documents_are_made_where_there_are_none(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    here = plugs.takeaway.drives()[-1]
    assert plugs.save(here, b"x").parent == tmp_path / "Documents"


def test_a_drive_that_was_pulled_out_is_not_made_anew_on_the_disk(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    drive = plugs.drive
    plugs.within = False
    plugs.stick.rmdir()
    with pytest.raises(NotSaved, match=r"'STICK' is gone. Plug it in again"):
        plugs.save(drive, b"x")
    with pytest.raises(NotSaved, match=r"'STICK' is gone. Plug it in again"):
        plugs.takeaway.save(drive, drive.path / NAME, b"x")
    assert not plugs.stick.exists()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "is gone"),
        (errno.EBUSY, "did not take the file"),
    ],
)
def test_why_it_was_not_saved_is_said_with_what_to_do(
    tmp_path: Path, reason: int, words: str
) -> None:
    plugs = Plugs(tmp_path, papers=Refusing(reason))
    with pytest.raises(NotSaved, match=words) as told_:
        plugs.save(plugs.drive, b"x")
    assert any(way in str(told_.value) for way in ("another drive", "Plug it in"))


def test_a_file_of_the_same_name_is_left_alone_and_another_name_taken(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    own = plugs.stick / "chat.png"
    own.write_bytes(b"somebody's own")
    (plugs.stick / "chat (2).png").symlink_to(tmp_path / "nowhere")
    path = plugs.save(plugs.drive, b"the chat", "chat.png")
    assert path.name == "chat (3).png"
    assert own.read_bytes() == b"somebody's own"
    assert not (tmp_path / "nowhere").exists()


def test_a_name_that_is_taken_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    path = plugs.takeaway.free(plugs.drive, NAME)
    path.write_bytes(b"somebody's own")
    with pytest.raises(NotSaved, match=r"a file of this name meanwhile. Please try again"):
        plugs.takeaway.save(plugs.drive, path, b"x")
    assert path.read_bytes() == b"somebody's own"
    assert list(plugs.stick.iterdir()) == [path]


def test_a_name_that_is_taken_too_often_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugs = Plugs(tmp_path)
    monkeypatch.setattr("app.bootstrap.takeaway.MOST_OF_A_NAME", 2)
    plugs.save(plugs.drive, b"x")
    with pytest.raises(NotSaved, match="too many files of this name"):
        plugs.save(plugs.drive, b"x")


def test_json_is_the_document_and_pdf_the_pages(tmp_path: Path) -> None:
    one, takeaway = told(2), Plugs(tmp_path).takeaway
    assert json.loads(takeaway.made(one, Shape.JSON, Lock())) == one.document()
    assert takeaway.made(one, Shape.PDF, Lock()).startswith(b"%PDF")


def test_a_sealed_file_is_a_pdf_with_the_json_within_it(tmp_path: Path) -> None:
    one, takeaway = told(2), Plugs(tmp_path).takeaway
    own = pyrage.x25519.Identity.generate()
    by_key = takeaway.made(one, Shape.SEALED, Lock(key=str(own.to_public())))
    by_phrase = takeaway.made(one, Shape.SEALED, Lock(passphrase=PHRASE))
    for opened in (pyrage.decrypt(by_key, [own]), pyrage.passphrase.decrypt(by_phrase, PHRASE)):
        assert opened.startswith(b"%PDF")
        assert b"/EmbeddedFile" in opened
    with pytest.raises(NotSealed):
        takeaway.made(one, Shape.SEALED, Lock(key="age1"))


def test_a_file_is_called_by_its_tell_and_time_and_no_child() -> None:
    one = told(0)
    names = [file_name(one.case.tell, AT, shape) for shape in Shape]
    assert names == [
        f"tell-{one.case.tell}-20260304-101530.{end}" for end in ("pdf", "json", "pdf.age")
    ]


def test_only_files_of_known_kinds_are_found_to_be_added(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    for name in ("chat.PNG", "letter.docx", "program.exe"):
        (plugs.stick / name).write_bytes(b"x")
    assert {path.name for path in plugs.takeaway.found()} == {"chat.PNG", "letter.docx"}


def test_a_file_that_is_too_large_or_gone_is_said(tmp_path: Path) -> None:
    plugs = Plugs(tmp_path)
    path = plugs.stick / "film.pdf"
    with pytest.raises(NotAttached, match="cannot be read"):
        plugs.takeaway.read(path)
    path.write_bytes(bytes(LARGEST))
    assert len(plugs.takeaway.read(path)) == LARGEST
    path.write_bytes(bytes(LARGEST + 1))
    with pytest.raises(NotAttached, match="larger than 10 MB"):
        plugs.takeaway.read(path)
