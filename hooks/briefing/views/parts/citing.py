"""Sources as pages show them: grades spelled out, and through which article they come."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.graph import citations
from briefing.graph.citations import Citation
from briefing.model.content import AnyDocument
from briefing.model.parts import Source, SourceRef
from briefing.model.scale import Credibility, Reliability
from briefing.views.edition import Edition
from briefing.views.parts import marking
from briefing.views.shapes.pages import SourceShown


def sources(
    edition: Edition, document: AnyDocument, cited: Iterable[Source | SourceRef]
) -> tuple[SourceShown, ...]:
    """What a document or one of its entries cites."""
    found = citations.resolve(edition.content, document, cited)
    return tuple(source(edition, document, one) for one in found)


def source(edition: Edition, document: AnyDocument, citation: Citation) -> SourceShown:
    """One source as it is shown on the page of a document."""
    what, owner = citation.source, citation.owner
    reliability = Reliability(what.reliability) if what.reliability else None
    credibility = Credibility(what.credibility) if what.credibility else None
    return SourceShown(
        id=what.id or "",
        title=what.title,
        publisher=what.publisher or "",
        url=what.url or "",
        date=edition.when(what.date).words if what.date else "",
        accessed=edition.day(what.accessed).words,
        grade=f"{what.reliability or ''}{what.credibility or ''}",
        reliability=f"{reliability.value}: {_lower(reliability.words)}" if reliability else "",
        credibility=f"{credibility.value}: {_lower(credibility.words)}" if credibility else "",
        origin=_origin(citation),
        note=what.note or "",
        via=edition.link(owner) if owner.ref != document.ref else None,
        marking=marking.shown(what.marking or owner.marking),
    )


def _origin(citation: Citation) -> str:
    """What a report repeats: the title of another source where the author gave its id."""
    origin = citation.source.origin or ""
    listed = (one for one in citation.owner.matter.sources if isinstance(one, Source) and one.id == origin)
    return next((one.title for one in listed), origin)


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
