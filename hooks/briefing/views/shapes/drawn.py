"""A timeline: its list of events, and the picture that shows where each lies and how sharp its ends are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from briefing.views.shapes.pieces import Group, Head, Link, MarkingShown
from briefing.views.shapes.statements import EventShown


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which an event may lie, and those of them on which it does if its date is taken as it is.

    None is an end without a date. Between the two spans a picture fades.
    """

    reach: tuple[date | None, date | None]
    core: tuple[date | None, date | None]
    ends: tuple[str, str] = ("", "")
    """How its start and its end have no date: `open` or `unknown`, else empty."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event in a picture of time."""

    id: str
    title: str
    words: str
    """Its date, as lists print it."""
    address: str
    span: Span
    marking: MarkingShown
    place: str = ""
    basis: str = ""
    kinds: tuple[str, ...] = ()
    """How its date is known: `reported`, `expected` or `worked-out`; and `disputed` where sources differ."""
    subjects: tuple[Link, ...] = ()
    """The actors, agreements and topics on whose pages it stands, too."""
    is_vague: bool = False
    is_ahead: bool = False
    language: str = ""
    """Of its title, where it is another than the site's."""


@dataclass(frozen=True, slots=True)
class PictureShown:
    """A picture of time above a list of events: the latest years event by event, the others counted."""

    title: str
    today: date
    events: tuple[Drawn, ...]
    counted: tuple[tuple[Link, int], ...] = ()
    """Years before those, by which the picture goes no further than their number of events."""

    @property
    def subjects(self) -> tuple[Link, ...]:
        """All whom the events concern, each once, by kind and name."""
        found = {link.address: link for one in self.events for link in one.subjects}
        return tuple(
            sorted(found.values(), key=lambda link: (_kind(link), link.label.casefold(), link.address))
        )

    @property
    def data(self) -> str:
        """What the script of the picture reads, as JSON; what is empty is left out."""
        subjects = self.subjects
        places = {link.address: place for place, link in enumerate(subjects)}
        whole = {
            "today": self.today.isoformat(),
            "subjects": [[link.address.rstrip("/"), link.label] for link in subjects],
            "events": [_event(one, places) for one in self.events],
            "counted": [[link.label, link.address, number] for link, number in self.counted],
        }
        return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """`/timeline/` or a page of one year; years with their events in order of time."""

    head: Head
    years: tuple[Group[EventShown], ...]
    """On the page of a long year its months instead, and what is known by no month at their end."""
    upcoming: tuple[EventShown, ...] = ()
    all_years: tuple[tuple[Link, int], ...] = ()
    """Every year's page and how many events it has."""
    earlier: Link | None = None
    later: Link | None = None
    picture: PictureShown | None = None
    is_by_month: bool = False
    cut_year: tuple[Link, int] | None = None
    """A year of which not all events are on the page, and how many it has."""


def _event(one: Drawn, places: dict[str, int]) -> dict[str, object]:
    told: dict[str, object] = {
        "id": one.id,
        "title": one.title,
        "words": one.words,
        "address": one.address,
        "reach": _days(one.span.reach),
        "core": _days(one.span.core) if one.span.core != one.span.reach else None,
        "ends": one.span.ends if any(one.span.ends) else None,
        "marking": one.marking.label,
        "place": one.place,
        "basis": one.basis,
        "kinds": one.kinds,
        "of": sorted(places[link.address] for link in one.subjects),
        "vague": one.is_vague,
        "ahead": one.is_ahead,
        "lang": one.language,
    }
    return {key: value for key, value in told.items() if value}


def _days(span: tuple[date | None, date | None]) -> list[str]:
    return [day.isoformat() if day else "" for day in span]


def _kind(link: Link) -> str:
    return link.address.partition("/")[0]
