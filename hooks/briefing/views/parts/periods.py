"""Months and weeks of the calendar, by the names that their digests have in addresses."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Days that follow each other: a month, or a week that begins on a Monday (ISO 8601)."""

    first: date
    last: date
    name: str
    """`2025-11` or `2025-W45`; the year of a week is the one in which its Thursday lies."""
    year: int
    week: int = 0
    """The number of a week in its year; nothing for a month."""

    @property
    def is_week(self) -> bool:
        return self.week > 0


def month_of(day: date) -> Period:
    """The month in which a day lies."""
    last = monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last), f"{day.year:04}-{day.month:02}", day.year)


def week_of(day: date) -> Period:
    """The week in which a day lies; the calendar's very last one is cut short."""
    year, week, weekday = day.isocalendar()
    monday = day.toordinal() - weekday + 1
    sunday = min(monday + WEEK - 1, date.max.toordinal())
    return Period(date.fromordinal(monday), date.fromordinal(sunday), f"{year:04}-W{week:02}", year, week)


def weeks_of(month: Period) -> tuple[Period, ...]:
    """The weeks of which a day at least lies in a month."""
    days = (date.fromordinal(day) for day in range(month.first.toordinal(), month.last.toordinal() + 1))
    return tuple(dict.fromkeys(week_of(day) for day in days))
