"""Hand over: a Tell as a file for the child protection record; then two may erase it here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.route import To
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.screens.parts.hand_erasing import HandErasing
from app.screens.parts.hand_files import HandFiles
from app.screens.parts.office_page import line
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import about_words, who_words
from app.screens.screen import Audience, Screen


class TellHandOverScreen(Screen):
    """The file on one side, erasing on the other; what was done last stands above both."""

    name = "tell-hand-over"
    title = "Hand over"
    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._tell: TellId | None = None
        self._said = line("", Role.BODY)
        self._files, self._erasing = Place(), Place()
        self._shown: tuple[object, object] = (None, None)
        self._back = PillButton(self.tr("Back to the Tell"), "art:arrow-left")
        self._back.clicked.connect(self._on_back)
        self.top.addWidget(self._back)
        self.content.addWidget(self._said)
        self.content.addWidget(Split(self._files, self._erasing, wide=(6, 5)), 1)
        self._changes = (desk.inbox.changed, desk.handing.changed, desk.erasures.changed)
        for changed in self._changes:
            changed.connect(self._on_changed)

    @override
    def enter(self, tell: TellId) -> None:
        """Show a Tell that whoever is signed in can read; looking at it is kept."""
        self._tell = tell
        self.desk.handing.open(tell)
        self._on_changed()

    @override
    def leave(self) -> None:
        for changed in self._changes:
            changed.disconnect(self._on_changed)
        self.desk.erasures.leave()

    @override
    def back(self) -> bool:
        self._on_back()
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self) -> None:
        """Show how both sides stand; may be called at any time."""
        page, inbox = self.desk.handing.page, self.desk.inbox.page
        said = self._what_was_done()
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()
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

    def _on_changed(self, _: object = None) -> None:
        if self._tell is not None and self.desk.erasures.page.erased == self._tell:
            self._tell = None  # once is enough
            self.go(To("tells"))
        else:
            self.show_page()

    def _on_back(self) -> None:
        if self._tell is not None:
            self.go(To("tell-case", self._tell))
