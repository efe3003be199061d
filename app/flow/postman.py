"""The postman: tells staff rung by rung that there is a Tell, until one who can opens it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ports import StoreFault
from app.domain.tell.ladder import lost_alarm
from app.domain.tell.message import MessageId, Standing
from app.domain.tell.ports import ChannelFault
from app.domain.tell.post import Health, Post, Posting
from app.flow.daily_heads import DailyHeads
from app.flow.tasks import UNFORESEEN, Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.ports import Clock
    from app.domain.tell.ladder import Alarm
    from app.domain.tell.message import Message
    from app.domain.tell.people import PersonId
    from app.domain.tell.ports import Addressees, Anchors, Channel, Outbox
    from app.domain.tell.records import TellId
    from app.flow.tasks import Lanes

ROUND_MS = 30_000
"""How often he looks whether a step of a ladder, a new try or the daily message has come due."""
DIGEST_AT = time(8)
"""From when on the daily message goes out, by the school's clock; on a PC that is off, later."""
NO_ADDRESS = "Somebody who was to be told has no address any more; put one in."


class Means(NamedTuple):
    """What the postman works with."""

    clock: Clock
    lanes: Lanes
    outbox: Outbox
    channel: Channel
    addressees: Addressees
    record: Anchors


class Postman(QObject):
    """Keeps what is to be told before it is sent, so that it goes out at least once.

    A disk that fails or does not answer holds nothing up: then it is sent without being kept.
    ``changed`` carries the new ``Health``; ``moved`` says that he has looked at everything again.
    """

    changed = Signal(object)
    moved = Signal()

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._post = Post()
        self._kept: Post | None = None  # as it is on the disk; None until it was read
        self._early: list[tuple[TellId, PersonId]] = []  # who opened what before it was read
        self._at_disk: Post | None = None  # what is being read or written there
        self._sending: MessageId | None = None
        self._disk_fault = ""
        self._disk_slow = False
        self._health = Health()
        self._heads = DailyHeads(means.lanes, means.record, self._go_on)
        self._rounds = QTimer(self, interval=ROUND_MS)
        self._rounds.timeout.connect(self._on_round)

    @property
    def health(self) -> Health:
        """Whether staff are being told, as of now."""
        who = self._means.addressees
        # Of those alone who are always told: whom else a Tell reaches says what was said in it.
        channel = any(who.addresses(one) for one in who.everybody())
        health = self._post.health(self._now, channel=channel)
        return replace(health, fault=health.fault or self._disk_fault)

    def start(self) -> None:
        """Begin: read what is left from last time, and go on with it."""
        self._rounds.start()
        self._read()

    def raise_alarm(self, alarm: Alarm) -> None:
        """Tell the people of an alarm, the first at once; one that was raised before stays."""
        self._post = self._post.raised(alarm)
        self._go_on()

    def keeps(self, alarm: Alarm) -> bool:
        """Tell whether a restart goes on with an alarm that was raised."""
        return self._kept is not None and any(one.key == alarm.key for one in self._kept.alarms)

    def opened(self, tell: TellId, by: PersonId) -> None:
        """End what somebody's opening of a Tell ends."""
        if self._kept is None:
            self._early.append((tell, by))
        firsts = self._means.addressees.first_readers()
        self._post = self._post.opened(tell, by, self._now, firsts)
        self._go_on()

    def look(self) -> None:
        """Look at everything again: addresses or hours have changed."""
        self._go_on()

    def reached(self, tell: TellId) -> bool:
        """Tell whether a message of a Tell was taken, so that it is on its way to somebody."""
        return self._post.reached(tell)

    def late(self, tell: TellId) -> bool:
        """Tell whether a Tell has waited for 10 minutes, and nobody could be told of it."""
        return self._post.late(tell, self._now)

    def is_opened(self, tell: TellId) -> bool:
        """Tell whether one of those who had the first press has opened a Tell."""
        return self._post.is_opened(tell)

    def finish(self) -> None:
        """Stop, and keep what is not kept yet: the kiosk is being left, nothing comes back.

        A message that is just being sent is sent once more at the next start.
        """
        self._rounds.stop()
        if self._post in {self._kept, self._at_disk} and not self._early:
            return
        late = self._late() if self._kept is None else None
        work = partial(_keep, self._means.outbox, self._post, late)
        self._means.lanes.run(Lane.DISK, work, _done, _done)

    @property
    def _now(self) -> datetime:
        return self._means.clock.now()

    def _on_round(self) -> None:
        self._disk_slow = self._at_disk is not None
        if self._kept is None and self._at_disk is None:
            self._read()
        self._go_on()

    def _go_on(self) -> None:
        if self._kept is not None or self._may_do_without_disk:
            self._step()
        self._write()
        self._send()
        self._report()

    @property
    def _may_do_without_disk(self) -> bool:
        return self._disk_slow or bool(self._disk_fault)

    def _step(self) -> None:
        school, now = self._means.addressees.school(), self._now
        self._post = self._post.stepped(
            school, _reachable(self._post, self._means.addressees), now, _new_id
        )
        local = school.local(now)
        day = local.date().isoformat()
        if local.time() < DIGEST_AT or day == self._post.digest_day:
            return
        heads = self._heads.of(day)
        if heads is not None:
            unknown = self._post.is_lost or self._kept is None
            to = _standings(self._post, self._means.addressees, heads, unknown=unknown)
            self._post = self._post.digested(day, to, now, _new_id)

    def _read(self) -> None:
        self._at_disk = Post()
        lanes, outbox = self._means.lanes, self._means.outbox
        lanes.run(Lane.DISK, outbox.load, self._on_read, self._on_disk_failed)

    def _on_read(self, kept: Post) -> None:
        self._at_disk, self._kept = None, kept
        self._disk_fault = ""
        self._post = self._late()(kept)
        self._early.clear()
        self._go_on()

    def _late(self) -> Callable[[Post], Post]:
        """Return what makes one of what is read late and of all that came before; on any lane."""
        who = self._means.addressees
        loss = lost_alarm(who.everybody(), who.first_readers(), self._now)
        return partial(_together, self._post, tuple(self._early), loss)

    def _write(self) -> None:
        if self._kept is None or self._at_disk is not None or self._post == self._kept:
            return
        self._at_disk = self._post
        work = partial(self._means.outbox.save, self._post)
        self._means.lanes.run(Lane.DISK, work, self._on_written, self._on_disk_failed)

    def _on_written(self, _: None) -> None:
        self._kept, self._at_disk = self._at_disk, None
        self._disk_fault = ""
        self._go_on()

    def _on_disk_failed(self, fault: Exception) -> None:
        """Go on without it; the next round tries it again."""
        self._at_disk = None
        told = self._disk_fault
        self._disk_fault = str(fault) if isinstance(fault, StoreFault) else UNFORESEEN
        if not told:
            logging.getLogger(__name__).error("The outbox is not kept: %s", _words(fault))
        self._step()
        self._send()
        self._report()

    def _send(self) -> None:
        posting = self._post.next(self._now)
        if self._sending is not None or posting is None or not self._is_kept(posting):
            return
        message = posting.message
        self._sending = message.id
        addresses = self._means.addressees.addresses(message.to_person)
        work = partial(_deliver, self._means.channel, message, addresses)
        self._means.lanes.run(Lane.NET, work, self._on_sent, self._on_not_sent)

    def _is_kept(self, posting: Posting) -> bool:
        """Tell whether it would go out under the same id after a restart, if the disk works."""
        kept = self._kept.postings if self._kept is not None else ()
        known = any(one.message.id == posting.message.id for one in kept)
        return known or self._may_do_without_disk

    def _on_sent(self, _: None) -> None:
        sent, self._sending = self._sending, None
        if sent is not None:
            self._post = self._post.delivered(sent, self._now)
        self._go_on()

    def _on_not_sent(self, fault: Exception) -> None:
        sent, self._sending = self._sending, None
        words = str(fault) if isinstance(fault, ChannelFault) else UNFORESEEN
        before = self.health.fault
        if sent is not None:
            self._post = self._post.failed(sent, words, self._now)
        # Only what everybody may see is logged: nothing of an inner ladder.
        if self.health.fault not in {before, ""}:
            logging.getLogger(__name__).warning("A message was not taken: %s", _words(fault))
        self._go_on()

    def _report(self) -> None:
        if self.health != self._health:
            self._health = self.health
            self.changed.emit(self._health)
        self.moved.emit()


