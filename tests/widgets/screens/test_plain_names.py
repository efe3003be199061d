"""Names are shown as they were typed, on every page: Qt would guess rich text in some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget

from app.domain.ids import ClassId, PupilId
from app.domain.school import Pupil, School, SchoolClass
from app.domain.smart import Rule
from app.domain.tell.desk import Seed
from app.domain.tell.records import TellId
from app.flow.staffroom import Signed
from app.screens.registry import Audience, names, screen_class
from tests.widgets.desks import LEAD, PARK, PARK_QUIZ, Back
from tests.widgets.kiosks import Shown, shown_kiosk

TYPED = ("<b>x</b>", "<img src=x>", "&amp;", "<h1>Zoë", "O'Neill", "عمر", "Siân ap")
CLASS = SchoolClass(ClassId("c"), "<i>1</i>")
PUPILS = tuple(
    Pupil(PupilId(f"p{number}"), name, "K", CLASS.id, 3, animal)
    for number, (name, animal) in enumerate(
        zip(TYPED, ("fox", "owl", "bear", "frog", "lion", "seal", "crab"), strict=True)
    )
)
SCHOOL = School("<u>Hill</u>", "ab" * 32, classes=(CLASS,), pupils=PUPILS)
GIVEN: dict[str, tuple[object, ...]] = {
    "tell": ("Welcome",),
    "tell-case": (TellId("0" * 16),),
    "tell-files": (TellId("0" * 16),),
    "tell-hand-over": (TellId("0" * 16),),
    "tell-pupil": (PUPILS[0].id,),
    "lesson": (PARK,),
    "quiz": (PARK_QUIZ,),
    "place": (Rule.SAFE,),
    "forgotten": (LEAD,),
}


@pytest.fixture
def typed(back: Back) -> Iterator[Shown]:
    """Yield a kiosk of a school in which everything has a name that looks like code."""
    back.schools.save(SCHOOL)
    with shown_kiosk(back) as shown:
        yield shown


def guessing(page: QWidget) -> list[str]:
    """Return the labels that would read their text as rich text, or guess whether it is."""
    plain = Qt.TextFormat.PlainText
    worded = [one for one in page.findChildren(QLabel) if one.text()]
    return [one.text() for one in worded if one.textFormat() != plain]


def test_welcome_names_the_school_as_typed(typed: Shown) -> None:
    assert "<u>Hill</u>" in typed.texts()


def test_the_sign_in_shows_class_and_children_as_typed(typed: Shown) -> None:
    typed.go("who-are-you")
    assert all(typed.has(name) for name in TYPED)


@pytest.mark.parametrize("number", range(len(TYPED)))
def test_my_path_greets_as_typed(typed: Shown, number: int) -> None:
    typed.sign_in(PUPILS[number])
    assert f"Hello {TYPED[number]}! Where next?" in typed.texts()
    assert typed.has(TYPED[number])


def test_several_classes_are_shown_as_typed(typed: Shown) -> None:
    other = SchoolClass(ClassId("d"), "<b>2</b>")
    moved = replace(PUPILS[0], class_id=other.id)
    school = replace(SCHOOL, classes=(CLASS, other), pupils=(moved, *PUPILS[1:]))
    typed.desk.session.use_school(school)
    typed.go("who-are-you")
    assert typed.has("<i>1</i>")
    assert typed.has("<b>2</b>")


def test_staff_see_them_as_typed(typed: Shown) -> None:
    typed.let_staff_in()
    typed.go("pupils")
    (table,) = typed.page.findChildren(QTableView)
    model = table.model()
    listed = {str(model.index(row, 0).data()) for row in range(model.rowCount())}
    assert listed == {f"{name} K" for name in TYPED}
    for row in range(model.rowCount()):
        table.selectRow(row)
        typed.settle()
        assert typed.says(str(model.index(row, 0).data()))
        assert guessing(typed.page) == []


def test_no_table_tells_anything_in_a_tool_tip(typed: Shown) -> None:
    typed.let_staff_in()
    typed.go("pupils")
    (table,) = typed.page.findChildren(QTableView)
    assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.parametrize("name", names())
def test_no_label_of_any_page_guesses(typed: Shown, name: str) -> None:
    audience = screen_class(name).audience
    if audience is Audience.PUPIL:
        typed.sign_in(PUPILS[0])
    if audience in {Audience.STAFF, Audience.EITHER}:
        typed.let_staff_in()
    if audience is Audience.HOLDER:
        typed.desk.staffroom.signed = Signed(LEAD, Seed(bytes(32)), typed.back.clock.now())
    page = typed.go(name, *GIVEN.get(name, ()))
    assert page.name == name
    assert guessing(typed.window) == []


def test_the_idle_question_does_not_guess_either(typed: Shown) -> None:
    typed.sign_in(PUPILS[0])
    typed.window.still_there.count(20)
    assert guessing(typed.window.still_there) == []


def test_a_label_that_guesses_would_be_seen(typed: Shown) -> None:
    planted = QLabel("<b>x</b>", typed.page)
    assert guessing(typed.page) == [planted.text()]
