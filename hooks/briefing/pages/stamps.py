"""Days as feeds and calendars want them: by what documents say of themselves, never by a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from briefing.model.content import AnyDocument
from briefing.views.parts.changed import changed

NEVER = date(1970, 1, 1)
"""Stands where nothing has a day: in an empty feed, at an event that undated profiles alone tell."""


def newest(documents: Iterable[AnyDocument]) -> date:
    """The day of the last change among several documents."""
    return max((day for document in documents if (day := changed(document))), default=NEVER)


def moment(day: date) -> datetime:
    """A day as the formats want it that know no days: its first second in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
