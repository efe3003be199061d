"""What every kind found must keep, apart from its view (see tests/widgets/interactions)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kind import Activity, Answer, Candidate, Sure, UnfitAnswer
from app.domain.words import Slot
from tests.kinds import NAMES, faults_of, sample, table_of

every_kind = pytest.mark.parametrize("name", NAMES)


class Script:
    """A way of guessing that follows a list of choices and notes how many there were each time."""

    def __init__(self, choices: Sequence[int]) -> None:
        self.choices = list(choices)
        self.ways: list[int] = []

    def __call__(self, candidates: Sequence[Candidate]) -> Candidate:
        step = len(self.ways)
        self.ways.append(len(candidates))
        return candidates[self.choices[step] if step < len(self.choices) else 0]


def every_guess(activity: Activity) -> Iterator[tuple[Answer, Fraction]]:
    """Yield every answer a guesser can come to, and how probable it is at random."""
    choices: list[int] = []
    while True:
        script = Script(choices)
        answer = activity.guess(script)
        odds = Fraction(1)
        for ways in script.ways:
            odds /= ways
        yield answer, odds
        choices += [0] * (len(script.ways) - len(choices))
        choices = choices[: len(script.ways)]
        while choices and choices[-1] + 1 == script.ways[len(choices) - 1]:
            choices.pop()
        if not choices:
            return
        choices[-1] += 1


def test_the_kinds_of_the_first_issue_are_found() -> None:
    assert {"choice", "chat", "spot-it", "sort", "order", "compare"} <= set(NAMES)


def test_finding_kinds_loads_no_qt() -> None:
    code = (
        "import sys; from app.interactions.registry import kinds; assert len(kinds()) >= 6;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@every_kind
def test_the_sample_parses_in_a_quiz_and_in_a_lesson(name: str) -> None:
    assert sample(name).faults == ()
    assert sample(name, quiz=False).faults == ()


@every_kind
def test_right_and_wrong_are_judged(name: str) -> None:
    found = sample(name)
    if not found.kind.judged:
        assert found.activity.judge(found.right).right is None
        return
    right, wrong = found.activity.judge(found.right), found.activity.judge(found.wrong)
    assert right.right is True
    assert wrong.right is False
    assert right.ideas == ()
    assert wrong.ideas
    assert set(wrong.ideas) <= set(found.activity.ideas())


@every_kind
def test_being_sure_changes_no_verdict(name: str) -> None:
    found = sample(name)
    for sure in Sure:
        answer = Answer(found.right.picks, sure)
        assert found.activity.judge(answer) == found.activity.judge(found.right)
        assert found.activity.said(answer) == found.activity.said(found.right)


@every_kind
def test_outcomes_are_complete_each_can_happen_and_all_are_told(name: str) -> None:
    activity = sample(name).activity
    seen = set()
    for answer, _ in every_guess(activity):
        verdict = activity.judge(answer)
        seen.add(verdict.outcome)
        assert verdict.feedback
        assert activity.said(answer)
        assert set(verdict.ideas) <= set(activity.ideas())
        assert len({part.id for part in verdict.parts}) == len(verdict.parts)
    assert seen == set(activity.outcomes())
    assert len(set(activity.outcomes())) == len(activity.outcomes())


@every_kind
def test_the_best_outcome_stands_first(name: str) -> None:
    found = sample(name)
    rights = set()
    for answer, _ in every_guess(found.activity):
        verdict = found.activity.judge(answer)
        if verdict.right:
            rights.add(verdict.outcome)
    assert set(found.activity.outcomes()[: len(rights)]) == rights


@every_kind
def test_chance_is_that_of_guessing_at_random(name: str) -> None:
    activity = sample(name).activity
    every = list(every_guess(activity))
    assert sum(odds for _, odds in every) == 1
    right = sum(odds for answer, odds in every if activity.judge(answer).right)
    assert activity.chance() == pytest.approx(float(right))
    assert 0 < activity.chance() < 1 or not sample(name).kind.judged


@every_kind
@given(data=st.data())
def test_any_picks_are_judged_or_refused_never_worse(name: str, data: st.DataObject) -> None:
    found = sample(name)
    known = sorted({*found.right.picks, *found.wrong.picks, "", ":", "nothing"})
    picks = data.draw(st.lists(st.sampled_from(known) | st.text(max_size=8), max_size=8))
    answer = Answer(tuple(picks))
    try:
        verdict = found.activity.judge(answer)
    except UnfitAnswer:
        with pytest.raises(UnfitAnswer):
            found.activity.said(answer)
    else:
        assert verdict.outcome in found.activity.outcomes()
        assert found.activity.said(answer)


@every_kind
def test_an_answer_of_another_activity_is_refused(name: str) -> None:
    activity = sample(name).activity
    for picks in (("no-such-thing",), ("no-such-thing", "and-another"), ("a",) * 9):
        with pytest.raises(UnfitAnswer):
            activity.judge(Answer(picks))


@every_kind
def test_the_prompt_is_the_first_of_its_words(name: str) -> None:
    found = sample(name)
    first, *others = found.activity.words()
    assert (first.text, first.slot) == (found.activity.prompt, Slot.PROMPT)
    assert found.activity.prompt == found.table["prompt"]
    places = [words.where for words in (first, *others)]
    assert len(set(places)) == len(places)


@every_kind
def test_feedback_comes_last_and_every_feedback_is_among_the_words(name: str) -> None:
    activity = sample(name).activity
    slots = [words.slot for words in activity.words()]
    start = slots.index(Slot.FEEDBACK)
    assert set(slots[start:]) == {Slot.FEEDBACK}
    spoken = {words.text for words in activity.words()}
    for answer, _ in every_guess(activity):
        verdict = activity.judge(answer)
        assert verdict.feedback in spoken
        assert {part.text for part in verdict.parts} - {""} <= spoken


def texts_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield (key, text) of every text in an author's table."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner, key)
    elif isinstance(value, str):
        yield key, value


@every_kind
def test_every_sentence_an_author_writes_is_among_the_words_or_pictures(name: str) -> None:
    found = sample(name)
    given_back = {words.text for words in found.activity.words()}
    given_back |= {picture.name for picture in found.activity.pictures()}
    given_back |= {picture.words for picture in found.activity.pictures()}
    tags = {"kind", "id", "idea", "missed_idea", "wrong_page_idea"}
    tags |= {"basket", "answer", "look", "from"}  # they name, nobody reads them
    written = {text for key, text in texts_in(dict(found.table)) if key not in tags}
    assert written <= given_back


@every_kind
def test_an_unknown_key_is_a_fault(name: str) -> None:
    table = table_of(name)
    table["colour"] = "green"
    (fault,) = faults_of(name, table)
    assert "unknown key 'colour'" in fault


@every_kind
def test_every_key_left_out_or_mistyped_is_a_fault_or_an_option(name: str) -> None:
    optional = {"picture"} if name == "chat" else set()
    for key in set(sample(name).table) - {"kind", "sure"} - optional:
        table = table_of(name)
        del table[key]
        assert any(key in fault for fault in faults_of(name, table)), key
        table[key] = 7
        assert any(f"'{key}' must be" in fault for fault in faults_of(name, table)), key


@every_kind
def test_a_table_of_nonsense_gives_faults_never_an_error(name: str) -> None:
    every: tuple[object, ...] = ([], {}, "", 0, [1], [{}], {"a": 1}, None, True)
    for nonsense in every:
        table = dict.fromkeys(sample(name).table, nonsense)
        assert faults_of(name, {**table, "kind": name})
