"""Slips of Markdown: signs that were meant to become something, and stand on the page as they were typed.

They are sought in what conversion made, where they are surely seen by readers, and told where the body has
them without a backslash.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.convert import slips_of_lines
from briefing.convert.converted import Converted
from briefing.convert.finding import Finding
from briefing.convert.places import Places
from briefing.convert.prose import BLOCK, Prose

CODE = "B608"

BLOCK_SIGN = re.compile(r"\n[ \t]*(?:[-*+|]|1\.)|```|~~~")
"""One of these stands in the HTML of every paragraph that has a slip."""
PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<code\b[^>]*>.*?</code>|<[^>]*>", re.DOTALL)
FENCE = re.compile(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)
ITEM = re.compile(r"[ \t]*([-*+]|\d{1,3}\.)[ \t]+(?=\S)")
FIRST_ITEM = re.compile(r"[ \t]*([-*+]|1\.)[ \t]+(?=\S)")
ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
WORD = re.compile(r"\w+")
BEGINS = r"(?m)^[ \t>]*"
BEGINS_BELOW = r"(?m)(?<=[^\n]\n)^[ \t>]*"

FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,60})\]")
NOTE = "fn:"
"""How the ids of footnotes begin."""


class Slip(NamedTuple):
    """A sign left in the prose: how it looks there, and in the body, where `…` stands for what was meant."""

    shown: re.Pattern[str]
    written: str
    what: str
    remedy: str


IN_PROSE = (
    Slip(
        re.compile(rf"\[\[([A-Za-z][\w/-]*)(?![^\[\]{BLOCK}]*\]\])"),
        r"(?<!\\)\[\[…(?![\w/-])(?![^\[\]]*\]\])",
        "the hand link `[[{}` is not closed: readers see its brackets, and no link",
        "close it with `]]`, on the same line",
    ),
    Slip(
        re.compile(r"\]\(([A-Za-z0-9:/.#-]{1,60})"),
        r"(?<!\\)\[[^\[\]]{0,300}(?<!\\)\]\(…(?![^()\n]*\))",
        "the link to `{}` is not closed: readers see its brackets, and no link",
        "close its address with `)`",
    ),
    Slip(
        # A figure or a note's mark in brackets is one of a list of sources, with its address behind it.
        re.compile(r"\[(?![\^\d])[^\[\]]{1,200}\]\s+\((https?://[A-Za-z0-9.-]+|[A-Za-z0-9./-]{1,60}?\.md\b)"),
        r"(?<!\\)\]\s+\(…",
        "a space stands before the address `{}`: readers see the brackets, and no link",
        "delete the space between `]` and `(`",
    ),
)


def find(found: Converted, body: str) -> Iterator[Finding]:
    """The slips of a body, each where it stands; `found` is what came of it."""
    places = Places(body)
    if BLOCK_SIGN.search(found.html):
        yield from _in_paragraphs(found.html, places)
    if "[" in found.prose.text:
        yield from _in_prose(found.prose, places)
        yield from _without_note(found.prose, body, places)
    if f' id="{NOTE}' in found.html:
        yield from _idle_notes(found, body, places)
    yield from slips_of_lines.find(found.html, body)


def _in_paragraphs(page: str, places: Places) -> Iterator[Finding]:
    is_open = False
    for paragraph in PARAGRAPH.finditer(page):
        if not BLOCK_SIGN.search(paragraph[0]):
            continue
        text = html.unescape(TAG.sub("", paragraph[1]))
        lines = text.split("\n")
        is_open = is_open or bool(FENCE.search(text))
        yield from _list(lines, places)
        yield from _table(lines, places)
    if is_open and (at := places.of_open_fence()):
        what = "a code fence is never closed: readers see its signs, and the code as text"
        yield Finding(CODE, *at, what, "put the same signs on a line of their own below the code")


def _list(lines: list[str], places: Places) -> Iterator[Finding]:
    """A list that goes on from a paragraph; one line alone may be a dash at which the text was broken."""
    first = next((index for index, line in enumerate(lines) if index and FIRST_ITEM.match(line)), 0)
    if not first or (
        sum(1 for line in lines[first:] if ITEM.match(line)) == 1
        and not lines[first - 1].rstrip().endswith(":")
    ):
        return
    item = FIRST_ITEM.match(lines[first])
    assert item
    at = places.find(rf"{BEGINS_BELOW}{re.escape(item[1])}[ \t]+{_word(lines[first][item.end() :])}")
    if at:
        what = (
            f"a list has no blank line above it: readers see its `{item[1]}` inside a paragraph, and no list"
        )
        yield Finding(CODE, *at, what, "leave a blank line above the list")


def _table(lines: list[str], places: Places) -> Iterator[Finding]:
    rows = [index for index, line in enumerate(lines) if ROW.fullmatch(line)]
    if not any(second - first == 1 for first, second in pairwise(rows)):
        return
    at = places.find(rf"{BEGINS}\|{_word(lines[rows[0]])}")
    if at:
        what = "a table has no blank line above it, or no row of dashes: readers see its bars, and no table"
        remedy = (
            "leave a blank line above it, and put a row like `|---|---|`, with as many cells, below its head"
        )
        yield Finding(CODE, *at, what, remedy)


def _word(text: str) -> str:
    """A pattern for the first word of a line, whatever markup is before it."""
    word = WORD.search(text)
    return rf"[^\n]*?{re.escape(word[0])}" if word else ""


def _in_prose(prose: Prose, places: Places) -> Iterator[Finding]:
    for slip in IN_PROSE:
        for raw in slip.shown.finditer(prose.text):
            if prose.is_code(*raw.span()):
                continue
            if at := places.find(slip.written.replace("…", re.escape(raw[1]))):
                yield Finding(CODE, *at, slip.what.format(raw[1]), slip.remedy.format(raw[1]))


def _without_note(prose: Prose, body: str, places: Places) -> Iterator[Finding]:
    """Marks of footnotes that nobody wrote; a note that a marked section keeps apart is another's to tell."""
    for raw in FOOTNOTE.finditer(prose.text):
        if prose.is_code(*raw.span()) or f"{raw[0]}:" in body:
            continue
        if at := places.find(rf"(?<!\\){re.escape(raw[0])}"):
            what = f"the footnote `{raw[0]}` has no text: readers see `{raw[0]}` itself"
            yield Finding(
                CODE, *at, what, f"write `{raw[0]}: …` in a paragraph of its own, or delete the mark"
            )


def _idle_notes(found: Converted, body: str, places: Places) -> Iterator[Finding]:
    """Footnotes that stand at the end of the page, and no mark is anywhere that could lead to them."""
    led = {link.href for link in found.links}
    for id_ in sorted(found.ids):
        name = id_.removeprefix(NOTE)
        mark = f"[^{name}]"
        if name == id_ or f"#{id_}" in led or body.count(mark) > body.count(f"{mark}:"):
            continue
        if at := places.find(rf"{BEGINS}{re.escape(mark)}:"):
            what = f"nothing refers to the footnote `{mark}`: readers find it at the end of the page"
            yield Finding(
                CODE, *at, what, f"write `{mark}` where it belongs in the text, or delete the footnote"
            )
