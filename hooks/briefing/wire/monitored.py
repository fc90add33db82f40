"""What services that read the press of others say of it: `Hanoi EXAMPLE DAILY in Vietnamese 14 Sep 93`."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.wire import days, places
from briefing.wire.days import DAY, MONTH, Written

SOURCE = re.compile(
    r"(?:[A-Z0-9]{7,13} )?(?P<place>[A-Z][\w'’-]+(?: [A-Z][a-z]+){0,2}) .{2,60} in [A-Z][a-z]+"
    rf"(?: \d{{4}} GMT)? (?P<when>(?P<day>{DAY}) (?P<month>{MONTH}) (?P<year>(?:19)?\d\d))"
    r"(?:,? pp? ?[\d, -]+)?\.?"
)
EXCERPT = re.compile(
    r"(?:\[(?:(?:FBIS|JPRS|BBC) )?(?:\w+ ){0,2}"
    r"(?:text|excerpts?|report|summary|(?:article )?by [^\]]{3,160})\]\s*)+",
    re.IGNORECASE,
)
"""How much of the text is given, before its first word."""
CENTURY = 1900
"""These services worked, and wrote two figures for a year, in one century."""


class Source(NamedTuple):
    """Where and when something was printed or broadcast."""

    place: str
    written: Written


def read(line: str) -> Source | None:
    """What a line says of the source of a report; nothing where it is of another kind."""
    found = SOURCE.fullmatch(line.strip())
    if not found:
        return None
    year = int(found["year"])
    written = Written(
        found["when"],
        found.start("when"),
        days.month_of(found["month"]),
        int(re.sub(r"\D", "", found["day"])),
        year if year > 99 else CENTURY + year,
    )
    return Source(_city(found["place"]), written) if written.whole else None


def _city(words: str) -> str:
    """The city with which some words begin: the rest of them names a paper or a station."""
    parts = words.split(" ")
    firsts = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return places.called(next(filter(places.is_city, firsts), parts[0]))
