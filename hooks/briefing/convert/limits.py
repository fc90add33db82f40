"""Bodies that no reader needs and no converter bears: nested too deep, or opened without end."""

from __future__ import annotations

import re

from briefing.convert.finding import Finding
from briefing.convert.places import place_at, without_code

MOST_OPEN = 500
"""Brackets left open in one paragraph; the converter's time grows with their square."""
MOST_LINES = 2000
"""Headings and definitions in a row without a blank line between them; likewise."""
DEEPEST_QUOTE = 20
DEEPEST_INDENT = 4 * 24
DEEPEST_LIST_ON_ONE_LINE = 24

BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
BRACKETS = (("[", "]", r"\["), ("(", ")", r"\("), ("<", ">", r"<(?=[A-Za-z])"))
RECURSIVE_LINE = re.compile(r"^[ ]{0,3}(?:#|:[ \t]|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)
LIST_CHAIN = re.compile(
    rf"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+){{{DEEPEST_LIST_ON_ONE_LINE},}}[^\s*-]", re.MULTILINE
)
DEEP_QUOTE = re.compile(rf"^((?:[ \t]*>){{{DEEPEST_QUOTE}}})([ \t>]*>)", re.MULTILINE)
DEEP_LIST = re.compile(rf"^[ ]{{{DEEPEST_INDENT},}}(?=(?:[-*+]|\d+[.)])[ ])", re.MULTILINE)


def flattened(body: str) -> str:
    """The body with quotes and lists of senseless depth brought back to the deepest that is laid out."""
    if ">" * 2 in body or "> >" in body:
        body = DEEP_QUOTE.sub(lambda quote: quote[1] + quote[2].replace(">", "&gt;"), body)
    if " " * DEEPEST_INDENT in body:
        body = DEEP_LIST.sub(" " * DEEPEST_INDENT, body)
    return body


def excess(body: str) -> Finding | None:
    """Why a body is refused unread, or nothing."""
    chain = LIST_CHAIN.search(body)
    if chain:
        return _refusal(body, chain.start(), f"more than {DEEPEST_LIST_ON_ONE_LINE} lists begin on one line")
    if any(body.count(opening) > MOST_OPEN for opening, _, _ in BRACKETS):
        prose = without_code(body)
        for opening, closing, pattern in BRACKETS:
            if prose.count(opening) > MOST_OPEN and (at := _left_open(prose, pattern, closing)) is not None:
                what = f"more than {MOST_OPEN} `{opening}` are left open in one paragraph"
                return _refusal(body, at, what)
    if body.count("\n") > MOST_LINES:
        for block in BLOCK.finditer(body):
            if len(RECURSIVE_LINE.findall(block[0])) > MOST_LINES:
                what = (
                    f"more than {MOST_LINES} headings or definitions follow each other without a blank line"
                )
                return _refusal(body, block.start(), what)
    return None


def too_deep() -> Finding:
    """The refusal of what only conversion showed to be nested too deep."""
    return Finding("B605", 1, 1, "the body is nested too deep to be laid out")


def _refusal(body: str, offset: int, what: str) -> Finding:
    line, column = place_at(body, offset)
    return Finding("B605", line, column, what)


def _left_open(prose: str, opening: str, closing: str) -> int | None:
    """Where the paragraph begins that leaves too many brackets open."""
    sign = re.compile(f"{opening}|{re.escape(closing)}")
    for block in BLOCK.finditer(prose):
        depth = 0
        for found in sign.findall(block[0]):
            depth = max(depth - 1, 0) if found == closing else depth + 1
            if depth > MOST_OPEN:
                return block.start()
    return None
