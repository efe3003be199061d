"""Identifiers as types of their own, so that one is never taken for another."""

from __future__ import annotations

from typing import NamedTuple, NewType

PupilId = NewType("PupilId", str)
"""12 lower-case hexadecimal digits, random."""
ClassId = NewType("ClassId", str)
"""12 lower-case hexadecimal digits, random."""
LessonId = NewType("LessonId", str)
"""The lesson's own ``id``, unique among all lessons, for instance ``new-friend-in-the-game``."""
SceneId = NewType("SceneId", str)
"""Id of a scene or of an ending; the two share one name space within a lesson."""
ItemId = NewType("ItemId", str)
"""Id of a quiz item, unique within its quiz."""
QuizId = NewType("QuizId", str)
"""``<rule>/<band>``, for instance ``safe/lks2``."""
IdeaId = NewType("IdeaId", str)
"""A named misconception, for instance ``friend-of-a-friend-is-safe``."""
KioskId = NewType("KioskId", str)
"""8 lower-case hexadecimal digits, random, made once for each data folder."""
AttemptId = NewType("AttemptId", str)
"""16 lower-case hexadecimal digits, random."""
RunId = NewType("RunId", str)
"""8 lower-case hexadecimal digits: one way through one lesson or quiz."""


class Number(NamedTuple):
    """The kiosk that recorded an attempt, and its number there: given together, and once only."""

    kiosk: KioskId
    seq: int
