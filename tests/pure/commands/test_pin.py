"""The command ``pin reset``: asked twice without an echo, or read from standard input."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from app.domain.pin import PinRecord
from app.staff.pin import fits
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.kiosk import KioskFile
from app.store.vault import FolderVault
from tests.staffroom import seed_of, staffroom
from tests.tells import id_of

ROOT = Path(__file__).resolve().parents[3]
PHRASE = "apple table river cloud stone"
RESET = [sys.executable, "-m", "app", "pin", "reset"]


def reset(home: Path, typed: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command with some standard input."""
    call = [*RESET, "--home", str(home), *words]
    return subprocess.run(call, input=typed, capture_output=True, text=True, check=False, cwd=ROOT)


def reset_at_keyboard(home: Path, *typed: str) -> tuple[int, str]:
    """Run the command at a terminal; return its exit code and all that was to be seen there."""
    screen, keyboard = pty.openpty()
    call = [*RESET, "--home", str(home)]
    running = subprocess.Popen(
        call, stdin=keyboard, stdout=keyboard, stderr=keyboard, cwd=ROOT, start_new_session=True
    )
    os.close(keyboard)
    seen = ""
    for line in typed:
        seen += read_until(screen, ": ")
        os.write(screen, f"{line}\n".encode())
    seen += read_until(screen, "")
    code = running.wait()
    os.close(screen)
    return code, seen


def read_until(screen: int, ending: str) -> str:
    """Return what a terminal shows up to a prompt, or, for "", to its end."""
    seen = ""
    while not (ending and seen.endswith(ending)):
        try:
            part = os.read(screen, 1_000).decode()
        except OSError:  # Linux tells the end of a terminal so
            return seen
        if not part:
            return seen
        seen += part
    return seen


def kept(home: Path) -> PinRecord | None:
    """Return the PIN's record as it stands on the disk."""
    return KioskFile(Cabinet(Home(home))).pin()


def test_a_pin_from_standard_input_is_kept(tmp_path: Path) -> None:
    done = reset(tmp_path, "8305\n", "--stdin")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The new PIN is kept.\n", "")
    record = kept(tmp_path)
    assert record is not None
    assert fits("8305", record.hash)


def test_a_reset_forgets_all_wrong_tries(tmp_path: Path) -> None:
    with held(Home(tmp_path)) as cabinet:
        KioskFile(cabinet).keep_pin(PinRecord("", wrong=9, wait=60.0))
    assert reset(tmp_path, "8305\r\n", "--stdin").returncode == 0
    record = kept(tmp_path)
    assert record is not None
    assert (record.wrong, record.wait) == (0, 0.0)
    assert fits("8305", record.hash)


def test_a_weak_pin_is_refused_and_the_old_one_stays(tmp_path: Path) -> None:
    with held(Home(tmp_path)) as cabinet:
        KioskFile(cabinet).keep_pin(PinRecord("old"))
    done = reset(tmp_path, "1234\n", "--stdin")
    assert done.returncode == 1
    assert "among the first that anybody tries" in done.stderr
    assert kept(tmp_path) == PinRecord("old")


def test_no_pin_at_all_is_refused(tmp_path: Path) -> None:
    done = reset(tmp_path, "", "--stdin")
    assert done.returncode == 1
    assert "only the digits" in done.stderr


def test_without_a_keyboard_nobody_is_asked(tmp_path: Path) -> None:
    done = reset(tmp_path, "8305\n")
    assert done.returncode == 2
    assert "--stdin" in done.stderr
    assert kept(tmp_path) is None


def test_while_the_kiosk_runs_nothing_is_changed(tmp_path: Path) -> None:
    with held(Home(tmp_path)):
        done = reset(tmp_path, "8305\n", "--stdin")
    assert done.returncode == 1
    assert "another Be SMART is open on this folder" in done.stderr
    assert kept(tmp_path) is None


def test_at_a_keyboard_the_pin_is_asked_twice_and_never_shown(tmp_path: Path) -> None:
    code, seen = reset_at_keyboard(tmp_path, "8305", "8305")
    assert code == 0
    assert "8305" not in seen
    assert "The new PIN is kept." in seen
    record = kept(tmp_path)
    assert record is not None
    assert fits("8305", record.hash)


def test_two_pins_that_differ_change_nothing(tmp_path: Path) -> None:
    code, seen = reset_at_keyboard(tmp_path, "8305", "8306")
    assert code == 1
    assert "the two PINs differ; nothing was changed" in seen
    assert kept(tmp_path) is None


def test_help_says_who_may_do_this(tmp_path: Path) -> None:
    told = " ".join(reset(tmp_path, "", "--help").stdout.split())
    assert "decided by the accounts of this PC alone" in told


def set_up(home: Path) -> None:
    """Give the folder a live Tell whose safeguarding lead has a passphrase."""
    with held(Home(home)) as cabinet:
        room = staffroom(FolderVault(cabinet, cabinet.home.tell))
        room.desk.keep_key(id_of("dsl"), seed_of("dsl"), PHRASE)


def test_once_tell_is_set_up_a_passphrase_is_asked_as_well(tmp_path: Path) -> None:
    set_up(tmp_path)
    done = reset(tmp_path, "8305\n", "--stdin")
    assert done.returncode == 1
    assert "that is nobody's passphrase; nothing was changed" in done.stderr
    assert kept(tmp_path) is None
    done = reset(tmp_path, f"{PHRASE}\n8305\n", "--stdin")
    assert done.returncode == 0
    assert kept(tmp_path) is not None


def test_at_a_keyboard_the_passphrase_is_never_shown(tmp_path: Path) -> None:
    set_up(tmp_path)
    code, seen = reset_at_keyboard(tmp_path, PHRASE, "8305", "8305")
    assert code == 0
    assert PHRASE not in seen
    assert kept(tmp_path) is not None
