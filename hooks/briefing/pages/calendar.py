"""The timeline as a calendar (RFC 5545): dated events, horizons of judgements, review days of briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import icalendar
from icalendar.parser import Contentline

from briefing.graph.events import Happening
from briefing.graph.judgements import Judged, State
from briefing.model.content import Document
from briefing.model.documents import Brief, Status
from briefing.model.edtf import Edtf, Precision
from briefing.model.parts import Basis
from briefing.pages import stamps
from briefing.pages.identity import Site, clean
from briefing.views.edition import Edition, is_vague
from briefing.views.parts import happening, judging, listing

PATH = "timeline/calendar.ics"
END = b"END:VCALENDAR\r\n"
LONGEST = timedelta(days=92)
"""A quarter of a year: what takes longer, or may be anywhere in more, fills a calendar and tells no day."""
SHORT = 76
"""Bytes of a line with its end that is written as it is; a longer one is folded."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the calendar; it lasts whole days, from the first to the last."""

    key: str
    first: date
    last: date
    summary: str
    description: tuple[str, ...]
    category: str
    address: str
    stamp: date
    place: str = ""
    is_tentative: bool = False


def files(edition: Edition, site_url: str) -> Mapping[str, bytes]:
    """The calendar by its path below the site; the site's own address may be empty."""
    site = Site(edition.site_name, site_url)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Briefing Room//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(site.name))
    head = calendar.to_ical().removesuffix(END)
    items = (*_events(edition), *_horizons(edition), *_reviews(edition))
    return MappingProxyType({PATH: b"".join((head, *(_written(item, site) for item in items), END))})


def _written(item: Item, site: Site) -> bytes:
    """An entry, line by line as the library orders them; by itself it takes twice as long."""
    return b"".join(_line(name, value) for name, value in _properties(item, site))


def _properties(item: Item, site: Site) -> Iterator[tuple[str, bytes]]:
    yield "BEGIN", b"VEVENT"
    yield "SUMMARY", _text(item.summary)
    yield "DTSTART;VALUE=DATE", _day(item.first)
    yield "DTEND;VALUE=DATE", _day(item.last + timedelta(days=1))
    yield "DTSTAMP", _moment(item.stamp)
    yield "UID", site.uuid(item.key).encode()
    yield "CATEGORIES", item.category.encode()
    yield "DESCRIPTION", _text("\n".join(filter(None, item.description)))
    if item.place:
        yield "LOCATION", _text(item.place)
    if item.is_tentative:
        yield "STATUS", b"TENTATIVE"
    yield "TRANSP", b"TRANSPARENT"
    if site.root:
        yield "URL", _value(icalendar.vUri(site.link(item.address, PATH)))
    yield "END", b"VEVENT"


def _line(name: str, value: bytes) -> bytes:
    """A line; the library looks through all of it for where to fold it, however short it is."""
    plain = b"%b:%b\r\n" % (name.encode(), value)
    if len(plain) <= SHORT:
        return plain
    folded = Contentline(plain[:-2])  # type: ignore[no-untyped-call]
    return _value(folded) + b"\r\n"


def _text(text: str) -> bytes:
    return _value(icalendar.vText(clean(text)))


@lru_cache(maxsize=4096)
def _day(day: date) -> bytes:
    return _value(icalendar.vDate(day))


@lru_cache(maxsize=4096)
def _moment(day: date) -> bytes:
    return _value(icalendar.vDatetime(stamps.moment(day)))


def _value(value: Any) -> bytes:
    """A value as the library writes it."""
    return bytes(value.to_ical())


def _events(edition: Edition) -> Iterator[Item]:
    return (_event(edition, one) for one in edition.graph.events.all if has_days(one.date))


def has_days(when: Edtf) -> bool:
    """Whether a date can honestly be laid on days: neither about nor perhaps, no season, not too long."""
    is_doubtful = when.approximate or when.uncertain or when.precision is Precision.SEASON
    return not is_doubtful and when.latest - when.earliest < LONGEST and when.latest < date.max


def _event(edition: Edition, one: Happening) -> Item:
    shown = happening.whole(edition, one)
    date_in_words = f"{shown.date.words}, sources differ" if one.in_dispute else shown.date.words
    told_by = "; ".join(document.title for document in edition.documents(one.tellers))
    return Item(
        key=f"events/{one.key}",
        first=one.date.earliest,
        last=one.date.latest,
        summary=f"{date_in_words}: {one.title}" if is_vague(one.date) or one.in_dispute else one.title,
        description=(
            *(
                f"{said.date.words}: {', '.join(who.label for who in said.sources)}"
                for said in shown.disagreeing
            ),
            f"Date {shown.basis}" if shown.basis else "",
            f"Told by: {told_by}",
            one.marking.value,
        ),
        category="Event",
        address=shown.address,
        stamp=stamps.newest(edition.documents(one.tellers)),
        place=one.place,
        is_tentative=one.basis is Basis.EXPECTED,
    )


def _horizons(edition: Edition) -> Iterable[Item]:
    """Open judgements on the last day of their horizon, for then it can be told what became of them."""
    dated = (
        (one.judgement.horizon, one)
        for one in edition.graph.judgements.all.values()
        if one.judgement.horizon and one.state(edition.today) is State.OPEN
    )
    ahead = sorted((horizon.latest, one.key, one) for horizon, one in dated if horizon.latest < date.max)
    return (_horizon(edition, last, one) for last, _, one in ahead)


def _horizon(edition: Edition, last: date, one: Judged) -> Item:
    said, likelihood = one.judgement, judging.likelihood(one.scale, one.judgement.likelihood)
    horizon = edition.when(said.horizon).words if said.horizon else ""
    return Item(
        key=f"{one.brief.ref}#{said.id}",
        first=last,
        last=last,
        summary=f"Judgement due, horizon {horizon}: {said.text}",
        description=(
            f"Likelihood: {likelihood.term} ({likelihood.printed})" if likelihood else "",
            f"Judged in: {one.brief.title}",
            one.marking.value,
        ),
        category="Judgement",
        address=judging.address(one.key),
        stamp=stamps.newest([one.brief]),
    )


def _reviews(edition: Edition) -> Iterable[Item]:
    """Briefs that stand, on the day of their review."""
    briefs = (
        (brief.matter.review_by, brief.ref, brief)
        for brief in edition.content.briefs
        if brief.matter.review_by
        and edition.today <= brief.matter.review_by < date.max
        and brief.matter.status is Status.PUBLISHED
        and listing.stands(edition, brief)
    )
    return (_review(day, brief) for day, _, brief in sorted(briefs, key=lambda one: one[:2]))


def _review(day: date, brief: Document[Brief]) -> Item:
    return Item(
        key=f"{brief.ref}#review",
        first=day,
        last=day,
        summary=f"Review: {brief.title}",
        description=(brief.matter.summary, brief.marking.value),
        category="Review",
        address=brief.address,
        stamp=stamps.newest([brief]),
    )
