"""The prose of a page as one string, and where each piece of it stands in the HTML."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.marking import Marking

BLOCK = "\u2029"
"""PARAGRAPH SEPARATOR: stands between blocks; no name, sentence or word goes past it."""
MARK = "\u2063"
"""INVISIBLE SEPARATOR: stands where a note's sign or a raised figure ends a word without being part of it."""

# White space of any length is one blank to a reader, and an entity one character.
UNEVEN = re.compile(r"&(?:amp|lt|gt|nbsp);|[ \t\n\r\f]{2,}")
MAY_BE_UNEVEN = ("&", "  ", "\t", "\n\n", "\n ", " \n")
"""Far faster than the pattern, for the many texts in which it finds nothing."""
CHARACTERS: Mapping[str, str] = MappingProxyType({"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0"})
ABBREVIATION = re.compile(r"<(/?)abbr\b[^>]*>")


class Marked(NamedTuple):
    """A part of the HTML that stands in a marked section."""

    start: int
    end: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class Prose:
    """Text without headings, code blocks, captions and markup; four tuples run parallel, an entry a piece."""

    text: str = ""
    html: str = ""
    starts: tuple[int, ...] = ()
    """Where each piece begins in the text."""
    places: tuple[int, ...] = ()
    """Where it begins in the HTML."""
    stops: tuple[int, ...] = ()
    """Where it ends in the HTML."""
    seams: tuple[bool, ...] = ()
    """Whether it goes on from the piece before without any markup between."""
    code: tuple[tuple[int, int], ...] = ()
    """What of the text is code, keys or the like, and holds no names."""
    sections: tuple[tuple[int, str], ...] = ()
    """Where in the text each section begins, and the id of its heading."""
    marked: tuple[Marked, ...] = ()

    def plain(self, start: int = 0, end: int | None = None) -> str:
        """A part of the text for people to read, a line for each block."""
        return self.text[start:end].replace(BLOCK, "\n").replace(MARK, "")

    def is_code(self, start: int, end: int) -> bool:
        """Whether a part of the text has code in it."""
        at = bisect_left(self.code, (end, end))
        return at > 0 and self.code[at - 1][1] > start

    def section(self, at: int) -> str:
        """The id of the heading above an offset of the text; empty before the first."""
        above = bisect_left(self.sections, (at + 1,)) - 1
        return self.sections[above][1] if above >= 0 else ""

    def marking(self, at: int) -> Marking | None:
        """The marking of the section that an offset of the text stands in; nothing outside of all."""
        if not self.marked:
            return None
        piece = bisect_right(self.starts, at) - 1
        return self.marking_of_html(self.places[piece] + at - self.starts[piece]) if piece >= 0 else None

    def marking_of_html(self, place: int) -> Marking | None:
        """Likewise of an offset of the HTML."""
        return max((one.marking for one in self.marked if one.start <= place < one.end), default=None)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the text stands in the HTML, or nothing where markup splits it.

        The sign of an abbreviation was set by no author at that place, and does not count as markup.
        """
        first = bisect_right(self.starts, start) - 1
        last = bisect_left(self.starts, end) - 1
        if first != last and not all(self.seams[first + 1 : last + 1]):
            return None
        begins = self.places[first] + (start - self.starts[first])
        is_whole = end == (self.starts[last + 1] if last + 1 < len(self.starts) else len(self.text))
        ends = self.stops[last] if is_whole else self.places[last] + (end - self.starts[last])
        return (begins, ends) if first == last else self._around_abbreviations(begins, ends)

    def _around_abbreviations(self, begins: int, ends: int) -> tuple[int, int] | None:
        """The span, made wider to hold both tags of an abbreviation that it begins or ends with."""
        tags = [tag[1] == "" for tag in ABBREVIATION.finditer(self.html, begins, ends)]
        if tags and not tags[0]:
            opening = self.html.rfind("<abbr", 0, begins)
            tag = ABBREVIATION.match(self.html, opening)
            if tag is None or tag.end() != begins:
                return None
            begins, tags = opening, [True, *tags]
        if tags and tags[-1]:
            closing = ABBREVIATION.match(self.html, ends)
            if closing is None:
                return None
            ends = closing.end()
        return begins, ends


class Pieces:
    """Gathers the pieces of a prose in the order of the page."""

    def __init__(self, html: str) -> None:
        self.length = 0
        self._html = html
        self._uneven = tuple(sign for sign in MAY_BE_UNEVEN if sign in html)
        self._pieces: list[tuple[str, int, int, int, bool]] = []

    def add(self, text: str, place: int, *, seam: bool) -> None:
        """Add what the HTML says from an offset on."""
        if not any([sign in text for sign in self._uneven]):
            self._append(text, place, place + len(text), seam=seam)
            return
        at = place
        stop = place + len(text)
        for uneven in UNEVEN.finditer(text):
            begins, ends = place + uneven.start(), place + uneven.end()
            if begins > at:
                self._append(text[at - place : uneven.start()], at, begins, seam=seam)
                seam = True
            self._append(CHARACTERS.get(uneven[0], " "), begins, ends, seam=seam)
            at, seam = ends, True
        if at < stop:
            self._append(text[at - place :], at, stop, seam=seam)

    def mark(self, sign: str, place: int) -> None:
        """Add a sign that is not in the HTML."""
        self._append(sign, place, place, seam=False)

    def prose(self, code: Iterable[tuple[int, int]], sections: Iterable[tuple[int, str]]) -> Prose:
        texts, starts, places, stops, seams = zip(*self._pieces, strict=True) if self._pieces else ((),) * 5
        return Prose("".join(texts), self._html, starts, places, stops, seams, tuple(code), tuple(sections))

    def _append(self, text: str, place: int, stop: int, *, seam: bool) -> None:
        self._pieces.append((text, self.length, place, stop, seam))
        self.length += len(text)
