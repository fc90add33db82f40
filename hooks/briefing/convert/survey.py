"""One pass over clean HTML that finds its outline, its prose, its links and its pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from html import unescape
from types import MappingProxyType

from briefing.convert.converted import Converted, Heading, Image, Link, Section, Span
from briefing.convert.prose import BLOCK, MARK, Pieces
from briefing.convert.sections import LABEL_CLASSES

# The sanitiser writes tags in one way: small letters, double quotes, `<` and `>` in values as entities.
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
HREF = re.compile(r' href="([^"]*)"')
SRC = re.compile(r' src="([^"]*)"')
ALT = re.compile(r' alt="([^"]*)"')
ID = re.compile(r' id="([^"]*)"')
SIGN = re.compile(r' class="(?:headerlink|footnote-ref|footnote-backref)"')


class Mode(IntEnum):
    """How the words of an element count; inside another element the stronger mode wins."""

    PROSE = 0
    CODE = 1  # prose to read, without names
    APART = 2  # seen, and no prose: headings, code blocks, captions
    UNSEEN = 3  # signs that help to get about


PROSE, CODE, APART, UNSEEN = Mode

BLOCKS = frozenset(
    (
        "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MODES: Mapping[str, Mode] = MappingProxyType(
    {
        **dict.fromkeys(("code", "kbd", "samp"), CODE),
        **dict.fromkeys((*HEADINGS, "caption", "figcaption", "label", "pre", "rp", "rt", "summary"), APART),
    }
)
# Abbreviations are found by the converter, wherever they stand: their tags split no word and no name.
SEAMLESS = "abbr"
ENDS_A_WORD = frozenset({"sup", "sub", "img"})


def survey(html: str) -> Converted:
    """All that later stages need to know of a page's HTML."""
    return _Surveyor(html).run()


class _Surveyor:
    def __init__(self, html: str) -> None:
        self._html = html
        self._pieces = Pieces(html)
        self._mode = PROSE
        self._open: list[tuple[str, Mode]] = []
        self._is_new_block = True
        self._seam = False
        self._code: list[tuple[int, int]] = []
        self._marks: list[tuple[int, str]] = []
        self._headings: list[Heading] = []
        self._sections: list[Section] = []
        self._heading = ""
        self._title = ""
        self._seen: list[str] = []
        self._links: list[Link] = []
        self._open_links: list[tuple[Span, str, int]] = []
        self._images: list[Image] = []
        self._ids: set[str] = set()

    def run(self) -> Converted:
        at = 0
        # Far faster than a match for each tag: a text, and the three parts of the tag behind it, in turn.
        *tags, rest = TAG.split(self._html)
        for text, slash, name, attributes in zip(tags[::4], tags[1::4], tags[2::4], tags[3::4], strict=True):
            start = at + len(text)
            end = start + len(slash) + len(name) + len(attributes) + 2
            if text and self._mode < UNSEEN:
                self._text(text, at)
            if slash:
                self._close(name, start, end)
            else:
                self._opening(name, attributes, start, end)
            at = end
        self._text(rest, at)
        self._end_section()
        return Converted(
            self._html,
            tuple(self._headings),
            tuple(self._sections),
            self._pieces.prose(self._code, self._marks),
            tuple(self._links),
            tuple(self._images),
            frozenset(self._ids),
        )

    def _text(self, text: str, at: int) -> None:
        self._seen.append(text)
        if self._mode >= APART:
            return
        if self._is_new_block:
            if text.isspace() or not text:
                return
            self._pieces.mark(BLOCK, at)
            self._is_new_block = False
        start = self._pieces.length
        self._pieces.add(text, at, seam=self._seam)
        self._seam = True
        if self._mode is CODE:
            self._code.append((start, self._pieces.length))

    def _opening(self, name: str, attributes: str, start: int, end: int) -> None:
        if name in BLOCKS:
            self._break()
            if name in HEADINGS:
                self._end_section()
        elif name != SEAMLESS:
            self._split(name, start)
        mode = MODES.get(name, PROSE)
        if attributes:
            self._attributes(name, attributes, start, end)
            mode = _mode(name, attributes, mode)
        if mode > self._mode or (self._open and self._open[-1][0] == name):
            self._open.append((name, self._mode))
            self._mode = max(mode, self._mode)

    def _close(self, name: str, start: int, end: int) -> None:
        if self._open and self._open[-1][0] == name:
            self._mode = self._open.pop()[1]
        if name in BLOCKS:
            self._break()
            if name in HEADINGS:
                self._begin_section(int(name[1]))
        elif name != SEAMLESS:
            self._split(name, start)
        if name == "a" and self._open_links:
            opening, href, words = self._open_links.pop()
            self._links.append(Link(opening, Span(start, end), href, Span(words, self._pieces.length)))

    def _break(self) -> None:
        self._is_new_block = True
        self._seen.append(" ")

    def _split(self, name: str, at: int) -> None:
        self._seam = False
        if name == "br":
            self._seen.append(" ")
        if not self._is_new_block and self._mode < APART:
            if name == "br":
                self._pieces.mark("\n", at)
            elif name in ENDS_A_WORD:
                self._pieces.mark(MARK, at)

    def _attributes(self, name: str, attributes: str, start: int, end: int) -> None:
        id_ = ID.search(attributes)
        if id_:
            self._ids.add(id_[1])
        if name in HEADINGS:
            self._heading = id_[1] if id_ else ""
        elif name == "a" and (href := HREF.search(attributes)):
            self._open_links.append((Span(start, end), unescape(href[1]), self._pieces.length))
        elif name == "img" and (src := SRC.search(attributes)):
            alt = ALT.search(attributes)
            self._images.append(Image(Span(start, end), unescape(src[1]), unescape(alt[1]) if alt else ""))

    def _end_section(self) -> None:
        text = self._take_seen()
        if text or self._heading:
            self._sections.append(Section(self._heading, self._title, text))
        self._heading = ""

    def _begin_section(self, level: int) -> None:
        self._title = self._take_seen()
        self._headings.append(Heading(level, self._heading, self._title))
        self._marks.append((self._pieces.length, self._heading))

    def _take_seen(self) -> str:
        text = "".join(self._seen)
        self._seen.clear()
        return " ".join((unescape(text) if "&" in text else text).split())


def _mode(name: str, attributes: str, mode: Mode) -> Mode:
    """The mode that an element has by what it is for."""
    if (name == "a" and SIGN.search(attributes)) or (name == "div" and attributes == ' class="toc"'):
        return UNSEEN
    if attributes.startswith(LABEL_CLASSES):
        return UNSEEN
    return APART if name == "p" and attributes == ' class="admonition-title"' else mode
