"""How staff are told: where each of them is reached, when the school is open, and who looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from urllib.parse import quote, urlencode

from app.domain.names import clean
from app.domain.tell.people import PersonId
from app.domain.tell.schooltime import Holiday, Hours, SchoolTime
from app.domain.tell.taps import writable

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 200
"""Characters of one line that staff type; more are a slip."""
MOST_HOLIDAYS = 60
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@,;<>\"]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_URL = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


class UnfitContact(ValueError):
    """What was typed cannot be meant; the text says what, where and how to write it."""


class Safety(StrEnum):
    """How a mail server is spoken to, as addresses write it."""

    STARTTLS = "starttls"
    SSL = "ssl"
    INSECURE = "insecure"


@dataclass(frozen=True, slots=True)
class MailServer:
    """By which server e-mail goes out; ``host`` is "" where there is none. ``port`` 0: the usual.

    ``sender`` is the address that mail comes from.
    """

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    safety: Safety = Safety.STARTTLS

    def address(self, mailbox: str) -> str:
        """Return the full address of a mailbox that is reached by this server."""
        scheme = "mailto" if self.safety is Safety.INSECURE else "mailtos"
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        login = f"{quote(self.user, safe='')}{secret}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        query = urlencode({"mode": str(self.safety), "from": self.sender, "to": mailbox})
        return f"{scheme}://{login}{self.host}{port}?{query}"


@dataclass(frozen=True, slots=True)
class Contacts:
    """All of it. ``lines`` says of each person what was typed: e-mail addresses or full URLs, with

    spaces between. ``kiosk`` is what staff call this PC ("": its own name); ``watch`` says who
    looks and when, for a school that is told by no message.
    """

    server: MailServer = field(default_factory=MailServer)
    lines: Mapping[PersonId, str] = field(default_factory=dict)
    school: SchoolTime = field(default_factory=SchoolTime)
    kiosk: str = ""
    watch: str = ""

    def addresses(self, person: PersonId) -> tuple[str, ...]:
        """Return where somebody is reached (URLs as apprise has them), () for nowhere."""
        words = self.lines.get(person, "").split()
        return tuple(one if "://" in one else self.server.address(one) for one in words)

    @property
    def reaches_somebody(self) -> bool:
        """Whether anybody has an address."""
        return any(self.addresses(person) for person in self.lines)

    def with_holiday(self, first: str, last: str) -> Contacts:
        """Return them with one holiday more, by dates as typed; raise ``UnfitContact``.

        Without a ``last`` day it is a single one.
        """
        begin = day_of(first)
        end = day_of(last) if last.strip() else begin
        if end < begin:
            raise UnfitContact("The last day of a holiday comes after its first.")
        if len(self.school.holidays) >= MOST_HOLIDAYS:
            raise UnfitContact("These are all the holidays that can be kept; remove old ones.")
        holidays = {*self.school.holidays, Holiday(begin, end)}
        return self._with_holidays(tuple(sorted(holidays, key=lambda one: (one.first, one.last))))

    def without_holiday(self, holiday: Holiday) -> Contacts:
        """Return them without a holiday."""
        return self._with_holidays(tuple(one for one in self.school.holidays if one != holiday))

    def _with_holidays(self, holidays: tuple[Holiday, ...]) -> Contacts:
        return replace(self, school=replace(self.school, holidays=holidays))


def server_of(host: str, port: str, login: tuple[str, str], sender: str, safety: str) -> MailServer:
    """Return a mail server as typed; ``login``: user and password. Raise ``UnfitContact``."""
    host, port, sender = _line(host), _line(port), _line(sender)
    user, password = _line(login[0]), writable(login[1]).strip()
    if not host and not (port or user or password or sender):
        return MailServer()
    if not _HOST.fullmatch(host):
        raise UnfitContact("The name of the mail server is like: mail.school.example")
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        raise UnfitContact("The port is a number such as 587, or left empty.")
    sender = sender or (user if "@" in user else "")
    if not is_email(sender):
        raise UnfitContact("Mail comes from an e-mail address such as: be-smart@school.example")
    if bool(user) != bool(password):
        raise UnfitContact("The mail server wants both a user name and a password, or neither.")
    return MailServer(host, int(port or 0), user, password, sender, Safety(safety))


def line_of(typed: str, server: MailServer) -> str:
    """Return the addresses of one person as typed; raise ``UnfitContact``."""
    found = _line(typed)
    for one in found.split():
        if not is_email(one) and not _URL.fullmatch(one):
            # Nothing of a full address is said: its secret part may be in it.
            shown = f"'{one}' is no address. " if "/" not in one else "That is no address. "
            raise UnfitContact(
                f"{shown}An address is like dsl@school.example, or a full one with ://;"
                " several stand with a space between."
            )
        if "://" not in one and not server.host:
            raise UnfitContact("E-mail addresses need the mail server; please fill it in first.")
    return found


def hours_of(day: int, begin: str, end: str) -> Hours | None:
    """Return when the school is open on a day (0 is Monday), None where both are empty.

    Raise ``UnfitContact``.
    """
    if not begin.strip() and not end.strip():
        return None
    try:
        return Hours(_time(begin), _time(end))
    except (ValueError, OverflowError):
        raise UnfitContact(
            f"{DAYS[day]}: write from when to when, such as 8:30 and 15:30, or leave both empty."
        ) from None


def text_of(typed: str) -> str:
    """Return a line that staff typed, such as a PC's name; raise ``UnfitContact``."""
    return _line(typed)


def day_of(typed: str) -> date:
    """Return a date as typed, such as 24/12/2026 or 2026-12-24; raise ``UnfitContact``."""
    words = typed.strip()
    found = _DATE.fullmatch(words)
    try:
        if found is None:
            return date.fromisoformat(words)
        day, month, year = (int(part) for part in found.groups())
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise UnfitContact("A date is like 24/12/2026: day, month and year.") from None


def is_email(words: str) -> bool:
    """Tell whether words look like an e-mail address."""
    return words.isascii() and words.isprintable() and bool(_EMAIL.fullmatch(words))


def _line(typed: str) -> str:
    found = clean(typed)
    if len(found) > LONGEST * 5:
        raise UnfitContact("That is too long; please write less.")
    return found


def _time(typed: str) -> time:
    hour, _, minute = typed.strip().replace(".", ":").partition(":")
    return time(int(hour), int(minute or 0))
