"""What a reader of a page's HTML reads: its paragraphs as plain text, with headings, cells and captions."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip
"""What does not end a line; every other element does."""
CELLS = frozenset(("td", "th"))
NEXT_CELL = " | "


def paragraphs(html: str) -> tuple[str, ...]:
    """Each paragraph, heading, item, row and line of code, without spaces at its ends or empty ones."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return tuple(line.removesuffix("|").rstrip() for line in lines if line)


class _Reader(HTMLParser):
    """Notes words as they come, and a line end where a reader sees one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._in_listing = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.parts.append(f" [{dict(attrs).get('alt') or 'picture'}] ")
        elif tag not in INLINE and tag not in CELLS:
            self.parts.append("\n")
        self._in_listing += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS:
            self.parts.append(NEXT_CELL)
        elif tag not in INLINE:
            self.parts.append("\n")
        self._in_listing -= tag == "pre"

    def handle_data(self, data: str) -> None:
        # Lines of a listing are lines to a reader, those of the Markdown source are not.
        self.parts.append(data if self._in_listing else data.replace("\n", " "))
