"""The staff pages: what stands there is what is kept, and most of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.problem import Problem
from app.domain.school import School
from app.kit.card_button import CardButton
from tests.stories import SmallLibrary
from tests.widgets.desks import AMINA, BEN, HILLSIDE, OTTER, OWL, ZOE, Back, Heard
from tests.widgets.kiosks import Shown, shown_kiosk
from tests.widgets.screens.staff import on_disk, pick, rows, write

FULL = StoreFault("school.json: no space is left on the disk")


class TestSchool:
    def test_it_says_how_things_stand(self, staff: Shown) -> None:
        staff.go("school")
        assert staff.says("Pupils: 3. Classes: 2.")
        assert staff.field("Name of the school").text() == "Hillside"
        assert staff.says("Nothing that we know of.")

    def test_leavers_are_named_as_to_be_erased(self, staff: Shown) -> None:
        gone = replace(HILLSIDE, pupils=(AMINA, BEN, replace(ZOE, left=True)))
        staff.desk.session.use_school(gone)
        staff.go("school")
        assert staff.says("1 have left")

    def test_what_needs_a_look_is_listed_with_its_remedy(self, staff: Shown) -> None:
        staff.back.place_problems = (Problem("data", "the data folder", "it may be emptied"),)
        staff.go("school")
        assert staff.says("the data folder: it may be emptied")

    def test_it_is_renamed_and_that_can_be_taken_back(self, staff: Shown) -> None:
        staff.go("school")
        write(staff, "Name of the school", "Hill Top")
        assert on_disk(staff).name == "Hill Top"
        assert staff.says("The school has its new name.")
        staff.press("Take it back")
        assert on_disk(staff).name == "Hillside"
        assert staff.field("Name of the school").text() == "Hillside"

    def test_an_empty_name_is_put_right(self, staff: Shown) -> None:
        staff.go("school")
        staff.field("Name of the school").clear()
        write(staff, "Name of the school", " ")
        assert staff.field("Name of the school").text() == "Hillside"
        assert on_disk(staff) == HILLSIDE

    def test_what_cannot_be_kept_is_told_and_not_shown_as_done(self, staff: Shown) -> None:
        staff.go("school")
        staff.back.schools.broken = FULL
        write(staff, "Name of the school", "Hill Top")
        assert staff.says(str(FULL))
        assert staff.field("Name of the school").text() == "Hillside"

    def test_leaving_the_kiosk_is_asked_for(self, staff: Shown) -> None:
        leaving = Heard(staff.kiosk.leaving)
        staff.go("school")
        staff.press("Leave the kiosk")
        assert len(leaving) == 1


class TestClasses:
    def test_each_has_its_name_and_number(self, staff: Shown) -> None:
        staff.go("classes")
        assert staff.field("Name of the class Owl").text() == "Owl"
        assert staff.says("Pupils: 2")
        assert staff.says("Pupils: 1")

    def test_one_is_renamed(self, staff: Shown) -> None:
        staff.go("classes")
        write(staff, "Name of the class Owl", "Barn owls")
        assert on_disk(staff).school_class(OWL.id) == replace(OWL, name="Barn owls")

    def test_a_name_that_is_taken_is_refused(self, staff: Shown) -> None:
        staff.go("classes")
        write(staff, "Name of the class Owl", "otter")
        assert staff.says("There is a class 'otter' already.")
        assert on_disk(staff) == HILLSIDE

    def test_secret_pictures_are_turned_on_and_off(self, staff: Shown) -> None:
        staff.go("classes")
        first, second = self.switches(staff)
        assert [first.isChecked(), second.isChecked()] == [False, True]
        first.click()
        staff.settle()
        assert [one.secrets for one in on_disk(staff).classes] == [True, True]
        assert all(one.isChecked() for one in self.switches(staff))
        self.switches(staff)[1].click()
        staff.settle()
        assert on_disk(staff).school_class(OTTER.id) == replace(OTTER, secrets=False)

    @pytest.mark.parametrize("kept", [True, False], ids=["kept before the release", "after it"])
    def test_a_press_that_leaves_a_field_changes_both(self, staff: Shown, kept: bool) -> None:
        staff.go("classes")
        field = staff.field("Name of the class Owl")
        field.setFocus()
        field.setText("Barn owls")
        switch = self.switches(staff)[0]
        QTest.mousePress(switch, Qt.MouseButton.LeftButton)
        if kept:
            staff.settle()
        QTest.mouseRelease(self.switches(staff)[0], Qt.MouseButton.LeftButton)
        staff.settle()
        owls = on_disk(staff).school_class(OWL.id)
        assert owls == replace(OWL, name="Barn owls", secrets=True)
        assert staff.field("Name of the class Barn owls").text() == "Barn owls"

    def test_a_press_that_leaves_an_unfit_name_lets_staff_read_why(self, staff: Shown) -> None:
        staff.go("classes")
        field = staff.field("Name of the class Owl")
        field.setFocus()
        field.setText("otter")
        QTest.mouseClick(self.switches(staff)[0], Qt.MouseButton.LeftButton)
        staff.settle()
        assert staff.says("There is a class 'otter' already.")
        assert field.text() == "Owl"
        assert on_disk(staff).school_class(OWL.id) == OWL
        QTest.mouseClick(self.switches(staff)[0], Qt.MouseButton.LeftButton)
        staff.settle()
        assert on_disk(staff).school_class(OWL.id) == replace(OWL, secrets=True)

    def test_an_unfit_name_can_be_put_right_where_it_stands(self, staff: Shown) -> None:
        staff.go("classes")
        field = staff.field("Name of the class Owl")
        field.setFocus()
        field.setText("otter")
        QTest.keyClick(field, Qt.Key.Key_Return)
        staff.settle()
        assert staff.says("There is a class 'otter' already.")
        assert field.text() == "otter"
        field.setText("Otters")
        QTest.keyClick(field, Qt.Key.Key_Return)
        staff.settle()
        assert on_disk(staff).school_class(OWL.id) == replace(OWL, name="Otters")

    def test_a_switch_shows_only_what_is_kept(self, staff: Shown) -> None:
        staff.go("classes")
        staff.back.schools.broken = FULL
        self.switches(staff)[0].click()
        staff.settle()
        assert not self.switches(staff)[0].isChecked()
        assert staff.says(str(FULL))

    def test_what_was_renamed_is_shown_as_it_was_once_it_is_taken_back(self, staff: Shown) -> None:
        staff.go("classes")
        write(staff, "Name of the class Owl", "Barn owls")
        staff.press("Take it back")
        assert staff.field("Name of the class Owl").text() == "Owl"

    @staticmethod
    def switches(staff: Shown) -> list[CardButton]:
        """Return the switches, in the order of the classes."""
        found = staff.page.findChildren(CardButton)
        return [one for one in found if one.words == "Secret pictures"]

    def test_without_classes_it_says_where_they_come_from(self, staff: Shown) -> None:
        staff.desk.session.use_school(School("Empty", ""))
        staff.go("classes")
        assert staff.says("They come with the first class list.")


class TestPupils:
    def test_all_are_listed_by_class_and_name(self, staff: Shown) -> None:
        staff.go("pupils")
        assert rows(staff, "Pupils") == [
            ["Amina K", "Owl", "Year 3", "fox"],
            ["Ben C", "Owl", "Year 4", "owl"],
            ["Zoë L", "Otter", "Year 5", "otter"],
        ]

    def test_leavers_stand_last_and_are_marked(self, staff: Shown) -> None:
        gone = replace(HILLSIDE, pupils=(replace(AMINA, left=True), BEN, ZOE))
        staff.desk.session.use_school(gone)
        staff.go("pupils")
        assert rows(staff, "Pupils")[-1] == ["Amina K", "has left", "Year 3", "fox"]

    @pytest.mark.parametrize(
        ("words", "found"), [("zo", "Zoë L"), ("OTTER", "Zoë L"), ("4", "Ben C")]
    )
    def test_one_is_found_by_any_of_it(self, staff: Shown, words: str, found: str) -> None:
        staff.go("pupils")
        write(staff, "Find a pupil", words)
        assert [row[0] for row in rows(staff, "Pupils")] == [found]

    def test_the_secret_pictures_are_seen_and_changed(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 2)
        shown = [one.accessibleName() for one in staff.widgets()]
        assert set(ZOE.secret) <= set(shown)
        staff.press("Give three new ones")
        after = on_disk(staff).pupil(ZOE.id)
        assert after is not None
        assert len(after.secret) == 3
        assert staff.says("Three new pictures are given.")

    def test_a_child_without_them_has_no_button_for_them(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        assert staff.says("Amina K")
        assert not staff.has("Give three new ones")

    def test_all_that_is_kept_is_written_down(self, staff: Shown, documents: Path) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        staff.press("Write down all that is kept")
        assert [path.name for path in documents.iterdir()] == ["be-smart-pupil-amina.json"]
        assert staff.says("Written to")

    def test_erasing_asks_first(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        staff.press("Erase this pupil ...")
        assert staff.says("Erase Amina K and all their answers? This cannot be taken back.")
        staff.press("No, keep")
        assert on_disk(staff) == HILLSIDE
        assert staff.has("Erase this pupil ...")

    def test_erasing_names_the_animal_of_one_of_two_of_one_name(self, staff: Shown) -> None:
        twin = replace(AMINA, id=BEN.id, animal="crab")
        staff.desk.session.use_school(replace(HILLSIDE, pupils=(AMINA, twin)))
        staff.go("pupils")
        pick(staff, "Pupils", 1)
        staff.press("Erase this pupil ...")
        assert staff.says("Erase Amina K (crab) and all their answers?")

    def test_erased_they_are_gone_for_good(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        staff.press("Erase this pupil ...")
        staff.press("Yes, erase")
        assert on_disk(staff).pupil(AMINA.id) is None
        assert staff.says("Pick a pupil: give new secret pictures")
        assert not staff.has("Take it back")

    def test_picking_another_forgets_the_question(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        staff.press("Erase this pupil ...")
        pick(staff, "Pupils", 1)
        assert not staff.has("Yes, erase")


class TestLessons:
    def test_everything_in_use_is_listed(self, staff: Shown) -> None:
        staff.go("lessons")
        assert staff.says('be-smart check "/srv/be-smart"')
        listed = rows(staff, "Lessons and quizzes in use")
        assert [row[0] for row in listed] == ["Safe", "Safe"]
        assert [row[2:] for row in listed] == [
            ["lesson, 10 minutes", "At the park"],
            ["quiz, 9 items", "A quiz"],
        ]
        assert not staff.says("Left out")

    def test_what_is_left_out_is_named_with_the_reason(self, back: Back) -> None:
        back.library = _Faulty()
        with shown_kiosk(back) as staff:
            staff.let_staff_in()
            staff.go("lessons")
            fault = ["lessons/moon/lesson.toml", "scene 'x'", "'goto' is missing"]
            assert rows(staff, "Left out, and why") == [fault]


class _Faulty(SmallLibrary):
    """A library that left something out."""

    @override
    def problems(self) -> tuple[Problem, ...]:
        """Return the reason."""
        return (Problem("lessons/moon/lesson.toml", "scene 'x'", "'goto' is missing"),)


@pytest.mark.parametrize("name", ["school", "classes", "pupils", "class-lists"])
def test_while_something_is_kept_the_page_says_so(staff: Shown, documents: Path, name: str) -> None:
    act: Callable[[str], None] = staff.desk.office.rename_school
    staff.go(name)
    act("Hill Top")
    assert staff.says("One moment ...")
    staff.settle()
    assert staff.says("The school has its new name.")
    assert documents.exists()
