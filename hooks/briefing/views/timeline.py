"""The timeline: one page of all years, and a page for each year in which an event begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.graph.events import Happening
from briefing.model import edtf
from briefing.model.edtf import Edtf, Precision
from briefing.views import grouping, happening, heads, timeline_picture
from briefing.views.drawn import PictureShown
from briefing.views.edition import Edition
from briefing.views.shapes import EventShown, Group, Heading, Link, TimelineShown

ADDRESS = "timeline/"
SUMMARY = "What happened, each date as precise as its sources; what is ahead stands apart."
MOST = 300
"""So many events stand on the page of all years; to the years before them it shows ways."""
MOST_DRAWN = 1000
"""So many events are in its picture each by itself; of the years before them it shows the numbers."""
SHORT = 12
"""A year with more events than this stands by month."""
Show = Callable[[Edition, Happening], EventShown]


def pages(edition: Edition) -> Iterator[TimelineShown]:
    """The page of all years, then those of each year."""
    years = {year: tuple(one) for year, one in groupby(edition.graph.events.all, lambda one: one.date.year)}
    counts = tuple((_link(year), len(happenings)) for year, happenings in years.items())
    drawn = _latest(years, MOST_DRAWN)
    yield _page(
        edition,
        "Timeline",
        ADDRESS,
        _latest(years, MOST),
        counts,
        most=MOST,
        picture=timeline_picture.picture(
            edition,
            tuple(one for group in drawn.values() for one in group),
            counts[: len(counts) - len(drawn)],
        ),
    )
    known = list(years)
    for place, year in enumerate(known):
        yield _page(
            edition,
            f"Timeline {grouping.heading(year)}",
            _address(year),
            {year: years[year]},
            counts,
            earlier=_link(known[place - 1]) if place else None,
            later=_link(known[place + 1]) if place + 1 < len(known) else None,
            picture=timeline_picture.picture(edition, years[year]),
            show=happening.whole,
        )


def _page(
    edition: Edition, title: str, address: str, years: dict[int, tuple[Happening, ...]],
    counts: tuple[tuple[Link, int], ...], earlier: Link | None = None, later: Link | None = None,
    picture: PictureShown | None = None, show: Show = happening.event, most: int | None = None,
) -> TimelineShown:  # fmt: skip
    listed = tuple(one for group in years.values() for one in group)
    happened, ahead = happening.apart(edition, listed)
    is_cut = most is not None and len(listed) > most
    if most is not None:
        happened, ahead = _nearest(happened, ahead, most)
    by_year = groupby(happened, lambda one: one.date.year)
    groups = tuple(_group(year, [show(edition, one) for one in group]) for year, group in by_year)
    months = _months(edition, happened, show) if len(happened) > SHORT and address != ADDRESS else ()
    groups = months or groups
    upcoming = tuple(show(edition, one) for one in ahead)
    contents = tuple(Heading(group.anchor, group.heading, 2) for group in groups)
    head = heads.of_page(
        edition,
        address,
        title,
        "Events",
        SUMMARY,
        (*heads.sections(("br-ahead", "Ahead", upcoming)), *contents),
    )
    return TimelineShown(
        head=replace(head, scripts=timeline_picture.SCRIPTS) if picture else head,
        years=groups,
        upcoming=upcoming,
        all_years=counts,
        earlier=earlier,
        later=later,
        picture=picture,
        is_by_month=bool(months),
        cut_year=counts[-1] if is_cut else None,
    )


def _nearest(
    happened: tuple[Happening, ...], ahead: tuple[Happening, ...], most: int
) -> tuple[tuple[Happening, ...], tuple[Happening, ...]]:
    """Of what has happened the latest, and of what is ahead the next, together so many."""
    after = min(len(ahead), max(most // 2, most - len(happened)))
    return happened[len(happened) - min(len(happened), most - after) :], ahead[:after]


def _months(edition: Edition, happened: Iterable[Happening], show: Show) -> tuple[Group[EventShown], ...]:
    """The events by the month in which they began; what is known by no month stands at the end."""
    months: dict[str, list[EventShown]] = {}
    for one in happened:
        months.setdefault(_month(one.date), []).append(show(edition, one))
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
