"""What staff change: secret pictures, names of classes, erasing, and handing out what is kept."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.attempt import Act, Attempt
from app.domain.ids import AttemptId, ClassId, IdeaId, KioskId, PupilId, RunId
from app.domain.kind import Answer, Sure
from app.domain.looks import Looks
from app.domain.pictures import SECRETS
from app.domain.schoolwork import (
    UnfitName,
    erase,
    export,
    give_secrets,
    rename_class,
    reset_secret,
    tidied,
    want_secrets,
)
from tests.rosters import child, first_of, imported, school_of

TWO = ("Amina K|Owl|1|A1", "Ben L|Fox|3|A2")


def taking_turns() -> Callable[[Sequence[str]], str]:
    """Return a chooser that takes the last, then the first, then the last ..."""
    turns = [0]

    def choose(pictures: Sequence[str]) -> str:
        turns[0] -= 1
        return pictures[turns[0] % 2 - 1]

    return choose


def test_a_class_that_wants_secret_pictures_gets_three_each() -> None:
    school = school_of(*TWO)
    after = want_secrets(school, child(school, "Amina K").class_id, True, first_of)
    assert child(after, "Amina K").secret == SECRETS[:3]
    assert child(after, "Ben L").secret == ()
    assert [one.secrets for one in after.classes] == [True, False]


def test_a_class_without_them_keeps_them_for_later() -> None:
    school = school_of(*TWO)
    owl = child(school, "Amina K").class_id
    wanted = want_secrets(school, owl, True, taking_turns())
    without = want_secrets(wanted, owl, False, first_of)
    assert not any(one.secrets for one in without.classes)
    again = want_secrets(without, owl, True, first_of)
    assert child(again, "Amina K").secret == child(wanted, "Amina K").secret


def test_secret_pictures_are_three_different_ones_of_the_twelve() -> None:
    school = school_of(*[f"N{number} A|Owl|1|{number + 10}" for number in range(40)])
    after = want_secrets(school, school.classes[0].id, True, secrets.choice)
    for pupil in after.pupils:
        assert len(set(pupil.secret)) == 3
        assert set(pupil.secret) <= set(SECRETS)
    assert len({pupil.secret for pupil in after.pupils}) > 20


def test_giving_again_changes_nothing() -> None:
    school = school_of(*TWO)
    after = want_secrets(school, school.classes[0].id, True, first_of)
    assert give_secrets(after, taking_turns()) == after


def test_leavers_get_none() -> None:
    school = imported(school_of("Amina K|Owl|1", "Ben L|Owl|1"), "Amina K|Owl|1")
    after = want_secrets(school, school.classes[0].id, True, first_of)
    assert child(after, "Ben L").secret == ()


def test_a_reset_gives_one_pupil_new_ones() -> None:
    school = school_of("Amina K|Owl|1", "Ben L|Owl|1")
    school = want_secrets(school, school.classes[0].id, True, first_of)
    after = reset_secret(school, child(school, "Amina K").id, taking_turns())
    assert child(after, "Amina K").secret != child(school, "Amina K").secret
    assert child(after, "Ben L") == child(school, "Ben L")


def test_a_class_is_renamed() -> None:
    school = school_of(*TWO)
    owl = child(school, "Amina K").class_id
    after = rename_class(school, owl, "  Tawny   Owl ")
    assert [one.name for one in after.classes] == ["Tawny Owl", "Fox"]
    assert rename_class(after, owl, "TAWNY OWL").classes[0].name == "TAWNY OWL"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "needs a name"),
        ("\u200b ", "needs a name"),
        ("a" * 41, "at most 40"),
        ("fox", "'fox' already"),
    ],
)
def test_a_name_that_a_class_cannot_have_is_refused(name: str, why: str) -> None:
    school = school_of(*TWO)
    with pytest.raises(UnfitName, match=why):
        rename_class(school, child(school, "Amina K").class_id, name)


def test_an_erased_pupil_is_gone_and_an_empty_class_with_them() -> None:
    school = school_of(*TWO)
    pupil = child(school, "Amina K")
    after = erase(school, pupil.id)
    assert after.pupil(pupil.id) is None
    assert [one.name for one in after.classes] == ["Fox"]
    assert pupil.id not in repr(after)
    assert pupil.key not in repr(after)


def test_erasing_nobody_changes_nothing() -> None:
    school = school_of(*TWO)
    assert erase(school, PupilId("0" * 12)) == school


def test_a_leaver_keeps_their_class_until_erased() -> None:
    school = imported(school_of("Amina K|Owl|1|A1", *TWO[1:]), "Ben L|Fox|3|A2", "Cai M|Owl|1")
    assert [one.name for one in school.classes] == ["Owl", "Fox"]
    gone = erase(school, child(school, "Cai M").id)
    assert [one.name for one in gone.classes] == ["Fox", "Owl"]
    assert [one.name for one in erase(gone, child(gone, "Amina K").id).classes] == ["Fox"]


def test_tidying_puts_classes_by_year_then_name() -> None:
    school = school_of("A B|Bee|2", "C D|Ant|2", "E F|Yew|1")
    assert [one.name for one in tidied(school).classes] == ["Yew", "Ant", "Bee"]


def attempt() -> Attempt:
    """Return an answer as it is kept."""
    return Attempt(
        id=AttemptId("a" * 16),
        kiosk=KioskId("b" * 8),
        seq=7,
        at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        run=RunId("c" * 8),
        content="quiz:safe/ks1",
        version="v1",
        act=Act.ANSWER,
        place="wifi",
        answer=Answer(("yes", "no"), Sure.NOT_SURE),
        right=False,
        ideas=(IdeaId("all-wifi-is-fine"),),
        asked="Is it fine?",
        said="Yes",
    )


def test_all_that_is_kept_of_a_pupil_is_handed_out() -> None:
    school = school_of(*TWO)
    pupil = child(school, "Amina K")
    kept = json.loads(json.dumps(export(school, pupil.id, [attempt()], Looks(still=True))))
    assert kept.pop("attempts") == [
        {
            "id": "a" * 16,
            "kiosk": "b" * 8,
            "number": 7,
            "at": "2026-03-02T09:30:00+00:00",
            "run": "c" * 8,
            "content": "quiz:safe/ks1",
            "version": "v1",
            "act": "answer",
            "place": "wifi",
            "step": None,
            "answer": ["yes", "no"],
            "how sure": "not-sure",
            "right": False,
            "wrong ideas": ["all-wifi-is-fine"],
            "asked": "Is it fine?",
            "said": "Yes",
        }
    ]
    assert kept == {
        "school": "Hill Top Primary",
        "id": pupil.id,
        "first name": "Amina",
        "initial": "K",
        "class": "Owl",
        "year": "Year 1",
        "animal": pupil.animal,
        "secret pictures": [],
        "pupil id kept as a keyed hash": True,
        "left": False,
        "how it looks": {
            "text_size": 100,
            "theme": "paper",
            "typeface": "andika",
            "still": True,
        },
    }


def test_what_is_handed_out_of_an_act_without_answer_is_empty() -> None:
    school = school_of(*TWO)
    bare = replace(attempt(), act=Act.BACK, step=2, answer=None, right=None, ideas=())
    kept = export(school, child(school, "Ben L").id, [bare], Looks())["attempts"]
    assert isinstance(kept, list)
    assert (kept[0]["answer"], kept[0]["how sure"], kept[0]["step"]) == (None, None, 2)


def test_nobody_is_handed_out_who_is_not_there() -> None:
    with pytest.raises(LookupError):
        export(school_of(*TWO), PupilId("0" * 12), [], Looks())


def test_a_reset_of_one_class_leaves_no_trace_in_another() -> None:
    school = school_of(*TWO)
    assert want_secrets(school, ClassId("none"), True, first_of) == school
