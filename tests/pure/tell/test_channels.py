"""Messages over the network: what a real server got, and what becomes of one that fails."""

from __future__ import annotations

import logging
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import quote

import pytest

from app.domain.override import override
from app.domain.tell.message import MessageId, Standing, digest, told
from app.domain.tell.people import PersonId
from app.domain.tell.ports import ChannelFault
from app.tell import channels
from app.tell.channels import LIMIT, Channels
from tests.fakes import MORNING, FakeClock
from tests.mailserver import CERTIFICATE, Postbox, free_port, letter_of, serving, silent

# apprise loads all its services to find one, and with them its optional PGP.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")

ANN = PersonId("a1a1a1a1")
ONE = told(MessageId("0f" * 16), ANN)
KIOSK, DSL = "kiosk@school.test", "dsl@school.test"
PASSWORD = "correct horse"


def address(port: int, end: str = "", scheme: str = "mailto") -> str:
    """Return the address of the DSL by a mail server of these tests."""
    return f"{scheme}://localhost:{port}?from={KIOSK}&to={DSL}{end}"


def deliver(to: str, limit: float = LIMIT) -> None:
    """Deliver the message."""
    Channels(FakeClock(), limit).deliver(ONE, to)


@pytest.fixture
def postbox() -> Postbox:
    """What the server takes."""
    return Postbox()


@pytest.fixture(autouse=True)
def no_words_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """See to it, in every test, that the log names nobody and says nothing."""
    caplog.set_level(logging.DEBUG)
    yield
    ours = [one for one in caplog.records if not one.name.startswith(("mail.", "asyncio"))]
    said = " ".join(one.getMessage() for one in ours)
    for word in (KIOSK, DSL, PASSWORD, ONE.subject, ANN, "secret-part"):
        assert word not in said


def test_the_server_gets_the_count_and_nothing_else(postbox: Postbox) -> None:
    with serving(postbox) as port:
        deliver(address(port))
    assert postbox.taken[0].replace(b"\r\n", b"\n") == (
        b"From: Be SMART <kiosk@school.test>\n"
        b"To: dsl@school.test\n"
        b"Subject: 1 new Tell: open the desk\n"
        b"Date: Mon, 02 Mar 2026 09:00:00 +0000\n"
        b"Message-ID: <" + b"0f" * 16 + b"@be-smart.invalid>\n"
        b"Auto-Submitted: auto-generated\n"
        b'Content-Type: text/plain; charset="utf-8"\n'
        b"Content-Transfer-Encoding: 7bit\n"
        b"MIME-Version: 1.0\n"
        b"\n"
        b"1 new Tell: open the desk.\n"
    )
    assert postbox.people == [DSL]


def test_a_digest_comes_whole(postbox: Postbox) -> None:
    daily = digest(MessageId("02" * 16), ANN, Standing(0, ("9c" * 32,), "Llyfrgell Tŷ"))
    with serving(postbox) as port:
        Channels(FakeClock()).deliver(daily, address(port))
    letter = postbox.letters[0]
    assert letter["Subject"] == daily.subject
    assert postbox.taken[0].isascii()
    assert letter.get_content().replace("\r\n", "\n") == daily.body
    assert parsedate_to_datetime(str(letter["Date"])) == MORNING


def test_every_try_has_the_same_id_and_says_the_same(postbox: Postbox) -> None:
    postbox.answers = ["451 try later", "", "554 no"]
    with serving(postbox) as port:
        for _ in range(3):
            with pytest.raises(ChannelFault):
                deliver(address(port))
        deliver(address(port))
        deliver(address(port))
    assert len(postbox.seen) == 5
    assert {str(letter_of(data)["Message-ID"]) for data in postbox.seen} == {ONE.header}
    assert len(set(postbox.seen)) == 1
    assert len(postbox.taken) == 2


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("451 try later", r"did not take the message.*code 451"),
        ("554 spam from kiosk@school.test", r"did not take the message.*code 554"),
        ("", r"broke the connection off"),
    ],
)
def test_a_failure_says_what_to_do_and_no_address(
    postbox: Postbox, answer: str, words: str
) -> None:
    postbox.answers = [answer]
    with serving(postbox) as port, pytest.raises(ChannelFault, match=words) as fault:
        deliver(address(port))
    assert "The mail server localhost" in str(fault.value)
    assert "@" not in str(fault.value)
    assert fault.value.__suppress_context__
    assert not postbox.taken


