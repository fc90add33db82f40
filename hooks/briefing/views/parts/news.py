"""What the weeks and months of a site brought: published, changed, judged, happened.

It follows from the days that documents give themselves, so there is news of each period in which something
was published or changed, and of no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from briefing.graph.events import Happening
from briefing.graph.judgements import Judged
from briefing.graph.order import published
from briefing.model.content import AnyDocument
from briefing.model.documents import Status
from briefing.views.edition import Edition, is_vague, once
from briefing.views.parts.periods import Period, month_of, week_of

TOLD = frozenset({Status.PUBLISHED, Status.WITHDRAWN})
"""As in feeds: drafts of the preview are no news."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class News:
    """What the days of a period brought, each thing once."""

    published: tuple[AnyDocument, ...]
    changed: tuple[AnyDocument, ...]
    """Those that were published before."""
    made: tuple[Judged, ...]
    revised: tuple[Judged, ...]
    resolved: tuple[Judged, ...]
    events: tuple[Happening, ...]

    @property
    def documents(self) -> int:
        return len(self.published) + len(self.changed)


@once
def by_period(edition: Edition) -> Mapping[Period, News]:
    """All news: the months in order of time, then the weeks."""
    told = [one for one in edition.content.documents.values() if one.matter.status in TOLD]
    judged = [one for one in edition.graph.judgements.all.values() if one.brief.matter.status in TOLD]
    new = _sorted_in(edition, ((day, one) for one in told if (day := published(one))))
    changed = _sorted_in(edition, ((day, one) for one in told for day in _changes(one)))
    made = _sorted_in(edition, ((one.brief.matter.date, one) for one in judged))
    revised = _sorted_in(edition, ((was.date, one) for one in judged for was in one.judgement.was))
    resolved = _sorted_in(
        edition, ((one.judgement.outcome.date, one) for one in judged if one.judgement.outcome)
    )
    with_news = {*new, *changed, *revised, *resolved}
    events = _events(edition, with_news)
    return MappingProxyType(
        {
            period: News(
                new.get(period, ()),
                _older(changed.get(period, ()), new.get(period, ())),
                made.get(period, ()),
                revised.get(period, ()),
                resolved.get(period, ()),
                tuple(events.get(period, ())),
            )
            for period in sorted(with_news, key=lambda one: (one.is_week, one.first))
        }
    )


def _changes(document: AnyDocument) -> Iterator[date]:
    matter = document.matter
    yield from (change.date for change in matter.changes)
    if matter.updated:
        yield matter.updated


def _sorted_in(edition: Edition, dated: Iterable[tuple[date, T]]) -> Mapping[Period, tuple[T, ...]]:
    """Things by the periods of their days, each once; a day that has not come brings nothing yet."""
    found: dict[Period, dict[int, T]] = {}
    for day, one in dated:
        for period in (month_of(day), week_of(day)) if day <= edition.today else ():
            found.setdefault(period, {})[id(one)] = one
    return {period: tuple(ones.values()) for period, ones in found.items()}


def _older(changed: Iterable[AnyDocument], new: Iterable[AnyDocument]) -> tuple[AnyDocument, ...]:
    refs = {one.ref for one in new}
    return tuple(one for one in changed if one.ref not in refs)


def _events(edition: Edition, periods: set[Period]) -> Mapping[Period, list[Happening]]:
    """Events that surely began in a period: by their day, or by a vaguer date that lies within it."""
    found: dict[Period, list[Happening]] = {}
    for event in edition.graph.events.all:
        when = event.date
        is_doubtful = when.approximate or when.uncertain
        for period in (month_of(when.earliest), week_of(when.earliest)):
            lies_within = when.latest <= period.last and not is_doubtful
            if period in periods and (lies_within or not is_vague(when)):
                found.setdefault(period, []).append(event)
    return found
