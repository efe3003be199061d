"""Every fault that the check refuses in a lesson, planted one at a time into a good one."""

from __future__ import annotations

import pytest

from app.content.inspection import Depth
from tests.lessonbook import CARD, LESSON, Desk, edited, quiz, said

Plant = tuple[str, str, str]
"""What is taken out, what is put in its place, and what the check must say."""

ALL_TO_GATE = """  [[scenes.ways]]
  on = ["name"]
  set = { told = 2 }
  goto = "gate"
  [[scenes.ways]]
  goto = "gate"
"""
NAME_TO_GATE = ALL_TO_GATE.removesuffix('  [[scenes.ways]]\n  goto = "gate"\n')
STAGE = 'stage = [{ who = "amina" }]'
FOUR = ", ".join(['{ who = "amina" }'] * 4)
LOOP = """  [[scenes.ways]]
  when = { told = { equals = 2 } }
  goto = "far"
  [[scenes.ways]]
  goto = "near"
"""
DEBRIEF = """[endings.debrief]
happened = "Torchy knew where Amina goes to school."
rule = "Private facts stay private."
another_time = "Say no and play on."
tell = "It is never too late for Tell."
"""

BO = '[cast.bo]\nname = "Bo"\nlooks = { a = { picture = "art:dog", words = "Bo" } }\n'

HEAD: list[Plant] = [
    ("minutes = 10", "minutes = 10\nmood = 3", "lesson: unknown key 'mood'"),
    ('title = "The torch"\n', "", "lesson: 'title' is missing"),
    ('title = "The torch"', 'title = "  "', "lesson: 'title' is empty"),
    ('title = "The torch"', "title = 4", "lesson: 'title' must be a text in quotes"),
    ('id = "the-torch"', 'id = "The Torch"', "lesson: id 'The Torch' must be of small letters"),
    ('id = "the-torch"', 'id = "a-torch"', "id 'a-torch' and its folder 'the-torch' must be"),
    ('band = "lks2"', 'band = "ks9"', "lesson: 'band' is 'ks9'; it must be one of"),
    ('rule = "safe"', 'rule = "meeting"', "rule 'meeting' stands in the folder 'safe'"),
    ('rule = "safe"', 'rule = "sage"', "lesson: 'rule' is 'sage'; it must be one of"),
    ("minutes = 10", "minutes = 90", "lesson: 'minutes' is 90"),
    ("minutes = 10", "minutes = true", "lesson: 'minutes' must be a whole number"),
    ('["I can keep a private', '["To keep a private', "must begin with 'I can'"),
    ('"ecw-2020:privacy-and-security"', '"ecw-2020:x"', "'frameworks' has no tag 'ecw-2020:x'"),
    ('["ecw-2020:privacy-and-security", "kcsie:contact"]', "[]", "'frameworks' needs at least 1"),
    ('"p1-private-facts"', '"p99"', "'policy' has no tag 'p99'"),
    ('"p1-private-facts"', '"p14-private-pictures"', "'p14-private-pictures' is for uks2 only"),
    ('name = "Amina"', 'name = ""', "lesson, cast 'amina': 'name' is empty"),
    ('words = "Amina, smiling"', 'words = ""', "look 'happy': 'words' is empty"),
    ('words = "Amina, smiling"\n', "", "look 'happy': 'words' is missing"),
    ('torch = "a lamp to carry"', 'torch = ""', "lesson, words: 'torch' is empty"),
    ('distancing = "Amina is made up."\n', "", "lesson, notes: 'distancing' is missing"),
    (', "Whom could Amina ask?"]', "]", "lesson, home: 'talk' needs at least 2"),
    ('"Which facts are private?",', '"Why?", "Who?",', "lesson, home: 'talk' has 3 questions"),
    ("[cast.amina]\n", '[cast.bo]\nname = "Bo"\n[cast.amina]\n', "cast 'bo': has no looks"),
    (
        "[cast.amina]\n",
        f"{BO}[cast.amina]\n",
        "cast 'bo': never appears",
    ),
]

