"""How each file's document grew from schema to schema: pure functions from old to new."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from app.domain.ports import StoreFault
from app.store.envelope import Damaged, Letter

Rows = dict[str, object]
Document = dict[str, Rows]
"""As TinyDB has it: tables by name, each of them rows by id."""
Step = Callable[[Document], Document]


class Format(NamedTuple):
    """A kind of file. ``steps[0]`` turns schema 1 into 2, ``steps[1]`` 2 into 3, and so on.

    ``private``: for the eyes of one account only, where the system knows such a thing.
    """

    name: str
    steps: tuple[Step, ...] = ()
    private: bool = False

    @property
    def schema(self) -> int:
        """The schema that is written today."""
        return len(self.steps) + 1

    def fold(self, document: Document) -> Letter:
        """Return a document as it goes to the disk."""
        # Imported here: reading does without it, and the first paint waits for a file to be read.
        import orjson

        return Letter(self.name, self.schema, orjson.dumps(document))

    def unfold(self, letter: Letter) -> Document:
        """Return the document of today's schema.

        Raise ``Damaged`` for what is no document of this format, and ``StoreFault`` for a newer
        schema: such a file is to be left alone.
        """
        if letter.format != self.name or letter.schema < 1:
            raise Damaged(f"it holds '{letter.format}', not '{self.name}'")
        if letter.schema > self.schema:
            raise StoreFault(
                "this file was written by a newer Be SMART and is left as it is;"
                " bring Be SMART on this PC up to date"
            )
        document = _parsed(letter.body)
        for step in self.steps[letter.schema - 1 :]:
            document = step(document)
        return document


def _parsed(body: bytes) -> Document:
    try:
        document = json.loads(body)
    except ValueError:
        raise Damaged("it holds no JSON") from None
    if not isinstance(document, dict) or not all(isinstance(t, dict) for t in document.values()):
        raise Damaged("it holds no tables")
    return document


def _with_steps(outbox: Document) -> Document:
    """Return an outbox in which all people of an alarm stand on one step, and can open it."""
    alarms: Rows = {}
    for key, row in outbox.get("alarms", {}).items():
        old = dict(row) if isinstance(row, dict) else {}
        people = old.pop("people", [])
        steps = [[0, *people]] if isinstance(people, list) else []
        alarms[key] = {**old, "steps": steps, "openers": people}
    return {**outbox, "alarms": alarms}


PROGRESS = Format("progress")
SCHOOL = Format("school")
KIOSK = Format("kiosk")
OUTBOX = Format("outbox", (_with_steps,))
CONTACTS = Format("being-told", private=True)
