"""Pages as a PDF file: A4, with its letters; the same for the same pages but for the time."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.domain.tell.handover import Handover
from app.kit.paper.record import Record
from app.kit.paper.sheet import DOTS


class NoPaper(RuntimeError):
    """The pages could not be drawn: there is no memory for them."""


def of_handover(handover: Handover, attached: Mapping[str, bytes] | None = None) -> bytes:
    """Return the PDF of a Tell, with files that it carries within it by their names.

    It takes a while, and works on any thread.
    """
    return written(Record(handover), attached or {})


def written(record: Record, attached: Mapping[str, bytes]) -> bytes:
    """Return pages as PDF, with files within it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(record.title)
    writer.setCreator("Be SMART")
    writer.setDocumentId(_id(record))
    for name, data in attached.items():
        writer.addFileAttachment(name, data)
    painter = QPainter()
    if not painter.begin(writer):
        raise NoPaper
    for number in range(len(record.pages)):
        if number:
            writer.newPage()
        record.draw(painter, number)
    painter.end()
    return bytes(buffer.data().data())


def _id(record: Record) -> QUuid:
    """Return an id that the content gives, so that nothing in the file is left to chance."""
    seed = blake2b(repr(record.handover.document()).encode(), digest_size=16).digest()
    return QUuid.fromRfc4122(seed)
