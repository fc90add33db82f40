"""Today: what was asked for, else the day of SOURCE_DATE_EPOCH, else the clock's day in UTC."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
FIRST, LAST = date(1970, 1, 1), date(2105, 12, 31)
"""Between them lie the days of which every file of a site can say in seconds that it is of them."""


def today(asked: date | None = None) -> date:
    """The day that a command works on; ValueError where SOURCE_DATE_EPOCH or what was asked for is none."""
    found = asked or _of_environment()
    if not FIRST <= found <= LAST:
        raise ValueError(f"{found} is no day to work on; name one from {FIRST} to {LAST}")
    return found


def _of_environment() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return (BEGINNING + timedelta(seconds=int(epoch))).date()
    except (ValueError, OverflowError):
        raise ValueError(f"SOURCE_DATE_EPOCH is no number of seconds: {epoch!r}") from None


def epoch_of(day: date) -> int:
    """The first second of a day in UTC, as SOURCE_DATE_EPOCH writes it."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
