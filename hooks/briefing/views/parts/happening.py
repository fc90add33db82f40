"""Events as pages show them: with all who tell them, and with the dates on which sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.graph.dating import Said
from briefing.graph.events import Happening
from briefing.model.edtf import Edtf
from briefing.model.parts import Basis
from briefing.model.ref import Ref
from briefing.model.source import Address
from briefing.views.edition import Edition, once
from briefing.views.parts import grouping, marking
from briefing.views.shapes.pages import DateSaid, EventShown, Group, Link

BASES: Mapping[Basis, str] = MappingProxyType(
    {Basis.REPORTED: "", Basis.EXPECTED: "expected", Basis.WORKED_OUT: "worked out"}
)

WHOLE = 40
"""So many events of a profile are shown with all that is known of them, the older ones as lines."""
NAMED = 12
"""So many of those who tell an event are named on their pages, and so many dates; its year's page has all."""


def event(edition: Edition, one: Happening, page: Ref | None = None) -> EventShown:
    """One event; on a document's own page without ways to that page."""
    shown = _short(edition, one)
    return _without(shown, page.address) if page else shown


@once
def _short(edition: Edition, one: Happening) -> EventShown:
    """The event with the first of its tellers and dates; the very same where these are all."""
    shown = whole(edition, one)
    short = replace(
        shown,
        told_by=shown.told_by[:NAMED],
        tellers=_if_many(shown.told_by),
        disagreeing=tuple([_first(said) for said in shown.disagreeing[:NAMED]]),
        dates=_if_many(shown.disagreeing),
    )
    return shown if short == shown else short


def _first(said: DateSaid) -> DateSaid:
    return replace(said, sources=said.sources[:NAMED], number=_if_many(said.sources))


def _if_many(several: tuple[object, ...]) -> int:
    """How many there are, where not all are named."""
    return len(several) if len(several) > NAMED else 0


@once
def whole(edition: Edition, one: Happening) -> EventShown:
    """One event with all who tell it."""
    return EventShown(
        anchor=anchor(one),
        date=edition.when(one.date),
        title=one.title,
        marking=marking.shown(one.marking),
        place=one.place,
        basis=BASES[one.basis],
        actors=edition.links(one.actors),
        topics=edition.links(one.topics),
        agreements=edition.links(one.agreements),
        told_by=edition.links(one.tellers),
        disagreeing=_disagreeing(edition, one) if one.in_dispute else (),
        date_source=_date_source(edition, one),
        address=f"timeline/{grouping.heading(one.date.year)}/#{anchor(one)}",
        language=edition.foreign(edition.content.documents[one.tellers[0]]),
    )


def _without(shown: EventShown, address: Address) -> EventShown:
    """The event without ways to a page; the very same where it has none."""
    ways = (shown.actors, shown.topics, shown.agreements, shown.told_by)
    others = tuple([tuple([link for link in links if link.address != address]) for links in ways])
    if others == ways:
        return shown
    actors, topics, agreements, told_by = others
    return replace(shown, actors=actors, topics=topics, agreements=agreements, told_by=told_by)


def events(edition: Edition, several: Iterable[Happening], page: Ref | None = None) -> tuple[EventShown, ...]:
    return tuple(event(edition, one, page) for one in several)


def events_by_year(
    edition: Edition, several: Iterable[Happening], page: Ref, prefix: str
) -> tuple[Group[EventShown], ...]:
    """Newest year first, and within a year the newest event first; a long list's older ones apart."""
    newest_first = tuple(several)[::-1]
    return grouping.by_year(
        newest_first,
        lambda one: one.date.year,
        lambda one: event(edition, one, page),
        prefix,
        whole=WHOLE,
    )


def anchor(one: Happening) -> str:
    return f"br-event-{one.key}"


def is_ahead(edition: Edition, one: Happening) -> bool:
    """Whether it is still to come: its first day has not come, or it is expected and not over."""
    return one.date.is_future(edition.today) or (
        one.basis is Basis.EXPECTED and not one.date.is_past(edition.today)
    )


def apart(
    edition: Edition, several: Iterable[Happening]
) -> tuple[tuple[Happening, ...], tuple[Happening, ...]]:
    """What has happened, and what is ahead."""
    past: list[Happening] = []
    ahead: list[Happening] = []
    for one in several:
        (ahead if is_ahead(edition, one) else past).append(one)
    return tuple(past), tuple(ahead)


def _disagreeing(edition: Edition, one: Happening) -> tuple[DateSaid, ...]:
    by_date: dict[Edtf, list[Said]] = {}
    for said in one.said:
        by_date.setdefault(said.date, []).append(said)
    return tuple(DateSaid(edition.when(date), _who(edition, said)) for date, said in by_date.items())


def _who(edition: Edition, said: Iterable[Said]) -> tuple[Link, ...]:
    """Who gives a date: the sources, each once and with a way to a page that cites it; else the teller."""
    found: dict[object, Link] = {}
    for one in said:
        for citation in one.citations:
            found.setdefault(id(citation.source), Link(citation.source.title, one.teller.address))
        if not one.citations:
            found.setdefault(one.teller.ref, edition.link(one.teller))
    return tuple(found.values())


def _date_source(edition: Edition, one: Happening) -> str:
    """Whose date is shown where another is coarser; nothing where the dates are shown side by side."""
    if one.in_dispute or not any(said.date != one.date for said in one.said):
        return ""
    who = _who(edition, (said for said in one.said if said.date == one.date))
    labels = ", ".join(link.label for link in who[:NAMED])
    return f"{labels} and {len(who) - NAMED} more" if len(who) > NAMED else labels
