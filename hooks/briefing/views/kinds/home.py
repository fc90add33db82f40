"""The home page: the latest briefs with their bottom lines, what is coming up, recent events, ways in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.graph.judgements import Judged
from briefing.graph.order import age, published
from briefing.model.content import AnyDocument
from briefing.model.ref import Kind
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.kinds import desk, digest, indexes, register, timeline
from briefing.views.parts import changed, happening, heads, judging, listing, news
from briefing.views.shapes.pages import DocumentShown, HomeShown, Link, Recent

ADDRESS = Address("")
BRIEFS, ARTICLES, EVENTS, JUDGEMENTS = 5, 4, 6, 5
DUE = 2
"""So many judgements that are due leave room for those whose horizon comes next."""
TOPIC_LEVELS = 2
CHANGED = 30
SCRIPTS = ("since.js",)


def page(edition: Edition) -> HomeShown:
    """The home page; its text is that of the content root's index.md, where there is one."""
    written, text = edition.content.pages.get(ADDRESS), edition.texts.get(ADDRESS)
    happened, ahead = happening.apart(edition, edition.graph.events.all)
    standing = [
        one for one in edition.graph.judgements.all.values() if one.fate is None and one.judgement.horizon
    ]
    head = (
        heads.of_hand_page(edition, written)
        if written
        else heads.of_page(edition, ADDRESS, edition.site_name)
    )
    return HomeShown(
        head=replace(head, scripts=SCRIPTS),
        html=text.html if text else "",
        latest=_latest(edition, Kind.BRIEF, BRIEFS),
        articles=_latest(edition, Kind.ARTICLE, ARTICLES),
        upcoming=happening.events(edition, ahead[:EVENTS]),
        due=judging.judgements(edition, _nearest(edition, standing)),
        recent=happening.events(edition, happened[: -EVENTS - 1 : -1]),
        ways_in=tuple(_ways_in(edition)),
        topics=tuple(indexes.topics(edition, levels=TOPIC_LEVELS)),
        changed=tuple(_recent(edition, one) for one in changed.latest(_written(edition), CHANGED)),
    )


def _nearest(edition: Edition, standing: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those whose horizon passed last, then those whose horizon comes next."""
    due, ahead = judging.apart(edition, standing)
    return (*due[: max(DUE, JUDGEMENTS - len(ahead))], *ahead)[:JUDGEMENTS]


def _written(edition: Edition) -> Iterator[AnyDocument]:
    for kind in Kind:
        if not kind.is_profile:
            yield from edition.content.of_kind(kind)


def _recent(edition: Edition, document: AnyDocument) -> Recent:
    """A document with its last change."""
    day = changed.changed(document)
    notes = [change.note for change in document.matter.changes if change.date == day]
    return Recent(
        listing.document(edition, document),
        changed.stamp(document),
        edition.day(day) if day != published(document) else None,
        " ".join(notes),
    )


def _latest(edition: Edition, kind: Kind, most: int) -> tuple[DocumentShown, ...]:
    """The newest that still stand."""
    standing = sorted((one for one in edition.content.of_kind(kind) if listing.stands(edition, one)), key=age)
    return tuple(listing.document(edition, one) for one in standing[:most])


def _ways_in(edition: Edition) -> Iterator[tuple[Link, int]]:
    for kind in Kind:
        count = sum(1 for _ in edition.content.of_kind(kind))
        if count:
            yield Link(kind.value.capitalize(), f"{kind}/"), count
    if edition.graph.events.all:
        yield Link("Timeline", timeline.ADDRESS), len(edition.graph.events.all)
    if edition.graph.judgements.all:
        yield Link("Judgements", register.ADDRESS), len(edition.graph.judgements.all)
    if digests := news.by_period(edition):
        yield Link("Digests", digest.ADDRESS), len(digests)
    if edition.settings.preview:
        yield Link(desk.TITLE, desk.ADDRESS), len(desk.tasks(edition))
