"""The way through the pages behind a passphrase: Tells, who reads, handing over, files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.bootstrap.takeaway import FileTakeaway
from app.bootstrap.tour_record import Record
from app.domain.problem import Problem
from app.domain.tell.cases import Pile
from app.domain.tell.people import Role
from app.domain.tell.takeaway import Shape
from app.flow.inbox import InboxPage
from app.flow.readers_page import Task
from app.flow.route import To
from app.flow.staffroom import Signed
from app.kit.card_button import CardButton
from app.kit.choice_row import ChoiceRow

if TYPE_CHECKING:
    from app.bootstrap.tour import Stop, Tour

SIDES = ("steps", "notes", "history", "more", "end")
"""The sides of a Tell, in the order of their buttons."""
DAMAGED = Problem(
    "tell/kiosk-5f3a.chain",
    "entry 412",
    "its file is another one than was written; keep this PC as it is, and ring for help",
)
FULL = "The disk is full, so this could not be kept. Free some space, then try again."


def behind_the_passphrase(guide: Tour, record: Record, folder: Path) -> Iterator[Stop]:
    """Yield all of it, for those who see different things of it."""
    guide.house.takeaway = FileTakeaway(
        guide.house.papers, lambda: (), lambda: folder, lambda: folder
    )
    sign_in(guide, record, Role.DSL)
    for pages in (today, tells, audit, one_child):
        yield from pages(guide)
    for pages_of in (cases, readers):
        yield from pages_of(guide, record)
    yield from files(guide, record, folder)
    yield from handing_over(guide, record)
    sign_in(guide, record, Role.HEAD)
    yield from second_signature(guide, record)
    sign_in(guide, record, Role.COMPUTING)
    yield from little_to_see(guide, record)


def sign_in(guide: Tour, record: Record, role: Role) -> None:
    """Let somebody in, and wait until all that they may see is read."""
    desk = guide.desk
    guide.go(To("welcome"), "")
    now = guide.house.clock.now()
    desk.staffroom.signed = Signed(record.who(role), record.seeds[role], now)
    guide.go(To("today"), "")
    guide.wait(lambda: desk.inbox.page.listing is not None and desk.inbox.page.whole, "the Tells")


def today(guide: Tour) -> Iterator[Stop]:
    """Yield Today, while it is read, and after a recovery."""
    page, inbox = guide.desk.inbox.page, guide.desk.inbox
    yield guide.stop("today")
    inbox.changed.emit(InboxPage(page.viewer, busy=True))
    yield guide.stop("today reading")
    inbox.changed.emit(recovered(page))
    yield guide.stop("today recovered")


def recovered(page: InboxPage) -> InboxPage:
    """Return a page where the list was signed with the words in the safe alone."""
    if page.listing is None:
        return page
    return replace(page, listing=replace(page.listing, recovery=True))


def tells(guide: Tour) -> Iterator[Stop]:
    """Yield every pile of Tells, and what can be wrong with the list."""
    inbox = guide.desk.inbox
    guide.go(To("tells"), "")
    for pile in Pile:
        inbox.show(pile)
        yield guide.stop(f"tells {pile.name.lower()}")
    page = replace(inbox.page, pile=Pile.TO_DO)
    states = {
        "reading": replace(page, cases=page.cases[:3], read=120, total=2000),
        "empty": replace(page, cases=()),
        "problems": replace(recovered(page), problems=(DAMAGED, DAMAGED)),
    }
    for name, state in states.items():
        inbox.changed.emit(state)
        yield guide.stop(f"tells {name}")
    inbox.show(Pile.TO_DO)


def audit(guide: Tour) -> Iterator[Stop]:
    """Yield the audit log."""
    yield guide.go(To("audit"), "audit")


def cases(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield every side of a Tell, and Tells of every kind."""
    yield from _sides(guide, record, "full", SIDES)
    guide.desk.inbox.changed.emit(replace(guide.desk.inbox.page, fault=FULL))
    yield guide.stop("tell-case full fault")
    for name in ("press", "pictures", "lead", "called"):
        yield from _sides(guide, record, name, ("steps",))
    yield from _sides(guide, record, "closed", ("end",))
    yield from _sides(guide, record, "drill", ("more",))


def _sides(guide: Tour, record: Record, tell: str, names: tuple[str, ...]) -> Iterator[Stop]:
    look_at(guide, record, tell)
    for name in names:
        press(guide, ChoiceRow, SIDES.index(name))
        yield guide.stop(f"tell-case {tell} {name}")


def look_at(guide: Tour, record: Record, tell: str) -> None:
    """Open a Tell, and wait until that is kept."""
    guide.go(To("tell-case", record.tells[tell]), "")
    guide.wait(lambda: not guide.desk.inbox.page.busy, "the Tell")


def press(guide: Tour, row: type[QWidget], at: int) -> None:
    """Press a button of the first row of its kind, or the first of them that can be pressed."""
    screen = guide.kiosk.navigator.screen
    found = screen.findChildren(row) if screen is not None else []
    buttons = found[0].findChildren(QAbstractButton) if found else []
    buttons[at].click()
    guide.settle()


