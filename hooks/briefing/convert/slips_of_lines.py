"""Slips that the lines of a body show: lists and tables of other programs, and what would be lost unsaid."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.convert.finding import Finding
from briefing.convert.places import NOT_A_LINE_END, Places, place_at, without_code
from briefing.parse.anywhere import KEEP_ONE

CODE = "B608"

ITEM = r"(?:[-*+]|\d{1,3}\.)[ \t]+\S"
MARGIN = "^ {0,3}"
STEP = rf"\n {{4,}}{ITEM}"
"""A further step in, which does nest: that the whole stair stands wrong is not certain then."""
SAID = r"—(?!.*\n[ \t]*\n)"
"""Paragraphs of their own that begin with this dash are what somebody says, in many languages."""
GAP = r"\n(?:[ \t]*\n)?"
CELLS = r"(?!(?:[-*+•·◦‣▪●○–—]|\d{1,3}[.)])[ \t])[^\s|>#][^\t\n|]*(?:\t+[^\t\n|]+)+\t*"
PRE = re.compile(r"<pre><code>([^<]*)</code></pre>")
SENTENCE = re.compile(r"(?:[^\s\w]*\w[^\s=(){}]*\s+){6,}[^\s=(){}]*\w[.!?…]")
"""A line of at least seven words that ends as a sentence does."""
NOTE = re.compile(r"^ {0,3}(?P<mark>\[\^[^\[\]\s]{1,60}\]):", re.MULTILINE)
FENCE = re.compile("^:::", re.MULTILINE)
DASHES = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
BAR = re.compile(r"(?<!\\)\|")
HTML = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<tag>pre|table)\b.*?(?:</(?P=tag)>|\Z)", re.DOTALL | re.IGNORECASE)
"""What readers do not see, or see with its lines or cells as they stand."""


class Sight(NamedTuple):
    """Lines that were meant to become something: signs of which they hold one, and how they look."""

    signs: Sequence[str]
    lines: re.Pattern[str]
    """Its group `at` is where the slip stands, and what it looks like."""
    what: str
    remedy: str


SIGHTS = (
    Sight(
        "\t",
        re.compile(rf"^(?P<at>{CELLS})(?:\n{CELLS})+$", re.MULTILINE),
        "a table was pasted with tabs: readers see its cells in one paragraph",
        "write each row as `| cell | cell |`, with a row like `|---|---|` below the head",
    ),
    Sight(
        "•·◦‣▪●○–—",
        re.compile(
            rf"{MARGIN}(?P<at>[•·◦‣▪●○–]|{SAID})[ \t\u00a0]+\S.*(?:{GAP} {{0,3}}(?P=at)[ \t\u00a0]+\S.*)+",
            re.MULTILINE,
        ),
        "a list is written with `{}`: readers see a paragraph, and no list",
        "begin each entry with `- `, and leave a blank line above the first",
    ),
    Sight(
        ("2) ", "2)\t"),
        re.compile(rf"{MARGIN}(?P<at>1\))[ \t]+\S.*{GAP} {{0,3}}2\)[ \t]+\S", re.MULTILINE),
        "a list is written with `{}`: readers see a paragraph, and no list",
        "begin its entries with `1. `, `2. ` and so on, and leave a blank line above the first",
    ),
    Sight(
        ("\n  ",),
        re.compile(
            rf"^ ?{ITEM}.*(?:\n(?![ \t]*{ITEM})[ \t]+\S.*)*{GAP} {{2,3}}(?P<at>{ITEM}).*$(?!{STEP})",
            re.MULTILINE,
        ),
        "an entry below another one is indented too little: readers see them as one list",
        "indent it by four spaces",
    ),
    Sight(
        "<",
        re.compile(r"^(?P<at><{7}) .+\n(?=(?:.*\n){0,2000}?>{7} )", re.MULTILINE),
        "a conflict of git was left here: readers see both versions and its marks",
        KEEP_ONE,
    ),
    Sight(
        "“”„«",
        re.compile(r"(?<![!\\])(?P<at>\[)[^\[\]\n]{0,300}\]\([^()\s]*[ \t]+[“”„«][^()\n]*\)"),
        "the title of this link is in curly quotation marks: readers see its words, and no link",
        'write straight ones: `[words](address "title")`',
    ),
)


def find(page: str, body: str) -> Iterator[Finding]:
    """The slips of a body of which `page` is what came of it."""
    prose = HTML.sub(lambda part: NOT_A_LINE_END.sub(" ", part[0]), without_code(body))
    for sight in SIGHTS:
        if any(sign in prose for sign in sight.signs):
            for found in sight.lines.finditer(prose):
                at = place_at(prose, found.start("at"))
                yield Finding(CODE, *at, sight.what.format(found["at"]), sight.remedy)
    yield from _as_code(page, body)
    yield from _twice(prose)
    yield from _beyond_head(prose, body)


def _as_code(page: str, body: str) -> Iterator[Finding]:
    """Paragraphs that begin with a tab or four spaces."""
    places = Places(body)
    for block in PRE.finditer(page):
        first = html.unescape(block[1]).partition("\n")[0].strip()
        if SENTENCE.fullmatch(first) and (at := places.find(rf"(?m)^[ \t]+(?P<at>{re.escape(first)})")):
            what = "this line begins with a tab or four spaces: readers see this paragraph as code"
            yield Finding(CODE, *at, what, "take the tab or four of the spaces away")


def _twice(prose: str) -> Iterator[Finding]:
    """Footnotes with the mark of an earlier one, whose text is lost; those of sections have a rule."""
    seen: set[str] = set()
    is_asked = prose.count("]:") > 1 and not FENCE.search(prose)
    for found in NOTE.finditer(prose) if is_asked else ():
        mark = found["mark"]
        if mark in seen:
            at = place_at(prose, found.start("mark"))
            what = f"the footnote `{mark}` is written twice: readers see the last text alone"
            yield Finding(CODE, *at, what, "give one of the two another mark, here and in the text")
        seen.add(mark)


def _beyond_head(prose: str, body: str) -> Iterator[Finding]:
    """Rows of tables with more cells than the head, whose last ones are lost."""
    if "|" not in prose:
        return
    lines, written = prose.split("\n"), body.split("\n")
    head = 0
    for number, line in enumerate(lines):
        if "|" not in line:
            head = 0
        elif head > 1:
            cells, whole = _cells(line), _cells(written[number])
            lost = [one for one in whole[head:] if one] if any(cells[head:]) else []
            if lost:
                what = (
                    f"this row has {len(cells)} cells below a head of {head}: readers do not see `{lost[0]}`"
                )
                yield Finding(
                    CODE, number + 1, 1, what, r"give the head a cell for it, or write `\|` for a bar"
                )
        elif number and DASHES.fullmatch(line):
            columns = len(_cells(line))
            head = columns if len(_cells(lines[number - 1])) == columns else 0


def _cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip() for cell in BAR.split(inner)]