def test_a_recipient_nobody_knows_is_a_fault(postbox: Postbox) -> None:
    postbox.refused = {DSL}
    with serving(postbox) as port:
        with pytest.raises(ChannelFault, match="takes no mail for one of the people"):
            deliver(address(port))
        with pytest.raises(ChannelFault, match="takes no mail for one of the people"):
            deliver(address(port, ",head@school.test"))
    assert postbox.people == ["head@school.test"]


def test_a_server_that_says_nothing_is_given_up() -> None:
    with silent() as port:
        begun = time.monotonic()
        with pytest.raises(ChannelFault, match="did not answer in time"):
            deliver(address(port), limit=0.3)
        assert time.monotonic() - begun < 2


@pytest.mark.parametrize("scheme", ["mailto", "mailtos"])
@pytest.mark.parametrize("line", [b"220-more to come\r\n", b"2"])
def test_a_server_that_dribbles_for_ever_is_given_up(line: bytes, scheme: str) -> None:
    """Each piece comes within a socket's own time limit."""
    end = "&mode=ssl" if scheme == "mailtos" else ""
    with talking(line) as port:
        begun = time.monotonic()
        with pytest.raises(ChannelFault, match=r"did not answer in time|encrypts otherwise"):
            deliver(address(port, end, scheme), limit=0.4)
        assert time.monotonic() - begun < 3


def test_the_limit_is_at_most_20_seconds() -> None:
    assert LIMIT <= 20


@contextmanager
def talking(line: bytes) -> Iterator[int]:
    """Let a server say a line again and again; yield its port."""
    with silent_server() as server, ThreadPoolExecutor(1) as worker:
        worker.submit(_talk, server, line)
        yield server.getsockname()[1]


