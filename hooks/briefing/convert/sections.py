"""Marked sections in HTML: a block under its label, and a label before each note that one brought along.

Markdown sees a fence as a paragraph of one sign, which stands in no text; when the HTML is clean, the signs
become the tags of a block. So nothing that an author writes can open, close or imitate such a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from briefing.convert.finding import Finding
from briefing.convert.prose import Marked
from briefing.model.marking import ORDER, Marking
from briefing.model.sections import Role, Sections
from briefing.parse import fences

OPENS, NOTE, CLOSES = 0x10FFE0, 0x10FFE8, "\U0010fff0"
SIGNS = tuple(map(chr, range(OPENS, ord(CLOSES) + 1)))
NOTE_BEGINS = re.compile(r" {0,3}\[\^[^\]\n]*\]:[ \t]*")
PIECE = re.compile(
    "<p>(?P<fence>[\U0010ffe0-\U0010ffe7\U0010fff0])</p>|(?P<sign>[\U0010ffe0-\U0010fff0])"
    r"|<(?P<ends>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>"
)
WITHOUT_END = frozenset({"br", "col", "hr", "img", "input", "wbr"})
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
NOTE_SIGN = re.compile(r'<a class="footnote-(?:back)?ref"[^>]*>[^<]*</a>')
CLASS = "br-marked"
LABEL_CLASSES = (f' class="{CLASS}__label"', f' class="{CLASS}__note ')
"""How the attributes of what says the label begin: words of the page, and none of the author's."""


class Placed(NamedTuple):
    """HTML with its sections as blocks, and where they are; a finding where they cannot be laid out."""

    html: str
    marked: tuple[Marked, ...] = ()
    findings: tuple[Finding, ...] = ()


def without_signs(body: str) -> str:
    """The body without the signs that stand for fences, which are ours."""
    for sign in SIGNS:
        body = body.replace(sign, "")
    return body


def dressed(body: str, of: Sections) -> str:
    """The body as Markdown is to see it, a sign in the place of every fence."""
    if not of.opened or of.faults:
        return body
    written: list[str] = []
    for line in of.lines:
        if line.role is Role.OPENS and line.marking:
            written += ("", chr(OPENS + ORDER.index(line.marking)), "")
        elif line.role is Role.CLOSES:
            written += ("", CLOSES, "")
        elif line.marking and line.role is not Role.CODE:
            begins = NOTE_BEGINS.match(line.text)
            at = begins.end() if begins else 0
            sign = chr(NOTE + ORDER.index(line.marking)) if begins else ""
            written.append(f"{line.text[:at]}{sign}{line.text[at:]}")
        else:
            written.append(line.text)
    return "\n".join(written)


def placed(html: str, of: Sections) -> Placed:
    """Clean HTML with its sections as blocks."""
    if of.faults:
        return Placed(html)
    if not of.opened:
        return Placed(html, (), tuple(_escaped(html)))
    placing = _Placing(html)
    placing.run()
    if placing.is_sound and placing.count == len(of.opened):
        return Placed("".join(placing.parts), tuple(sorted(placing.marked)), tuple(_escaped(html)))
    line = of.opened[0].line
    what = "HTML or a block around the section begins or ends inside of it"
    return Placed(without_signs(html), (), (Finding("B506", line, 1, what, "begin and end it on one side"),))


def _escaped(html: str) -> Iterator[Finding]:
    """A fence that stands in the text of a page, whatever let it through."""
    if fences.may_hold(html):
        shown = unescape(TAGS.sub("", CODE.sub("", html)))
        for line in shown.split("\n"):
            if fences.resembles(line):
                what = f"`{line.strip()[:40]}` would be published as text"
                yield Finding("B506", 1, 1, what)
                return


class _Placing:
    """Goes through clean HTML once, and puts tags where the signs are."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._elements: list[tuple[int, str]] = [(0, "")]
        self._count = 0
        self._open: list[tuple[int, int, Marking]] = []
        self._notes: list[tuple[int, int, Marking]] = []
        self._length = 0
        self.parts: list[str] = []
        self.marked: list[Marked] = []
        self.is_sound = True
        self.count = 0

    def run(self) -> None:
        at = 0
        for piece in PIECE.finditer(self._html):
            self._write(self._html[at : piece.start()])
            at = piece.end()
            if piece["fence"]:
                self._fence(piece["fence"])
            elif piece["sign"]:
                self._note(piece["sign"])
            else:
                self._tag(piece[0], piece["name"], is_end=bool(piece["ends"]))
        self._write(self._html[at:])
        self.is_sound = self.is_sound and not self._open and not self._notes

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _fence(self, sign: str) -> None:
        within = self._elements[-1][0]
        if sign != CLOSES:
            marking = ORDER[ord(sign) - OPENS]
            self._open.append((self._length, within, marking))
            self._write(_opening(marking))
            self.count += 1
        elif self._open and self._open[-1][1] == within:
            start, _, marking = self._open.pop()
            self._write("</section>")
            self.marked.append(Marked(start, self._length, marking))
        else:
            self.is_sound = False

    def _note(self, sign: str) -> None:
        """The label of a note, which holds to the end of the entry that it begins."""
        holders = [number for number, name in self._elements if name == "li"]
        if not NOTE <= ord(sign) < NOTE + len(ORDER) or not holders:
            self.is_sound = False
            return
        marking = ORDER[ord(sign) - NOTE]
        self._notes.append((self._length, holders[-1], marking))
        self._write(f'<span class="{CLASS}__note {_label(marking)} </span>')

    def _tag(self, written: str, name: str, *, is_end: bool) -> None:
        if is_end and len(self._elements) > 1:
            number, _ = self._elements.pop()
            for note in [one for one in self._notes if one[1] == number]:
                self._notes.remove(note)
                self.marked.append(Marked(note[0], self._length, note[2]))
        elif not is_end and name not in WITHOUT_END:
            self._count += 1
            self._elements.append((self._count, name))
        self._write(written)


def _opening(marking: Marking) -> str:
    return (
        f'<section class="{CLASS} {CLASS}--{marking.css}" role="group" aria-label="{marking}">'
        f'<p class="{CLASS}__label"><span class="{_label(marking)}</span></p>'
    )


def _label(marking: Marking) -> str:
    """The rest of a tag that says a label, from its classes on."""
    return f'br-tlp br-tlp--{marking.css}">{marking}'


def words(html: str, marked: Iterable[Marked] = (), highest: Marking = Marking.RED) -> str:
    """The words of a page without those of parts that are marked higher, and without the signs of notes."""
    at, left = 0, []
    for start, end, marking in sorted(marked):
        if marking > highest and end > at:
            left.append(html[at:start])
            at = end
    return unescape(TAGS.sub(" ", NOTE_SIGN.sub("", "".join((*left, html[at:])))))
