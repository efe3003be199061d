"""The address of a mailbox, written as apprise writes it.

``mailtos://user:password@school.example?smtp=mail.school.example&from=kiosk@school.example&to=...``
sends by the server named in ``smtp`` (else by the domain itself). ``mailtos`` asks for encryption
(``mode=starttls``, port 587, or ``mode=ssl``, port 465); ``mailto`` is without (port 25), for a
server inside the school. Recipients may also stand in the path. Characters such as @ in a name or
password are written as %40.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from app.domain.tell.ports import ChannelFault

SCHEMES = ("mailto", "mailtos")
NAME = "Be SMART"
UNFIT = (
    "An e-mail address is not written as it must be: "
    "mailtos://user:password@school.example?smtp=server&from=sender&to=recipient"
)


class Mode(StrEnum):
    """How a mail server is spoken to."""

    INSECURE = "insecure"
    STARTTLS = "starttls"
    SSL = "ssl"


PORTS = {Mode.INSECURE: 25, Mode.STARTTLS: 587, Mode.SSL: 465}


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where a mail goes, by which server. ``sender``: name and address; ``verify``: the server has

    to prove who it is.
    """

    server: str
    port: int
    mode: Mode
    sender: tuple[str, str]
    people: tuple[str, ...]
    user: str = ""
    password: str = field(default="", repr=False)
    verify: bool = True


def mailbox(address: str) -> Mailbox:
    """Return what an address says; raise ``ChannelFault`` where it says nothing that can be."""
    try:
        parts = urlsplit(address)
        query = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        mode = Mode(query.get("mode", "starttls" if parts.scheme == "mailtos" else "insecure"))
        port = parts.port or PORTS[mode]
    except ValueError:
        raise ChannelFault(UNFIT) from None
    user = query.get("user", unquote(parts.username or ""))
    sender = _sender(user, parts.hostname or "", query)
    found = Mailbox(
        server=query.get("smtp", parts.hostname or ""),
        port=port,
        mode=mode,
        sender=sender,
        people=_people(parts, query) or (sender[1],),
        user=user,
        password=query.get("pass", unquote(parts.password or "")),
        verify=query.get("verify", "yes").lower() not in {"no", "false", "0"},
    )
    if not found.server or not all(map(_fits, (sender[1], *found.people))):
        raise ChannelFault(UNFIT)
    return found


def _sender(user: str, domain: str, query: Mapping[str, str]) -> tuple[str, str]:
    """Return name and address of who sends: ``from`` may be either, as apprise has it."""
    given = query.get("from", "")
    own = user if "@" in user else f"{user}@{domain}"
    if "@" in given:
        return query.get("name", NAME), given
    return query.get("name", given) or NAME, own


def _people(parts: SplitResult, query: Mapping[str, str]) -> tuple[str, ...]:
    named = [unquote(one) for one in parts.path.split("/")] + query.get("to", "").split(",")
    return tuple(one.strip() for one in named if one.strip())


def _fits(address: str) -> bool:
    """Tell whether it can be an address; whether it is one the server will say."""
    name, _, domain = address.partition("@")
    plain = address.isascii() and address.isprintable()
    return bool(plain and name and domain) and not set(address) & set(' ,;<>"')
