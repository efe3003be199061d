"""E-mail, by the standard library.

apprise 2.2 makes a new Message-ID at every try: its ``NotifyEmail.prepare_emails`` ends with
``base["Message-ID"] = make_msgid(...)``, and a header given to it would stand beside that one. So a
message that had to be sent twice would look like two children, and there is no hook before that
line but to copy the whole of its ``send``. Hence e-mail goes out from here, which works without
apprise as well; addresses are written as apprise writes them.
"""

from __future__ import annotations

import io
import smtplib
import socket
import ssl
import time
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from app.domain.override import override
from app.domain.tell.message import Message
from app.domain.tell.ports import ChannelFault
from app.tell.mailbox import Mailbox, Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Buffer

OURSELVES = "[127.0.0.1]"
"""How we greet: a PC's own name may take long to find out, and is no business of a mail server."""
GOODBYE = 2.0
"""Seconds for leaving politely once a message was taken."""
SEVEN_BITS = SMTP.clone(cte_type="7bit")
"""Every mail server takes this, also where a PC's name has an accent."""
FAULTS: tuple[tuple[type[Exception], str], ...] = (
    (
        smtplib.SMTPAuthenticationError,
        "does not take the user name or the password; put the right ones into the address",
    ),
    (smtplib.SMTPRecipientsRefused, "takes no mail for one of the people; look at their address"),
    (smtplib.SMTPSenderRefused, "takes no mail from this sender; look at from= in the address"),
    (
        smtplib.SMTPNotSupportedError,
        "offers no encryption or no signing in; ask who runs it which mode= the address needs",
    ),
    (smtplib.SMTPServerDisconnected, "broke the connection off; if that goes on, ask who runs it"),
    (smtplib.SMTPResponseException, "did not take the message; if that goes on, ask who runs it"),
    (
        ssl.SSLError,
        "does not prove who it is, or encrypts otherwise; ask who runs it for name, port and mode=",
    ),
    (socket.gaierror, "is not found; look at its name in the address, and at this PC's network"),
    (OSError, "is not reached; look at its name and port, and at this PC's network"),
)
"""What staff read of a fault. The server's own words stay out: they may hold an address."""


def deliver(message: Message, mailbox: Mailbox, at: datetime, limit: float) -> None:
    """Hand a message to its mail server, in ``limit`` seconds; raise ``ChannelFault``."""
    ends = time.monotonic() + limit
    server = _Server(mailbox, ends)
    try:
        server.open()
        refused = server.send_message(
            _letter(message, mailbox, at), mailbox.sender[1], mailbox.people
        )
        if refused:
            raise smtplib.SMTPRecipientsRefused(refused)
    except (OSError, ValueError) as error:  # a faulty name of a server is a ValueError
        raise ChannelFault(_words(error, mailbox, late=time.monotonic() >= ends)) from None
    finally:
        server.leave()


def _letter(message: Message, mailbox: Mailbox, at: datetime) -> EmailMessage:
    letter = EmailMessage(SEVEN_BITS)
    letter["From"] = formataddr(mailbox.sender)
    letter["To"] = ", ".join(mailbox.people)
    letter["Subject"] = message.subject
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = message.header
    letter["Auto-Submitted"] = "auto-generated"  # so that nobody's absence is answered to it
    letter.set_content(message.body)
    return letter


def _words(error: Exception, mailbox: Mailbox, *, late: bool) -> str:
    words = next((words for kind, words in FAULTS if isinstance(error, kind)), FAULTS[-1][1])
    if late or isinstance(error, TimeoutError):
        words = "did not answer in time; look at this PC's network, and whether that server runs"
    code = getattr(error, "smtp_code", "")
    return f"The mail server {mailbox.server} {words}{f' (code {code})' if code else ''}"


class _Server(smtplib.SMTP):
    """A connection that is over at a moment, however slowly the other side dribbles.

    A socket's own time limit is for each piece that it reads, so that it may never end.
    """

    def __init__(self, mailbox: Mailbox, ends: float) -> None:
        super().__init__(local_hostname=OURSELVES)
        self._mailbox = mailbox
        self._ends = ends
        self._host = mailbox.server  # smtplib asks the certificate for it
        self._context = ssl.create_default_context()
        if not mailbox.verify:
            self._context.check_hostname = False
            self._context.verify_mode = ssl.CERT_NONE

    def open(self) -> None:
        """Connect, encrypt and sign in."""
        mailbox = self._mailbox
        code, words = self.connect(mailbox.server, mailbox.port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, words)
        if mailbox.mode is Mode.STARTTLS:
            self.starttls(context=self._context)
        if mailbox.user and mailbox.password:
            self.login(mailbox.user, mailbox.password)

    def leave(self) -> None:
        """Close; whether the other side says goodbye changes nothing."""
        self._ends = min(self._ends, time.monotonic() + GOODBYE)
        with suppress(OSError):
            self.quit()
        self.close()

    @override
    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = io.BufferedReader(_Reader(self.sock, self._left))
        return super().getreply()

    @override
    def send(self, s: Buffer | str) -> None:
        if self.sock is not None:
            self.sock.settimeout(self._left())
        super().send(s)

    def _get_socket(self, host: str, port: int, _timeout: float) -> socket.socket:
        """Return a connection; smtplib calls this, and so does it make its encrypted ones."""
        plain = self._connected(host, port)
        if self._mailbox.mode is not Mode.SSL:
            return plain
        try:
            return self._context.wrap_socket(plain, server_hostname=host)
        except (OSError, ValueError):
            plain.close()
            raise

    def _connected(self, host: str, port: int) -> socket.socket:
        """Try every address of a server, all within the time that is left."""
        fault: OSError | None = None
        for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            try:
                return socket.create_connection((str(place[0]), port), self._left())
            except OSError as error:
                fault = error
        raise fault or OSError("no address")

    def _left(self) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Reader(io.RawIOBase):
    """What comes from a socket, as long as there is time left."""

    def __init__(self, source: socket.socket, left: Callable[[], float]) -> None:
        self._source = source
        self._left = left

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int:
        self._source.settimeout(self._left())
        return self._source.recv_into(buffer)