def _reachable(post: Post, who: Addressees) -> frozenset[PersonId]:
    people = {*who.everybody(), *(one for alarm in post.alarms for one in alarm.people)}
    return frozenset(one for one in people if who.addresses(one))


def _standings(
    post: Post, who: Addressees, heads: tuple[str, ...], *, unknown: bool
) -> dict[PersonId, Standing]:
    """Return what the daily message says to each of those who get it.

    ``unknown``: how many wait is not, because they were lost or could not be read yet.
    """
    reachable, kiosk, firsts = _reachable(post, who), who.kiosk(), who.first_readers()
    counts = {} if unknown else {one: post.unopened(one, firsts) for one in firsts}
    return {
        one: Standing(counts.get(one), heads, kiosk, lost=unknown)
        for one in who.everybody()
        if one in reachable
    }


def _together(
    later: Post, openings: Sequence[tuple[TellId, PersonId]], loss: Alarm, kept: Post
) -> Post:
    """Return what was ``kept`` together with what came before that was read.

    Where it was lost all are told to look for themselves: nobody knows what was to be told. Whoever
    opened something before that did not know it, so it ends with none of these ``openings``.
    """
    post = kept.merged(later)
    for tell, by in openings:
        post = post.opened(tell, by, loss.since, loss.openers)
    if not kept.lost:
        return post
    logging.getLogger(__name__).error("The outbox was damaged: Tells may wait untold")
    return replace(post.raised(loss), lost=False)


def _deliver(channel: Channel, message: Message, addresses: tuple[str, ...]) -> None:
    """Deliver to every address of a person, on the lane; one that takes it is enough."""
    fault: Exception = ChannelFault(NO_ADDRESS)
    taken = 0
    for address in addresses:
        try:
            channel.deliver(message, address)
            taken += 1
        except Exception as failed:  # noqa: BLE001 - a fault of one address must not stop the next
            fault = failed
    if not taken:
        raise fault


def _keep(outbox: Outbox, post: Post, late: Callable[[Post], Post] | None) -> None:
    """Keep what there is, on the lane; ``late`` where what was kept is read only now."""
    outbox.save(post if late is None else late(outbox.load()))


def _done(_: object) -> None:
    """Nobody waits for it any more."""


def _new_id() -> MessageId:
    import secrets  # here, because it takes 5 ms and the first paint tells nobody

    return MessageId(secrets.token_hex(16))


def _words(fault: Exception) -> str:
    """Return what may be logged of a fault: the words of one nobody foresaw may be an address."""
    return str(fault) if isinstance(fault, (StoreFault, ChannelFault)) else type(fault).__name__
