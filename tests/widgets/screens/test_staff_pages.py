"""The staff pages: what stands there is what is kept, and most of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from typing_extensions import override

from app.domain.demo import demo_school
from app.domain.ports import StoreFault
from app.domain.problem import Problem
from app.domain.school import School
from app.kit.card_button import CardButton
from app.kit.table import Table
from tests.fakes import FakeSchool
from tests.stories import SmallLibrary
from tests.widgets.desks import AMINA, BEN, HILLSIDE, OTTER, OWL, ZOE, Back, Heard
from tests.widgets.kiosks import Shown, shown_kiosk

FULL = StoreFault("school.json: no space is left on the disk")
LIST = "Forename,Surname,Class,Year\nKofi,Mensah,Owl,3\nAmina,Khan,Owl,3\nBen,Cole,Otter,5\n"
BAD = "Forename,Surname,Class,Year\n,Mensah,Owl,3\n"


@pytest.fixture
def staff(shown: Shown) -> Shown:
    """Return a kiosk whose door is open."""
    shown.let_staff_in()
    return shown


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the account's documents, the only place where class lists are looked for."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found)
    assert folder.is_relative_to(tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def on_disk(shown: Shown) -> School:
    """Return the school as it is kept."""
    school = shown.back.schools.load()
    assert school is not None
    return school


def write(shown: Shown, name: str, text: str) -> None:
    """Put a text into a field and leave it, as Enter does."""
    field = shown.field(name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.settle()


def rows(shown: Shown, name: str) -> list[list[str]]:
    """Return the cells of a table as they stand there."""
    (table,) = [one for one in shown.page.findChildren(Table) if one.accessibleName() == name]
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def pick(shown: Shown, name: str, row: int) -> None:
    """Pick a row of a table."""
    (table,) = [one for one in shown.page.findChildren(Table) if one.accessibleName() == name]
    table.selectRow(row)
    shown.settle()


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
        assert staff.says("The new name is kept.")
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
        assert staff.says("Erase Amina and all their answers? This cannot be taken back.")
        staff.press("No, keep")
        assert on_disk(staff) == HILLSIDE
        assert staff.has("Erase this pupil ...")

    def test_erased_they_are_gone_for_good(self, staff: Shown) -> None:
        staff.go("pupils")
        pick(staff, "Pupils", 0)
        staff.press("Erase this pupil ...")
        staff.press("Yes, erase")
        assert on_disk(staff).pupil(AMINA.id) is None
        assert staff.says("Pick a pupil to see what is kept of them.")
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


class TestClassLists:
    def test_without_a_file_it_says_where_it_looks(self, staff: Shown, documents: Path) -> None:
        staff.go("class-lists")
        assert staff.says("No CSV file was found")
        (documents / "new.csv").write_text(LIST, encoding="utf-8")
        staff.press("Look again")
        assert staff.has("new.csv")

    def test_a_list_is_seen_line_by_line_before_it_is_taken(
        self, staff: Shown, documents: Path
    ) -> None:
        self.read(staff, documents, LIST)
        listed = rows(staff, "What the class list would do")
        assert {(row[1], row[2]) for row in listed} == {
            ("asked", "Ben C"),
            ("added", "Kofi M"),
            ("same", "Amina K"),
            ("left", "Zoë L"),
        }
        assert on_disk(staff) == HILLSIDE

    def test_it_cannot_be_taken_before_every_question_is_answered(
        self, staff: Shown, documents: Path
    ) -> None:
        self.read(staff, documents, LIST)
        assert not staff.button("Take it over").isEnabled()
        staff.press("Answer all that are likely")
        staff.press("Take it over")
        after = on_disk(staff).pupil(BEN.id)
        assert after is not None
        assert after.class_id == OTTER.id
        assert staff.says("list.csv is taken over.")
        staff.press("Take it back")
        assert on_disk(staff) == HILLSIDE

    def test_a_refused_line_is_named_and_nothing_can_be_taken(
        self, staff: Shown, documents: Path
    ) -> None:
        self.read(staff, documents, BAD)
        assert [row[1] for row in rows(staff, "What the class list would do")] == ["refused"]
        assert not staff.button("Take it over").isEnabled()

    def test_it_is_put_away(self, staff: Shown, documents: Path) -> None:
        self.read(staff, documents, LIST)
        staff.press("Put it away")
        assert staff.has("list.csv")

    def test_a_stick_that_was_pulled_out_is_told(self, staff: Shown, documents: Path) -> None:
        path = documents / "list.csv"
        path.write_text(LIST, encoding="utf-8")
        staff.go("class-lists")
        path.unlink()
        staff.press("list.csv")
        assert staff.says("list.csv cannot be read")

    def test_from_the_demo_the_own_school_begins(self, back: Back, documents: Path) -> None:
        back.schools.save(demo_school("ab" * 32))
        back.founding = FakeSchool()
        with shown_kiosk(back) as staff:
            again = Heard(staff.kiosk.starting_again)
            staff.let_staff_in()
            self.read(staff, documents, LIST)
            staff.press("Begin our school")
            assert staff.says("Please write the name of your school")
            write(staff, "The name of your school", "Hill Top")
            staff.press("Begin our school")
            assert len(again) == 1
        founded = back.founding.load()
        assert founded is not None
        assert (founded.name, len(founded.pupils)) == ("Hill Top", 3)

    @staticmethod
    def read(staff: Shown, documents: Path, text: str) -> None:
        """Put a list among the documents and choose it on the page."""
        (documents / "list.csv").write_text(text, encoding="utf-8")
        staff.go("class-lists")
        staff.press("list.csv")


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
    assert staff.says("The new name is kept.")
    assert documents.exists()
