"""The records of a Tell as plain values, and how they are written down inside their seals.

A record is written as one JSON object; ``kind`` names it. Times are ISO 8601 in UTC, keys and ids
lower-case hexadecimal. What is not as it is written here raises ``UnfitRecord``: a reader refuses
it, and never guesses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import NewType, TypeVar

from app.domain.ids import PupilId
from app.domain.tell import taps
from app.domain.tell.people import PersonId

TellId = NewType("TellId", str)
"""16 lower-case hexadecimal digits, random: one Tell, that is one sitting's."""
BodyId = NewType("BodyId", str)
"""64 lower-case hexadecimal digits: the hash by which a sealed record's file is named."""
Row = Mapping[str, object]
T = TypeVar("T")


class UnfitRecord(ValueError):
    """What was sealed is no record that this program knows; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who told: the pupil, by name and class as they were called then.

    ``proved``: they had signed in with their secret pictures.
    """

    pupil: PupilId
    name: str
    class_name: str
    proved: bool


@dataclass(frozen=True, slots=True)
class First:
    """The first press: a child would like a grown-up to come and talk.

    ``kiosk`` is the PC's name, ``page`` the title of the page that stood there. ``who`` is None
    where nobody was signed in. ``drill``: made to try it out, by staff at set-up or before Tell is
    live.
    """

    tell: TellId
    at: datetime
    kiosk: str
    page: str
    who: Who | None
    drill: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """One more tap of the same Tell."""

    tell: TellId
    at: datetime
    tap: taps.Tap


@dataclass(frozen=True, slots=True)
class Letter:
    """Who may read on: the keys of a Tell's records, and for whom staff seal what they add.

    ``circle`` are those who read on, ``knowing`` those who got the first press at once.

    ``first`` is the file of the first press and ``first_key`` its key; ``group`` (32 lower-case
    hexadecimal digits) names the file of everything said after it and ``group_key`` opens that.
    Keys are 32 bytes; ``group_key`` is empty in the letter of those who may not read on, and in
    everybody's where nothing more was said: the two cannot be told apart.
    """

    tell: TellId
    circle: frozenset[PersonId]
    first: BodyId
    first_key: bytes
    group: str
    group_key: bytes
    knowing: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class Notice:
    """All that the computing lead learns of bad content on a school's computer."""

    tell: TellId
    at: datetime
    kiosk: str
    page: str


Record = First | Detail | Letter | Notice


def row_of(record: Record) -> dict[str, object]:
    """Return a record as it is written down."""
    row: dict[str, object] = {"tell": record.tell}
    match record:
        case First():
            who = None if record.who is None else _row_of_who(record.who)
            return row | {"kind": "first", "who": who, "drill": record.drill, **_where(record)}
        case Detail():
            said = _row_of_tap(record.tap)
            return row | {"kind": "detail", "at": _moment(record.at), **said}
        case Letter():
            return row | {"kind": "letter", **_row_of_letter(record)}
        case Notice():
            return row | {"kind": "notice", **_where(record)}


def record_of(row: Row) -> Record:
    """Return the record that was written down; raise ``UnfitRecord``."""
    readers: dict[object, Callable[[Row], Record]] = {
        "first": _first,
        "detail": _detail,
        "letter": _letter,
        "notice": _notice,
    }
    kind = row.get("kind")
    if not isinstance(kind, str) or kind not in readers:
        raise UnfitRecord(f"unknown kind {kind!r}")
    try:
        return readers[kind](row)
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as fault:
        raise UnfitRecord(f"a {kind} that does not hold what it must: {fault!r}") from fault


def given(row: Row, key: str, kind: type[T]) -> T:
    """Return a value of the right type; raise ``UnfitRecord``."""
    value = row.get(key)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise UnfitRecord(f"'{key}' is no {kind.__name__}")
    return value


def moment(row: Row, key: str = "at") -> datetime:
    """Return a time with its zone; raise ``UnfitRecord``."""
    found = datetime.fromisoformat(given(row, key, str))
    if found.tzinfo is None:
        raise UnfitRecord(f"'{key}' has no zone")
    return found.astimezone(UTC)


