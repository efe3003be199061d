"""What is still to be told to staff: the file ``outbox.json``; it holds no name and no word.

A PC that tells staff while nobody is signed in has to read for itself whom. So while an inner
ladder is on its way, somebody who can read this PC's disk can see that there is one, and to whom
it goes; once all of it was taken, or was opened, no copy of the file says so any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.ladder import Alarm, Key, Kind, Step
from app.domain.tell.message import Message, MessageId
from app.domain.tell.people import PersonId, Role
from app.domain.tell.ports import Outbox
from app.domain.tell.post import Post, Posting
from app.domain.tell.records import TellId
from app.store.atomic import AtomicFile, Source
from app.store.cabinet import Cabinet
from app.store.migrations import OUTBOX, Document, Rows
from app.store.rows import Row, UnfitRow, field, filled, text, texts

T = TypeVar("T")


class OutboxFile(Outbox):
    """The file, replaced whole by every ``save``; to be used on one lane only."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._file = AtomicFile(cabinet, cabinet.home.outbox_file, OUTBOX)
        self._kept: frozenset[str] = frozenset()  # the alarms that the file holds
        self._known = False  # whether the file is as it was read or saved here

    @override
    def load(self) -> Post:
        document = self._file.load() or {}
        self._kept = frozenset(document.get("alarms", {}))
        self._known = True
        try:
            return replace(_post(document), lost=self._file.source is Source.LOST)
        except (UnfitRow, ValueError) as fault:
            raise StoreFault(
                f"{self._file.path}: {fault}; move it away, and look whether a Tell is not opened"
            ) from None

    @override
    def save(self, post: Post) -> None:
        if not self._known or not self._file.fresh:
            self.load()
        self._known = False
        document = _document(post)
        gone = self._kept - frozenset(document["alarms"])
        self._file.save(document)
        if gone:
            # Once more: the last good copy would still say who was told of what.
            self._file.save(document)
        self._kept = frozenset(document["alarms"])
        self._known = True


def _document(post: Post) -> Document:
    return {
        "alarms": _numbered(_alarm_row(one) for one in post.alarms),
        "postings": _numbered(_posting_row(one) for one in post.postings),
        "digest": {"day": post.digest_day},
    }


def _numbered(rows: Iterable[tuple[str, Row]]) -> Rows:
    return dict(rows)


def _post(document: Document) -> Post:
    return Post(
        alarms=_all(document, "alarms", _alarm),
        postings=_all(document, "postings", _posting),
        digest_day=text(document.get("digest", {}), "day"),
    )


def _all(document: Document, table: str, read: Callable[[Row], T]) -> tuple[T, ...]:
    rows = document.get(table, {})
    return tuple(read(field(rows, key, dict)) for key in rows)


def _alarm_row(alarm: Alarm) -> tuple[str, Row]:
    row = {
        **_key_row(alarm.key),
        "steps": [[step.minutes, *step.people] for step in alarm.steps],
        "openers": sorted(alarm.openers),
        "offices": list(alarm.offices),
        "since": _written(alarm.since),
        "told": list(alarm.told),
        "opened": _written(alarm.opened_at),
    }
    return f"{alarm.tell} {alarm.kind}", filled(row)


def _alarm(row: Row) -> Alarm:
    tell, kind = _key(row)
    return Alarm(
        tell=tell,
        kind=kind,
        steps=tuple(_step(one) for one in field(row, "steps", list)),
        openers=frozenset(_people(row, "openers")),
        since=_moment(row, "since"),
        offices=tuple(Role(one) for one in texts(row, "offices")),
        told=_people(row, "told"),
        opened_at=_maybe(row, "opened"),
    )


def _step(written: object) -> Step:
    minutes, *people = written if isinstance(written, list) and written else [None]
    if type(minutes) is not int or not all(isinstance(one, str) for one in people):
        raise UnfitRow("'steps' holds more than minutes and people")
    return Step(minutes, tuple(map(PersonId, people)))


def _posting_row(posting: Posting) -> tuple[str, Row]:
    message = posting.message
    row = {
        **({} if posting.of is None else _key_row(posting.of)),
        "to": message.to_person,
        "subject": message.subject,
        "body": message.body,
        "since": _written(posting.since),
        "next": _written(posting.next_try),
        "tries": posting.tries,
        "delivered": _written(posting.delivered_at),
        "fault": posting.fault,
    }
    return message.id, filled({"id": message.id, **row})


def _posting(row: Row) -> Posting:
    id_, to_person = MessageId(field(row, "id", str)), PersonId(field(row, "to", str))
    return Posting(
        message=Message(id_, to_person, text(row, "subject"), text(row, "body")),
        of=_key(row) if "tell" in row else None,
        since=_moment(row, "since"),
        next_try=_moment(row, "next"),
        tries=field(row, "tries", int),
        delivered_at=_maybe(row, "delivered"),
        fault=text(row, "fault"),
    )


def _key_row(key: Key) -> dict[str, str]:
    tell, kind = key
    return {"tell": tell, "kind": str(kind)}


def _key(row: Row) -> Key:
    return TellId(field(row, "tell", str)), Kind(field(row, "kind", str))


def _people(row: Row, key: str) -> tuple[PersonId, ...]:
    return tuple(PersonId(one) for one in texts(row, key))


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _moment(row: Row, key: str) -> datetime:
    moment = datetime.fromisoformat(field(row, key, str))
    if moment.tzinfo is None:
        raise UnfitRow(f"'{key}' has no zone")
    return moment.astimezone(UTC)


def _maybe(row: Row, key: str) -> datetime | None:
    return _moment(row, key) if key in row else None
