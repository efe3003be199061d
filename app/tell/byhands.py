"""Erasing by two as the controllers want it: implements the port ``Erasing``."""

from __future__ import annotations

from app.domain.override import override
from app.domain.tell import erasing as port
from app.domain.tell.desk import Hand, Reader
from app.domain.tell.erasing import NotErasable, Wish, is_whole
from app.domain.tell.people import PersonId
from app.domain.tell.records import TellId
from app.tell import keys
from app.tell.erasing import Eraser, Me, Request
from app.tell.reading import Reading


class ErasingByTwo(port.Erasing):
    """Takes a hand and what it has read for somebody who asks or agrees."""

    def __init__(self, eraser: Eraser) -> None:
        self._eraser = eraser

    @override
    def ask(self, hand: Hand, reader: Reader, tell: TellId, second: PersonId) -> None:
        self._eraser.ask(_me(hand, reader), tell, second)

    @override
    def waiting(self, hand: Hand, reader: Reader) -> tuple[Wish, ...]:
        me = _me(hand, reader)
        return tuple(_wish(me, one) for one in self._eraser.waiting(me))

    @override
    def asked(self, hand: Hand, reader: Reader) -> tuple[Wish, ...]:
        me = _me(hand, reader)
        return tuple(_wish(me, one) for one in self._eraser.asked(me))

    @override
    def agree(self, hand: Hand, reader: Reader, wish: Wish) -> None:
        me = _me(hand, reader)
        found = (one for one in self._eraser.waiting(me) if _wish(me, one) == wish)
        request = next(found, None)
        if request is None:
            raise NotErasable("nobody asks for it any more; look at the list of Tells")
        self._eraser.agree(me, request)


def _me(hand: Hand, reader: Reader) -> Me:
    if not isinstance(reader, Reading):
        raise TypeError("only what the staff's desk gave can be erased by")
    return Me(hand.person, keys.holder(hand.seed), reader)


def _wish(me: Me, request: Request) -> Wish:
    letter = me.reading.files.case(request.tell).letter
    whole = letter is not None and is_whole(letter, request.by, request.second)
    return Wish(request.tell, request.by, request.second, whole)
