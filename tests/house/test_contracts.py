"""Every contract of the house, broken once on purpose: what keeps it must notice."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house.sources import ROOT, imports, modules, name_of, tree_of

BIN = Path(sys.executable).parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: list[dict[str, Any]] = SETTINGS["tool"]["importlinter"]["contracts"]

HOUSE = {
    "__init__": "",
    "__main__": "from app import commands, supervisor",
    "supervisor/__init__": "",
    "supervisor/watch": "import os",
    "commands/__init__": "",
    "commands/check": "from app import bootstrap\nfrom app.content import shelf",
    "bootstrap/__init__": "from app import frame, store, tell\nfrom app.content import shelf",
    "frame/__init__": "",
    "frame/window": "from PySide6 import QtWidgets\nfrom app.screens import registry",
    "screens/__init__": "",
    "screens/registry": "",
    "screens/welcome": "from app.flow import session\nfrom app.interactions import registry",
    "interactions/__init__": "",
    "interactions/registry": "from app.domain import kind",
    "interactions/chat/__init__": "",
    "interactions/chat/model": "from app.domain import kind",
    "interactions/chat/view": "from app.kit import icons\nfrom app.interactions.chat import model",
    "interactions/sort/__init__": "",
    "interactions/sort/model": "",
    "interactions/sort/view": "",
    "kit/__init__": "",
    "kit/icons": "import qtawesome\nfrom PySide6 import QtGui",
    "kit/tokens": "",
    "flow/__init__": "",
    "flow/session": "from PySide6 import QtCore\nfrom app.domain import kind",
    "content/__init__": "",
    "content/shelf": "from app.domain import kind",
    "store/__init__": "",
    "store/cabinet": "import tinydb",
    "tell/__init__": "",
    "tell/journal": "from app.domain import kind",
    "speech/__init__": "",
    "speech/voice": "import pyttsx3\nfrom PySide6 import QtCore",
    "staff/__init__": "",
    "staff/pin": "from app.domain import kind",
    "domain/__init__": "",
    "domain/kind": "",
}
"""A house as small as can be in which every contract is kept."""

VIOLATIONS = [
    ("layers", "domain/kind", "from app.content import shelf"),
    ("layers", "content/shelf", "from app.store import cabinet"),
    ("layers", "tell/journal", "from app.speech import voice"),
    ("layers", "staff/pin", "from app.store import cabinet"),
    ("layers", "flow/session", "from app.kit import tokens"),
    ("layers", "commands/check", "from app.supervisor import watch"),
    ("layers", "attic", "ROOM = 'nobody knows this room'"),
    ("adapters", "flow/session", "from app.store import cabinet"),
    ("adapters", "screens/welcome", "from app.content import shelf"),
    ("adapters", "kit/tokens", "from app.tell import journal"),
    ("qt", "domain/kind", "from PySide6 import QtCore"),
    ("qt", "store/cabinet", "import PySide6"),
    ("qt", "interactions/chat/model", "from PySide6 import QtWidgets"),
    ("qt", "supervisor/watch", "from PySide6 import QtCore"),
    ("tinydb", "content/shelf", "import tinydb"),
    ("qtawesome", "kit/tokens", "import qtawesome"),
    ("qtawesome", "screens/welcome", "import qtpy"),
    ("pyttsx3", "flow/session", "import pyttsx3"),
    ("apprise", "flow/session", "import apprise"),
    ("apprise", "tell/journal", "import apprise"),
    ("pyrage", "flow/session", "import pyrage"),
    ("pyrage", "tell/journal", "import pyrage"),
    ("kit", "kit/tokens", "from app.flow import session"),
    ("models", "interactions/sort/model", "from app.kit import tokens"),
    ("models", "interactions/sort/model", "from app.interactions.sort import view"),
    ("views", "interactions/sort/view", "from app.flow import session"),
    ("kinds", "interactions/sort/view", "from app.interactions.chat import view"),
    ("screens", "screens/welcome", "from app.interactions.chat import view"),
    ("frame", "frame/window", "from app.screens import welcome"),
    ("frame", "frame/window", "from app.interactions import registry"),
    ("supervisor", "supervisor/watch", "from app.bootstrap import start"),
    ("supervisor", "supervisor/watch", "import typing_extensions"),
    ("cycles", "kit/tokens", "from app.kit import icons\n# and back: "),
]

FLOW = "app/flow/planted.py"
BANNED = [
    (FLOW, "from PySide6.QtWidgets import QLabel"),
    (FLOW, "from PySide6 import QtGui"),
    ("app/kit/planted.py", "from PySide6.QtWidgets import QDialog"),
    ("app/kit/planted.py", "from PySide6.QtQml import QQmlEngine"),
    ("app/store/planted.py", "from threading import Thread"),
    ("tests/planted.py", "from unittest.mock import Mock"),
]
QTCORE_ONLY = ("flow", "speech")


def build(folder: Path, extra: dict[str, str]) -> None:
    """Write the small house, its contracts and what is planted in it."""
    for name, text in {**HOUSE, **extra}.items():
        path = folder / "app" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    whole = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        whole[whole.index("[tool.importlinter]") :], encoding="utf-8"
    )


def lint(folder: Path, *only: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on a house in a folder, on some contracts or all."""
    chosen = [word for contract in only for word in ("--contract", contract)]
    command = [str(BIN / "lint-imports"), "--no-cache", *chosen]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def ruff(path: str, source: str) -> str:
    """Return what ruff says of a source as if it stood at this path."""
    text = f'"""Planted."""\n\n{source}\n'
    command = [str(BIN / "ruff"), "check", "--no-cache", "--output-format=concise"]
    done = subprocess.run(
        [*command, "--stdin-filename", path, "-"],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_small_house_keeps_every_contract(tmp_path: Path) -> None:
    build(tmp_path, {})
    done = lint(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout


@pytest.mark.parametrize(("contract", "where", "line"), VIOLATIONS)
def test_a_planted_violation_is_seen(tmp_path: Path, contract: str, where: str, line: str) -> None:
    extra = {where: f"{HOUSE.get(where, '')}\n{line}"}
    if contract == "cycles":
        extra["kit/icons"] = f"{HOUSE['kit/icons']}\nfrom app.kit import tokens"
    build(tmp_path, extra)
    name = next(each["name"] for each in CONTRACTS if each["id"] == contract)
    done = lint(tmp_path, contract)
    assert done.returncode == 1
    assert f"{name} BROKEN" in done.stdout, done.stdout + done.stderr


def test_every_contract_has_its_violation() -> None:
    assert {each["id"] for each in CONTRACTS} == {contract for contract, _, _ in VIOLATIONS}


@pytest.mark.parametrize(("path", "source"), BANNED)
def test_what_is_banned_is_seen(path: str, source: str) -> None:
    assert "TID251" in ruff(path, source)


@pytest.mark.parametrize("room", [room for room in QTCORE_ONLY if (ROOT / "app" / room).is_dir()])
def test_a_room_that_may_use_qtcore_uses_nothing_else_of_qt(room: str) -> None:
    assert "TID251" not in ruff(f"app/{room}/planted.py", "from PySide6.QtCore import QObject")
    assert "TID251" in ruff(f"app/{room}/planted.py", "from PySide6.QtWidgets import QLabel")
    for path in modules(f"app/{room}"):
        parts = {name for name in imports(tree_of(path)) if name.startswith("PySide6.Qt")}
        assert all(name.startswith("PySide6.QtCore") for name in parts), name_of(path)


def test_the_supervisor_imports_the_standard_library_only() -> None:
    for path in modules("app/supervisor"):
        tops = {name.split(".")[0] for name in imports(tree_of(path))}
        assert tops <= {*sys.stdlib_module_names, "app"}, name_of(path)
