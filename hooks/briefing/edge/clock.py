"""Today: what was asked for, else the day of SOURCE_DATE_EPOCH, else the clock's day in UTC."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def today(asked: date | None = None) -> date:
    """The day that a command works on; ValueError where SOURCE_DATE_EPOCH is no number of seconds."""
    if asked is not None:
        return asked
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
