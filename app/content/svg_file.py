"""Looks at an SVG without drawing it: nothing that runs, links out, or grows beyond measure."""

from __future__ import annotations

import re
from xml.parsers import expat

REFUSED = ("script", "foreignObject", "iframe", "video", "audio", "animate", "set")
SUSPICIOUS = re.compile(rf"href|<(?:[\w-]+:)?(?:{'|'.join(REFUSED)})\b".encode())
MOST_REPEATED = 10_000
"""Shapes that all <use> together may draw: an old PC paints as many within a second."""


def fault_of_svg(raw: bytes) -> str | None:
    """Return why a school's SVG cannot be used (to be read behind its name), None where it can."""
    plain = raw.replace(b"\0", b"")  # so that words are found in UTF-16 too
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        return "declares a DOCTYPE; save it as plain SVG"
    parser = expat.ParserCreate()
    tags = _Tags(parser, thorough=bool(SUSPICIOUS.search(plain)))
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        return f"is no proper SVG ({fault}); save it anew"
    if tags.root != "svg":
        return "is no SVG, whatever its name says; save it anew"
    return tags.fault or tags.repeats.fault()


class _Repeats:
    """What <use> draws again: one within another multiplies, ten in ten in ten and so on."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._seen = 0
        self._sizes: dict[str, int] = {}
        self._used: list[str] = []
        self._users: set[str] = set()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note an element that begins; ``name`` has no prefix."""
        self._open.append((attributes.get("id", ""), self._seen))
        self._seen += 1
        if name != "use":
            return
        links = [value for key, value in attributes.items() if key.rpartition(":")[2] == "href"]
        self._used += [link.removeprefix("#") for link in links]
        self._users.update(identity for identity, _ in self._open if identity)

    def end(self) -> None:
        """Note that the innermost element ends; of two with one name the larger counts."""
        identity, before = self._open.pop()
        if identity:
            self._sizes[identity] = max(self._sizes.get(identity, 0), self._seen - before)

    def fault(self) -> str | None:
        """Return what is wrong with all that is drawn again, once every element has ended."""
        nested = next((name for name in self._used if name in self._users), None)
        if nested is not None:
            return f"has a <use> of '{nested[:60]}', which holds a <use>; draw it without"
        if sum(self._sizes.get(name, 0) for name in self._used) > MOST_REPEATED:
            return f"draws more than {MOST_REPEATED} shapes by <use>; save it simpler"
        return None


class _Tags:
    """What an SVG is made of: its root, and the first thing in it that a kiosk does not draw.

    Only where it is ``thorough`` does it look beyond the root, which takes most of the time.
    """

    def __init__(self, parser: expat.XMLParserType, *, thorough: bool) -> None:
        self.root = ""
        self.fault: str | None = None
        self.repeats = _Repeats()
        self._parser = parser
        self._thorough = thorough
        parser.StartElementHandler = self._start
        if thorough:
            parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.root = self.root or name
        if not self._thorough:
            self._parser.StartElementHandler = None
            return
        self.repeats.start(name, attributes)
        if name in REFUSED:
            self.fault = f"holds <{name}>; save it as plain SVG without it"
        for key, value in attributes.items():
            link = value if key.rpartition(":")[2] == "href" else "#"
            if not link.startswith(("#", "data:image/")):
                self.fault = f"links to '{link[:60]}'; put what it needs into the file itself"

    def _end(self, _tag: str) -> None:
        self.repeats.end()
