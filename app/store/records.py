"""Attempts and looks as rows with short keys: what is stored, and how it is read back."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.attempt import Act, Attempt
from app.domain.ids import AttemptId, IdeaId, KioskId, RunId
from app.domain.kind import Answer, Sure
from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.store.rows import Row, UnfitRow, field, filled, text, texts


def attempt_row(attempt: Attempt) -> dict[str, object]:
    """Return an attempt as a row without its id; what is not set takes no room."""
    answer = attempt.answer
    row = filled(
        {
            "k": attempt.kiosk,
            "n": attempt.seq,
            "t": _time_text(attempt.at),
            "r": attempt.run,
            "c": attempt.content,
            "v": attempt.version,
            "a": attempt.act.value,
            "p": attempt.place,
            "b": attempt.step,
            "y": attempt.right,
            "w": list(attempt.ideas),
            "q": attempt.asked,
            "d": attempt.said,
        }
    )
    if answer is not None:
        row["o"] = list(answer.picks)
        row |= {"u": answer.sure.value} if answer.sure else {}
    return row


def attempt_of(id_: str, row: Row) -> Attempt:
    """Return the attempt of an id and its row; raise ``UnfitRow`` for what is none."""
    try:
        return Attempt(
            id=AttemptId(id_),
            kiosk=KioskId(field(row, "k", str)),
            seq=field(row, "n", int),
            at=datetime.fromisoformat(field(row, "t", str)).astimezone(UTC),
            run=RunId(field(row, "r", str)),
            content=text(row, "c"),
            version=text(row, "v"),
            act=Act(field(row, "a", str)),
            place=text(row, "p"),
            step=field(row, "b", int) if "b" in row else None,
            answer=_answer(row),
            right=field(row, "y", bool) if "y" in row else None,
            ideas=tuple(IdeaId(idea) for idea in texts(row, "w")),
            asked=text(row, "q"),
            said=text(row, "d"),
        )
    except ValueError as fault:
        raise UnfitRow(str(fault)) from None


def looks_row(looks: Looks) -> dict[str, object]:
    """Return looks as a row."""
    return {
        "size": looks.text_size,
        "theme": looks.theme.value,
        "face": looks.typeface.value,
        "still": looks.still,
    }


def looks_of(row: Row) -> Looks:
    """Return the looks of a row; a value that is no longer offered is the usual one."""
    usual = Looks()
    size, theme, face = row.get("size"), row.get("theme"), row.get("face")
    return Looks(
        text_size=size if isinstance(size, int) and size in TEXT_SIZES else usual.text_size,
        theme=next((one for one in Theme if one == theme), usual.theme),
        typeface=next((one for one in Typeface if one == face), usual.typeface),
        still=row.get("still") is True,
    )


def _answer(row: Row) -> Answer | None:
    if "o" not in row:
        return None
    return Answer(texts(row, "o"), Sure(field(row, "u", str)) if "u" in row else None)


def _time_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
