"""When documents last changed, by the days that they give themselves and never by a clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from briefing.graph.order import published
from briefing.model.content import AnyDocument
from briefing.model.documents import Brief

NEVER = date(1970, 1, 1)
"""Stands where nothing has a day: in an empty feed, at an event that undated profiles alone tell."""


def changed(document: AnyDocument) -> date | None:
    """The newest of a document's days: published, updated, changed, a judgement revised or resolved."""
    return max(_days(document), default=None)


def newest(documents: Iterable[AnyDocument]) -> date:
    """The day of the last change among several documents."""
    return max((day for document in documents if (day := changed(document))), default=NEVER)


def moment(day: date) -> datetime:
    """A day as the formats want it that know no days: its first second in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _days(document: AnyDocument) -> Iterator[date]:
    matter = document.matter
    yield from (day for day in (published(document), matter.updated) if day)
    yield from (change.date for change in matter.changes)
    if isinstance(matter, Brief):
        for judgement in matter.judgements:
            yield from (was.date for was in judgement.was)
            if judgement.outcome:
                yield judgement.outcome.date
