"""All controllers of one running kiosk, each made when a page first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.flow.keeper import Keeper
from app.flow.services import Services
from app.flow.session import Session

if TYPE_CHECKING:
    from app.flow.door import Door
    from app.flow.inbox import Inbox
    from app.flow.lessons import LessonController
    from app.flow.listfinder import ListFinder
    from app.flow.office import Office
    from app.flow.quizzes import QuizController
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

        return Staffroom(self.services, self.door.tries)

    @cached_property
    def inbox(self) -> Inbox:
        """What whoever is signed in may see of Tells."""
        from app.flow.inbox import Inbox

        return Inbox(self.services, self.staffroom)

    @property
    def holder_inside(self) -> bool:
        """Whether somebody is signed in with a passphrase."""
        return "staffroom" in vars(self) and self.staffroom.signed is not None

    def lock(self) -> None:
        """Shut every door to the staff's pages, and forget the keys."""
        if self.staff_inside:
            self.door.close()
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
