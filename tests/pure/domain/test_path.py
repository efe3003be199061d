"""My path: which lessons a band meets, what is next, and how many stars there are to see."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.attempt import Act, Attempt
from app.domain.ids import AttemptId, KioskId, RunId
from app.domain.path import bands_for, lesson_content, path
from app.domain.smart import Band, Rule
from tests.stories import SmallLibrary, lesson, quiz

TALE = lesson()


def did(number: int, act: Act, content: str, place: str, run: str = "r") -> Attempt:
    """Return one attempt."""
    at = datetime(2026, 9, 7, 9, 0, number, tzinfo=UTC)
    name, kiosk = AttemptId(str(number)), KioskId("k")
    return Attempt(RunId(run), content, "v1", act, place, id=name, kiosk=kiosk, seq=number, at=at)


def test_a_band_meets_its_own_and_younger_content_never_older() -> None:
    assert bands_for(Band.KS1) == (Band.KS1,)
    assert bands_for(Band.UKS2) == (Band.UKS2, Band.LKS2, Band.KS1)


def test_there_are_five_places_in_the_order_of_smart() -> None:
    places = path(SmallLibrary(), Band.LKS2, ())
    assert "".join(place.rule.letter for place in places) == "SMART"


def test_a_place_without_content_has_its_card_and_no_stars() -> None:
    meeting = path(SmallLibrary(), Band.LKS2, ())[1]
    assert (meeting.lessons, meeting.quiz, meeting.stars) == ((), None, None)
    assert meeting.card.rule is Rule.MEETING
    assert meeting.card.band is Band.LKS2


def test_a_younger_child_does_not_meet_an_older_lesson() -> None:
    assert path(SmallLibrary(), Band.KS1, ())[0].lessons == ()


def test_an_older_child_meets_the_younger_lesson_where_there_is_no_other() -> None:
    own = SmallLibrary(tales=(TALE, lesson(band=Band.UKS2, name="older")))
    assert [tile.lesson.id for tile in path(own, Band.UKS2, ())[0].lessons] == ["older"]
    assert [tile.lesson.id for tile in path(SmallLibrary(), Band.UKS2, ())[0].lessons] == ["park"]


def test_the_first_place_with_something_to_do_is_next() -> None:
    places = path(SmallLibrary(), Band.LKS2, ())
    assert [place.rule for place in places if place.is_next] == [Rule.SAFE]


def test_what_is_begun_goes_before_what_is_new() -> None:
    tell = lesson(Rule.TELL, name="told")
    library = SmallLibrary(tales=(TALE, tell))
    begun = (did(1, Act.START, lesson_content(tell), "hello"),)
    places = path(library, Band.LKS2, begun)
    assert [place.rule for place in places if place.is_next] == [Rule.TELL]
    assert places[4].lessons[0].begun


def test_a_finished_lesson_gives_a_star_and_its_quiz_is_next() -> None:
    done = (
        did(1, Act.START, lesson_content(TALE), "hello"),
        did(2, Act.END, lesson_content(TALE), "dry"),
    )
    safe = path(SmallLibrary(), Band.LKS2, done)[0]
    assert safe.stars == 1
    assert safe.lessons[0].finished
    assert not safe.lessons[0].begun
    assert safe.is_next


def test_nothing_is_next_when_everything_is_done() -> None:
    bank = quiz(practice=1)
    library = SmallLibrary(banks=(bank,))
    done = (
        did(1, Act.END, lesson_content(TALE), "dry"),
        did(2, Act.END, f"quiz:{bank.id}", ""),
    )
    places = path(library, Band.LKS2, done)
    assert not any(place.is_next for place in places)
    assert places[0].stars == 2


def test_rewinding_from_an_ending_opens_the_lesson_again() -> None:
    content = lesson_content(TALE)
    back = (did(1, Act.END, content, "dry"), did(2, Act.BACK, content, "ask"))
    tile = path(SmallLibrary(), Band.LKS2, back)[0].lessons[0]
    assert tile.begun
    assert tile.finished
