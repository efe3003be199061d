"""All controllers of one running kiosk, each made when a page first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.flow.keeper import Keeper
from app.flow.services import Services
from app.flow.session import Session

if TYPE_CHECKING:
    from app.flow.being_told import BeingTold
    from app.flow.door import Door
    from app.flow.erasures import Erasures
    from app.flow.exhibits import ExhibitDesk
    from app.flow.forgotten import Forgotten
    from app.flow.handing import Handing
    from app.flow.inbox import Inbox
    from app.flow.lessons import LessonController
    from app.flow.listfinder import ListFinder
    from app.flow.office import Office
    from app.flow.post_office import PostOffice
    from app.flow.quizzes import QuizController
    from app.flow.readers import Readers
    from app.flow.recovery import Recovery
    from app.flow.rewriter import Rewriter
    from app.flow.signin import SignInController
    from app.flow.staffroom import Staffroom
    from app.flow.tell_setup import TellSetup
    from app.flow.telling import Telling


class Desk:
    """What a screen is given. The late imports keep the way to the first paint short."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.keeper = Keeper(services)
        self.session = Session(services, self.keeper)

    @cached_property
    def door(self) -> Door:
        """Lets staff in by their PIN."""
        from app.flow.door import Door

        return Door(self.services, self.session)

    @cached_property
    def office(self) -> Office:
        """What staff do on the School pages."""
        from app.flow.office import Office

        return Office(self.services, self.session)

    @cached_property
    def list_finder(self) -> ListFinder:
        """Finds the class lists that were saved."""
        from app.flow.listfinder import ListFinder

        return ListFinder(self.services)

    @property
    def staff_inside(self) -> bool:
        """Whether the door to the staff pages is open now."""
        return "door" in vars(self) and self.door.is_open

    @cached_property
    def telling(self) -> Telling:
        """Brings what children tell to the grown-ups."""
        from app.flow.telling import Telling

        return Telling(self.services, self.session)

    @cached_property
    def post_office(self) -> PostOffice:
        """Sees to it that staff are told of Tells."""
        from app.flow.post_office import PostOffice

        made = PostOffice(self.services, self.session, self.telling)
        self.telling.follow(made.way)
        made.moved.connect(self.telling.look_again)
        return made

    @cached_property
    def being_told(self) -> BeingTold:
        """What staff put in about how they are told."""
        from app.flow.being_told import BeingTold

        return BeingTold(self.services, self.telling, self.post_office, self.staffroom)

    @cached_property
    def tell_setup(self) -> TellSetup:
        """Leads a school to a live Tell."""
        from app.flow.tell_setup import TellSetup

        made = TellSetup(self.services, self.session, self.door.tries)
        made.live.connect(self.telling.prepare)
        return made

    @cached_property
    def staffroom(self) -> Staffroom:
        """Lets staff in by their passphrase."""
        from app.flow.staffroom import Staffroom

        made = Staffroom(self.services, self.door.tries)
        made.entered.connect(self._write_anew)
        return made

    @cached_property
    def rewriter(self) -> Rewriter:
        """Writes Tells anew where the list has changed."""
        from app.flow.rewriter import Rewriter

        made = Rewriter(self.services)
        self.staffroom.locked.connect(made.stop)
        made.finished.connect(self._on_written)
        return made

    @cached_property
    def readers(self) -> Readers:
        """Who may read what children tell."""
        from app.flow.readers import Readers

        made = Readers(self.services, self.session, self.staffroom, self.door.tries)
        made.followed.connect(self._follow)
        return made

    @cached_property
    def forgotten(self) -> Forgotten:
        """Lets somebody who forgot their passphrase make another."""
        from app.flow.forgotten import Forgotten

        return Forgotten(self.services, self.session, self.door.tries)

    @cached_property
    def recovery(self) -> Recovery:
        """Lets the words in the safe name new readers."""
        from app.flow.recovery import Recovery

        return Recovery(self.services, self.session, self.door.tries)

    def _write_anew(self) -> None:
        if self.staffroom.signed is not None:
            self.rewriter.begin(self.staffroom.signed.hand)

    def _on_written(self) -> None:
        if self.staffroom.forget_former():
            self.inbox.again()

    def _follow(self) -> None:
        """Another list is in force: it is sealed by it, read by it, and written for it."""
        self.telling.prepare()
        self.inbox.close()
        self._write_anew()

    @cached_property
    def inbox(self) -> Inbox:
        """What whoever is signed in may see of Tells."""
        from app.flow.inbox import Inbox

        made = Inbox(self.services, self.staffroom)
        made.opened.connect(self.post_office.opened)
        return made

    @cached_property
    def handing(self) -> Handing:
        """Hands a Tell over as a file."""
        from app.flow.handing import Handing

        return Handing(self.services, self.session, self.staffroom, self.inbox)

    @cached_property
    def exhibit_desk(self) -> ExhibitDesk:
        """Adds files to a Tell."""
        from app.flow.exhibits import ExhibitDesk

        return ExhibitDesk(self.services, self.staffroom, self.inbox)

    @cached_property
    def erasures(self) -> Erasures:
        """Erases Tells by two."""
        from app.flow.erasures import Erasures

        return Erasures(self.services, self.staffroom, self.inbox, self.door.tries)

    @property
    def holder_inside(self) -> bool:
        """Whether somebody is signed in with a passphrase."""
        return "staffroom" in vars(self) and self.staffroom.signed is not None

    def lock(self) -> None:
        """Shut every door to the staff's pages, and forget the keys."""
        if self.staff_inside:
            self.door.close()
        if "being_told" in vars(self):
            self.being_told.close()
        if "staffroom" in vars(self):
            self.staffroom.lock()

    def end_tell(self) -> None:
        """End this sitting's Tell, if there is one."""
        if "telling" in vars(self):
            self.telling.end()

    def finish_tell(self) -> None:
        """Give all that waits of Tells to the disk: the kiosk is being left."""
        if "telling" in vars(self):
            self.telling.finish()
        if "post_office" in vars(self):
            self.post_office.finish()

    @cached_property
    def signin(self) -> SignInController:
        """Leads from Welcome to a signed-in pupil."""
        from app.flow.signin import SignInController

        return SignInController(self.session)

    @cached_property
    def lessons(self) -> LessonController:
        """Leads through a lesson."""
        from app.flow.lessons import LessonController

        return LessonController(self.services, self.session)

    @cached_property
    def quizzes(self) -> QuizController:
        """Leads through a quiz."""
        from app.flow.quizzes import QuizController

        return QuizController(self.services, self.session)
