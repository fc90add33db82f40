"""The page of a brief: bottom line, judgements, assessment, what to watch, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.graph.events import Happening
from briefing.model.content import Document
from briefing.model.documents import Brief
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition
from briefing.views.parts import cards, citation, citing, happening, heads, judging, listing, naming, notes
from briefing.views.shapes import authored
from briefing.views.shapes.pages import BriefShown, Heading, JudgementShown, SourceShown

EVENTS = 8


def page(edition: Edition, document: Document[Brief]) -> BriefShown:
    """All that the page of a brief shows."""
    matter, ref, graph = document.matter, document.ref, edition.graph
    judgements = judging.judgements(edition, graph.judgements.of(document))
    sources = citing.sources(edition, document, matter.sources)
    endnotes, cited = _endnotes(sources, judgements)
    predecessors, successors = graph.succession.predecessors, graph.succession.successors
    shown = BriefShown(
        head=heads.of_document(edition, document),
        html=edition.texts[ref].html,
        question=matter.question or "",
        judgements=judgements,
        watch=tuple((one, one.indicators) for one in judgements if one.indicators),
        articles=listing.documents(edition, (Ref(Kind.ARTICLE, id_) for id_ in matter.articles)),
        sources=sources,
        source_summary=matter.source_summary or "",
        review_by=edition.day(matter.review_by) if matter.review_by else None,
        supersedes=edition.first_link(predecessors.get(ref, ())),
        superseded_by=edition.first_link(successors.get(ref, ())),
        changes=notes.changes(edition, document),
        related=listing.related(edition, ref),
        mentioned_in=naming.of_document(edition, ref),
        topics=edition.links(Ref(Kind.TOPIC, id_) for id_ in matter.topics),
        actors=cards.beside(edition, ref, Kind.ACTOR),
        agreements=cards.beside(edition, ref, Kind.AGREEMENT),
        events=happening.events(edition, _events(edition, document), ref),
        scale=next((one.likelihood.scale for one in judgements if one.likelihood), ""),
        citations=citation.citations(edition, document),
        endnotes=endnotes,
        cited=cited,
        paper=f"{document.address}{ref.id}.pdf" if edition.settings.papers else "",
    )
    return replace(shown, head=replace(shown.head, contents=_contents(edition, ref, shown)))


def _events(edition: Edition, document: Document[Brief]) -> tuple[Happening, ...]:
    """The events that it tells; where it tells none, the latest of the agreements that it is about."""
    told = edition.graph.events.of
    about = {
        one.key: one for id_ in document.matter.agreements for one in told.get(Ref(Kind.AGREEMENT, id_), ())
    }
    latest = sorted(about.values(), key=lambda one: one.order)[-EVENTS:]
    return told.get(document.ref) or tuple(latest)


def _endnotes(
    sources: tuple[SourceShown, ...], judgements: Iterable[JudgementShown]
) -> tuple[tuple[SourceShown, ...], tuple[tuple[int, ...], ...]]:
    """What judgements alone cite, and for each judgement the numbers of its sources in the list of all."""
    numbers: dict[SourceShown, int] = {}
    for number, source in enumerate(sources, 1):
        numbers.setdefault(source, number)
    known, cited = len(numbers), list[tuple[int, ...]]()
    for judgement in judgements:
        for source in judgement.sources:
            numbers.setdefault(source, len(sources) + len(numbers) - known + 1)
        cited.append(tuple(sorted({numbers[source] for source in judgement.sources})))
    return tuple(numbers)[known:], tuple(cited)


def _contents(edition: Edition, ref: Ref, shown: BriefShown) -> tuple[Heading, ...]:
    return (
        *heads.sections(("br-judgements", "Judgements", shown.judgements)),
        *authored.contents(edition.texts[ref], *authored.ASSESSMENT),
        *heads.sections(
            ("br-watch", "What to watch", shown.watch),
            ("br-basis", "What this rests on", shown.articles or shown.sources or shown.source_summary),
            ("br-changes", "Changes", shown.changes or shown.supersedes or shown.superseded_by),
            ("br-related", "Related", shown.related),
            ("br-mentioned-in", "Linked from", shown.mentioned_in),
        ),
    )
