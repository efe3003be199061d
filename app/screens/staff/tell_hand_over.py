"""Hand over: a Tell as a file for the child protection record; then two may erase it here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.handing import HandingPage
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.screens.parts.hand_erasing import HandErasing
from app.screens.parts.hand_files import HandFiles
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import about_words, who_words


class TellHandOverScreen(HolderScreen):
    """The file on one side, erasing on the other; what was done last stands above both."""

    name = "tell-hand-over"
    title = "Hand over"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tell: TellId | None = None
        self._files, self._erasing = Place(), Place()
        self._shown: tuple[object, object] = (None, None)
        self.add_way_back(self.tr("Back to the Tell"))
        self.content.addWidget(self.said)
        self.content.addWidget(Split(self._files, self._erasing, wide=(6, 5)), 1)
        self.hear(desk.handing.changed)
        self.hear(desk.erasures.changed)

    @override
    def enter(self, tell: TellId) -> None:
        """Show a Tell that whoever is signed in can read; looking at it is kept."""
        self._tell = tell
        self.desk.handing.open(tell)
        self.show_page(self.desk.inbox.page)

    @override
    def leave(self) -> None:
        super().leave()
        self.desk.erasures.leave()

    @override
    def back(self) -> bool:
        if self._tell is not None:
            self.go(To("tell-case", self._tell))
        return True

    @override
    def show_page(self, page: InboxPage) -> None:
        if self._tell is not None and self.desk.erasures.page.erased == self._tell:
            self._tell = None  # once is enough
            self.go(To("tells"))
        else:
            self._show_sides(page, self.desk.handing.page)

    def _show_sides(self, inbox: InboxPage, page: HandingPage) -> None:
        self.say(self._what_was_done())
        case, listing, viewer = inbox.case, inbox.listing, inbox.viewer
        if case is None or listing is None or viewer is None:
            return
        words = self.tr("Hand over: {about}, {who}")
        about = about_words(case, inbox.policy)
        self.set_title(words.format(about=about, who=who_words(case)))
        files = (page.drives, page.drive, page.shape, page.busy, case.tell)
        erasing = (self.desk.erasures.page, case)
        if files != self._shown[0]:
            self._files.hold(Scroll(HandFiles(self.desk.handing, page)))
        if erasing != self._shown[1]:
            part: QWidget = HandErasing(self.desk.erasures, case, viewer, listing.roster)
            self._erasing.hold(Scroll(part))
        self._shown = (files, erasing)

    def _what_was_done(self) -> str:
        page, erasures = self.desk.handing.page, self.desk.erasures.page
        fault = page.fault or erasures.fault
        if erasures.wait:
            words = self.tr("{fault} Please wait {seconds} s.")
            return words.format(fault=fault, seconds=erasures.wait).strip()
        if fault:
            return fault
        if page.busy:
            return self.tr("Writing the file ...")
        if page.path is not None:
            return self.tr("Written, and noted in the record: {path}").format(path=page.path)
        return self.tr("For the child protection record. The file holds all that you can read.")
