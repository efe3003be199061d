"""The part of the house by which staff are told."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.store.cabinet import Cabinet
    from app.store.contacts import ContactsFile
    from app.store.outbox import OutboxFile
    from app.tell.channels import Channels


class PostWing:
    """Its adapters, each made at first use."""

    cabinet: Cabinet

    @cached_property
    def contacts(self) -> ContactsFile:
        """How staff are told."""
        from app.store.contacts import ContactsFile

        return ContactsFile(self.cabinet)

    @cached_property
    def outbox(self) -> OutboxFile:
        """What is still to be told to staff."""
        from app.store.outbox import OutboxFile

        return OutboxFile(self.cabinet)

    @cached_property
    def channel(self) -> Channels:
        """E-mail and others."""
        from app.store.clock import SystemClock
        from app.tell.channels import Channels

        return Channels(SystemClock())

    @property
    def kiosk_name(self) -> str:
        """What staff call this PC: its name on the school's network, until they give another."""
        import platform

        return self.contacts.known.kiosk or platform.node()
