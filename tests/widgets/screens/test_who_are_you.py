"""Who are you? A five-year-old finds class, face and pictures alone; trouble is told calmly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.pictures import SECRETS
from app.domain.ports import StoreFault
from app.domain.school import School
from tests.widgets.desks import AMINA, HILLSIDE, ZOE
from tests.widgets.kiosks import Shown


@pytest.fixture
def asked(shown: Shown) -> Shown:
    """Return a kiosk that asks who one is."""
    shown.go("who-are-you")
    return shown


def to_pictures(asked: Shown) -> None:
    """Choose the child who has secret pictures."""
    asked.press("Otter")
    asked.press("Zoë")


def rest_is_over(asked: Shown) -> None:
    """Let the rest after wrong pictures be over now."""
    rest = asked.desk.signin._rests[ZOE.id]
    rest.stop()
    rest.timeout.emit()
    asked.settle()


def test_first_the_classes(asked: Shown) -> None:
    assert asked.says("Which is your class?")
    assert asked.has("Owl")
    assert asked.has("Otter")
    assert not asked.has("Go back")


def test_then_the_faces_with_their_names(asked: Shown) -> None:
    asked.press("Owl")
    assert asked.says("Who are you?")
    assert asked.has("Amina")
    assert asked.has("Ben")
    assert not asked.has("Zoë")


def test_without_secrets_a_face_is_enough(asked: Shown) -> None:
    asked.press("Owl")
    asked.press("Ben")
    assert asked.page.name == "my-path"
    assert asked.says("Hello Ben!")


def test_in_at_most_six_presses(asked: Shown) -> None:
    to_pictures(asked)
    for picture in ZOE.secret:
        asked.press(picture)
    assert asked.says("Hello Zoë!")


def test_by_keys_alone(asked: Shown) -> None:
    for name in ("Otter", "Zoë", *ZOE.secret):
        asked.button(name).setFocus()
        asked.key(Qt.Key.Key_Space)
    assert asked.says("Hello Zoë!")


class TestSecretPictures:
    def test_all_twelve_are_there(self, asked: Shown) -> None:
        to_pictures(asked)
        assert asked.says("Press your three secret pictures")
        assert all(asked.has(name) for name in SECRETS)

    def test_it_shows_how_many_and_never_which(self, asked: Shown) -> None:
        to_pictures(asked)
        before = set(asked.texts())
        asked.press("boat")
        assert asked.says("And the next one.")
        assert {one for one in asked.texts() if one not in before} == {"And the next one."}

    def test_they_do_not_move_when_one_is_pressed(self, asked: Shown) -> None:
        to_pictures(asked)
        before = {name: asked.point(name) for name in SECRETS}
        asked.press("boat")
        assert {name: asked.point(name) for name in SECRETS} == before

    def test_wrong_ones_are_met_kindly_and_slowed(self, asked: Shown) -> None:
        to_pictures(asked)
        for picture in ("cake", "drum", "kite"):
            asked.press(picture)
        assert asked.says("Not those three. Take a breath, then try again.")
        assert not asked.button("boat").isEnabled()
        rest_is_over(asked)
        assert asked.button("boat").isEnabled()
        assert asked.button(SECRETS[0]).hasFocus(), "keys go on where they were"
        assert asked.says("Look for your first one.")

    def test_the_rest_holds_up_no_other_child(self, asked: Shown) -> None:
        to_pictures(asked)
        for picture in ("cake", "drum", "kite"):
            asked.press(picture)
        asked.press("Go back")
        assert asked.button("Zoë").isEnabled()
        asked.press("Go back")
        asked.press("Owl")
        asked.press("Ben")
        assert asked.says("Hello Ben!")

    def test_a_real_school_never_shows_them(self, asked: Shown) -> None:
        to_pictures(asked)
        assert not asked.says(", ".join(ZOE.secret))

    def test_the_demo_does(self, asked: Shown) -> None:
        asked.desk.session.use_school(replace(HILLSIDE, demo=True))
        asked.go("who-are-you")
        to_pictures(asked)
        assert asked.says("(In this demo: boat, apple, moon.)")


class TestGoingBack:
    def test_step_by_step(self, asked: Shown) -> None:
        to_pictures(asked)
        asked.press("Go back")
        assert asked.has("Zoë")
        asked.press("Go back")
        assert asked.has("Owl")

    def test_with_a_single_class_there_is_nowhere_to_go_back_to(self, shown: Shown) -> None:
        alone = replace(HILLSIDE, classes=HILLSIDE.classes[:1], pupils=(AMINA,))
        shown.desk.session.use_school(alone)
        shown.go("who-are-you")
        assert shown.has("Amina")
        assert not shown.has("Go back")


class TestTrouble:
    def test_a_disk_that_cannot_be_read_is_not_the_childs_fault(self, asked: Shown) -> None:
        asked.back.progress.unreadable = StoreFault("progress/amina.json: no permission")
        asked.press("Owl")
        asked.press("Amina")
        assert asked.page.faulty
        assert asked.says("It is not your fault.")
        assert not asked.says("amina.json")

    def test_the_way_back_works_and_so_does_the_next_try(self, asked: Shown) -> None:
        asked.back.progress.unreadable = StoreFault("no permission")
        asked.press("Owl")
        asked.press("Amina")
        asked.press("Go back")
        assert not asked.page.faulty
        asked.back.progress.unreadable = None
        asked.press("Owl")
        asked.press("Amina")
        assert asked.says("Hello Amina!")

    def test_a_school_without_children_says_so(self, shown: Shown) -> None:
        shown.desk.session.use_school(School("Empty", ""))
        shown.go("who-are-you")
        assert shown.says("No children are here yet.")
        shown.press("Home")
        assert shown.page.name == "welcome"


def test_namesakes_are_told_apart(shown: Shown) -> None:
    other = replace(AMINA, id=type(AMINA.id)("amina-2"), initial="B", animal="bear")
    shown.desk.session.use_school(replace(HILLSIDE, pupils=(AMINA, other)))
    shown.go("who-are-you")
    assert shown.has("Amina K")
    assert shown.has("Amina B")


def test_a_class_of_forty_is_all_in_reach(shown: Shown) -> None:
    many = tuple(
        replace(AMINA, id=type(AMINA.id)(f"p{number}"), first_name=f"Child {number:02}")
        for number in range(40)
    )
    shown.desk.session.use_school(replace(HILLSIDE, pupils=many))
    shown.go("who-are-you")
    assert all(shown.has(one.first_name) for one in many)
