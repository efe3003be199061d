"""What staff read of how they are told: whether messages go out, and what to do where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.tell.post import Health

if TYPE_CHECKING:
    from app.flow.being_told import BeingToldPage
    from app.flow.desk import Desk


def _tr(words: str) -> str:
    return QCoreApplication.translate("PostWords", words)


def health_words(health: Health, watch: str = "") -> str:
    """Say whether messages go out, once Tell is live; ``watch``: who looks, and when."""
    looks = _tr("Who looks, and when: {watch}").format(watch=watch) if watch else ""
    if not health.channel:
        alone = _tr(
            "Nobody is sent a message: no grown-up on the list has an address. "
            "Somebody has to sign in and look."
        )
        ask = _tr("Please write down who looks and when, or put in an address.")
        return f"{alone} {looks or ask}"
    if health.lost:
        return _tr(
            "The list of what staff are still to be told was damaged and set aside. No Tell was "
            "lost: please look for those that nobody has opened."
        )
    if health.late:
        late = _tr("A Tell has been waiting for 10 minutes, and no message of it got through.")
        return f"{late} {_fault(health.fault)}".strip()
    if health.fault:
        return f"{_tr('The last message was not taken; it is tried again.')} {_fault(health.fault)}"
    return _tr("Messages go out.")


def standing(page: BeingToldPage, record_fault: str, settings_fault: str) -> str:
    """Say how being told stands, all of what is wrong included."""
    not_live = _tr("Tell is not live yet: until then nobody is sent a message, but for tests.")
    parts = [
        health_words(page.health, page.contacts.watch) if page.live else not_live,
        *page.unfit,
        _tr("The record of Tells: {fault}").format(fault=_fault(record_fault))
        if record_fault
        else "",
        _fault(settings_fault),
    ]
    return "\n".join(one for one in parts if one)


def live_words(desk: Desk) -> str:
    """Say of a live Tell whether staff are told, and what is wrong with it now."""
    post, record = desk.post_office, desk.telling.fault
    parts = [_tr("Tell is live."), health_words(post.health, desk.services.contacts.known.watch)]
    if record:
        parts.append(_tr("The record of Tells: {fault}").format(fault=_fault(record)))
    return " ".join([*parts, _fault(post.fault)]).strip()


def trouble_words(desk: Desk) -> tuple[str, ...]:
    """Return what is wrong with record and post, () while all is well; nothing of any one Tell."""
    post, record = desk.post_office, desk.telling.fault
    well = post.health == Health(channel=True) or not post.works
    unwritten, why = _tr("Not all Tells are written anew yet: {fault}"), desk.rewriter.fault
    found = (
        unwritten.format(fault=_fault(why)) if why else "",
        "" if well else health_words(post.health, desk.services.contacts.known.watch),
        _fault(record),
        _fault(post.fault),
    )
    return tuple(one for one in found if one)


def _fault(words: str) -> str:
    return words if not words or words.endswith(".") else f"{words}."
