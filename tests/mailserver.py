"""A real mail server for the tests, which also fails, drops and dribbles when it is told to.

``mailserver.pem`` is its certificate and key: made up for these tests, for nobody but localhost.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.domain.override import override

CERTIFICATE = Path(__file__).with_suffix(".pem")
OK = "250 OK"


class Postbox:
    """What a server took, and what it answers: ``answers`` are used up one by one, then it is OK.

    An empty answer drops the connection after all was read.
    """

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.seen: list[bytes] = []
        self.people: list[str] = []
        self.answers: list[str] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802 - the server calls it by this name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Answer to a recipient."""
        if address in self.refused:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return OK

    async def handle_DATA(  # noqa: N802 - the server calls it by this name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Answer to a whole message."""
        assert isinstance(envelope.content, bytes)
        self.seen.append(envelope.content)
        answer = self.answers.pop(0) if self.answers else OK
        if not answer:
            assert server.transport is not None
            server.transport.close()
        if answer == OK:
            self.taken.append(envelope.content)
            self.people += envelope.rcpt_tos
        return answer

    @property
    def letters(self) -> list[EmailMessage]:
        """What it took, read."""
        return [letter_of(data) for data in self.taken]


class _Server(Controller):
    """The server on a free port."""

    def __init__(self, postbox: Postbox, *, tls: str = "", password: str = "") -> None:
        self._tls, self._password = tls, password
        super().__init__(
            postbox, "127.0.0.1", free_port(), ssl_context=context() if tls == "ssl" else None
        )

    @override
    def factory(self) -> SMTP:
        starts = self._tls == "starttls"
        return SMTP(
            self.handler,
            hostname="mail.test",
            tls_context=context() if starts else None,
            require_starttls=starts,
            authenticator=self._knows,
            auth_required=bool(self._password),
            auth_require_tls=starts,
            loop=self.loop,
        )

    def _knows(
        self, _server: SMTP, _session: Session, _envelope: Envelope, *given: object
    ) -> AuthResult:
        login = given[-1]
        assert isinstance(login, LoginPassword)
        right = login == LoginPassword(b"kiosk@school.test", self._password.encode())
        return AuthResult(success=right, handled=False)


@contextmanager
def serving(postbox: Postbox, *, tls: str = "", password: str = "") -> Iterator[int]:
    """Let a mail server run, ``tls`` by "starttls" or "ssl"; yield its port."""
    server = _Server(postbox, tls=tls, password=password)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextmanager
def silent() -> Iterator[int]:
    """Let a server run that takes connections and never says a word; yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def context() -> ssl.SSLContext:
    """Return what the server proves itself with."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(CERTIFICATE)
    return made


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def letter_of(data: bytes) -> EmailMessage:
    """Return a message that came as bytes."""
    letter = message_from_bytes(data, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    return letter
