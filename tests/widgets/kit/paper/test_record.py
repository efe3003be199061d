"""A Tell on paper: all of it is there, within the margins, and no heading ends a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from app.domain.tell.handover import Handover
from app.flow.tasks import Lane, Lanes
from app.kit.paper import pdf
from app.kit.paper.record import LACKING, Record
from app.kit.paper.sheet import FOOT, HEIGHT, TEXT, WIDTH
from tests.widgets.kit.paper.papers import image, inked, told, words_of

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "kite" * 200
NO_SCRIPT = "\u0378"
"""No font has a letter for it."""


def whole(one: Handover) -> str:
    """Return all words of all pages; what is broken into lines is joined."""
    record = Record(one)
    return " ".join(words_of(record, number) for number in range(len(record.pages)))


def test_more_was_done_on_more_pages() -> None:
    counts = [len(Record(told(count)).pages) for count in (0, 10, 40, 120)]
    assert counts == sorted(set(counts))
    assert counts[0] == 1


@pytest.mark.parametrize("count", [0, 12, 60])
def test_all_that_is_handed_over_stands_there_in_its_order(count: int) -> None:
    one = told(count, drill=True)
    words = whole(one)
    places = [words.index(section.title) for section in one.sections()]
    assert places == sorted(places)
    for section in one.sections():
        for part in (*sum(section.rows, ()), *section.paragraphs):
            for word in part.split():
                assert word[:40] in words, (section.title, part)


@pytest.mark.parametrize("words", ["It is not fair", LONG, f"so {LONG}\nand it was", "Боюся. ğ 😢"])
def test_nothing_stands_outside_the_margins(words: str) -> None:
    record = Record(told(30, words, drill=True))
    for number in range(len(record.pages)):
        made = image(record, number)
        assert inked(made, TEXT)
        right = QRectF(TEXT.right(), 0, WIDTH - TEXT.right(), HEIGHT)
        gap = QRectF(0, TEXT.bottom(), WIDTH, FOOT.top() - TEXT.bottom() - 3)
        for room in (QRectF(0, 0, TEXT.left(), HEIGHT), right, gap):
            assert not inked(made, room.adjusted(3, 0, -3, 0)), (number, room)


def test_a_word_longer_than_a_line_is_broken_and_nothing_of_it_is_lost() -> None:
    assert LONG in whole(told(0, LONG)).replace(" ", "")


def test_every_page_says_whose_it_is_and_which_of_how_many() -> None:
    record = Record(told(60, drill=True))
    count = len(record.pages)
    for number in range(count):
        words = words_of(record, number)
        assert words.startswith("Hillside DRILL")
        assert words.endswith(f"Tell {record.handover.case.tell} Page {number + 1} of {count}")


def test_a_drill_is_marked_and_a_real_one_is_not() -> None:
    assert "No child told this" in whole(told(2, drill=True))
    assert "drill" not in whole(told(2)).lower()


def test_the_title_names_no_child() -> None:
    assert "Amina" not in Record(told(0)).title


def test_letters_that_this_pc_has_not_are_spoken_of() -> None:
    assert LACKING in whole(told(0, NO_SCRIPT))
    assert LACKING not in whole(told(0, "Zoë, Łukasz"))


def test_no_heading_ends_a_page_however_long_what_comes_before_it_is() -> None:
    for count in range(0, 40, 3):
        one = told(count)
        record = Record(one)
        titles = {section.title for section in one.sections()}
        for number in range(len(record.pages)):
            text = words_of(record, number).rpartition(" Tell 0000")[0]
            assert not any(text.endswith(title) for title in titles), (count, number)


def test_it_becomes_a_pdf_away_from_the_screens_thread(qtbot: QtBot) -> None:
    made: list[bytes] = []
    one, lanes = told(40), Lanes()
    lanes.run(Lane.CPU, lambda: pdf.of_handover(one), made.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(made))
    lanes.close()
    assert made[0].startswith(b"%PDF-1.")
    assert made[0].rstrip().endswith(b"%%EOF")
    assert made[0].count(b"/Type /Page\n") == len(Record(one).pages)


def test_a_file_can_be_carried_within_it() -> None:
    one = told(0)
    with_it, bare = pdf.of_handover(one, {"tell.json": b"{}" * 500}), pdf.of_handover(one)
    assert b"/EmbeddedFile" in with_it
    assert b"/EmbeddedFile" not in bare


def test_the_same_twice_is_the_same_but_for_the_time() -> None:
    first, second = (pdf.of_handover(told(5)) for _ in range(2))
    same = [a == b for a, b in zip(_lines(first), _lines(second), strict=True)]
    assert all(same), "only lines with a date may differ"


def _lines(data: bytes) -> list[bytes]:
    return [line for line in data.split(b"\n") if b"Date" not in line]
