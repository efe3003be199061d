"""Looks at a picture file without drawing it: is it where it belongs, and what it says to be?"""

from __future__ import annotations

import re
from pathlib import Path
from xml.parsers import expat

LARGEST = 2 * 1024 * 1024
"""Bytes; a whiteboard-wide PNG has less."""
WIDEST = 4096
"""Pixels along one side of a PNG: a 4K screen's width, and memory an old PC has."""

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_TAIL = b"IEND\xaeB`\x82"
REFUSED = ("script", "foreignObject", "iframe", "video", "audio", "animate", "set")
SUSPICIOUS = re.compile(rf"href|<(?:[\w-]+:)?(?:{'|'.join(REFUSED)})\b".encode())
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
    looks = {".svg": _fault_of_svg, ".png": _fault_of_png, ".webp": _fault_of_webp}
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
    width, height = int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        return f"is {width} x {height} pixels; at most {WIDEST} either way"
    return None


def _fault_of_webp(raw: bytes) -> str | None:
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP" or raw[12:16] not in WEBP_KINDS:
        return "is no WebP, whatever its name says; save it anew"
    if int.from_bytes(raw[4:8], "little") + 8 > len(raw):
        return "is cut off; save it anew"
    return None


def _fault_of_svg(raw: bytes) -> str | None:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        return "declares a DOCTYPE; save it as plain SVG"
    parser = expat.ParserCreate()
    tags = _Tags(parser, thorough=bool(SUSPICIOUS.search(raw)))
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        return f"is no proper SVG ({fault}); save it anew"
    if tags.root != "svg":
        return "is no SVG, whatever its name says; save it anew"
    return tags.fault


class _Tags:
    """What an SVG is made of: its root, and the first thing in it that a kiosk does not draw.

    Only where it is ``thorough`` does it look beyond the root, which takes most of the time.
    """

    def __init__(self, parser: expat.XMLParserType, *, thorough: bool) -> None:
        self.root = ""
        self.fault: str | None = None
        self._parser = parser
        self._thorough = thorough
        parser.StartElementHandler = self._start

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.root = self.root or name
        if not self._thorough:
            self._parser.StartElementHandler = None
            return
        if name in REFUSED:
            self.fault = f"holds <{name}>; save it as plain SVG without it"
        for key, value in attributes.items():
            link = value if key.rpartition(":")[2] == "href" else "#"
            if not link.startswith(("#", "data:image/")):
                self.fault = f"links to '{link[:60]}'; put what it needs into the file itself"
