"""Who are you? Class, face, secret pictures: kind to wrong ones, and no shorter way round them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.ids import PupilId
from app.domain.school import Pupil, School
from app.flow.desk import Desk
from app.flow.signin import SECRET_LENGTH, SLOWEST_MS, SignInController, SignInPage
from tests.widgets.desks import (
    AMINA,
    BEN,
    HILLSIDE,
    OTTER,
    OWL,
    ZOE,
    Back,
    Heard,
    desk_over,
    sign_in,
)

YUSUF = Pupil(PupilId("yusuf"), "Yusuf", "A", OTTER.id, 5, "fox", secret=("ball", "key", "hat"))
WRONG = ("cake", "cake", "cake")


@pytest.fixture
def signin(desk: Desk) -> SignInController:
    desk.signin.begin()
    return desk.signin


def pick(signin: SignInController, *pictures: str) -> None:
    """Press pictures one after another."""
    for picture in pictures:
        signin.pick(picture)


def rested(signin: SignInController, pupil: Pupil = ZOE) -> None:
    """Let a child's short rest be over now."""
    rest = signin._rests[pupil.id]
    rest.stop()
    rest.timeout.emit()


def to_pictures(signin: SignInController) -> None:
    """Choose the child who has secret pictures."""
    signin.choose_class(OTTER.id)
    signin.choose_pupil(ZOE.id)


def who(desk: Desk, back: Back) -> str:
    """Return who is signed in once the disk has been read."""
    back.lanes.work()
    return desk.session.sitting.name if desk.session.sitting else ""


def test_it_begins_with_the_classes_that_have_children(signin: SignInController) -> None:
    assert signin.page == SignInPage((OWL, OTTER))


def test_a_class_without_children_is_not_shown(back: Back) -> None:
    back.schools.save(replace(HILLSIDE, pupils=(AMINA, BEN, replace(ZOE, left=True))))
    desk = desk_over(back)
    desk.signin.begin()
    assert desk.signin.page.chosen == OWL


def test_with_one_class_its_faces_are_shown_at_once(back: Back) -> None:
    back.schools.save(replace(HILLSIDE, classes=(OWL,), pupils=(AMINA, BEN)))
    desk = desk_over(back)
    desk.signin.begin()
    assert desk.signin.page.chosen == OWL
    assert [name for _, name in desk.signin.page.faces] == ["Amina", "Ben"]
    assert not desk.signin.back()


def test_in_an_empty_school_there_is_nothing_to_choose(back: Back) -> None:
    back.schools.save(School("Empty", ""))
    desk = desk_over(back)
    desk.signin.begin()
    assert desk.signin.page == SignInPage(())


def test_a_class_shows_its_faces_by_name(signin: SignInController) -> None:
    heard = Heard(signin.changed)
    signin.choose_class(OWL.id)
    assert signin.page.faces == ((AMINA, "Amina"), (BEN, "Ben"))
    assert heard.all == [signin.page]


def test_a_face_signs_in(signin: SignInController, desk: Desk, back: Back) -> None:
    signin.choose_class(OWL.id)
    signin.choose_pupil(BEN.id)
    assert who(desk, back) == "Ben"


def test_beginning_signs_out_whoever_was_left(desk: Desk, back: Back) -> None:
    sign_in(desk, back)
    desk.signin.begin()
    assert desk.session.sitting is None


@pytest.mark.parametrize("class_chosen", [True, False])
def test_a_face_that_is_not_there_signs_nobody_in(
    desk: Desk, back: Back, signin: SignInController, class_chosen: bool
) -> None:
    if class_chosen:
        signin.choose_class(OWL.id)
    signin.choose_pupil(type(AMINA.id)("nobody") if class_chosen else AMINA.id)
    assert who(desk, back) == ""


