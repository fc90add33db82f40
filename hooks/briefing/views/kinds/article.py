"""The page of an article: the account, its events, what it rests on, and the briefs that rest on it."""

from __future__ import annotations

from dataclasses import replace

from briefing.graph.backlinks import Way
from briefing.model.content import Document
from briefing.model.documents import Article
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition
from briefing.views.parts import cards, citation, citing, happening, heads, listing, naming, notes
from briefing.views.shapes import authored
from briefing.views.shapes.pages import ArticleShown, Heading


def page(edition: Edition, document: Document[Article]) -> ArticleShown:
    """All that the page of an article shows."""
    matter, ref, graph = document.matter, document.ref, edition.graph
    leading = graph.backlinks.get(ref, ())
    shown = ArticleShown(
        head=heads.of_document(edition, document),
        html=edition.texts[ref].html,
        sources=citing.sources(edition, document, matter.sources),
        changes=notes.changes(edition, document),
        related=listing.related(edition, ref),
        mentioned_in=naming.of_document(edition, ref),
        used_by=listing.documents(edition, (one.origin for one in leading if Way.RESTS_ON in one.ways)),
        topics=edition.links(Ref(Kind.TOPIC, id_) for id_ in matter.topics),
        actors=cards.beside(edition, ref, Kind.ACTOR),
        agreements=cards.beside(edition, ref, Kind.AGREEMENT),
        events=happening.events(edition, graph.events.of.get(ref, ()), ref),
        citations=citation.citations(edition, document),
    )
    return replace(shown, head=replace(shown.head, contents=_contents(edition, ref, shown)))


def _contents(edition: Edition, ref: Ref, shown: ArticleShown) -> tuple[Heading, ...]:
    return (
        *authored.contents(edition.texts[ref], *authored.ACCOUNT),
        *heads.sections(
            ("br-events", "Events", shown.events),
            ("br-basis", "What this rests on", shown.sources),
            ("br-used-by", "Briefs that rest on this", shown.used_by),
            ("br-changes", "Changes", shown.changes),
            ("br-related", "Related", shown.related),
            ("br-mentioned-in", "Linked from", shown.mentioned_in),
        ),
    )
