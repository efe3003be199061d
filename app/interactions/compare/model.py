"""What comparing is: two pages, one of them made up, and the clue that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Kind, Part, Pick, UnfitAnswer, Verdict
from app.domain.options import (
    Option,
    check_both,
    check_number,
    check_unlike,
    feedback_of,
    ideas_of,
    picked,
    pictures_of,
    read_id,
    read_idea,
    read_option,
    read_picture,
    words_of,
)
from app.domain.words import Picture, Slot, Words


class PageLook(StrEnum):
    """What a page pretends to be."""

    PAGE = "page"
    MESSAGE = "message"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Page:
    """A make-believe page, message or picture."""

    id: str
    title: str
    text: str
    picture: Picture | None
    look: PageLook


@dataclass(frozen=True, slots=True)
class Compare:
    """Two pages, and clues for why one is made up. An answer is a page id, then a clue id."""

    prompt: str
    pages: tuple[Page, ...]
    made_up: str
    why: str
    clues: tuple[Option, ...]
    wrong_page: str
    wrong_page_idea: IdeaId | None

    def judge(self, answer: Answer) -> Verdict:
        """Judge the page first; the clue counts only where the page is right."""
        page, clue = self._given(answer)
        if page.id != self.made_up:
            part = Part(page.id, False, self.wrong_page)
            ideas = ideas_of([self.wrong_page_idea])
            return Verdict("wrong", False, self.wrong_page, ideas, (part,))
        parts = (Part(page.id, True, ""), clue.part)
        outcome = "right" if clue.right else "page"
        return Verdict(outcome, clue.right, clue.feedback, ideas_of([clue.idea]), parts)

    def outcomes(self) -> tuple[str, ...]:
        """Return "right", "page" (right page, weak clue) and "wrong"; "page" where it can be."""
        weak = any(not clue.right for clue in self.clues)
        return ("right", "page", "wrong") if weak else ("right", "wrong")

    def words(self) -> tuple[Words, ...]:
        """Return prompt, pages, the second prompt, clues, then the feedback."""
        pages = (words for page in self.pages for words in _words_of_page(page))
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            *pages,
            Words("why", self.why, Slot.PROMPT),
            *words_of("clue", self.clues),
            *feedback_of("clue", self.clues),
            Words("wrong_page", self.wrong_page, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures of pages and clues."""
        pages = [page.picture for page in self.pages]
        return pictures_of([*pages, *(clue.picture for clue in self.clues)])

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the ideas behind the wrong page and the weak clues."""
        return ideas_of([self.wrong_page_idea, *(clue.idea for clue in self.clues)])

    def said(self, answer: Answer) -> str:
        """Return the page's title and the clue's words."""
        page, clue = self._given(answer)
        return f"{page.title}: {clue.text}"

    def guess(self, pick: Pick) -> Answer:
        """Pick a page, then a clue."""
        page = pick([Candidate(page.id, f"{page.title} {page.text}") for page in self.pages])
        clue = pick([clue.candidate for clue in self.clues])
        return Answer((page.id, clue.id))

    def chance(self) -> float:
        """Return one half times the share of right clues."""
        return sum(clue.right for clue in self.clues) / len(self.clues) / len(self.pages)

    def _given(self, answer: Answer) -> tuple[Page, Option]:
        by_id = {page.id: page for page in self.pages}
        if len(answer.picks) != 2 or answer.picks[0] not in by_id:
            raise UnfitAnswer(f"{answer.picks} is no page and clue")
        return by_id[answer.picks[0]], picked(self.clues, answer.picks[1])


@dataclass(frozen=True, slots=True)
class CompareKind:
    """The kind "compare"."""

    name: str = "compare"
    view: str = "app.interactions.compare.view:CompareView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> Compare:
        """Read the two pages and the clues; ``answer`` is the page that is made up."""
        compare = Compare(
            fields.text("prompt"),
            tuple(_page(table) for table in fields.tables("pages", "page", at_least=2)),
            fields.text("answer"),
            fields.text("why"),
            tuple(read_option(one, quiz=quiz) for one in fields.tables("clues", "clue", 3)),
            fields.text("wrong_page"),
            read_idea(fields, "wrong_page_idea"),
        )
        _check(fields, compare, quiz=quiz)
        return compare


def _words_of_page(page: Page) -> tuple[Words, ...]:
    where = f"page '{page.id}'"
    text = Words(f"{where}, text", page.text, Slot.PAGE)
    return (Words(f"{where}, title", page.title, Slot.LABEL), text)


def _page(fields: Fields) -> Page:
    look = fields.one_of("look", tuple(PageLook))
    text = fields.text("text")
    known = PageLook(look) if look in tuple(PageLook) else PageLook.PAGE
    picture = read_picture(fields, text if known is PageLook.PICTURE else "")
    if known is PageLook.PICTURE and picture is None:
        fields.fault("looks like a picture but names no 'picture'; add one or change 'look'")
    page = Page(read_id(fields), fields.text("title"), text, picture, known)
    fields.close()
    return page


def _check(fields: Fields, compare: Compare, *, quiz: bool) -> None:
    pages, clues = compare.pages, compare.clues
    check_number(fields, "pages", len(pages), 2)
    check_number(fields, "clues", len(clues), 4)
    ids = [*(page.id for page in pages), *(clue.id for clue in clues)]
    check_unlike(fields, "pages and clues", ids)
    check_unlike(fields, "pages", (), (f"{page.title} {page.text}" for page in pages))
    check_unlike(fields, "clues", (), (clue.text for clue in clues))
    if compare.made_up and compare.made_up not in {page.id for page in pages}:
        fields.fault(f"'answer' is '{compare.made_up}', which is no page")
    if clues and not any(clue.right for clue in clues):
        fields.fault("no clue is right; set 'right = true' for the one that says so")
    check_both(fields, "clues", clues, quiz=quiz)
    if quiz and compare.wrong_page_idea is None:
        fields.fault("names no 'wrong_page_idea'; name the misconception behind the other page")


KIND: Kind = CompareKind()
