"""A class list on its way: read, asked about, answered or put away; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain import roster
from app.domain.classlist import ClassList
from app.domain.plan import Plan
from app.domain.words import sentence
from app.flow import paperwork
from app.flow.tasks import Lane
from app.flow.turns import Turns


class ListTurns(Turns):
    """Holds the plan of one class list at a time in its page."""

    def read_list(self, path: Path, *, whole: bool = False) -> None:
        """Read a class list and show what it would do; nothing is written.

        ``whole``: it holds the whole school, so that whoever is not in it has left.
        """
        work = partial(paperwork.read_plan, self._services, path, self._page.school, whole)
        self._run(Lane.CPU, work, self._on_planned)

    def answer(self, line: int, given: str) -> None:
        """Answer one line that asks who it is."""
        if self._page.plan is not None:
            answers = {**(self._page.answers or {}), line: given}
            self._replan(answers)

    def answer_likely(self) -> None:
        """Answer every line that asks and has a likely answer."""
        if self._page.plan is not None:
            likely = roster.moved_up(self._page.plan)
            self._replan({**likely, **(self._page.answers or {})})

    def only_add(self, only: bool) -> None:
        """Take the class list as one that only adds children, or as whole classes again."""
        if self._page.plan is not None:
            plan = roster.adding(self._page.plan, self._page.answers or {}, only=only)
            self._publish(replace(self._page, plan=plan, fault=""))

    def drop_list(self) -> None:
        """Put the class list away unread."""
        self._publish(replace(self._page, plan=None, answers=None, file="", fault=""))

    def _replan(self, answers: Mapping[int, str]) -> None:
        if self._page.plan is None:
            return
        try:
            plan = roster.answered(self._page.plan, answers)
        except roster.UnfitAnswers as fault:
            self._publish(replace(self._page, fault=sentence(str(fault))))
        else:
            self._publish(replace(self._page, plan=plan, answers=answers, fault=""))

    def _on_planned(self, read: tuple[ClassList, Plan]) -> None:
        found, plan = read
        self._publish(replace(self._page, busy=False, file=found.file, plan=plan, answers={}))