@contextmanager
def silent_server() -> Iterator[socket.socket]:
    """Yield a listening socket."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        yield server


def _talk(server: socket.socket, line: bytes) -> None:
    with server.accept()[0] as one, suppress(OSError):
        one.settimeout(0.02)
        while True:
            one.sendall(line)
            with suppress(TimeoutError):
                if not one.recv(1_000):
                    return


def test_no_server_at_all_is_a_fault_with_its_remedy() -> None:
    with pytest.raises(ChannelFault, match="is not reached; look at its name and port"):
        deliver(address(free_port()))
    with pytest.raises(ChannelFault, match="is not found; look at its name"):
        deliver(f"mailto://kiosk@be-smart.invalid?to={DSL}")
    with pytest.raises(ChannelFault, match=r"is not reached|is not found"):
        deliver(f"mailto://kiosk@{'x' * 80}.test?to={DSL}")


@pytest.mark.parametrize("tls", ["starttls", "ssl"])
def test_it_signs_in_over_an_encrypted_connection(
    postbox: Postbox, tls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = f"&user={KIOSK}&pass={quote(PASSWORD)}&mode={tls}"
    password = PASSWORD if tls == "starttls" else ""
    with serving(postbox, tls=tls, password=password) as port:
        to = address(port, login if password else f"&mode={tls}", "mailtos")
        with pytest.raises(ChannelFault, match="does not prove who it is"):
            deliver(to)
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        deliver(to)
        monkeypatch.delenv("SSL_CERT_FILE")
        deliver(f"{to}&verify=no")
    assert len(postbox.taken) == 2


def test_a_wrong_password_is_a_fault_with_its_remedy(postbox: Postbox) -> None:
    with serving(postbox, tls="starttls", password=PASSWORD) as port:
        to = address(port, f"&user={KIOSK}&pass=wrong&verify=no", "mailtos")
        with pytest.raises(ChannelFault, match="does not take the user name or the password"):
            deliver(to)


def test_where_encryption_is_asked_for_nothing_goes_out_without(postbox: Postbox) -> None:
    with serving(postbox) as port:
        with pytest.raises(ChannelFault, match="offers no encryption"):
            deliver(address(port, scheme="mailtos"))
        with pytest.raises(ChannelFault, match="encrypts otherwise"):
            deliver(address(port, "&mode=ssl", "mailtos"), limit=5)
    assert not postbox.seen


@pytest.mark.parametrize("to", ["", "dsl@school.test", "mailto:dsl@school.test"])
def test_an_address_without_a_service_is_a_fault(to: str) -> None:
    with pytest.raises(ChannelFault, match="begins with the name of its service") as fault:
        deliver(to)
    assert DSL not in str(fault.value)


class Hook(BaseHTTPRequestHandler):
    """A service that takes messages by HTTP, as chat programs do."""

    code = 200
    got: list[bytes]

    def do_POST(self) -> None:
        """Take a message."""
        self.got.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.code)
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hook(code: int) -> Iterator[tuple[str, list[bytes]]]:
    """Let a service answer one message; yield its address and what it gets."""
    got: list[bytes] = []
    kind = type("OneHook", (Hook,), {"code": code, "got": got})
    with HTTPServer(("127.0.0.1", 0), kind) as server, ThreadPoolExecutor(1) as worker:
        server.timeout = 5
        done = worker.submit(server.handle_request)
        yield f"json://127.0.0.1:{server.server_port}/secret-part", got
        done.result(10)


def test_another_service_gets_the_count_and_nothing_else() -> None:
    with hook(200) as (to, got):
        deliver(to)
    assert b"1 new Tell: open the desk" in got[0]
    assert ANN.encode() not in got[0]


def test_another_service_that_fails_is_a_fault_without_its_address() -> None:
    with hook(500) as (to, got), pytest.raises(ChannelFault, match="did not take") as fault:
        deliver(to)
    assert len(got) == 1
    assert "secret-part" not in str(fault.value)


def test_another_service_that_hangs_is_given_up() -> None:
    with silent() as port:
        begun = time.monotonic()
        with pytest.raises(ChannelFault, match="did not take a message"):
            deliver(f"json://127.0.0.1:{port}/secret-part", limit=0.6)
        assert time.monotonic() - begun < 3


@pytest.mark.parametrize("to", ["nothing://secret-part", "workflows://secret-part"])
def test_an_address_that_no_service_knows_is_a_fault(to: str) -> None:
    with pytest.raises(ChannelFault, match="not written as its service wants it") as fault:
        deliver(to)
    assert "secret-part" not in str(fault.value)


def test_without_apprise_there_is_e_mail_and_a_remedy(
    postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(ChannelFault, match="optional part 'tell'"):
        deliver("json://127.0.0.1/secret-part")
    with serving(postbox) as port:
        deliver(address(port))
    assert len(postbox.taken) == 1


def test_the_module_does_not_load_apprise_before_it_is_needed() -> None:
    assert "apprise" not in vars(channels)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mailto://kiosk@school.test?smtp=mail.test", ""),
        ("mailtos://u:p@mail.test:465?mode=ssl&from=a@b.test&to=c@d.test", ""),
        ("mailto://", "not written as it must be"),
        ("mailtos://mail.test?mode=none", "not written as it must be"),
        ("nowhere://secret-token", "begins with nowhere://"),
    ],
)
def test_an_address_is_looked_at_without_sending_anything(address: str, says: str) -> None:
    found = Channels(FakeClock()).fault(address)
    assert (says in found) if says else not found
    assert "secret-token" not in found


def test_without_the_optional_part_it_says_how_to_get_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    found = Channels(FakeClock()).fault("json://school.test/secret-token")
    assert "the optional part 'tell' of Be SMART: install it" in found
    assert "secret-token" not in found
    assert Channels(FakeClock()).fault("mailto://kiosk@school.test?smtp=mail.test") == ""
