"""Finds the kinds of activity by their folders; a kind's view is loaded when first shown."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import app.interactions as here
from app.domain.kind import Kind

if TYPE_CHECKING:
    from app.kit.activity import InteractionView


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by the word authors write for it; loads models only, never Qt."""
    folders = sorted(found.name for found in pkgutil.iter_modules(here.__path__) if found.ispkg)
    models = [import_module(f"{here.__name__}.{folder}.model") for folder in folders]
    found = [cast("Kind", model.KIND) for model in models]
    return MappingProxyType({kind.name: kind for kind in found})


def view_class(kind: str) -> type[InteractionView]:
    """Return the view of a kind, loaded at first use; raise ``KeyError`` for an unknown kind."""
    module, name = kinds()[kind].view.split(":")
    return cast("type[InteractionView]", getattr(import_module(module), name))
