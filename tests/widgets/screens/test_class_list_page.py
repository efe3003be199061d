"""Class lists on the screen: found without a dialog, seen line by line, taken over or put away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.tour import tour
from app.domain.demo import demo_school
from app.kit.card_button import CardButton
from tests.fakes import FakeSchool
from tests.widgets.desks import BEN, HILLSIDE, OTTER, Back, Heard
from tests.widgets.kiosks import Shown, shown_kiosk
from tests.widgets.screens.staff import on_disk, rows, write

NAME = "The name of your school"
LIST = "Forename,Surname,Class,Year\nKofi,Mensah,Owl,3\nAmina,Khan,Owl,3\nBen,Cole,Otter,5\n"
BAD = "Forename,Surname,Class,Year\n,Mensah,Owl,3\n"


def read(staff: Shown, documents: Path, text: str) -> None:
    """Put a list among the documents and choose it on the page."""
    (documents / "list.csv").write_text(text, encoding="utf-8")
    staff.go("class-lists")
    staff.press("list.csv")


def test_without_a_file_it_says_where_it_looks(staff: Shown, documents: Path) -> None:
    staff.go("class-lists")
    assert staff.says("No CSV file was found")
    (documents / "new.csv").write_text(LIST, encoding="utf-8")
    staff.press("Look again")
    assert staff.has("new.csv")


def test_a_list_is_seen_line_by_line_before_it_is_taken(staff: Shown, documents: Path) -> None:
    read(staff, documents, LIST)
    listed = rows(staff, "What the class list would do")
    assert {(row[1], row[2]) for row in listed} == {
        ("asked", "Ben C"),
        ("added", "Kofi M"),
        ("same", "Amina K"),
        ("left", "Zoë L"),
    }
    assert on_disk(staff) == HILLSIDE


def test_it_cannot_be_taken_before_every_question_is_answered(
    staff: Shown, documents: Path
) -> None:
    read(staff, documents, LIST)
    assert not staff.button("Take it over").isEnabled()
    assert staff.says("Please answer the questions below.")
    staff.press("Answer all that are likely")
    assert not staff.says("Please answer the questions below.")
    staff.press("Take it over")
    after = on_disk(staff).pupil(BEN.id)
    assert after is not None
    assert after.class_id == OTTER.id
    assert staff.says("list.csv is taken over.")
    staff.press("Take it back")
    assert on_disk(staff) == HILLSIDE


def test_a_list_of_new_children_makes_nobody_leave(staff: Shown, documents: Path) -> None:
    read(staff, documents, "Forename,Surname,Class,Year\nKofi,M,Owl,1\n")
    assert staff.says("1 added, ")
    assert staff.says("list.csv, not written yet: ")
    gone = {row[2] for row in rows(staff, "What the class list would do") if row[1] == "left"}
    assert gone
    staff.press("This list only adds children: nobody has left")
    assert staff.button("This list only adds children: nobody has left").isChecked()
    listed = rows(staff, "What the class list would do")
    assert [row[1:3] for row in listed] == [["added", "Kofi M"]]
    staff.press("Take it over")
    assert not any(one.left for one in on_disk(staff).pupils)
    assert "Kofi" in {one.first_name for one in on_disk(staff).pupils}


def test_a_list_that_changes_nothing_says_so(staff: Shown, documents: Path) -> None:
    read(staff, documents, LIST)
    staff.press("Answer all that are likely")
    staff.press("Take it over")
    read(staff, documents, LIST)
    assert staff.says("Everything in it is already up to date.")
    assert not staff.button("Take it over").isEnabled()


def test_a_refused_line_is_named_and_nothing_can_be_taken(staff: Shown, documents: Path) -> None:
    read(staff, documents, BAD)
    assert [row[1] for row in rows(staff, "What the class list would do")] == ["refused"]
    assert not staff.button("Take it over").isEnabled()
    assert staff.says("Correct the refused lines in the file.")


def test_it_is_put_away(staff: Shown, documents: Path) -> None:
    read(staff, documents, LIST)
    staff.press("Put it away")
    assert staff.has("list.csv")


def test_a_stick_that_was_pulled_out_is_told(staff: Shown, documents: Path) -> None:
    path = documents / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    staff.go("class-lists")
    path.unlink()
    staff.press("list.csv")
    assert staff.says("list.csv cannot be read")


@pytest.fixture
def new_school() -> FakeSchool:
    """Return where a real school can be set up."""
    return FakeSchool()


@pytest.fixture
def founder(back: Back, new_school: FakeSchool, documents: Path) -> Iterator[Shown]:
    """Yield a kiosk of the demo in which staff have read a class list."""
    back.schools.save(demo_school("ab" * 32))
    back.founding = new_school
    with shown_kiosk(back) as staff:
        staff.let_staff_in()
        read(staff, documents, LIST)
        yield staff


def test_from_the_demo_the_own_school_begins(founder: Shown, new_school: FakeSchool) -> None:
    again = Heard(founder.kiosk.starting_again)
    write(founder, NAME, " ")
    founder.press("Begin our school")
    assert founder.says("Please write the name of your school")
    write(founder, NAME, "Hill Top")
    founder.press("Begin our school")
    assert len(again) == 1
    founded = new_school.load()
    assert founded is not None
    assert (founded.name, len(founded.pupils)) == ("Hill Top", 3)


def test_on_a_pc_without_a_keyboard_a_school_begins_too(
    founder: Shown, new_school: FakeSchool
) -> None:
    founder.press("Begin our school")
    founded = new_school.load()
    assert founded is not None
    assert founded.name == "Our school"


def test_a_name_once_typed_stays_when_the_list_is_read_anew(founder: Shown) -> None:
    write(founder, NAME, "Hill Top")
    founder.press("Put it away")
    founder.press("list.csv")
    assert founder.field(NAME).text() == "Hill Top"


@pytest.mark.usefixtures("qapp")
def test_a_tour_shows_no_file_of_the_pc_it_runs_on(documents: Path, tmp_path: Path) -> None:
    """Pictures of the gallery are shown about."""
    (documents / "owls of ours.csv").write_text(LIST, encoding="utf-8")
    folder = tmp_path / "tour"
    folder.mkdir()
    names: list[str] = []
    with tour() as guide:
        guide.open((1366, 768))
        for stop in guide.staff(folder):
            if stop.name == "class-lists":
                cards = guide.window.findChildren(CardButton)
                names = [one.accessibleName() for one in cards if one.isVisible()]
    assert names == ["class list.csv"]
