"""The desk makes each controller when it is first asked for, and once."""

from __future__ import annotations

from app.flow.desk import Desk
from app.flow.route import To


def test_each_controller_is_made_once(desk: Desk) -> None:
    for name in ("door", "office", "signin", "lessons", "quizzes"):
        assert getattr(desk, name) is getattr(desk, name)


def test_asking_whether_staff_are_inside_makes_no_door(desk: Desk) -> None:
    assert not desk.staff_inside
    assert "door" not in vars(desk)


def test_staff_are_inside_while_the_door_is_open(desk: Desk) -> None:
    desk.door.is_open = True
    assert desk.staff_inside
    desk.door.close()
    assert not desk.staff_inside


def test_a_wish_is_its_page_and_what_it_gives() -> None:
    assert To("lesson", "park") == To("lesson", "park")
    assert To("lesson", "park").given == ("park",)
    assert To("welcome") != To("who-are-you")
    assert To("welcome").given == ()
