"""A lesson: the story on one side, what is to be done on the other, and always a way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.ids import LessonId
from app.domain.lesson import Ending, Scene
from app.domain.override import override
from app.flow.desk import Desk
from app.flow.lessons import LessonPage
from app.flow.route import To
from app.kit import pictures
from app.kit.activity import ViewState
from app.kit.button_row import ButtonRow
from app.kit.pill_button import PillButton
from app.screens.parts.activity_page import ActivityPage, main_button
from app.screens.parts.debrief import DebriefView
from app.screens.parts.story import Story, StoryPane, Told
from app.screens.screen import Audience

VEIL = 0.72
"""How much paper lies over the scenery while there is something to read and do."""


class LessonScreen(ActivityPage):
    """Shows the page that the controller holds; every press goes to the controller."""

    name = "lesson"
    title = "Lesson"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: LessonPage | None = None
        quick = QApplication.doubleClickInterval()
        self._just_back = QTimer(self, singleShot=True, interval=quick)
        desk.lessons.changed.connect(self.show_page)

    @override
    def enter(self, lesson_id: LessonId) -> None:
        self.desk.lessons.open(lesson_id)

    @override
    def leave(self) -> None:
        super().leave()
        self.desk.lessons.changed.disconnect(self.show_page)
        self.desk.lessons.close()

    @override
    def back(self) -> bool:
        page = self.desk.lessons.page
        if page is not None:
            self._on_leave(page)
        return page is not None

    def show_page(self, page: LessonPage) -> None:
        """Show a page; may be called at any time."""
        self._show_head(page)
        if self._shown is None or _step(self._shown) != _step(page):
            self._show_backdrop(page)
            task = page.place.task if isinstance(page.place, Scene) else None
            self.set_veil(VEIL if task or isinstance(page.place, Ending) else 0.0)
            self.show_task(task, self.desk.lessons.answer)
        if self.view is not None:
            self.view.show_state(_view_state(page))
        self._show_side(page)
        self._shown = page

    def _show_head(self, page: LessonPage) -> None:
        first = self.head is None
        head = self.show_head(page.lesson.rule, page.lesson.title)
        if first:
            head.go_back.clicked.connect(self._on_go_back)
        head.show_way(len(page.run.steps) - 1, ended=isinstance(page.place, Ending))
        head.go_back.setVisible(bool(page.choices))

    def _show_backdrop(self, page: LessonPage) -> None:
        name = page.place.backdrop
        self.set_scenery(pictures.key(name, page.lesson.folder) if "." in name else name)

    def _show_side(self, page: LessonPage) -> None:
        rule, verdict = page.lesson.rule, page.run.here.verdict
        if isinstance(page.place, Ending):
            self._show_ending(page, page.place)
        elif verdict is not None:
            again = None if verdict.right else self._on_last_choice
            self.show_verdict(verdict, rule, self.desk.lessons.go_on, again)
        elif page.unsure is not None:
            self.show_sure(rule, self.desk.lessons.be_sure)
        else:
            self._show_story(page)

    def _show_story(self, page: LessonPage) -> None:
        story = Story(Told(page.lesson, page.lines, page.place.stage), large=self.view is None)
        if self.view is not None:
            self.say(*story.spoken, self.view.prompt.text())
            self.stage.tell(StoryPane(story), self.tr("Go on"))
            self.view.setFocus()
            return
        self.say(*story.spoken)
        words, rule = self.tr("Go on"), page.lesson.rule
        on = main_button(words, "art:arrow-right", rule, self.desk.lessons.go_on)
        self.stage.tell(_with_button(StoryPane(story), on), "")
        on.setFocus()

    def _show_ending(self, page: LessonPage, ending: Ending) -> None:
        leave = partial(self._on_leave, page)
        words = self.tr("Back to {place}").format(place=page.lesson.rule.label)
        home = main_button(words, "art:arrow-left", page.lesson.rule, leave)
        back = PillButton(self.tr("Go back and try another way"), "art:again")
        back.clicked.connect(self._on_last_choice)
        story = Story(Told(page.lesson, page.lines, ending.stage), large=False)
        view = DebriefView(ending, page.lesson.rule, [home, back])
        self.say(*story.spoken, *view.spoken)
        self.stage.tell(StoryPane(story), self.tr("Go on"))
        self.stage.act(view)
        home.setFocus()

    def _on_go_back(self) -> None:
        """Go back one choice: the button stays, and two quick presses are meant as one."""
        if not self._just_back.isActive():
            self._just_back.start()
            self._on_last_choice()

    def _on_last_choice(self) -> None:
        page = self.desk.lessons.page
        if page is not None and page.choices:
            self.desk.lessons.rewind(page.choices[-1])

    def _on_leave(self, page: LessonPage) -> None:
        self.go(To("place", page.lesson.rule))


def _step(page: LessonPage) -> tuple[str, int, str]:
    """Return what tells one step from another: its run, its number and its scene."""
    return page.run.id, len(page.run.steps), page.run.here.scene


def _view_state(page: LessonPage) -> ViewState:
    if not isinstance(page.place, Scene) or page.place.task is None:
        raise LookupError("this scene has no activity")
    here, lesson = page.run.here, page.lesson
    given = here.answer or page.unsure
    activity = page.place.task.activity
    return ViewState(activity, lesson.rule, given, here.verdict, lesson.folder)


def _with_button(above: QWidget, button: PillButton) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(above, 1)
    layout.addWidget(ButtonRow([button]))
    return whole
