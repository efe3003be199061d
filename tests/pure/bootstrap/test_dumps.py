"""No core dumps: tried in a process that crashes with words in its memory."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = """
import os, resource
try:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
except (OSError, ValueError):
    pass
from app.bootstrap import dumps
if {forbid}:
    dumps.forbid()
print(dumps.forbidden(), flush=True)
os.abort()
"""


@pytest.mark.parametrize("forbid", [False, True])
def test_a_process_that_crashes_leaves_no_dump(tmp_path: Path, forbid: bool) -> None:
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", CRASH.format(forbid=forbid)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGABRT, done.stderr
    assert done.stdout.strip() == str(forbid)
    assert not (forbid and list(tmp_path.iterdir()))
