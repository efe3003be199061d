"""Looks at a picture file without drawing it: is it where it belongs, and what it says to be?"""

from __future__ import annotations

from pathlib import Path

from app.content.svg_file import fault_of_svg

LARGEST = 2 * 1024 * 1024
"""Bytes; a whiteboard-wide PNG has less."""
WIDEST = 4096
"""Pixels along one side of a PNG or WebP: a 4K screen's width, and memory an old PC has."""

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_TAIL = b"IEND\xaeB`\x82"
WEBP_KINDS = (b"VP8 ", b"VP8L", b"VP8X")


def fault_of_file(folder: Path, name: str) -> str | None:
    """Return why the picture ``name`` of a lesson's folder cannot be used, None where it can."""
    try:
        if set(name) & set("\\:") or not _is_within(folder, folder / name):
            return f"'{name}' lies outside the lesson's folder; put a copy beside lesson.toml"
        with (folder / name).open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except FileNotFoundError:
        return f"picture '{name}' is missing; put it into the lesson's folder"
    except (OSError, ValueError) as fault:
        # ValueError: a name that no file can have, with a zero byte in it.
        return f"picture '{name}' cannot be read ({fault}); check the file"
    return _fault_of_bytes(name, raw)


def _is_within(folder: Path, file: Path) -> bool:
    """Tell whether a file really lies in the folder, links followed."""
    return file.resolve().is_relative_to(folder.resolve())


def _fault_of_bytes(name: str, raw: bytes) -> str | None:
    if len(raw) > LARGEST:
        return f"'{name}' is larger than {LARGEST // 1024 // 1024} MiB; save it smaller"
    looks = {".svg": fault_of_svg, ".png": _fault_of_png, ".webp": _fault_of_webp}
    look = looks.get(Path(name).suffix.lower())
    if look is None:
        return f"'{name}' is of a kind we do not draw; save it as SVG, PNG or WebP"
    fault = look(raw)
    return None if fault is None else f"'{name}' {fault}"


def _fault_of_png(raw: bytes) -> str | None:
    if not raw.startswith(PNG_HEAD) or raw[12:16] != b"IHDR":
        return "is no PNG, whatever its name says; save it anew"
    if not raw.endswith(PNG_TAIL):
        return "is cut off; save it anew"
    return _fault_of_size(int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big"))


def _fault_of_webp(raw: bytes) -> str | None:
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP" or raw[12:16] not in WEBP_KINDS:
        return "is no WebP, whatever its name says; save it anew"
    if int.from_bytes(raw[4:8], "little") + 8 > len(raw):
        return "is cut off; save it anew"
    return _fault_of_size(*_size_of_webp(raw))


def _size_of_webp(raw: bytes) -> tuple[int, int]:
    """Return width and height in pixels, from where each of the three kinds keeps them."""
    kind = raw[12:16]
    if kind == b"VP8X":
        return int.from_bytes(raw[24:27], "little") + 1, int.from_bytes(raw[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(raw[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = int.from_bytes(raw[26:28], "little"), int.from_bytes(raw[28:30], "little")
    return width & 0x3FFF, height & 0x3FFF


def _fault_of_size(width: int, height: int) -> str | None:
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        return f"is {width} x {height} pixels; at most {WIDEST} either way"
    return None
