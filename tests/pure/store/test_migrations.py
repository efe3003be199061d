"""Schemas: older documents grow step by step, newer ones are left alone, others are damage."""

from __future__ import annotations

import orjson
import pytest

from app.domain.ports import StoreFault
from app.store.envelope import Damaged, Letter
from app.store.migrations import KIOSK, PROGRESS, SCHOOL, Document, Format


def name_the_version(old: Document) -> Document:
    """Schema 2 of a made-up format: versions have a name of their own."""
    rows = {key: {**row, "v": "0"} for key, row in old["rows"].items() if isinstance(row, dict)}
    return {"rows": dict(rows)}


def count_the_rows(old: Document) -> Document:
    """Schema 3: the number of rows stands beside them."""
    return {**old, "sums": {"rows": len(old["rows"])}}


GROWN = Format("shells", (name_the_version, count_the_rows))


def letter(schema: int, document: object, form: str = "shells") -> Letter:
    """Return a letter of any content."""
    return Letter(form, schema, orjson.dumps(document))


def test_todays_schema_is_one_more_than_the_steps() -> None:
    assert Format("new").schema == 1
    assert GROWN.schema == 3
    assert GROWN.fold({}).schema == 3


@pytest.mark.parametrize(
    ("schema", "document"),
    [
        (1, {"rows": {"1": {"c": "conch"}}}),
        (2, {"rows": {"1": {"c": "conch", "v": "0"}}}),
        (3, {"rows": {"1": {"c": "conch", "v": "0"}}, "sums": {"rows": 1}}),
    ],
)
def test_a_document_of_any_older_schema_grows_to_todays(schema: int, document: Document) -> None:
    grown = {"rows": {"1": {"c": "conch", "v": "0"}}, "sums": {"rows": 1}}
    assert GROWN.unfold(letter(schema, document)) == grown


def test_a_newer_schema_is_refused_with_the_remedy() -> None:
    with pytest.raises(
        StoreFault, match=r"newer Be SMART and is left as it is; bring .* up to date"
    ):
        GROWN.unfold(letter(4, {"rows": {}}))


@pytest.mark.parametrize(
    "wrong",
    [
        letter(1, {"rows": {}}, "school"),
        letter(0, {"rows": {}}),
        letter(1, ["rows"]),
        letter(1, {"rows": [1, 2]}),
        letter(1, None),
        Letter("shells", 1, b"{"),
        Letter("shells", 1, b""),
    ],
)
def test_what_is_no_such_document_is_damaged(wrong: Letter) -> None:
    with pytest.raises(Damaged):
        GROWN.unfold(wrong)


@pytest.mark.parametrize("form", [PROGRESS, SCHOOL, KIOSK])
def test_what_is_folded_unfolds(form: Format) -> None:
    document: Document = {"rows": {"1": {"name": "Zoë \u200f"}}, "none": {}}
    assert form.unfold(form.fold(document)) == document