STORY: list[Plant] = [
    ('goto = "far"', 'goto = "fra"', "scene 'gate', way 1: goto 'fra' leads to no scene"),
    ('goto = "far"', 'goto = ""', "scene 'gate', way 1: 'goto' is empty"),
    ('goto = "far"', 'goto = "near"', "ending 'far': can never be reached"),
    ('ways = [{ goto = "message" }]', 'ways = [{ goto = "gate" }]', "scene 'message': can never"),
    ('ways = [{ goto = "message" }]', "ways = []", "scene 'hello': needs at least 1 of 'ways'"),
    (ALL_TO_GATE, NAME_TO_GATE, "is a dead end: outcome 'block' leads nowhere"),
    (LOOP, '[[scenes.ways]]\ngoto = "message"', "scene 'hello': is in a loop that cannot be left"),
    (
        'ways = [{ goto = "message" }]',
        'ways = [{ when = { told = { at_least = 1 } }, goto = "message" }]',
        "scene 'hello': is a dead end: 'go on' leads nowhere when told is 0",
    ),
    (DEBRIEF, "", "ending 'far': has no debrief"),
    ("It is never too late for Tell.", "It is never too late to tell.", "does not name Tell"),
    ('rule = "Private facts stay private."\nanother_time = "Say no and play on."\ntell = "If',
     'another_time = "Say no and play on."\ntell = "If', "debrief: 'rule' is missing"),
    ('id = "far"', 'id = "near"', "id 'near' is given to 2 scenes or endings"),
    ('id = "far"', 'id = "gate"', "id 'gate' is given to 2 scenes or endings"),
    ('on = ["name"]', 'on = ["nome"]', "way 1: there is no outcome 'nome'"),
    ('ways = [{ goto = "message" }]', 'ways = [{ on = ["a"], goto = "message" }]',
     "way 1: 'on' needs an activity, and here is none"),
    ("set = { told = 2 }", "set = { tld = 2 }", "variable 'tld' is not declared"),
    ("when = { told = { equals = 2 } }", "when = { tld = { equals = 2 } }", "'tld' is not"),
    ("set = { told = 2 }", "set = { told = 3 }", "way 1: takes 'told' to 3, out of its range"),
    ("set = { told = 2 }", "add = { told = -1 }", "way 1: takes 'told' to -1, out of its range"),
    ("set = { told = 2 }", 'set = { told = "two" }', "way 1, set: 'told' must be a whole number"),
    ("start = 0", "start = 7", "lesson, variable 'told': starts at 7, out of its range 0 to 2"),
    ("low = 0", "low = 4", "lesson, variable 'told': 'low' 4 is above 'high' 2"),
    ("low = 0", "low = 0.5", "lesson, variable 'told': 'low' must be a whole number"),
    ("[variables.told]", "[variables.mood]\nhigh = 1\n[variables.told]", "'mood': is never used"),
    ("  set = { told = 2 }\n", "", "variable 'told': is read but never set"),
    ("told = { equals = 2 }", "told = { equals = 1 }", "way 1: its condition can never hold"),
    ("told = { at_least = 1 }", "told = { at_least = 3 }", "line 2: its condition can never hold"),
    ("told = { at_least = 1 }", "told = { }", "needs one of at_least, at_most, equals"),
    ("told = { at_least = 1 }", "told = { equals = 1, at_most = 2 }", "'equals' stands alone"),
    ("told = { at_least = 1 }", "told = 1", "'told' in 'when' must be a table"),
    (
        'goto = "near"',
        'goto = "near"\n  [[scenes.ways]]\n  on = ["ask"]\n  goto = "far"',
        "scene 'gate', way 3: is never taken: the ways above it take every case",
    ),
    ('{ text = "At the gate Torchy waits." },', '{ text = "Oh!" }, { text = "A" }, { text = "B" },',
     "scene 'gate': shows 4 lines when told is 2"),
    ('{ text = "At the gate Torchy waits." },', "", "scene 'gate': shows 0 lines when told is 0"),
    ('{ text = "Amina plays the torch game." }', '{ text = "" }', "line 1: 'text' is empty"),
    ('{ text = "Amina plays the torch game." }', "4", "'lines' must hold only tables"),
    (STAGE, 'stage = [{ who = "bo" }]', "'bo' is not in the cast"),
    (STAGE, 'stage = [{ who = "amina", look = "sad" }]', "'amina' has no look 'sad'"),
    (STAGE, 'stage = [{ who = "amina" }, { who = "amina" }]', "somebody is on stage twice"),
    (STAGE, f"stage = [{FOUR}]", "4 are on stage; there is room for 3"),
    ('{ who = "amina", text = "So dark', '{ who = "bo", text = "So dark', "'bo' is not in"),
]  # fmt: skip

