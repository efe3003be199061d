"""Kinds are found by their folders, and say where their views are."""

from __future__ import annotations

from pathlib import Path

import pytest

import app.interactions
from app.interactions.registry import kinds, view_class

HOME = Path(next(iter(app.interactions.__path__)))


def test_every_folder_is_a_kind() -> None:
    folders = {path.parent.name for path in HOME.glob("*/model.py")}
    assert {name.replace("-", "_") for name in kinds()} == folders


def test_every_kind_has_model_view_and_sample() -> None:
    for name, kind in kinds().items():
        module, view = kind.view.split(":")
        folder = HOME / name.replace("-", "_")
        assert module == f"app.interactions.{folder.name}.view"
        assert view.endswith("View")
        assert (folder / "sample.toml").is_file()


def test_kinds_are_read_only_and_found_once() -> None:
    assert kinds() is kinds()
    with pytest.raises(TypeError):
        kinds()["mine"] = kinds()["choice"]  # type: ignore[index]  # what the test is about


def test_an_unknown_kind_has_no_view() -> None:
    with pytest.raises(KeyError):
        view_class("match")
