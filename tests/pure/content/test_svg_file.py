"""An SVG that grows while it is drawn is refused; one that repeats a shape is not."""

from __future__ import annotations

import pytest

from app.content.svg_file import MOST_REPEATED, fault_of_svg

DOT = '<circle id="dot" r="1"/>'


def svg(inner: str) -> bytes:
    return f'<svg xmlns="s" xmlns:xlink="x" viewBox="0 0 8 8">{inner}</svg>'.encode()


def use(name: str, times: int = 1) -> str:
    return f'<use href="#{name}"/>' * times


def group(name: str, inner: str) -> str:
    return f'<g id="{name}">{inner}</g>'


def bomb(levels: int, arms: int) -> str:
    """Return groups of which each holds the one before it several times."""
    groups = [group(f"g{n}", use(f"g{n - 1}" if n else "dot", arms)) for n in range(levels)]
    return DOT + "".join(groups) + use(f"g{levels - 1}")


@pytest.mark.parametrize(
    "inner",
    [
        DOT + use("dot", 500),
        use("dot") + DOT,
        group("flower", DOT * 5) + use("flower", 40),
        group("meadow", DOT + use("dot", 40)),
        use("nowhere", 9),
        DOT + use("dot", MOST_REPEATED),
    ],
)
def test_shapes_drawn_again_pass(inner: str) -> None:
    assert fault_of_svg(svg(inner)) is None


@pytest.mark.parametrize(
    ("inner", "named"),
    [
        (bomb(7, 10), "'g0'"),
        (bomb(2, 2), "'g0'"),
        (use("late") + DOT + group("late", use("dot")), "'late'"),
        (DOT + group("g", f"<g><g>{use('dot')}</g></g>") + use("g"), "'g'"),
        (DOT + '<use id="again" href="#dot"/>' + use("again"), "'again'"),
        (group("self", use("self")), "'self'"),
        (DOT + group("g", use("dot")) + '<use xlink:href="#g"/>', "'g'"),
    ],
)
def test_a_repeat_of_what_repeats_is_refused(inner: str, named: str) -> None:
    fault = fault_of_svg(svg(inner)) or ""
    assert named in fault
    assert "holds a <use>" in fault


def test_a_large_group_drawn_often_is_refused() -> None:
    many = group("many", DOT * 200) + use("many", 50)
    assert "more than 10000 shapes" in (fault_of_svg(svg(many)) or "")
    assert fault_of_svg(svg(group("many", DOT * 200) + use("many", 49))) is None


def test_of_two_with_one_name_the_larger_counts() -> None:
    twice = group("many", DOT * 200) + group("many", "") + use("many", 50)
    assert "more than 10000 shapes" in (fault_of_svg(svg(twice)) or "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<script>x</script>", "holds <script>"),
        ('<image href="../b.png"/>', "links to"),
        (bomb(3, 3), "holds a <use>"),
    ],
)
def test_no_encoding_hides_a_fault(encoding: str, inner: str, told: str) -> None:
    assert told in (fault_of_svg(svg(inner).decode().encode(encoding)) or "")


def test_no_encoding_hides_a_doctype() -> None:
    raw = ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("").decode()).encode("utf-16")
    assert "declares a DOCTYPE" in (fault_of_svg(raw) or "")