def _where(record: First | Notice) -> dict[str, object]:
    return {"at": _moment(record.at), "kiosk": record.kiosk, "page": record.page}


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _row_of_who(who: Who) -> dict[str, object]:
    return {
        "pupil": who.pupil,
        "name": who.name,
        "class": who.class_name,
        "proved": who.proved,
    }


def _first(row: Row) -> First:
    who = None if row["who"] is None else _who(given(row, "who", dict))
    tell, kiosk, page = _tell(row), given(row, "kiosk", str), given(row, "page", str)
    return First(tell, moment(row), kiosk, page, who, given(row, "drill", bool))


def _who(row: Row) -> Who:
    pupil, name = PupilId(given(row, "pupil", str)), given(row, "name", str)
    return Who(pupil, name, given(row, "class", str), given(row, "proved", bool))


def _notice(row: Row) -> Notice:
    return Notice(_tell(row), moment(row), given(row, "kiosk", str), given(row, "page", str))


def _row_of_letter(letter: Letter) -> dict[str, object]:
    return {
        "circle": sorted(letter.circle),
        "knowing": sorted(letter.knowing),
        "first": letter.first,
        "first_key": letter.first_key.hex(),
        "group": letter.group,
        "group_key": letter.group_key.hex(),
    }


def _letter(row: Row) -> Letter:
    circle, knowing = _people(row, "circle"), _people(row, "knowing")
    first, first_key = BodyId(_hexadecimal(row, "first", 32)), _key(row, "first_key")
    group, group_key = _hexadecimal(row, "group", 16), given(row, "group_key", str)
    key = _key(row, "group_key") if group_key else b""
    return Letter(_tell(row), circle, first, first_key, group, key, knowing)


def _people(row: Row, name: str) -> frozenset[PersonId]:
    people = given(row, name, list)
    if not all(isinstance(one, str) for one in people):
        raise UnfitRecord(f"'{name}' names somebody by something else than text")
    return frozenset(map(PersonId, people))


def _key(row: Row, name: str) -> bytes:
    return bytes.fromhex(_hexadecimal(row, name, 32))


def _hexadecimal(row: Row, name: str, size: int) -> str:
    """Return so many bytes as they are written."""
    text = given(row, name, str)
    if len(text) != 2 * size or not set(text) <= set("0123456789abcdef"):
        raise UnfitRecord(f"'{name}' is not {size} bytes in hexadecimal")
    return text


def _detail(row: Row) -> Detail:
    return Detail(_tell(row), moment(row), _tap(row))


def _tell(row: Row) -> TellId:
    return TellId(_hexadecimal(row, "tell", 8))


def _row_of_tap(tap: taps.Tap) -> dict[str, object]:
    return {"said": _SAID[type(tap)], **asdict(tap)}


def _tap(row: Row) -> taps.Tap:
    return _TAPS[given(row, "said", str)](row)


def _level(row: Row) -> int:
    level = given(row, "level", int)
    if level not in taps.LEVELS:
        raise UnfitRecord(f"{level} is no level of worry")
    return level


_SAID: dict[type[taps.Tap], str] = {
    taps.About: "about",
    taps.Happens: "happens",
    taps.Names: "names",
    taps.Wants: "wants",
    taps.Worry: "worry",
    taps.Words: "words",
    taps.Comes: "comes",
    taps.Called: "called",
}
_TAPS: dict[str, Callable[[Row], taps.Tap]] = {
    "about": lambda row: taps.About(given(row, "category", str)),
    "happens": lambda row: taps.Happens(taps.Place(given(row, "place", str))),
    "names": lambda row: taps.Names(PersonId(given(row, "person", str))),
    "wants": lambda row: taps.Wants(PersonId(given(row, "person", str))),
    "worry": lambda row: taps.Worry(_level(row)),
    "words": lambda row: taps.Words(given(row, "text", str)),
    "comes": lambda row: taps.Comes(taps.When(given(row, "when", str))),
    "called": lambda row: taps.Called(
        PupilId(given(row, "pupil", str)), given(row, "name", str), given(row, "class_name", str)
    ),
}
