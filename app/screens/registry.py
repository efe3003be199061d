"""Finds the pages by their files: a new page is a new file, and nothing else."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import app.screens.pupil
import app.screens.staff
from app.screens.screen import Audience, Screen

__all__ = ["Audience", "Screen", "menu", "names", "screen_class"]


@cache
def _modules() -> dict[str, str]:
    found: dict[str, str] = {}
    for package in (app.screens.pupil, app.screens.staff):
        for module in pkgutil.iter_modules(package.__path__):
            name = module.name.replace("_", "-")
            if name in found:
                raise LookupError(f"two pages are called '{name}'")
            found[name] = f"{package.__name__}.{module.name}"
    return found


def names() -> tuple[str, ...]:
    """Return the names of all pages. A page's file is called as the page is."""
    return tuple(sorted(_modules()))


@cache
def screen_class(name: str) -> type[Screen]:
    """Return the class of a page, loading its file now; raise ``LookupError`` for no such page."""
    if name not in _modules():
        raise LookupError(f"there is no page '{name}'; there are: {', '.join(names())}")
    module = import_module(_modules()[name])
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Screen):
            found: type[Screen] = value
            if found.__module__ == module.__name__ and found.name == name:
                return found
    raise LookupError(f"{module.__name__} has no Screen of the name '{name}'")


def menu(audience: Audience) -> tuple[type[Screen], ...]:
    """Return the pages of an audience that stand in a menu (those with an icon), in their order."""
    found = (screen_class(name) for name in names())
    listed = (one for one in found if one.audience is audience and one.icon)
    return tuple(sorted(listed, key=lambda one: (one.order, one.title)))
