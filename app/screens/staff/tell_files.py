"""Files: evidence that belongs to a Tell; never of a sexual image, where steps stand instead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.attachments import Attachment, attachments
from app.domain.tell.records import TellId
from app.domain.tell.routing import route_of
from app.domain.tell.takeaway import Drive
from app.flow.desk import Desk
from app.flow.exhibits import allowed
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import moment_words, title_of


class TellFilesScreen(HolderScreen):
    """What was added on one side; what can be added, or the steps that stand instead, beside it."""

    name = "tell-files"
    title = "Files of a Tell"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tell: TellId | None = None
        self._kept, self._found = Place(), Place()
        self._shown: object = None
        self.add_way_back(self.tr("Back to the Tell"))
        self.content.addWidget(self.said)
        self.content.addWidget(Split(self._kept, self._found), 1)
        self.hear(desk.exhibit_desk.changed)

    @override
    def enter(self, tell: TellId) -> None:
        """Show the files of a Tell that whoever is signed in can read."""
        self._tell = tell
        self.desk.exhibit_desk.open(tell)
        self.show_page(self.desk.inbox.page)

    @override
    def back(self) -> bool:
        if self._tell is not None:
            self.go(To("tell-case", self._tell))
        return True

    @override
    def show_page(self, page: InboxPage) -> None:
        inbox, files = page, self.desk.exhibit_desk.page
        self.say(self._what_was_done())
        shown = (inbox.case, files.found, files.drives, files.busy)
        if inbox.case is None or shown == self._shown:
            return
        self._shown = shown
        self._kept.hold(Scroll(self._added(inbox)))
        adding = self._adding() if allowed(inbox) else self._steps_instead(inbox)
        self._found.hold(Scroll(adding))

    def _what_was_done(self) -> str:
        inbox, page = self.desk.inbox.page, self.desk.exhibit_desk.page
        if page.fault or inbox.fault:
            return page.fault or inbox.fault
        if page.busy or inbox.busy:
            return self.tr("One moment ...")
        if page.path is not None:
            return self.tr("Written, and noted in the record: {path}").format(path=page.path)
        return self.tr("Sealed in the record for those who read this Tell, and erased with it.")

    def _added(self, inbox: InboxPage) -> QWidget:
        card = Card(2)
        card.body.addWidget(Text(self.tr("In this Tell"), Role.BUTTON))
        found = attachments(inbox.case) if inbox.case is not None else ()
        if not found:
            card.body.addWidget(Text(self.tr("No file was added."), Role.SMALL))
        for one in found:
            card.body.addWidget(self._one(one, inbox))
        card.body.addStretch()
        return card

    def _one(self, one: Attachment, inbox: InboxPage) -> QWidget:
        listing = inbox.listing
        who = title_of(listing.roster, one.deed.by) if listing is not None else ""
        words = f"{one.name} ({moment_words(one.deed.at)}, {who})"
        ways: list[QWidget] = [
            self._way(
                self.tr("Save to {drive}").format(drive=drive.name),
                "art:outbox",
                partial(self._on_save, one, drive),
            )
            for drive in self.desk.exhibit_desk.page.drives
        ]
        ways.append(self._way(self.tr("Take out"), "art:bin", partial(self._on_take_out, one)))
        return column(Text(words, Role.SMALL), ButtonRow(ways, Qt.AlignmentFlag.AlignLeading))

    def _adding(self) -> QWidget:
        card = Card(2)
        card.body.addWidget(Text(self.tr("Add a file"), Role.BUTTON))
        words = self.tr("With its date and time. Never a sexual image of a child: do not look.")
        card.body.addWidget(Text(words, Role.SMALL))
        found = self.desk.exhibit_desk.page.found
        if found is None:
            card.body.addWidget(Text(self.tr("Looking for files ..."), Role.SMALL))
        for path in found or ():
            words = self.tr("Add {file}").format(file=path.name)
            add = self._way(words, "art:paperclip", partial(self._on_add, path))
            add.setEnabled(not self.desk.exhibit_desk.page.busy)
            card.body.addWidget(ButtonRow([add], Qt.AlignmentFlag.AlignLeading))
        if found == ():
            none = self.tr("No file was found on a removable drive or in downloads.")
            card.body.addWidget(Text(none, Role.SMALL))
        again = self._way(self.tr("Look again"), "art:again", self.desk.exhibit_desk.look)
        card.body.addWidget(ButtonRow([again], Qt.AlignmentFlag.AlignLeading))
        card.body.addStretch()
        return card

    def _steps_instead(self, inbox: InboxPage) -> QWidget:
        """Show what to do where no file may be added, and no way to add one."""
        card = Card(2)
        card.body.addWidget(Text(self.tr("No file is added to this Tell"), Role.BUTTON))
        case, listing = inbox.case, inbox.listing
        if case is None or listing is None or inbox.viewer is None:
            return card
        if not case.may_act(inbox.viewer):
            card.body.addWidget(Text(self.tr("Others see to it."), Role.SMALL))
        else:
            warning = self.tr(
                "Where it may be about private pictures: do not look, copy, print, share or save. "
                "That is against the law, for staff too. Follow these steps:"
            )
            card.body.addWidget(Text(warning, Role.SMALL))
            route = route_of(listing.roster, case.taps)
            for checklist in inbox.policy.checklists(case.category, route):
                for step in checklist.steps:
                    card.body.addWidget(Text(f"• {step.words}", Role.SMALL))
        card.body.addStretch()
        return card

    def _way(self, words: str, picture: str, pressed: Callable[[], None]) -> PillButton:
        button = PillButton(words, picture)
        button.clicked.connect(pressed)
        return button

    def _on_add(self, path: Path) -> None:
        self.desk.exhibit_desk.add(path)

    def _on_save(self, one: Attachment, drive: Drive) -> None:
        self.desk.exhibit_desk.save(one, drive)

    def _on_take_out(self, one: Attachment) -> None:
        self.desk.exhibit_desk.take_out(one)
