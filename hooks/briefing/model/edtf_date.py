"""A date as precise as its source: the days it covers, its place in time, what it says of another date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class NoDate(StrEnum):
    """An end of an interval that has no date: still open, or there but not known."""

    OPEN = ".."
    UNKNOWN = ""


MONTHS_IN: Mapping[Precision, int] = MappingProxyType(
    {
        Precision.MONTH: 1,
        Precision.SEASON: 3,
        Precision.QUARTER: 3,
        Precision.YEAR: 12,
        Precision.DECADE: 120,
        Precision.CENTURY: 1200,
    }
)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or an interval between two, as written, and the days that it covers; it has no middle.

    A season covers its meteorological months of the northern hemisphere; `excludes` knows of the southern.
    """

    text: str
    earliest: date  # `date.min` where the beginning is open or not known
    latest: date  # `date.max` where the end is
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    unspecified: Precision | None = None  # what the author marked as not known: the DAY in 2025-10-XX
    ends: tuple[Edtf | NoDate, Edtf | NoDate] | None = None

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        return self.ends is not None

    @property
    def start(self) -> Edtf | NoDate:
        """Where an interval starts; a single date starts with itself."""
        return self.ends[0] if self.ends else self

    @property
    def end(self) -> Edtf | NoDate:
        """Where an interval ends; a single date ends with itself."""
        return self.ends[1] if self.ends else self

    @property
    def sort_key(self) -> tuple[date, int, int]:
        """Earliest possible day, then precise before vague; without a start, the earliest day of its end."""
        starts_with = self.start if isinstance(self.start, Edtf) else self.end
        first = starts_with.earliest if isinstance(starts_with, Edtf) else self.earliest
        return (first, *self.vagueness)

    @property
    def vagueness(self) -> tuple[int, int]:
        """How little is known: the days from the earliest to the latest, then how many of `~` and `?`."""
        return ((self.latest - self.earliest).days, self.approximate + self.uncertain)

    @property
    def year(self) -> int:
        """The year under which a timeline lists it."""
        return self.sort_key[0].year

    def contains(self, other: Edtf) -> bool:
        """Whether the other lies within this one, as 2024-08-22 in 2024-08: both can be said of one event."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def excludes(self, other: Edtf) -> bool:
        """Whether the two cannot both be true of one event.

        `~` gives way by one unit of its date on either side: about 2012 excludes 2010, but not 2011 or 2013.
        A season names no hemisphere: it gives way to all of its year, and a winter to the next February too.
        `?` gives no way: readers should see a doubted date beside the one that speaks against it.
        """
        first, last = self._reach()
        other_first, other_last = other._reach()
        return last < other_first or other_last < first

    def is_past(self, today: date) -> bool:
        """Whether its latest day is over."""
        return self.latest < today

    def is_future(self, today: date) -> bool:
        """Whether its earliest day is yet to come."""
        return today < self.earliest

    def _reach(self) -> tuple[date, date]:
        """The first and the last day that may have been meant."""
        if self.ends:
            start, end = self.ends
            return (
                start._reach()[0] if isinstance(start, Edtf) else date.min,
                end._reach()[1] if isinstance(end, Edtf) else date.max,
            )
        if self.precision is Precision.DAY:
            return days_around(self.earliest, 1 if self.approximate else 0)
        first, last = month_number(self.earliest), month_number(self.latest)
        if self.precision is Precision.SEASON:
            january = 12 * self.earliest.year
            first, last = january, max(january + 11, last)
        margin = MONTHS_IN[self.precision] if self.approximate else 0
        return days_of_months(first - margin, last + margin)


def finer(a: Edtf, b: Edtf) -> Edtf:
    """The more precise of two, the one with less doubt where both cover as much, else the first."""
    return b if b.vagueness < a.vagueness else a


def runs_backwards(start: Edtf, end: Edtf) -> bool:
    """Whether a span from one to the other would be over before it starts."""
    return end.latest < start.earliest


def month_number(day: date) -> int:
    """Months counted on from January of the year 0."""
    return 12 * day.year + day.month - 1


def days_of_months(first: int, last: int) -> tuple[date, date]:
    """The first and the last day of a run of months by their numbers, as far as the calendar reaches."""
    year, month = divmod(max(first, month_number(date.min)), 12)
    last_year, last_month = divmod(min(last, month_number(date.max)), 12)
    length = monthrange(last_year, last_month + 1)[1]
    return date(year, month + 1, 1), date(last_year, last_month + 1, length)


def days_around(day: date, margin: int) -> tuple[date, date]:
    """The days that lie a margin before and after a day, as far as the calendar reaches."""
    number = day.toordinal()
    return (
        date.fromordinal(max(number - margin, date.min.toordinal())),
        date.fromordinal(min(number + margin, date.max.toordinal())),
    )
