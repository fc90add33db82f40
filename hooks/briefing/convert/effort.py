"""How much a converter has to do for a body, estimated in one pass: its time grows with squares.

Python-Markdown reads a paragraph anew for each sign in it, looks for the end of each bracket by letters,
and fills each row of a table up to the width of its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import limits

BLANK = re.compile(r"\n(?:[ \t]*\n)+")
SIGN = re.compile(r"[`\\\[!<&*_]")
BRACKET = re.compile(r"[\[\]]|(?<=\])\(|\)")
RULE = re.compile(r"^[ \t>]*[|:-][ \t|:-]*$", re.MULTILINE)
BEGUN = re.compile(r"^(?:[ \t]*+(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){20,}", re.MULTILINE)
OPENER = re.compile(r">|[-*+.)][ \t]")
BY_OPENER = 60
"""What each quote and list begun on a line costs, for every other one on it."""
BY_LETTER = 250
"""What a letter looked at by a loop costs, against one that a pattern passes over."""
BY_TICK = 100
"""What each backtick in the row of a table costs, for every other one in it."""


def blocks(body: str) -> Iterator[tuple[int, str]]:
    """What blank lines divide, and where each begins."""
    at = 0
    for blank in BLANK.finditer(body):
        yield at, body[at : blank.start()]
        at = blank.end()
    yield at, body[at:]


def excess(body: str) -> int | None:
    """Where the most costly block begins, if all together cost too much; nothing where they do not."""
    if not _may_cost_too_much(body):
        return None
    costs = [(_cost(block), -start) for start, block in blocks(body)]
    return -max(costs)[1] if sum(cost for cost, _ in costs) > limits.WORK.most else None


def cells(body: str) -> int | None:
    """Where the table begins with which there are too many cells, or nothing."""
    if body.count("|") * (body.count("\n") + 1) <= limits.CELLS.most:
        return None
    found = 0
    for start, block in blocks(body):
        if "|" in block:
            found += _cells(block)
            if found > limits.CELLS.most:
                return start
    return None


def _may_cost_too_much(body: str) -> bool:
    """Far faster than to look, and wrong only to the safe side."""
    by_sign = len(body) ** 2
    by_letter = BY_LETTER * len(body) * body.count("[") * 2
    by_tick, by_opener = BY_TICK * body.count("`") ** 2, BY_OPENER * (body.count(">") * 3) ** 2
    return by_sign + by_letter + by_tick + by_opener > limits.WORK.most


def _cost(block: str) -> int:
    signs = len(block) * len(SIGN.findall(block))
    ticks = sum(line.count("`") ** 2 for line in block.split("\n") if "|" in line) if "`" in block else 0
    begun = sum(len(OPENER.findall(line)) ** 2 for line in BEGUN.findall(block))
    return signs + BY_LETTER * _spans(block) + BY_TICK * ticks + BY_OPENER * begun


def _spans(block: str) -> int:
    """The lengths of all brackets from their beginning to their end, or to the end of the block."""
    total = 0
    waiting: dict[str, list[int]] = {"[": [], "(": []}
    for found in BRACKET.finditer(block):
        sign = found[0]
        if sign in waiting:
            waiting[sign].append(found.start())
        elif opened := waiting["[" if sign == "]" else "("]:
            total += found.start() - opened.pop()
    return total + sum(len(block) - at for opened in waiting.values() for at in opened)


def _cells(block: str) -> int:
    """The cells of all tables that a block can be, with those that short rows leave out."""
    rules = (line.strip(" \t>").strip("|") for line in RULE.findall(block))
    width = max((line.count("|") for line in rules), default=0) + 1
    return width * (block.count("\n") + 1)
