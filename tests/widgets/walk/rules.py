"""All rules a page is held to, wherever it is shown."""

from __future__ import annotations

from app.frame.window import KioskWindow
from tests.widgets.walk import lettering, order, placing, reach
from tests.widgets.walk.sight import Fault, Sight

RULES = (
    lettering.cut_texts,
    lettering.small_letters,
    lettering.cut_fields,
    lettering.cut_tables,
    placing.outside,
    placing.squeezed,
    placing.overlapping,
    placing.covered,
    placing.small_targets,
    placing.crowded,
    placing.sideways,
    order.jumping,
    order.unreached,
    order.nameless,
    reach.untold,
)


def faults(window: KioskWindow, *, young: bool) -> list[Fault]:
    """Return everything that is wrong with the page in a window."""
    sight = Sight(window, young)
    return [fault for rule in RULES for fault in rule(sight)]
