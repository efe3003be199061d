"""The kiosk wires it all: whose looks, which bar, who goes where."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.looks import Looks, Theme
from app.domain.ports import StoreFault
from app.domain.smart import Rule
from app.kit import style
from tests.widgets.desks import AMINA, BEN, PARK, ZOE, Heard
from tests.widgets.kiosks import Shown

DARK = Looks(theme=Theme.CONTRAST_DARK, text_size=150, still=True)


def bar_of(shown: Shown) -> list[str]:
    """Return the words of the bar's buttons."""
    return [one.accessibleName() for one in shown.window.bar._buttons]


def test_on_welcome_there_is_no_bar(shown: Shown) -> None:
    assert bar_of(shown) == []


def test_before_signing_in_the_bar_leads_home(shown: Shown) -> None:
    shown.go("who-are-you")
    assert bar_of(shown) == ["Home"]
    shown.press("Home")
    assert shown.page.name == "welcome"


def test_a_pupils_bar_has_their_name(shown: Shown) -> None:
    shown.sign_in()
    assert bar_of(shown) == ["Home", "How it looks", "Amina"]
    shown.press("Amina")
    assert shown.page.name == "my-stars"
    shown.press("How it looks")
    assert shown.page.name == "looks"
    shown.press("Home")
    assert shown.page.name == "my-path"


def test_the_staff_bar_has_the_menu_and_the_way_out(shown: Shown) -> None:
    shown.let_staff_in()
    shown.go("school")
    assert bar_of(shown) == ["School", "Class lists", "Classes", "Pupils", "Lessons", "Lock"]
    shown.press("Lock")
    assert shown.page.name == "welcome"
    assert not shown.desk.staff_inside


def test_whoever_signs_in_comes_to_my_path(shown: Shown) -> None:
    shown.go("who-are-you")
    assert shown.sign_in().name == "my-path"
    assert shown.says("Hello Amina!")


def test_a_childs_looks_come_with_the_child_and_leave_with_it(shown: Shown) -> None:
    shown.back.progress.keep_looks(AMINA.id, DARK)
    shown.sign_in()
    assert style.current().looks == DARK
    shown.go("welcome")
    assert style.current().looks == Looks()
    shown.sign_in(BEN)
    assert style.current().looks == Looks()


def test_the_largest_buttons_are_for_the_youngest_and_for_the_sign_in(shown: Shown) -> None:
    shown.go("who-are-you")
    assert style.current().young
    shown.sign_in(ZOE)
    assert not style.current().young
    shown.let_staff_in()
    shown.go("school")
    assert not style.current().young


def test_the_unit_grows_with_the_window(shown: Shown) -> None:
    before = style.current().unit
    shown.window.resize(1920, 1080)
    shown.settle()
    assert style.current().unit > before


def test_the_keys_begin_at_what_is_next(shown: Shown) -> None:
    shown.sign_in()
    assert shown.button("Safe").hasFocus()
    shown.go("place", Rule.SAFE)
    assert shown.button("At the park").hasFocus()


def test_the_office_is_heard_once_however_often_staff_come(shown: Shown) -> None:
    leaving, again = Heard(shown.kiosk.leaving), Heard(shown.kiosk.starting_again)
    for _ in range(3):
        shown.let_staff_in()
        shown.go("school")
        shown.go("welcome")
    shown.desk.office.leave_kiosk()
    assert len(leaving) == 1
    shown.desk.office.founded.emit()
    assert len(again) == 1


def test_trouble_is_a_calm_page_with_a_way_back(shown: Shown) -> None:
    shown.sign_in()
    shown.go("lesson", PARK)
    shown.kiosk.show_trouble()
    shown.settle()
    assert shown.page.name == "trouble"
    assert shown.says("It is not your fault.")
    assert shown.says("Your answers are safe.")
    shown.press("Start again")
    assert shown.page.name == "welcome"
    assert shown.desk.session.sitting is None


def test_from_trouble_escape_does_not_lead_back_into_what_failed(shown: Shown) -> None:
    shown.sign_in()
    shown.go("lesson", PARK)
    shown.kiosk.show_trouble()
    shown.settle()
    shown.key(Qt.Key.Key_Escape)
    assert shown.page.name == "trouble"


def test_trouble_says_that_answers_are_safe_only_once_they_are(shown: Shown) -> None:
    shown.sign_in()
    shown.back.progress.broken = StoreFault("progress/amina.json: no space is left on the disk")
    shown.go("lesson", PARK)
    shown.kiosk.show_trouble()
    shown.settle()
    told = Heard(shown.page.told)
    assert not shown.says("safe")
    assert "Please tell a grown-up that an answer is not saved yet." in shown.page.spoken()
    shown.back.progress.broken = None
    shown.desk.keeper._retry.timeout.emit()
    shown.settle()
    assert shown.says("Your answers are safe.")
    assert len(told) == 1
    assert shown.button("Start again").isVisible()


def test_going_home_signs_out(shown: Shown) -> None:
    shown.sign_in()
    shown.kiosk.go_home()
    shown.settle()
    assert shown.page.name == "welcome"
    assert shown.desk.session.sitting is None
