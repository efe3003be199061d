"""``@override`` marks a method for the type checker, and leaves it as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.domain.override import override

ROOT = Path(__file__).resolve().parents[3]


class Animal:
    def sound(self) -> str:
        """Return what it says."""
        return ""


class Duck(Animal):
    @override
    def sound(self) -> str:
        return "quack"


def test_a_marked_method_does_what_it_did() -> None:
    assert Duck().sound() == "quack"
    assert Duck.sound.__name__ == "sound"


def test_it_does_without_the_slow_import() -> None:
    asked = "import sys, app.domain.override; print('typing_extensions' in sys.modules)"
    shown = subprocess.check_output([sys.executable, "-c", asked], cwd=ROOT, text=True)
    assert shown.strip() == "False"
