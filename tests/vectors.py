"""Makes ``tests/pure/tell/vectors.json``: one Tell as it stands on the disk, with every key.

``python -m tests.vectors`` makes it anew with other random bytes; the format must not change by it.
"""

from __future__ import annotations

import base64
import json
from hashlib import blake2b
from pathlib import Path

from app.domain.tell.records import row_of
from app.tell.writer import writers
from tests.power import MemoryDisk
from tests.tells import (
    ROSTER,
    SAID,
    detail,
    first,
    folder,
    kiosk,
    named_files,
    private_key,
    public_key,
    tell,
)

FILE = Path(__file__).parent / "pure/tell/vectors.json"


def vectors() -> dict[str, object]:
    """Return a Tell in which the DSL was named."""
    vault = folder(MemoryDisk())
    tell(kiosk(vault), 1, SAID)
    writer = writers(vault).kiosk
    files = named_files(vault)
    names = [*(one.title for one in ROSTER.people), "escrow"]
    people = {one.title: one for one in ROSTER.people}
    return {
        "kiosk_key": (vault.read("kiosk.key") or b"").hex(),
        "kiosk_public": writer.public.hex(),
        "roster": {
            "version": ROSTER.version,
            "escrow": ROSTER.escrow.hex(),
            "people": [
                {"id": one.id, "roles": sorted(one.roles), "box_key": one.box_key.hex()}
                for one in people.values()
            ],
        },
        "keys": {
            name: {"private": private_key(name).hex(), "public": public_key(name).hex()}
            for name in names
        },
        "chain": (vault.read(writer.file) or b"").hex(),
        "files": {
            blake2b(data, digest_size=32).hexdigest(): base64.b64encode(data).decode()
            for data in files
        },
        "first": row_of(first(1)),
        "said": [row_of(detail(1, tap)) for tap in SAID],
        "reads_all": ["escrow", "headteacher", "chair"],
        "reads_first": ["dsl"],
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
