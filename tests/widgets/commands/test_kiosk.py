"""The kiosk's own words on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import pytest

from app.commands import kiosk
from app.frame.kiosk import IDLE_SECONDS


def parsed(*words: str) -> Namespace:
    """Read the words as the program does."""
    parser = ArgumentParser()
    kiosk.add_arguments(parser)
    return parser.parse_args(words)


def test_without_a_word_it_covers_the_screen_and_waits_as_long_as_the_frame_does() -> None:
    args = parsed()
    assert (args.window, args.idle) == (None, IDLE_SECONDS)


def test_a_window_and_another_patience_can_be_asked_for() -> None:
    args = parsed("--window", "1366x768", "--idle", "4")
    assert (args.window, args.idle) == ((1366, 768), 4)


@pytest.mark.parametrize(
    "words",
    [
        ("--window", "1366"),
        ("--window", "1366x768x2"),
        ("--window", "9x9"),
        ("--idle", "0"),
        ("--idle", "-5"),
        ("--idle", "soon"),
        ("--idle", "100000"),
    ],
)
def test_what_makes_no_sense_is_a_wrong_call(
    words: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(*words)
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err