ACTIVITY: list[Plant] = [
    ('kind = "choice"', 'kind = "chioce"', "'kind' is 'chioce'; it must be one of"),
    ('prompt = "What shall Amina do now?"\n', "", "activity: 'prompt' is missing"),
    ('    feedback = "It gets late."\n', "", "option 'stay': 'feedback' is missing"),
    ("sure = true", 'sure = "yes"', "'sure' must be true or false"),
    ("sure = true", "sure = true\n  timer = 3", "activity: unknown key 'timer'"),
    ('  tell = { feedback = "Her dad looks at it with her.", right = true }\n', "", "'tell'"),
]

PICTURES: list[Plant] = [
    ('picture = "art:star"', 'picture = "art:zzz"', "lesson: there is no bundled picture"),
    ('picture = "art:robot"', 'picture = "art:zzz"', "scene 'message', picture 'art:zzz':"),
    ('picture = "art:star"', 'picture = "torch.svg"', "picture 'torch.svg' is missing"),
    ('picture = "art:star"', 'picture = "../torch.svg"', "lies outside the lesson's folder"),
    ('picture = "art:star"', 'picture = "/etc/hostname"', "lies outside the lesson's folder"),
    ('picture = "art:star"', 'picture = "c:\\\\torch.svg"', "lies outside the lesson's folder"),
    ('picture = "art:star"', 'picture = "lesson.toml"', "is of a kind we do not draw"),
    ('backdrop = "game"\nstage = [{ who = "amina" }]', f'backdrop = "moon"\n{STAGE}',
     "scene 'message', backdrop: there is no backdrop 'moon'"),
]  # fmt: skip

WORDING: list[Plant] = [
    ("Amina plays the torch game.", "Amina plays Fortnite.", "names 'Fortnite', a brand"),
    (
        "Amina plays the torch game.",
        "It is an Animal  Crossing game.",
        "'Animal Crossing', a brand",
    ),
    ("Amina plays the torch game.", "A lego-like MR BEAST says hi.", "names 'MR BEAST', a brand"),
    ("Amina plays the torch game.", "A lego-like game.", "names 'lego', a brand"),
    ("Her dad sits down beside her.", "Her dad googles it on Google.", "names 'Google', a brand"),
    ("Draw the next scene.", "Look it up on YouTube.", "notes, extension: names 'YouTube'"),
    ("What shall Amina do now?", "Have you ever done this?", "asks for the pupil's own life"),
    ("What shall Amina do now?", "Type your password here.", "asks for the pupil's own life"),
    ("Amina plays the torch game.", "Where do you live?", "asks for the pupil's own life"),
    (
        "If it feels odd, use Tell.",
        "Tell keeps it secret.",
        "says 'secret' where it speaks of Tell",
    ),
    ("If it feels odd, use Tell.", "Tell. We promise.", "says 'promise' where it speaks of Tell"),
    ("Her dad looks at it with her.", "It stays anonymous.", "message', tell, feedback: says"),
    ("Her dad sits down beside her.", "The Tell page is confidential.", "says 'confidential'"),
]


@pytest.mark.parametrize("plant", [*HEAD, *STORY, *ACTIVITY, *PICTURES, *WORDING])
def test_a_planted_fault_is_found(desk: Desk, plant: Plant) -> None:
    old, new, expected = plant
    desk.lesson(edited(LESSON, old, new))
    found = said(desk.problems())
    assert any(expected in one for one in found), found


def test_the_good_lesson_has_no_fault(desk: Desk) -> None:
    desk.lesson(LESSON)
    desk.quiz(quiz())
    desk.card(CARD)
    assert desk.problems(Depth(words=True)) == []


