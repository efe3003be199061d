"""How staff are told outside the program: e-mail, and by apprise whatever else a school uses.

E-mail (``mailto``, ``mailtos``) needs nothing more (``mail.py`` says why it is not apprise's). Any
other address, such as that of a Teams workflow, goes to apprise, which is an optional part. Both
are imported at first use: they take memory and time, and nobody may ever be told. Those services
know no Message-ID: a second try may show twice. No message is logged, and apprise, whose log names
addresses, is kept quiet.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.domain.override import override
from app.domain.tell.ports import Channel, ChannelFault
from app.tell.mailbox import SCHEMES, mailbox

if TYPE_CHECKING:
    import apprise

    from app.domain.ports import Clock
    from app.domain.tell.message import Message

LIMIT = 20.0
"""Seconds after which a server that does not answer is given up, so that others have their turn."""
TALKATIVE = ("apprise", "requests", "urllib3")
"""Their logs would hold addresses, and the secret part of the address of a workflow."""


class Channels(Channel):
    """All that can be reached from here."""

    def __init__(self, clock: Clock, limit: float = LIMIT) -> None:
        self._clock = clock
        self._limit = limit

    @override
    def deliver(self, message: Message, address: str) -> None:
        scheme, found, _ = address.partition("://")
        if not found:
            raise ChannelFault("An address begins with the name of its service: mailtos://...")
        if scheme.lower() in SCHEMES:
            from app.tell import mail

            mail.deliver(message, mailbox(address), self._clock.now(), self._limit)
        else:
            self._by_apprise(message, address, scheme)

    @override
    def fault(self, address: str) -> str:
        scheme = address.partition("://")[0]
        try:
            if scheme.lower() in SCHEMES:
                mailbox(address)
            else:
                self._service(address, scheme)
        except ChannelFault as fault:
            return str(fault)
        return ""

    def _by_apprise(self, message: Message, address: str, scheme: str) -> None:
        if not self._service(address, scheme).notify(body=message.body, title=message.subject):
            raise ChannelFault(
                f"The service behind {scheme}:// did not take a message; look at its address, and"
                " at this PC's network"
            )

    def _service(self, address: str, scheme: str) -> apprise.NotifyBase:
        """Return what sends to an address; raise ``ChannelFault`` where nothing here does."""
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        try:
            import apprise
        except ImportError:
            raise ChannelFault(
                f"Addresses that begin with {scheme}:// need the optional part 'tell' of Be SMART:"
                " install it, or give an e-mail address (mailtos://...)"
            ) from None
        # In memory only: what it would keep on the disk is nobody's to find.
        asset = apprise.AppriseAsset(app_id="Be SMART", app_desc="Be SMART", storage_mode="memory")
        service = apprise.Apprise.instantiate(address, asset=asset)
        if not isinstance(service, apprise.NotifyBase):
            raise ChannelFault(
                f"An address that begins with {scheme}:// is not written as its service wants it;"
                " look it up at apprise, and put it in anew"
            )
        # Once for connecting, once for the answer.
        service.socket_connect_timeout = service.socket_read_timeout = self._limit / 2
        return service
