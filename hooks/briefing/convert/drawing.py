"""Whether an SVG file only draws: opened by itself, such a file is a page, and could run scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
LIVELY = frozenset(
    {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2001/xml-events",
    }
)
"""Namespaces whose elements do something; what drawing programs note in namespaces of theirs does nothing."""
DRAWING = frozenset(
    (
        "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix",
        "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB",
        "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
        "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
        "filter", "g", "image", "line", "linearGradient", "marker", "mask", "metadata", "path",
        "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch",
        "symbol", "text", "textPath", "title", "tspan", "use", "view",
    )
)  # fmt: skip
ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1"})
"""In others a browser can read markup where our reader reads none."""
LEADS = frozenset({"href", "ping", "src"})
HARMLESS = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
FETCHES = re.compile(
    r"@import|(?:image(?:-set)?|src|cross-fade)\s*\("
    r"|url\s*\(\s*[\"']?\s*(?!#|[\"')\s]|data:image/(?:png|jpeg|gif|webp)[;,])|\\",
    re.IGNORECASE,
)
"""What makes a style fetch; a backslash can spell any of it otherwise."""


def fault(data: bytes) -> str:
    """What in a drawing does more than draw; empty where there is no such thing."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: encodings that nobody knows
        return f"it is not well-formed XML ({error})"
    except _Found as found:
        return str(found)
    return ""


class _Found(Exception):
    """Ends the reading with what was found."""


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._style = ""
        self._in_style = 0

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ENCODINGS:
            raise _Found(f"it is encoded in `{encoding[:60]}`, not in UTF-8")

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset:
            raise _Found("it declares entities of its own")

    def _instruction(self, target: str, data: str) -> None:
        raise _Found(f"it holds the instruction `{target}`")

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if space in LIVELY or (space in (SVG, "") and local not in DRAWING):
            raise _Found(f"it holds the element `{local}`")
        self._in_style += local == "style"
        for written, value in attributes.items():
            self._attribute(written, value)

    def _attribute(self, written: str, value: str) -> None:
        space, _, name = written.rpartition(" ")
        plain = name.lower()
        if plain.startswith("on"):
            raise _Found(f"it holds the handler `{name}`")
        if plain in LEADS and not HARMLESS.match(value):
            raise _Found(f"it leads to `{value[:60]}`")
        if not space and FETCHES.search(value):
            raise _Found(f"its `{name}` asks for another file")

    def _text(self, text: str) -> None:
        self._style += text if self._in_style else ""

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "style":
            self._in_style -= 1
            if FETCHES.search(self._style):
                raise _Found("its style asks for another file")
            self._style = ""