def test_a_hole_in_the_story_is_reported_once(desk: Desk) -> None:
    """A typing slip in one way must not bring a hail of faults that follow from it."""
    desk.lesson(edited(LESSON, 'goto = "far"', 'goto = "fra"'))
    assert len(desk.problems()) == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('["I can keep a private', '["To play a scene', "objective 'To play a scene"),
        ("minutes = 10", "minutes = 10\nvariable = 3", "unknown key 'variable'"),
    ],
)
def test_a_fault_elsewhere_hides_none_of_the_story(
    desk: Desk, old: str, new: str, expected: str
) -> None:
    """Whatever its words: only a hole in the story itself would be reported again and again."""
    text = edited(LESSON, 'goto = "far"', 'goto = "near"')
    desk.lesson(edited(text, old, new))
    found = said(desk.problems())
    assert any(expected in one for one in found), found
    assert any("ending 'far': can never be reached" in one for one in found), found


def test_all_faults_of_a_file_are_reported_at_once(desk: Desk) -> None:
    text = edited(LESSON, "minutes = 10", "minutes = 99\nmood = 1")
    text = edited(text, 'goto = "far"', 'goto = "fra"')
    text = edited(text, "Amina plays the torch game.", "Amina plays Fortnite.")
    desk.lesson(edited(text, 'picture = "art:star"', 'picture = "art:zzz"'))
    assert len(desk.problems()) == 5


def test_a_variable_that_is_set_for_nothing_is_found(desk: Desk) -> None:
    """Two slips in one: it must be declared to be set at all."""
    text = edited(LESSON, "[variables.told]", "[variables.mood]\nhigh = 1\n[variables.told]")
    desk.lesson(edited(text, "set = { told = 2 }", "set = { told = 2, mood = 1 }"))
    expected = "variable 'mood': is set but never read; use it in a 'when' or take it out"
    assert said(desk.problems()) == [expected]


def test_a_lesson_needs_two_endings(desk: Desk) -> None:
    start = LESSON.index('[[endings]]\nid = "far"')
    text = LESSON[:start] + LESSON[LESSON.index("[notes]") :]
    desk.lesson(edited(text, 'goto = "far"', 'goto = "near"'))
    assert "lesson: needs at least 2 of 'endings'; it has 1" in said(desk.problems())


def test_what_made_up_people_say_may_ask_anything(desk: Desk) -> None:
    """The stranger in the game asks for the school; the program itself never does."""
    desk.lesson(edited(LESSON, "So dark in here!", "Where do you live?"))
    assert desk.problems() == []


def test_what_a_page_says_in_quotation_marks_is_not_the_program_asking(desk: Desk) -> None:
    asked = "A page says: “Type in your name!” What shall Amina do?"
    desk.lesson(edited(LESSON, "What shall Amina do now?", asked))
    assert desk.problems() == []


def test_secrets_may_be_spoken_of_where_tell_is_not(desk: Desk) -> None:
    desk.lesson(edited(LESSON, "At the gate Torchy waits.", "Torchy says it is a secret."))
    assert desk.problems() == []


def test_a_plain_word_is_no_brand(desk: Desk) -> None:
    fine = "Amina zooms off on her discord of drums. What a signal!"
    desk.lesson(edited(LESSON, "Amina plays the torch game.", fine))
    assert desk.problems() == []


def test_a_story_too_large_to_look_through_is_refused(desk: Desk) -> None:
    """Three answers that each count to 29 and lead back: 27,000 situations of one scene."""
    counts = {"no": "x", "block": "y", "tell": "z"}
    declared = "".join(f"[variables.{name}]\nhigh = 29\n" for name in counts.values())
    ways = "".join(
        f'  [[scenes.ways]]\n  on = ["{outcome}"]\n  when = {{ {name} = {{ at_most = 28 }} }}\n'
        f'  add = {{ {name} = 1 }}\n  goto = "hello"\n'
        for outcome, name in counts.items()
    )
    text = edited(LESSON, "[variables.told]", f"{declared}[variables.told]")
    desk.lesson(edited(text, ALL_TO_GATE, ways + ALL_TO_GATE))
    (problem,) = desk.problems()
    assert "has more than 20000 situations" in problem.fault
