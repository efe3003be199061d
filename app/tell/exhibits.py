"""Files that staff add to a Tell, in group files of their own: implements the port ``Exhibits``."""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode

from app.domain.override import override
from app.domain.tell import attachments as port
from app.domain.tell.attachments import Attachment, NotAttached
from app.domain.tell.records import BodyId, TellId
from app.domain.tell.vault import Vault
from app.tell.desk import Desk
from app.tell.journal import body_file
from app.tell.sealing import Unfit, begin_group, blob, body_id, group_file, open_group

PIECE = 3000
"""Bytes of a file in one box: with what stands around them they fill it."""


class ExhibitFiles(port.Exhibits):
    """One side file for each, under a key of its own, which the deed that adds it carries."""

    def __init__(self, vault: Vault, desk: Desk) -> None:
        self._vault = vault
        self._desk = desk

    @override
    def sealed(self, tell: TellId, data: bytes, escrow: bytes) -> tuple[bytes, bytes]:
        group = begin_group(escrow)
        pieces = [data[at : at + PIECE] for at in range(0, len(data), PIECE)] or [b""]
        boxes = [
            blob(
                {
                    "kind": "piece",
                    "tell": tell,
                    "number": number,
                    "of": len(pieces),
                    "data": b64encode(piece).decode(),
                },
                group.key,
            )
            for number, piece in enumerate(pieces)
        ]
        return group_file(group.head, boxes, secrets.token_bytes(32)), group.key

    @override
    def keep(self, sealed: bytes) -> BodyId:
        self._desk.add_sealed([sealed])
        return body_id(sealed)

    @override
    def opened(self, attachment: Attachment) -> bytes:
        data = self._vault.read(body_file(bytes.fromhex(attachment.body)))
        if data is None or body_id(data) != attachment.body:
            raise NotAttached("this file is not in the record any more; was the Tell erased?")
        try:
            rows = open_group(data, attachment.key)
            pieces = [b64decode(str(row["data"]), validate=True) for row in rows]
            whole = [row["number"] for row in rows] == list(range(int(str(rows[0]["of"]))))
        except (Unfit, KeyError, ValueError, IndexError) as fault:
            raise NotAttached("this file cannot be opened: it was changed") from fault
        if not whole:
            raise NotAttached("this file is not whole: it was changed")
        return b"".join(pieces)
