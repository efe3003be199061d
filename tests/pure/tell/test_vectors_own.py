"""The same vectors, read by the program itself."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.tell.records import Detail, record_of
from app.tell.chain import read_tail
from app.tell.writer import chain_file, writers
from tests.power import MemoryDisk
from tests.tells import HOME, folder, kiosk, named_files, private_key, tell_id, views

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
PUBLIC = bytes.fromhex(VECTORS["kiosk_public"])
CHAIN = bytes.fromhex(VECTORS["chain"])


def disk() -> MemoryDisk:
    """Return a disk with the Tell of the vectors."""
    bodies = {
        HOME.tell / f"bodies/{name[:2]}/{name}": base64.b64decode(text)
        for name, text in VECTORS["files"].items()
    }
    key = {HOME.tell / "kiosk.key": bytes.fromhex(VECTORS["kiosk_key"])}
    return MemoryDisk(bodies | key | {HOME.tell / chain_file(PUBLIC): CHAIN})


def test_the_chain_is_sound_and_gone_on_with() -> None:
    vault = folder(disk())
    assert writers(vault).kiosk.public == PUBLIC
    assert read_tail(CHAIN, PUBLIC).torn == 0
    kiosk(vault).ready()
    assert vault.read(chain_file(PUBLIC)) == CHAIN
    assert vault.names("aside") == ()


@pytest.mark.parametrize("name", sorted(VECTORS["keys"]))
def test_the_program_reads_what_another_does(name: str) -> None:
    assert private_key(name).hex() == VECTORS["keys"][name]["private"]
    found = views(named_files(folder(disk())), private_key(name)).get(tell_id(1))
    reads = name in {*VECTORS["reads_all"], *VECTORS["reads_first"]}
    assert (found is not None) is reads
    said = [record_of(row) for row in VECTORS["said"]] if name in VECTORS["reads_all"] else []
    assert all(isinstance(one, Detail) for one in said)
    assert (found.details if found else []) == said
