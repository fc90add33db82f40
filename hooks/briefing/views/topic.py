"""The page of a topic: its place among the others, what we judge of it, its documents and those of the topics below."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.graph.order import age
from briefing.model.content import AnyDocument, Document
from briefing.model.documents import Topic
from briefing.model.ref import Kind, Ref
from briefing.views import actor, grouping, listing, profile
from briefing.views.edition import Edition
from briefing.views.shapes import TopicShown

ORDER = ("br-now", "br-documents", "br-timeline", "br-topics", "br-actors", "br-mentions", "br-past", "br-sources")
MOST_SEEN = 12


def page(edition: Edition, document: Document[Topic]) -> TopicShown:
    """All that the page of a topic shows."""
    ref, hierarchy, appearances = document.ref, edition.graph.hierarchy, edition.graph.appearances
    written = tuple(of_topic(edition, ref))
    documents = grouping.by_year(
        written, lambda one: listing.year(one[0]), lambda one: listing.document(edition, *one), "br-documents"
    )
    refs = [one.ref for one, _ in written]
    actors = actor.seen(edition, appearances.most_seen(refs, Kind.ACTOR)[:MOST_SEEN])
    agreements = actor.seen(edition, appearances.most_seen(refs, Kind.AGREEMENT)[:MOST_SEEN])
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


def of_topic(edition: Edition, topic: Ref) -> Iterator[tuple[AnyDocument, str]]:
    """The articles and briefs on a topic and on those below it, newest first, each with the narrower one it is on."""
    via: dict[Ref, str] = {}
    for one in (topic, *edition.graph.hierarchy.below[topic]):
        for ref in edition.graph.on_topic.get(one, ()):
            via.setdefault(ref, "" if one == topic else edition.content.documents[one].title)
    for document in sorted(edition.documents(via), key=age):
        yield document, via[document.ref]