class TestSecretPictures:
    def test_they_are_asked_for(self, desk: Desk, back: Back, signin: SignInController) -> None:
        to_pictures(signin)
        assert signin.page.pupil == ZOE
        assert who(desk, back) == ""

    def test_a_class_may_have_none_of_them(self, back: Back) -> None:
        back.schools.save(replace(HILLSIDE, pupils=(AMINA, replace(ZOE, secret=()))))
        desk = desk_over(back)
        desk.signin.begin()
        to_pictures(desk.signin)
        assert who(desk, back) == "Zoë"

    def test_in_their_order_they_sign_in(
        self, desk: Desk, back: Back, signin: SignInController
    ) -> None:
        to_pictures(signin)
        pick(signin, *ZOE.secret)
        assert who(desk, back) == "Zoë"

    def test_in_another_order_they_do_not(
        self, desk: Desk, back: Back, signin: SignInController
    ) -> None:
        to_pictures(signin)
        pick(signin, *reversed(ZOE.secret))
        assert who(desk, back) == ""
        assert (signin.page.wrong, signin.page.picks, signin.page.resting) == (1, (), True)

    def test_only_their_number_is_shown(self, signin: SignInController) -> None:
        to_pictures(signin)
        pick(signin, *WRONG[: SECRET_LENGTH - 1])
        assert len(signin.page.picks) == SECRET_LENGTH - 1

    def test_while_it_rests_no_press_counts(
        self, desk: Desk, back: Back, signin: SignInController
    ) -> None:
        to_pictures(signin)
        pick(signin, *WRONG, *ZOE.secret)
        assert signin.page.picks == ()
        rested(signin)
        pick(signin, *ZOE.secret)
        assert who(desk, back) == "Zoë"

    def test_every_wrong_try_rests_longer_up_to_a_bound(self, signin: SignInController) -> None:
        to_pictures(signin)
        rests = []
        for _ in range(8):
            pick(signin, *WRONG)
            rests.append(signin._rests[ZOE.id].interval())
            rested(signin)
        assert rests == sorted(rests)
        assert rests[0] == 1_000
        assert rests[-1] == SLOWEST_MS

    def test_going_back_and_forth_is_no_way_round_the_rest(self, signin: SignInController) -> None:
        to_pictures(signin)
        pick(signin, *WRONG)
        assert signin.back()
        signin.choose_pupil(ZOE.id)
        assert (signin.page.wrong, signin.page.resting) == (1, True)
        signin.begin()
        to_pictures(signin)
        assert (signin.page.wrong, signin.page.resting) == (1, True)
        rested(signin)
        assert not signin.page.resting

    def test_the_rest_is_that_childs_alone(
        self, desk: Desk, back: Back, signin: SignInController
    ) -> None:
        to_pictures(signin)
        pick(signin, *WRONG)
        signin.begin()
        signin.choose_class(OWL.id)
        shown = signin.page
        rested(signin)
        assert signin.page is shown, "nothing moves under the finger of another child"
        signin.choose_pupil(AMINA.id)
        assert who(desk, back) == "Amina"

    def test_another_childs_rest_does_not_end_this_ones(self, back: Back) -> None:
        """Trying two children by turns would else never have to wait."""
        back.schools.save(replace(HILLSIDE, pupils=(AMINA, ZOE, YUSUF)))
        signin = desk_over(back).signin
        signin.begin()
        to_pictures(signin)
        pick(signin, *WRONG)
        assert signin.back()
        signin.choose_pupil(YUSUF.id)
        assert not signin.page.resting, "the other child need not wait"
        pick(signin, *WRONG)
        assert signin.back()
        signin.choose_pupil(ZOE.id)
        rested(signin, YUSUF)
        assert signin.page.pupil == ZOE
        assert signin.page.resting, "it is not this child's rest that is over"

    def test_signing_in_forgives_the_wrong_tries(
        self, back: Back, signin: SignInController
    ) -> None:
        to_pictures(signin)
        pick(signin, *WRONG)
        rested(signin)
        pick(signin, *ZOE.secret)
        back.lanes.work()
        signin.begin()
        to_pictures(signin)
        assert signin.page.wrong == 0

    def test_pictures_mean_nothing_before_a_face(self, signin: SignInController) -> None:
        before = signin.page
        pick(signin, *ZOE.secret)
        assert signin.page == before


class TestGoingBack:
    def test_from_pictures_to_faces_to_classes_and_out(self, signin: SignInController) -> None:
        to_pictures(signin)
        pick(signin, "boat")
        assert signin.back()
        assert (signin.page.chosen, signin.page.pupil, signin.page.picks) == (OTTER, None, ())
        assert signin.back()
        assert signin.page == SignInPage((OWL, OTTER))
        assert not signin.back()

    def test_whoever_goes_back_is_not_signed_in_by_a_slow_disk(
        self, desk: Desk, back: Back, signin: SignInController
    ) -> None:
        signin.choose_class(OWL.id)
        signin.choose_pupil(AMINA.id)
        assert signin.back()
        assert who(desk, back) == ""
