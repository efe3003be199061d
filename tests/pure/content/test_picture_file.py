"""Looking at picture files: what can be drawn passes, everything else is named."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from app.content.picture_file import LARGEST, fault_of_file
from tests.lessonbook import LESSON, ROOT, Desk, edited, said, tools

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>'
)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 1, height: int = 1) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def webp(width: int = 1, height: int = 1) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return riff(b"VP8L", b"\x2f" + struct.pack("<I", bits) + b"\0")


def webp_extended(width: int, height: int) -> bytes:
    sides = [(side - 1).to_bytes(3, "little") for side in (width, height)]
    return riff(b"VP8X", bytes(4) + b"".join(sides))


def webp_lossy(width: int, height: int) -> bytes:
    return riff(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height))


def riff(kind: bytes, body: bytes) -> bytes:
    inner = b"WEBP" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(inner)) + inner


def svg(inner: str, root: str = "svg") -> bytes:
    return f'<{root} xmlns:xlink="x" viewBox="0 0 8 8">{inner}</{root}>'.encode()


def fault(folder: Path, name: str, raw: bytes) -> str | None:
    (folder / name).write_bytes(raw)
    return fault_of_file(folder, name)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.svg", SVG),
        ("a.SVG", b"\xef\xbb\xbf" + SVG),
        ("a.svg", b'<?xml version="1.0" encoding="UTF-8"?>\n' + SVG),
        ("a.svg", svg('<use href="#b"/><image xlink:href="data:image/png;base64,"/>')),
        ("a.png", png()),
        ("a.webp", webp()),
        ("a.webp", webp(4096, 4096)),
        ("a.webp", webp_extended(4096, 768)),
        ("a.webp", webp_lossy(1366, 4096)),
    ],
)
def test_a_picture_we_draw_passes(tmp_path: Path, name: str, raw: bytes) -> None:
    assert fault(tmp_path, name, raw) is None


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("a.gif", b"GIF89a", "of a kind we do not draw"),
        ("a", SVG, "of a kind we do not draw"),
        ("a.svg", b"", "no proper SVG"),
        ("a.svg", SVG[:-4], "no proper SVG"),
        ("a.svg", b"<html></html>", "is no SVG"),
        ("a.svg", png(), "no proper SVG"),
        ("a.svg", svg("<script>x</script>"), "holds <script>"),
        ("a.svg", svg("<foreignObject/>"), "holds <foreignObject>"),
        (
            "a.svg",
            svg('<image href="http://x.example/a.png"/>'),
            "links to 'http://x.example/a.png'",
        ),
        ("a.svg", svg('<image xlink:href="../b.png"/>'), "links to '../b.png'"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "declares a DOCTYPE"),
        ("a.svg", b'<?xml version="1.0" encoding="x-none"?>' + SVG, "no proper SVG"),
        ("a.png", SVG, "is no PNG"),
        ("a.png", png()[:-1], "is cut off"),
        ("a.png", png(width=9000), "9000 x 1 pixels"),
        ("a.png", png(height=0), "1 x 0 pixels"),
        ("a.webp", webp()[:-3], "is cut off"),
        ("a.webp", png(), "is no WebP"),
        ("a.webp", webp(width=4097), "4097 x 1 pixels"),
        ("a.webp", webp(height=16384), "1 x 16384 pixels"),
        ("a.webp", webp_extended(1, 70000), "1 x 70000 pixels"),
        ("a.webp", webp_lossy(9000, 1), "9000 x 1 pixels"),
        ("a.webp", webp_lossy(0, 1), "0 x 1 pixels"),
        ("a.png", b"x" * (LARGEST + 1), "larger than 2 MiB"),
    ],
)
def test_another_is_named_with_its_fault(
    tmp_path: Path, name: str, raw: bytes, expected: str
) -> None:
    assert expected in (fault(tmp_path, name, raw) or "")


@pytest.mark.parametrize(
    "name", ["../b.svg", "/b.svg", "c:b.svg", "inner\\b.svg", "inner/../../b.svg"]
)
def test_a_picture_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    (tmp_path / "b.svg").write_bytes(SVG)
    assert "lies outside" in (fault_of_file(folder, name) or "")


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    (tmp_path / "b.svg").write_bytes(SVG)
    (folder / "a.svg").symlink_to(tmp_path / "b.svg")
    assert "lies outside" in (fault_of_file(folder, "a.svg") or "")


def test_a_missing_picture_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.svg").mkdir()
    assert "is missing" in (fault_of_file(tmp_path, "a.svg") or "")
    assert "cannot be read" in (fault_of_file(tmp_path, "b.svg") or "")
    assert "cannot be read" in (fault_of_file(tmp_path, "a\0.svg") or "")


def test_what_draws_has_the_last_word(desk: Desk) -> None:
    folder = desk.lesson(edited(LESSON, 'picture = "art:star"', 'picture = "torch.svg"'))
    (folder / "torch.svg").write_bytes(SVG)
    plain = tools()
    assert desk.problems() == []
    drawn: list[Path] = []

    def draws(file: Path) -> bool:
        drawn.append(file)
        return False

    strict = type(plain)(plain.kinds, plain.artwork, draws=draws)
    assert "lesson: 'torch.svg' cannot be drawn; save it anew as plain SVG, PNG or WebP" in said(
        desk.problems(with_tools=strict)
    )
    assert drawn == [folder / "torch.svg"]


def test_everything_bundled_would_pass_too() -> None:
    """The rules for authors are those we keep ourselves."""
    files = sorted((ROOT / "assets").rglob("*.svg"))
    assert files
    faults = [found for file in files if (found := fault_of_file(file.parent, file.name))]
    assert faults == []
