"""Bodies that no reader needs and no converter bears: nested too deep, or opened without end."""

from __future__ import annotations

import re

from briefing.convert import effort, repeats
from briefing.convert.finding import Finding
from briefing.convert.places import place_at
from briefing.model import limits

BRACKETS = (("[", "]", r"\["), ("(", ")", r"\("), ("<", ">", r"<(?=[A-Za-z])"))
RECURSIVE_LINE = re.compile(r"^[ ]{0,3}(?:#|:[ \t]|=+[ \t]*$|-+[ \t]*$|!!!|[?]{3})", re.MULTILINE)
# These two begin with the end of the line above: a pattern that begins with a fixed text is found faster.
LIST_CHAIN = re.compile(rf"\n[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+){{{limits.LISTS.most},}}[^\s*-]")
BEGUN = re.compile(rf"\n(?:[ \t]*+(?:>|(?:[-*+]|\d{{1,9}}[.)])[ \t])){{{limits.BEGUN.most}}}")
DEEP_QUOTE = re.compile(rf"^((?:[ \t]*>){{{limits.QUOTES.most}}})([ \t>]*>)", re.MULTILINE)
DEEPEST_INDENT = 4 * limits.LISTS.most
DEEP_LIST = re.compile(rf"^[ ]{{{DEEPEST_INDENT},}}(?=(?:[-*+]|\d+[.)])[ ])", re.MULTILINE)
SIGN = re.compile(r"[`\\\[!<>&*_]")
HEADING = re.compile(r"^[ \t>]*(?:#|(?:=+|-+)[ \t]*$)|<h[1-6]", re.MULTILINE | re.IGNORECASE)

COUNTED = (
    (re.compile(r"\n[ \t]*\n"), "\n", limits.PARAGRAPHS),
    (re.compile(r"\n"), "\n", limits.TEXT_LINES),
    (SIGN, "`\\[!<>&*_", limits.SIGNS),
    (re.compile(r"<[A-Za-z/!?]"), "<", limits.TAGS),
    (re.compile(r"\[\^"), "^", limits.NOTES),
    (re.compile(r"\]:"), "]", limits.DEFINITIONS),
    (HEADING, "\n<", limits.HEADINGS),
    (re.compile(r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE), "\n", limits.ITEMS),
    (re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE), "\n", limits.FENCES),
)
"""What a body holds only so many of, whatever they turn out to be, and the signs of which each has one for
itself; of lines, all but the first have an end above them."""


def flattened(body: str) -> str:
    """The body with quotes and lists of senseless depth brought back to the deepest that is laid out."""
    if ">" * 2 in body or "> >" in body:
        body = DEEP_QUOTE.sub(lambda quote: quote[1] + quote[2].replace(">", "&gt;"), body)
    if " " * DEEPEST_INDENT in body:
        body = DEEP_LIST.sub(" " * DEEPEST_INDENT, body)
    return body


def excess(body: str) -> Finding | None:
    """Why a body is refused unread, or nothing."""
    lines = f"\n{body}"
    chain = LIST_CHAIN.search(lines)
    if chain:
        return _refusal(body, chain.start(), f"more than {limits.LISTS.most} lists begin on one line")
    if begun := BEGUN.search(lines):
        what = f"more than {limits.BEGUN.most} quotes and lists begin on one line"
        return _refusal(body, begun.start(), what)
    return _too_many(body) or _left_open(body) or _in_a_row(body) or _too_long(body)


def too_deep() -> Finding:
    """The refusal of what only conversion showed to be nested too deep."""
    return Finding("B605", 1, 1, "the body is nested too deep to be laid out")


def left_open() -> Finding:
    """The refusal of HTML whose open elements would be repeated without end."""
    what = f"HTML that is left open would be repeated more than {limits.LEFT_OPEN.most} times"
    return Finding("B605", 1, 1, what, "close every tag in the paragraph that opens it")


def _refusal(body: str, offset: int, what: str, remedy: str = "") -> Finding:
    line, column = place_at(body, offset)
    return Finding("B605", line, column, what, remedy)


def _too_many(body: str) -> Finding | None:
    for pattern, signs, limit in COUNTED:
        if len(body) > limit.most and sum(map(body.count, signs)) >= limit.most:
            for number, found in enumerate(pattern.finditer(body)):
                if number == limit.most:
                    what = f"the body has more than {limit.most} {limit.of}, up to here"
                    return _refusal(body, found.start(), what, "divide it into several documents")
    return None


def _left_open(body: str) -> Finding | None:
    """The paragraph that leaves too many brackets open."""
    for opening, closing, pattern in BRACKETS:
        if body.count(opening) <= limits.OPEN.most:
            continue
        sign = re.compile(f"{pattern}|{re.escape(closing)}")
        for start, block in effort.blocks(body):
            depth = 0
            for found in sign.findall(block):
                depth = max(depth - 1, 0) if found == closing else depth + 1
                if depth > limits.OPEN.most:
                    what = f"more than {limits.OPEN.most} `{opening}` are left open in one paragraph"
                    return _refusal(body, start, what, "close them, or delete them")
    return None


def _in_a_row(body: str) -> Finding | None:
    if body.count("\n") > limits.LINES.most:
        for start, block in effort.blocks(body):
            if len(RECURSIVE_LINE.findall(block)) > limits.LINES.most:
                most = limits.LINES.most
                what = f"more than {most} headings or definitions follow each other without a blank line"
                return _refusal(body, start, what, "put blank lines between them")
    return None


def _too_long(body: str) -> Finding | None:
    found = effort.excess(body)
    if found is not None:
        what = "the text has paragraphs too long and too full of Markdown; the worst begins here"
        return _refusal(body, found, what, "divide it by blank lines, or delete signs that stand for nothing")
    found = effort.cells(body)
    if found is not None:
        what = f"tables have more than {limits.CELLS.most} cells, up to this one"
        return _refusal(body, found, what, "publish the data as a file, and link to it")
    repeat = repeats.excess(body)
    return _refusal(body, repeat.offset, repeat.what, repeat.remedy) if repeat else None