def one_child(guide: Tour) -> Iterator[Stop]:
    """Yield all that one child told."""
    guide.desk.inbox.look_at(None)
    yield guide.go(To("tell-pupil", guide.school.pupils[0].id), "tell-pupil")


def readers(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield who reads: the list, and everything that is begun there."""
    control = guide.desk.readers
    guide.go(To("readers"), "")
    guide.wait(lambda: not control.page.busy, "who reads")
    yield guide.stop("readers")
    for name, at in (("chosen", 1), ("chosen without a key", 2)):
        _choose(guide, at)
        yield guide.stop(f"readers {name}")
    control.changed.emit(
        replace(
            control.page,
            lists=replace(control.page.lists, in_force=recovered(guide.desk.inbox.page).listing),
        )
    )
    yield guide.stop("readers recovered")
    begun: dict[str, Callable[[], None]] = {
        "joining": lambda: control.begin(Task.PERSON, record.who(Role.TEACHER).id),
        "own passphrase": lambda: control.begin(Task.PASSPHRASE),
        "new key": lambda: control.begin(Task.PROVE),
    }
    for name, begin in begun.items():
        begin()
        yield guide.stop(f"readers {name}")
        control.back()
    control.begin(Task.KEY, record.who(Role.DEPUTY).id)
    control.key.show_words()
    guide.wait(lambda: bool(control.key.page.words), "words for paper")
    yield guide.stop("readers words")
    control.back()
    control.leave(record.who(Role.STAND_IN).id)
    guide.wait(lambda: control.page.lists.waiting is not None, "a list that waits")
    yield guide.stop("readers leaving waits")


def _choose(guide: Tour, at: int) -> None:
    """Press the card of somebody on the list."""
    screen = guide.kiosk.navigator.screen
    cards = screen.findChildren(CardButton) if screen is not None else []
    [one for one in cards if type(one) is CardButton][at].click()
    guide.settle()


def files(guide: Tour, record: Record, folder: Path) -> Iterator[Stop]:
    """Yield the files of a Tell: some, none, and where none may be."""
    guide.desk.inbox.look_at(None)
    control = guide.desk.exhibit_desk
    for name in ("press", "full", "pictures"):
        if name == "full":
            plug_in(guide, folder)
        guide.go(To("tell-files", record.tells[name]), "")
        guide.wait(
            lambda: control.page.found is not None and not guide.desk.inbox.page.busy, "files"
        )
        yield guide.stop(f"tell-files {name}")


def plug_in(guide: Tour, folder: Path) -> None:
    """Put a stick in with files on it."""
    stick, documents = folder / "USB STICK", folder / "Documents"
    for place in (stick, documents):
        place.mkdir(exist_ok=True)
    for number in range(1, 4):
        (stick / f"Screenshot of a chat 2026-11-0{number} 13-02-5{number}.png").write_bytes(b"made")
    guide.house.takeaway = FileTakeaway(
        guide.house.papers,
        lambda: ((stick, "Office stick (64 GB)"),),
        lambda: documents,
        lambda: stick,
    )


def handing_over(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield a hand-over from its first look to the question to erase it."""
    control, inbox = guide.desk.handing, guide.desk.inbox
    guide.go(To("tell-hand-over", record.tells["closed"]), "")
    guide.wait(lambda: bool(control.page.drives) and not inbox.page.busy, "drives")
    yield guide.stop("tell-hand-over")
    control.choose_shape(Shape.SEALED)
    control.seal("one", "other")
    yield guide.stop("tell-hand-over sealed fault")
    control.choose_shape(Shape.JSON)
    control.hand_over()
    guide.wait(lambda: control.page.path is not None or bool(control.page.fault), "the file")
    yield guide.stop("tell-hand-over written")
    erasures = guide.desk.erasures
    erasures.choose(record.who(Role.HEAD).id)
    erasures.ask(record.tells["closed"])
    guide.wait(lambda: bool(erasures.page.asked), "the question")
    yield guide.stop("tell-hand-over asked")


def second_signature(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield what waits for the other one: a list to sign, and a Tell to erase."""
    readers_, erasures = guide.desk.readers, guide.desk.erasures
    guide.go(To("readers"), "")
    guide.wait(lambda: readers_.page.lists.waiting is not None, "the list that waits")
    yield guide.stop("readers waits for me")
    guide.go(To("tell-hand-over", record.tells["closed"]), "")
    guide.wait(lambda: bool(erasures.page.waiting), "the question")
    yield guide.stop("tell-hand-over waits for me")


def little_to_see(guide: Tour, record: Record) -> Iterator[Stop]:
    """Yield what somebody sees who may only look."""
    yield guide.go(To("tells"), "tells of the computing lead")
    look_at(guide, record, "computer")
    yield guide.stop("tell-case only looking")
    guide.go(To("readers"), "")
    guide.wait(lambda: not guide.desk.readers.page.busy, "who reads")
    yield guide.stop("readers only looking")
