"""The page of a topic: its place among others, what we judge of it, its documents and those below."""

from __future__ import annotations

from briefing.graph.rollup import OnTopic
from briefing.model.content import Document
from briefing.model.documents import Topic
from briefing.model.ref import Kind
from briefing.views.edition import Edition
from briefing.views.kinds import actor, profile
from briefing.views.parts import grouping, listing
from briefing.views.shapes.pages import DocumentShown, TopicShown

ORDER = (
    "br-now",
    "br-documents",
    "br-timeline",
    "br-topics",
    "br-actors",
    "br-mentions",
    "br-past",
    "br-sources",
)
MOST_SEEN = 12


def page(edition: Edition, document: Document[Topic]) -> TopicShown:
    """All that the page of a topic shows."""
    ref, hierarchy, appearances = document.ref, edition.graph.hierarchy, edition.graph.appearances
    written, years = edition.graph.on_topic[ref], listing.years(edition)
    documents = grouping.by_year(
        written,
        lambda on: years[on.document],
        lambda on: _document(edition, on),
        "br-documents",
        whole=profile.WHOLE,
    )
    refs = [on.document for on in written]
    actors = actor.seen(edition, appearances.most_seen(refs, Kind.ACTOR)[:MOST_SEEN], refs)
    agreements = actor.seen(edition, appearances.most_seen(refs, Kind.AGREEMENT)[:MOST_SEEN], refs)
    trail, narrower = edition.links(hierarchy.trail(ref)), edition.links(hierarchy.narrower[ref])
    shared = profile.profile(edition, document, (), documents)
    return TopicShown(
        profile=profile.with_contents(
            edition, ref, shared, ORDER, topics=trail or narrower, actors=actors or agreements
        ),
        trail=trail,
        broader=edition.links(hierarchy.broader[ref]),
        narrower=narrower,
        related=edition.links(hierarchy.related[ref]),
        actors=actors,
        agreements=agreements,
    )


def _document(edition: Edition, on: OnTopic) -> DocumentShown:
    via = f"Narrower topic: {edition.content.documents[on.via].title}" if on.via else ""
    return listing.document(edition, edition.content.documents[on.document], via)
