"""The timeline: one page of all years, and a page for each year in which an event begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.graph.events import Happening
from briefing.views import grouping, happening, heads
from briefing.views.edition import Edition
from briefing.views.shapes import EventShown, Group, Heading, Link, TimelineShown

ADDRESS = "timeline/"
SUMMARY = "What happened, each date as precise as its sources; what is ahead stands apart."
MOST = 300
"""So many events stand on the page of all years; to the years before them it shows ways."""


def pages(edition: Edition) -> Iterator[TimelineShown]:
    """The page of all years, then those of each year."""
    years = {year: tuple(one) for year, one in groupby(edition.graph.events.all, lambda one: one.date.year)}
    counts = tuple((_link(year), len(happenings)) for year, happenings in years.items())
    yield _page(edition, "Timeline", ADDRESS, _latest(years), counts)
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
        )


def _page(
    edition: Edition, title: str, address: str, years: dict[int, tuple[Happening, ...]],
    counts: tuple[tuple[Link, int], ...], earlier: Link | None = None, later: Link | None = None,
) -> TimelineShown:  # fmt: skip
    happened, ahead = happening.apart(edition, (one for group in years.values() for one in group))
    groups = tuple(_group(edition, list(group)) for _, group in groupby(happened, lambda one: one.date.year))
    upcoming = happening.events(edition, ahead)
    contents = tuple(Heading(group.anchor, group.heading, 2) for group in groups)
    return TimelineShown(
        head=heads.of_page(
            edition,
            address,
            title,
            "Events",
            SUMMARY,
            (*heads.sections(("br-ahead", "Ahead", upcoming)), *contents),
        ),
        years=groups,
        upcoming=upcoming,
        all_years=counts,
        earlier=earlier,
        later=later,
    )


def _group(edition: Edition, happenings: Sequence[Happening]) -> Group[EventShown]:
    year = happenings[0].date.year
    return Group(
        grouping.heading(year),
        f"br-year-{grouping.heading(year)}",
        happening.events(edition, happenings),
        _link(year),
    )


def _latest(years: dict[int, tuple[Happening, ...]]) -> dict[int, tuple[Happening, ...]]:
    """The latest whole years that fit on one page."""
    shown: dict[int, tuple[Happening, ...]] = {}
    for year in reversed(years):
        if shown and sum(map(len, shown.values())) + len(years[year]) > MOST:
            break
        shown[year] = years[year]
    return dict(reversed(shown.items()))


def _address(year: int) -> str:
    return f"{ADDRESS}{grouping.heading(year)}/"


def _link(year: int) -> Link:
    return Link(grouping.heading(year), _address(year))
