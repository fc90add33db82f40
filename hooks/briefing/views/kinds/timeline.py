"""The timeline: one page of all years, and a page for each year in which an event begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.graph.events import Happening
from briefing.model import edtf
from briefing.model.edtf import Edtf, Precision
from briefing.views.edition import Edition
from briefing.views.parts import grouping, happening, heads
from briefing.views.pictures import timeline_picture
from briefing.views.shapes.drawn import PictureShown
from briefing.views.shapes.pages import EventShown, Group, Heading, Link, TimelineShown

ADDRESS = "timeline/"
SUMMARY = "What happened, each date as precise as its sources; what is ahead stands apart."
MOST = 300
"""So many events stand on the page of all years; to the years before them it shows ways."""
MOST_DRAWN = 1000
"""So many events are in its picture each by itself; of the years before them it shows the numbers."""
SHORT = 12
"""A year with more events than this stands by month."""


def pages(edition: Edition) -> Iterator[TimelineShown]:
    """The page of all years, then those of each year."""
    years = {year: tuple(one) for year, one in groupby(edition.graph.events.all, lambda one: one.date.year)}
    counts = tuple((_link(year), len(happenings)) for year, happenings in years.items())
    yield replace(_of_all(edition, years, counts), all_years=counts)
    known = list(years)
    for place, year in enumerate(known):
        yield replace(
            _of_year(edition, year, years[year]),
            all_years=counts,
            earlier=_link(known[place - 1]) if place else None,
            later=_link(known[place + 1]) if place + 1 < len(known) else None,
        )


def _of_all(
    edition: Edition, years: dict[int, tuple[Happening, ...]], counts: tuple[tuple[Link, int], ...]
) -> TimelineShown:
    drawn, listed = _latest(years, MOST_DRAWN), _together(_latest(years, MOST))
    picture = timeline_picture.picture(edition, _together(drawn), counts[: len(counts) - len(drawn)])
    happened, ahead = _nearest(*happening.apart(edition, listed), MOST)
    by_year = groupby(happened, lambda one: one.date.year)
    groups = tuple(_group(year, [happening.event(edition, one) for one in group]) for year, group in by_year)
    upcoming = tuple(happening.event(edition, one) for one in ahead)
    page = _page(edition, "Timeline", ADDRESS, groups, upcoming, picture)
    return replace(page, cut_year=counts[-1] if len(listed) > MOST else None)


def _of_year(edition: Edition, year: int, listed: tuple[Happening, ...]) -> TimelineShown:
    happened, ahead = happening.apart(edition, listed)
    events = [happening.whole(edition, one) for one in happened]
    is_by_month = len(happened) > SHORT
    if is_by_month:
        groups = _months(edition, zip(happened, events, strict=True))
    else:
        groups = (_group(year, events),) if events else ()
    upcoming = tuple(happening.whole(edition, one) for one in ahead)
    title, picture = f"Timeline {grouping.heading(year)}", timeline_picture.picture(edition, listed)
    return replace(_page(edition, title, _address(year), groups, upcoming, picture), is_by_month=is_by_month)


def _page(
    edition: Edition,
    title: str,
    address: str,
    groups: tuple[Group[EventShown], ...],
    upcoming: tuple[EventShown, ...],
    picture: PictureShown | None,
) -> TimelineShown:
    contents = tuple(Heading(group.anchor, group.heading, 2) for group in groups)
    sections = (*heads.sections(("br-ahead", "Ahead", upcoming)), *contents)
    head = heads.of_page(edition, address, title, "Events", SUMMARY, sections)
    return TimelineShown(
        head=replace(head, scripts=timeline_picture.SCRIPTS) if picture else head,
        years=groups,
        upcoming=upcoming,
        picture=picture,
    )


def _together(years: dict[int, tuple[Happening, ...]]) -> tuple[Happening, ...]:
    return tuple(one for group in years.values() for one in group)


def _nearest(
    happened: tuple[Happening, ...], ahead: tuple[Happening, ...], most: int
) -> tuple[tuple[Happening, ...], tuple[Happening, ...]]:
    """Of what has happened the latest, and of what is ahead the next, together so many."""
    after = min(len(ahead), max(most // 2, most - len(happened)))
    return happened[len(happened) - min(len(happened), most - after) :], ahead[:after]


def _months(
    edition: Edition, happened: Iterable[tuple[Happening, EventShown]]
) -> tuple[Group[EventShown], ...]:
    """The events by the month in which they began; what is known by no month stands at the end."""
    months: dict[str, list[EventShown]] = {}
    for one, event in happened:
        months.setdefault(_month(one.date), []).append(event)
    return tuple(
        Group(
            edition.when(edtf.parse(month)).words if month else "Without a month",
            f"br-month-{month or 'unknown'}",
            tuple(events),
        )
        for month, events in sorted(months.items(), key=lambda item: (not item[0], item[0]))
    )


def _month(when: Edtf) -> str:
    """The month under which a date stands, as `2024-08`; nothing where it is known less exactly."""
    known = when.start if isinstance(when.start, Edtf) else when.end
    is_known = isinstance(known, Edtf) and known.precision in (Precision.DAY, Precision.MONTH)
    return when.sort_key[0].isoformat()[:7] if is_known else ""


def _group(year: int, events: Sequence[EventShown]) -> Group[EventShown]:
    heading = grouping.heading(year)
    return Group(heading, f"br-year-{heading}", tuple(events), _link(year))


def _latest(years: dict[int, tuple[Happening, ...]], most: int) -> dict[int, tuple[Happening, ...]]:
    """The latest whole years that have together at most so many events; the last of them always."""
    shown: dict[int, tuple[Happening, ...]] = {}
    for year in reversed(years):
        if shown and sum(map(len, shown.values())) + len(years[year]) > most:
            break
        shown[year] = years[year]
    return dict(reversed(shown.items()))


def _address(year: int) -> str:
    return f"{ADDRESS}{grouping.heading(year)}/"


def _link(year: int) -> Link:
    return Link(grouping.heading(year), _address(year))
