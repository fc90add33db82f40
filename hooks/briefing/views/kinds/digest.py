"""Digests: what was new in a week or a month, what happened then, and what comes next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar

from briefing.graph.judgements import Judged
from briefing.graph.order import age
from briefing.model import edtf
from briefing.model.content import AnyDocument
from briefing.model.ref import Kind
from briefing.views.edition import Edition
from briefing.views.kinds import register, timeline
from briefing.views.parts import happening, heads, judging, listing, news, notes, periods
from briefing.views.parts.news import News
from briefing.views.parts.periods import Period
from briefing.views.shapes.digested import (
    ChangedShown,
    DigestLine,
    DigestShown,
    DigestsShown,
    DigestYear,
    JudgedShown,
    Listed,
)
from briefing.views.shapes.pages import DocumentShown, EventShown, Link

ADDRESS = "digests/"
SUMMARY = "What was published and changed, week by week and month by month."
MOST = 100
"""So many of a sort stand on a page; of the others it says how many there are."""
NEXT, AHEAD = 6, timedelta(days=366)
"""So many events come next, unless they are further off."""

S = TypeVar("S")
T = TypeVar("T")


def pages(edition: Edition) -> Iterator[DigestsShown | DigestShown]:
    """The list of digests, then each of them."""
    found = news.by_period(edition)
    yield _index(edition, found)
    days = [one.date.earliest for one in edition.graph.events.all]
    for are_weeks in (False, True):
        ones = [period for period in found if period.is_week is are_weeks]
        for earlier, period, later in zip([None, *ones], ones, [*ones[1:], None], strict=False):
            yield _page(
                edition,
                period,
                found[period],
                upcoming=_upcoming(edition, days, period.last),
                beside=tuple(_link(edition, one) for one in _beside(period) if one in found),
                earlier=_link(edition, earlier) if earlier else None,
                later=_link(edition, later) if later else None,
            )


def _page(
    edition: Edition,
    period: Period,
    brought: News,
    *,
    upcoming: tuple[EventShown, ...],
    beside: tuple[Link, ...],
    earlier: Link | None,
    later: Link | None,
) -> DigestShown:
    new, changed = tuple(_new(edition, brought)), tuple(_changed(edition, period, brought))
    judgements, events = tuple(_judgements(edition, period, brought)), tuple(_events(edition, brought))
    lists: tuple[Listed[object], ...] = (*new, *changed, *judgements, *events)
    link = _link(edition, period)
    return DigestShown(
        head=heads.of_page(
            edition,
            link.address,
            f"Digest: {link.label}",
            "Digest · week" if period.is_week else "Digest · month",
            f"{link.note}: what was published and changed, what happened, and what comes next.",
            heads.sections(
                *((one.anchor, one.heading, one.items) for one in lists),
                ("br-next", "What comes next", upcoming),
            ),
        ),
        new=new,
        changed=changed,
        judgements=judgements,
        events=events,
        upcoming=upcoming,
        beside=beside,
        earlier=earlier,
        later=later,
    )


def _new(edition: Edition, brought: News) -> Iterator[Listed[DocumentShown]]:
    """What was published, by what it is; newest first."""
    ordered = sorted(brought.published, key=age)
    for kind in Kind:
        yield from _listed(
            f"New {kind}",
            f"br-new-{kind}",
            [one for one in ordered if one.ref.kind is kind],
            lambda one: listing.document(edition, one),
            Link(f"All {kind}", f"{kind}/"),
        )


def _changed(edition: Edition, period: Period, brought: News) -> Iterator[Listed[ChangedShown]]:
    def show(one: AnyDocument) -> ChangedShown:
        changes = tuple(
            change for change in notes.changes(edition, one) if _is_of(change.date.machine, period)
        )
        return ChangedShown(listing.document(edition, one), changes)

    yield from _listed("Changed", "br-changed", sorted(brought.changed, key=age), show)


def _judgements(edition: Edition, period: Period, brought: News) -> Iterator[Listed[JudgedShown]]:
    def show(one: Judged) -> JudgedShown:
        shown = judging.judgement(edition, one)
        return JudgedShown(shown, tuple(was for was in shown.was if _is_of(was.date.machine, period)))

    register_of_all = Link("All judgements", register.ADDRESS)
    for heading, anchor, several in (
        ("Judgements made", "br-made", brought.made),
        ("Judgements changed", "br-revised", brought.revised),
        ("Judgements resolved", "br-resolved", brought.resolved),
    ):
        yield from _listed(heading, anchor, sorted(several, key=judging.newest_first), show, register_of_all)


def _events(edition: Edition, brought: News) -> Iterator[Listed[EventShown]]:
    yield from _listed(
        "What happened",
        "br-happened",
        brought.events,
        lambda one: happening.event(edition, one),
        Link("The whole timeline", timeline.ADDRESS),
    )


def _listed(
    heading: str,
    anchor: str,
    several: Sequence[S],
    show: Callable[[S], T],
    everything: Link | None = None,
) -> Iterator[Listed[T]]:
    """As many as a page holds; nothing of nothing."""
    if several:
        items = tuple(show(one) for one in several[:MOST])
        yield Listed(heading, anchor, items, len(several) - len(items), everything)


def _upcoming(edition: Edition, days: Sequence[date], last: date) -> tuple[EventShown, ...]:
    """The events that begin next after a day; `days` are those on which all events begin."""
    after = bisect_right(days, last)
    near = edition.graph.events.all[after : after + NEXT]
    return happening.events(edition, (one for one in near if one.date.earliest - last <= AHEAD))


def _is_of(day: str, period: Period) -> bool:
    return period.first.isoformat() <= day <= period.last.isoformat()


def _beside(period: Period) -> tuple[Period, ...]:
    """The weeks of a month; of a week its month, or both of them."""
    if period.is_week:
        return tuple(dict.fromkeys((periods.month_of(period.first), periods.month_of(period.last))))
    return periods.weeks_of(period)


def _link(edition: Edition, period: Period) -> Link:
    """The way to a digest, with the days that it is of."""
    days = edition.when(edtf.parse(f"{period.first}/{period.last}")).words
    label = f"Week {period.week} of {period.year}" if period.is_week else _month(edition, period)
    return Link(label, f"{ADDRESS}{period.name}/", days)


def _month(edition: Edition, period: Period) -> str:
    return edition.when(edtf.parse(period.name)).words


def _index(edition: Edition, found: Mapping[Period, News]) -> DigestsShown:
    newest_first = sorted(found, key=lambda one: (one.year, one.first), reverse=True)
    years = tuple(
        DigestYear(
            f"{year:04}",
            f"br-year-{year:04}",
            months=_lines(edition, [one for one in ones if not one.is_week], found),
            weeks=_lines(edition, [one for one in ones if one.is_week], found),
        )
        for year, group in groupby(newest_first, key=lambda one: one.year)
        for ones in [list(group)]
    )
    contents = heads.sections(*((year.anchor, year.heading, year) for year in years))
    return DigestsShown(heads.of_page(edition, ADDRESS, "Digests", "Index", SUMMARY, contents), years)


def _lines(edition: Edition, ones: Sequence[Period], found: Mapping[Period, News]) -> tuple[DigestLine, ...]:
    return tuple(DigestLine(_link(edition, one), found[one].documents) for one in ones)
