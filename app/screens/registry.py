"""Finds the pages by their files: a new page is a new file, and nothing else."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise

import app.screens.pupil
import app.screens.staff
from app.screens.screen import Audience, Screen

__all__ = ["Audience", "Screen", "menu", "names", "screen_class"]

_PACKAGES = {Audience.PUPIL: app.screens.pupil, Audience.STAFF: app.screens.staff}
"""Where the pages of each lie; those for everyone are with the pupils'."""


@cache
def names(*whose: Audience) -> tuple[str, ...]:
    """Return the names of all pages, or of those that lie with an audience's.

    A page's file is called as the page is.
    """
    # Imported here: the first page is found by its name, and need not wait for it.
    from pkgutil import iter_modules

    packages = [_PACKAGES[one] for one in whose or _PACKAGES]
    files = [file.name for package in packages for file in iter_modules(package.__path__)]
    found = sorted(file.replace("_", "-") for file in files)
    for name, following in pairwise(found):
        if name == following:
            raise LookupError(f"two pages are called '{name}'")
    return tuple(found)


@cache
def screen_class(name: str) -> type[Screen]:
    """Return the class of a page, loading its file now; raise ``LookupError`` for no such page."""
    modules = [f"{package.__name__}.{name.replace('-', '_')}" for package in _PACKAGES.values()]
    file = next((one for one in modules if find_spec(one) is not None), "")
    if not file:
        raise LookupError(f"there is no page '{name}'; there are: {', '.join(names())}")
    module = import_module(file)
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
