"""Nobody of the first circle sees from what they are sent whether there is an inner ladder."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.tell.ladder import Kind
from app.domain.tell.message import Standing
from app.domain.tell.people import PersonId
from app.domain.tell.post import Post
from tests.pure.domain.tell.test_post import (
    FIRST,
    INNER,
    NEVER,
    TELL,
    A,
    B,
    C,
    D,
    after,
    ids,
    raised,
    stepped,
    to_whom,
)

DEEDS = st.lists(
    st.one_of(
        st.integers(1, 50),
        st.sampled_from((A, B, C, D)),
        st.sampled_from(("take", "fail", "digest")),
    ),
    max_size=25,
)


def lived(deeds: list[int | str], inner_after: int | None) -> list[tuple[object, ...]]:
    """Return what those of the first circle see of a Tell in the course of all this.

    Each message of theirs as it is, by time, and the health that everybody may see.
    """
    post, passed, seen = raised(FIRST), 0.0, list[tuple[object, ...]]()
    for place, deed in enumerate(deeds):
        now = after(passed)
        if place == inner_after:
            post = post.raised(replace(INNER, since=now))
        if isinstance(deed, int):
            passed += deed
        elif deed == "digest":
            post = post.digested(
                f"{place}",
                {A: Standing(1, ("h",)), B: Standing(1, ("h",))},
                now,
                ids(1_000 * place + 1_000),
            )
        elif deed in {"take", "fail"}:
            post = tried(post, now, took=deed == "take")
        elif inner_after is not None or deed in FIRST.openers:
            # The others read of it, and open it, only where there is an inner ladder.
            post = post.opened(TELL, PersonId(deed), now)
        post = stepped(post, passed)
        seen += [
            (passed, one.message.to_person, one.message.subject, one.tries, one.delivered_at)
            for one in post.postings
            if one.of is None or one.of[1] is Kind.FIRST
        ]
        seen.append((passed, post.health(after(passed), channel=True), post.reached(TELL)))
    return seen


def tried(post: Post, now: datetime, *, took: bool) -> Post:
    """Return the post after all that is due was tried once."""
    for one in post.postings:
        if one.is_due(now):
            sent = one.message.id
            post = post.delivered(sent, now) if took else post.failed(sent, NEVER, now)
    return post


@given(DEEDS, st.integers(0, 25))
def test_an_inner_ladder_changes_nothing_for_the_first_circle(
    deeds: list[int | str], inner_after: int
) -> None:
    assert lived(deeds, inner_after) == lived(deeds, None)


def test_the_inner_ladder_of_that_property_does_say_something() -> None:
    post = stepped(raised(FIRST).raised(INNER), 15)
    assert set(to_whom(post)) == {A, B, C, D}
