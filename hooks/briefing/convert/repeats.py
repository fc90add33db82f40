"""What a converter writes again and again: a few lines can make a page that no memory holds."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.model import limits

DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]*\]:", re.MULTILINE)
ABBREVIATION = re.compile(r"\*\[([^\\\]]*)\][ ]?:")
CONTENTS = "[TOC]"
HEADING = re.compile(r"^[ \t>]*(?:#|(?:=+|-+)[ \t]*$)", re.MULTILINE)
MARKS = 100
"""What the place of a contents list costs besides its entries."""
LINES = 3
"""A definition may go on for two lines."""


class Repeat(NamedTuple):
    """What is repeated too often: where it stands, what is said, and what to do."""

    offset: int
    what: str
    remedy: str


def excess(body: str) -> Repeat | None:
    """What would be repeated too often, or nothing."""
    return _definitions(body) or _abbreviations(body) or _contents(body)


def _definitions(body: str) -> Repeat | None:
    uses = body.count("[")
    if uses * len(body) <= limits.REPEATED.most:
        return None
    longest, at = max(
        ((_length(body, found.start()), found.start()) for found in DEFINITION.finditer(body)), default=(0, 0)
    )
    if longest * uses <= limits.REPEATED.most:
        return None
    what = f"a definition of {longest} characters stands over {uses} brackets that could use it"
    return Repeat(at, what, "write a shorter address and title")


def _abbreviations(body: str) -> Repeat | None:
    defined = list(ABBREVIATION.finditer(body)) if "*[" in body else []
    names = sorted({found[1].strip() for found in defined} - {""}, key=len, reverse=True)
    if not names:
        return None
    longest, at = max((_length(body, found.start()), found.start()) for found in defined)
    used = re.finditer(rf"\b(?:{'|'.join(map(re.escape, names))})\b", body)
    for uses, _ in enumerate(used, 1):
        if uses > limits.USES.most or uses * longest > limits.REPEATED.most:
            what = f"abbreviations are used more than {uses - 1} times, each with up to {longest} characters"
            return Repeat(at, what, "explain them once in the text, or more briefly")
    return None


def _contents(body: str) -> Repeat | None:
    lists = body.count(CONTENTS)
    if lists < 2 or lists * (len(HEADING.findall(body)) + MARKS) <= limits.HEADINGS.most:
        return None
    at = body.rindex(CONTENTS)
    return Repeat(
        at, f"the contents list is to stand {lists} times", "keep one of them: the page has its own"
    )


def _length(body: str, start: int) -> int:
    """How long a definition that begins somewhere can be."""
    end = start
    for _ in range(LINES):
        end = body.find("\n", end + 1)
        if end < 0:
            return len(body) - start
    return end - start
