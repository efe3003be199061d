"""``@override``: this method takes the place of one of a base class; mypy catches a misspelt name.

``typing`` has it from Python 3.12 on. For 3.11 it is in ``typing_extensions``, whose import would
hold the first paint up by 6 ms; at run time it does nothing, so there it is made here.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
elif sys.version_info >= (3, 12):
    from typing import override
else:
    T = TypeVar("T")

    def override(method: T) -> T:
        """Return the method as it is."""
        return method
