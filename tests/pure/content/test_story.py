"""Playing a lesson in every way it can go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.content.story import endless, in_words, places, walk
from app.content.story_faults import missing_goals, story_faults
from app.domain.ids import SceneId
from app.domain.lesson import Ending, Lesson, Line, Scene, Way
from app.domain.variables import Condition, Effect, Variable
from tests.stories import lesson

SMALL = lesson()
ASK = replace(SMALL.scenes[1], lines=SMALL.scenes[1].lines[:1])
TALE = replace(SMALL, scenes=(SMALL.scenes[0], ASK, SMALL.scenes[2]))
"""Whether Amina went is known in "later" only."""


def scene(name: str, *goals: str) -> Scene:
    """Return a plain scene with a way to each goal, of which the first is always taken."""
    ways = tuple(Way((), (), (), SceneId(goal)) for goal in goals)
    return Scene(SceneId(name), "park", (), (Line("", "Oh.", ()),), None, ways)


def tale(*scenes: Scene) -> Lesson:
    return replace(TALE, scenes=scenes, variables=())


def test_every_outcome_and_state_is_played() -> None:
    found = walk(TALE)
    assert sorted(found.states[SceneId("later")]) == [(("told", 0),), (("told", 1),)]
    assert set(found.states) == {"hello", "ask", "later", "wet", "dry"}
    assert found.whole
    assert (found.stuck, found.beyond, found.faulty) == ({}, set(), set())
    assert not list(story_faults(TALE))


def test_a_walk_is_given_up_beyond_its_bound() -> None:
    assert not walk(TALE, most=3).whole
    assert walk(TALE, most=len(walk(TALE).leads)).whole


def test_a_loop_that_some_states_leave_is_still_a_loop_for_the_others() -> None:
    """Only who was told gets out: the others go round, though an ending is there."""
    told = Condition("told", 1, None)
    ask = TALE.scenes[1]
    later = replace(
        TALE.scenes[2],
        ways=(Way((), (told,), (), SceneId("wet")), Way((), (), (), SceneId("later"))),
    )
    trapped = replace(TALE, scenes=(TALE.scenes[0], ask, later))
    assert endless(trapped, walk(trapped)) == ("later",)
    back = replace(later, ways=(later.ways[0], Way((), (), (), SceneId("ask"))))
    free = replace(TALE, scenes=(TALE.scenes[0], ask, back))
    assert endless(free, walk(free)) == ()


def test_a_scene_before_a_dead_end_is_not_called_a_loop_too() -> None:
    """The dead end is reported by itself; what leads there is no fault of its own."""
    broken = tale(scene("a", "b"), scene("b", "nowhere"))
    assert endless(broken, walk(broken)) == ()
    assert [where for where, _ in missing_goals(broken)] == ["scene 'b', way 1"]


def test_a_fallback_for_safety_is_no_fault() -> None:
    spare = replace(
        TALE.scenes[2],
        ways=(
            Way((), (Condition("told", 1, None),), (), SceneId("wet")),
            Way((), (Condition("told", None, 0),), (), SceneId("dry")),
            Way((), (), (), SceneId("dry")),
        ),
    )
    assert not list(story_faults(replace(TALE, scenes=(*TALE.scenes[:2], spare))))


def test_a_state_is_said_in_words() -> None:
    assert in_words(()) == ""
    assert in_words((("told", 1), ("calm", 0))) == " when told is 1 and calm is 0"


def test_places_are_scenes_then_endings() -> None:
    names = [where for where, _ in places(TALE)]
    assert names[0] == "scene 'hello'"
    assert names[-1] == "ending 'dry'"


NAMES = ("a", "b", "c", "d")
GRAPHS = st.lists(st.sampled_from((*NAMES, "wet", "dry")), min_size=4, max_size=4)


@given(GRAPHS)
def test_unreached_and_endless_agree_with_following_the_only_way(goals: Sequence[str]) -> None:
    """Where each scene has one way, walking by hand says what is reached and what never ends."""
    told = tale(*[scene(name, goal) for name, goal in zip(NAMES, goals, strict=True)])
    follows = dict(zip(NAMES, goals, strict=True))
    here, path = "a", ["a"]
    while here in follows and follows[here] not in path:
        here = follows[here]
        path.append(here)
    ends = path[-1] in ("wet", "dry")
    found = walk(told)
    assert set(found.states) == set(path)
    assert set(endless(told, found)) == (set() if ends else set(path))
    unreached = {
        f"{'ending' if isinstance(place, Ending) else 'scene'} '{place.id}'"
        for _, place in places(told)
        if place.id not in path
    }
    said = {where for where, fault in story_faults(told) if "can never be reached" in fault}
    assert said == unreached


@given(st.integers(-3, 3), st.integers(0, 3))
def test_out_of_range_is_exactly_that(by: int, high: int) -> None:
    ask = TALE.scenes[1]
    adds = Way(("go",), (), (Effect("told", by, adds=True),), SceneId("later"))
    told = replace(
        TALE,
        variables=(Variable("told", 0, high, 0),),
        scenes=(TALE.scenes[0], replace(ask, ways=(adds, ask.ways[1])), TALE.scenes[2]),
    )
    beyond = walk(told).beyond
    assert beyond == (set() if 0 <= by <= high else {(SceneId("ask"), 0, "told", by)})
