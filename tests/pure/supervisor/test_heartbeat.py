"""The kiosk's side of the pipes: it beats, hears when to leave, and never stays behind."""

from __future__ import annotations

import os
from pathlib import Path

from app.supervisor.heartbeat import BEAT_SECONDS, FAREWELL_SECONDS, Pulse
from app.supervisor.life import Patience
from app.supervisor.process import start
from tests.pure.supervisor import doubles
from tests.pure.supervisor.doubles import all_it_says


def test_without_a_supervisor_it_may_live_on() -> None:
    pulse = Pulse()
    pulse.log_in(Path("anywhere"))
    assert pulse.beat()


def test_a_beat_is_a_line() -> None:
    reading, writing = os.pipe()
    assert Pulse(writing).beat()
    os.close(writing)
    assert os.read(reading, 100) == b"beat\n"
    os.close(reading)


def test_the_folder_of_the_log_is_a_line_whatever_its_letters() -> None:
    reading, writing = os.pipe()
    Pulse(writing).log_in(Path("/data/école primaire/logs"))
    os.close(writing)
    assert os.read(reading, 100) == "log /data/école primaire/logs\n".encode()
    os.close(reading)


def test_a_full_pipe_neither_blocks_nor_ends_it() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    pulse = Pulse(writing)
    assert all(pulse.beat() for _ in range(20_000))
    os.close(reading)
    os.close(writing)


def test_a_broken_pipe_means_leave() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert not Pulse(writing).beat()
    os.close(writing)


def test_it_leaves_when_the_leash_is_let_go() -> None:
    process = start(doubles.command("beat"), doubles.environment())
    assert process.read().startswith(b"beat\n")
    process.ask_to_leave()
    assert process.wait() == 0
    process.close()


def test_a_frozen_one_that_was_let_go_ends_itself() -> None:
    process = start(doubles.command("deaf"), doubles.environment())
    assert process.read() == b"beat\n"
    process.ask_to_leave()
    assert process.wait() == 0
    process.close()


def test_what_is_printed_is_no_heartbeat() -> None:
    process = start(doubles.command("print", "0"), doubles.environment())
    assert all_it_says(process) == b"beat\n"
    assert process.wait() == 0
    process.close()


def test_what_the_kiosk_started_cannot_feign_a_living_kiosk() -> None:
    process = start(doubles.command("leave-a-child"), doubles.environment())
    assert all_it_says(process) == b"beat\n"
    assert process.wait() == -9
    process.close()


def test_several_beats_fit_into_the_watchs_patience() -> None:
    patience = Patience()
    assert patience.beating * patience.slice_seconds >= 5 * BEAT_SECONDS


def test_who_hangs_while_leaving_ends_itself_before_it_is_killed() -> None:
    patience = Patience()
    assert patience.leaving * patience.slice_seconds > FAREWELL_SECONDS
