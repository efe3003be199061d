"""What the house rules are measured on: our source files, their functions, classes and comments."""

from __future__ import annotations

import ast
import io
import statistics
import subprocess
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QT_ROOMS = ("PySide6", "app.kit", "app.flow", "app.frame", "app.screens", "app.bootstrap")


@dataclass(frozen=True)
class Span:
    """A function, class or module, where it stands and how many lines it takes."""

    where: str
    lines: int


def modules(*folders: str) -> list[Path]:
    """Return the Python files of these folders (or these files themselves), in order."""
    found: list[Path] = []
    for folder in folders:
        path = ROOT / folder
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    """Return a file's name as seen from the checkout."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def functions(paths: Iterable[Path]) -> list[Span]:
    """Return every function and method, from its ``def`` to its last line."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [_span(path, node) for path in paths for node in _nodes(path) if isinstance(node, kinds)]


def classes(paths: Iterable[Path]) -> list[Span]:
    """Return every class, from its ``class`` to its last line."""
    return [
        _span(path, node)
        for path in paths
        for node in _nodes(path)
        if isinstance(node, ast.ClassDef)
    ]


def lengths(paths: Iterable[Path]) -> list[Span]:
    """Return every module with its number of lines."""
    return [
        Span(name_of(path), len(path.read_text(encoding="utf-8").splitlines())) for path in paths
    ]


def longer_than(spans: Iterable[Span], most: int) -> list[str]:
    """Return what takes more lines than allowed, the longest first."""
    over = sorted((span for span in spans if span.lines > most), key=lambda span: -span.lines)
    return [f"{span.lines} lines: {span.where}" for span in over]


def percentile(spans: list[Span], percent: int) -> float:
    """Return the number of lines that so many percent of these stay within."""
    if len(spans) < 2:
        return float(sum(span.lines for span in spans))
    numbers = [span.lines for span in spans]
    return statistics.quantiles(numbers, n=100, method="inclusive")[percent - 1]


def code_lines(paths: Iterable[Path]) -> int:
    """Return how many lines are neither empty nor only a comment."""
    lines = (line.strip() for path in paths for line in path.read_text("utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def imports(tree: ast.AST) -> set[str]:
    """Return the dotted names of all modules a file names in an import, late ones too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def is_free_of_qt(path: Path) -> bool:
    """Say whether a module works without Qt: neither it nor a room it enters needs it."""
    return not any(
        name == room or name.startswith(room + ".")
        for name in imports(tree_of(path))
        for room in QT_ROOMS
    )


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """Yield every comment of a file with its line number."""
    source = io.StringIO(path.read_text(encoding="utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@cache
def tracked() -> list[Path]:
    """Return the files that git keeps, and those it would keep once they are added."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts(*beginnings: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of every tracked text file whose name begins so (all without any)."""
    for path in tracked():
        name = name_of(path)
        if not beginnings or name.startswith(beginnings):
            data = path.read_bytes()
            if b"\0" not in data[:8192]:
                yield name, data.decode("utf-8", errors="replace")


def _nodes(path: Path) -> Iterator[ast.AST]:
    """Yield every node of a file."""
    return ast.walk(tree_of(path))


def _span(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Span:
    """Return where a node stands and its lines, the decorators apart."""
    last = node.end_lineno or node.lineno
    return Span(f"{name_of(path)}:{node.lineno} {node.name}", last - node.lineno + 1)
