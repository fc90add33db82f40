"""Days as texts write them: `Friday, July 21, 2017`, `1 November`, `2025-11-01`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

MONTH = (
    r"(?:(?=(?-i:[A-Z]))(?i:(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)"
    r"(?![^\W_])|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![^\W_])\.?))"
)
"""A month with a capital; its lower-case forms are other words."""
WEEKDAY = (
    r"(?:(?=(?-i:[A-Z]))(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
    r"(?![^\W_])\.?)"
)
DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?)"
YEAR = r"(?:(?:1[5-9]|20)\d\d(?![\d,.]*\d))"

_WRITTEN = (
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<month>{MONTH})\s*(?P<day>{DAY})"
    rf"(?:\s*,?\s+(?P<year>{YEAR}))?",
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?P<day>{DAY})\s*(?:of\s+)?[\s-](?P<month>{MONTH})"
    rf"(?:,?[\s-]+(?P<year>{YEAR}))?",
    r"(?P<year>(?:1[5-9]|20)\d\d)(?P<sign>[-/.])(?P<figures>0[1-9]|1[0-2])(?P=sign)(?P<day>0[1-9]"
    r"|[12]\d|3[01])",
    r"(?P<one>0?[1-9]|[12]\d|3[01])(?P<sign>[-/.])(?P<other>0?[1-9]|[12]\d"
    r"|3[01])(?P=sign)(?P<year>(?:1[5-9]|20)\d\d)",
)
FORMS = tuple(re.compile(rf"(?<![\w/]){form}(?!(?!T\d\d:)\w|[-/]\d)") for form in _WRITTEN)

MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
WEEKDAYS: Mapping[str, int] = {
    name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
}


@dataclass(frozen=True, slots=True)
class Written:
    """A day as some words give it; its year may be left open."""

    words: str
    start: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def whole(self) -> date | None:
        """The day, where the words give its year."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> date | None:
        """The day in a year; nothing where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def not_after(self, day: date) -> date | None:
        """The latest such day up to another; a 29 February may lie some years back."""
        years = range(day.year, max(day.year - 9, 0), -1)
        return next((found for year in years if (found := self.in_year(year)) and found <= day), None)

    def not_before(self, day: date) -> date | None:
        """The first such day from another on."""
        years = range(day.year, min(day.year + 9, 9999))
        return next((found for year in years if (found := self.in_year(year)) and found >= day), None)


def month_of(words: str) -> int:
    return MONTHS[words[:3].casefold()]


def weekday_of(words: str) -> int:
    return WEEKDAYS[words[:3].casefold()]


def find(text: str) -> Iterator[Written]:
    """Every day that a text writes, in order; none twice."""
    found = (
        sorted(
            (match.start(), -match.end(), number, match)
            for number, form in enumerate(FORMS)
            for match in form.finditer(text)
        )
        if any(char.isdecimal() for char in text)
        else ()
    )
    at = -1
    for start, end, _, match in found:
        written = _written(match) if start >= at else None
        if written:
            at = -end
            yield written


def _written(match: re.Match[str]) -> Written | None:
    groups = match.groupdict()
    if groups.get("one"):
        day, month = _certain(int(match["one"]), int(match["other"]))
    else:
        day = int(re.sub(r"\D", "", match["day"]))
        month = month_of(match["month"]) if groups.get("month") else int(match["figures"])
    if not month:
        return None
    year, weekday = groups.get("year"), groups.get("weekday")
    written = Written(
        match[0],
        match.start(),
        month,
        day,
        int(year) if year else None,
        weekday_of(weekday) if weekday else None,
    )
    # A leap year shows whether there is such a day at all.
    return written if written.in_year(written.year or 2000) else None


def _certain(one: int, other: int) -> tuple[int, int]:
    """Day and month of `31/10` and `10/31`; of `05/06` neither, for it may be either."""
    if other > 12 >= one:
        return other, one
    return (one, other) if one > 12 >= other or one == other else (0, 0)
