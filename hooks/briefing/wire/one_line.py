"""Heads that share a line with their text, given lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.wire import dateline, days, places
from briefing.wire.dateline import Strength

LONG = 250
"""Signs of a line that may hold head and text."""


def unfolded(lines: Sequence[str]) -> Sequence[str]:
    """The lines with a head that shares one with the text given lines of its own."""
    written = [number for number, line in enumerate(lines) if line.strip()]
    for number in written[:3]:
        parts = list(_apart(lines[number], is_all=len(written) == 1))
        if len(parts) > 1:
            return (*lines[:number], *parts, *lines[number + 1 :])
    return lines


def _apart(line: str, *, is_all: bool) -> Iterator[str]:
    """`Title  January 5, 2007  WASHINGTON -- text` and `Title  LONDON, March 5 - text`, piece by piece."""
    start = line[:400]
    if len(line) > LONG or is_all:
        for day in days.find(start):
            before, after = line[: day.start], line[day.end :]
            is_apart = before.endswith("  ") and re.match(r"\s{2,}\S", after) is not None
            opens = after[:1].isspace() and dateline.find(after.strip()) is not None
            if day.year and before.strip() and before[-1:].isspace() and (is_apart or opens):
                yield from (before, day.words, after.strip())
                return
        for gap in re.finditer(r"\s+(?=[A-Z(])", start):
            found = dateline.find(line[gap.end() :]) if gap.start() > 10 else None
            if (
                found
                and found.strength is Strength.STRONG
                and found.place
                and places.in_capitals(found.words.split(",")[0])
            ):
                yield from (line[: gap.start()], line[gap.end() :])
                return
    yield line
