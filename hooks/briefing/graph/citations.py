"""Which source an entry cites, and in whose list it is written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.content import AnyDocument, Content
from briefing.model.parts import Source, SourceRef
from briefing.model.ref import Kind, Ref, parse_ref


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, and the document whose list describes it."""

    source: Source
    owner: AnyDocument


def resolve(
    content: Content, document: AnyDocument, cited: Iterable[Source | SourceRef]
) -> tuple[Citation, ...]:
    """What a document's own list or one of its entries cites, each source once."""
    return tuple({id(c.source): c for entry in cited if (c := _one(content, document, entry))}.values())


def articles_cited(document: AnyDocument) -> Iterator[Ref]:
    """The articles whose sources a document cites, in its list and in its entries."""
    for entry in entries(document):
        if isinstance(entry, SourceRef) and "#" in entry.cites:
            ref = parse_ref(entry.cites.partition("#")[0])
            if ref and ref.kind is Kind.ARTICLE:
                yield ref


def entries(document: AnyDocument) -> Iterator[Source | SourceRef]:
    """All that a document cites, in its own list and in its events, judgements and outcomes."""
    matter = document.matter
    yield from matter.sources
    for event in matter.events:
        yield from event.sources
        for said in event.dates:
            yield from said.sources
    for judgement in getattr(matter, "judgements", ()):
        yield from judgement.sources
        if judgement.outcome:
            yield from judgement.outcome.sources


def _one(content: Content, document: AnyDocument, entry: Source | SourceRef) -> Citation | None:
    if isinstance(entry, Source):
        return Citation(entry, document)
    where, elsewhere, id_ = entry.cites.rpartition("#")
    ref = parse_ref(where) if elsewhere else document.ref
    owner = content.documents.get(ref) if ref else None
    if owner is None:
        return None
    listed = (source for source in owner.matter.sources if isinstance(source, Source) and source.id == id_)
    return next((Citation(source, owner) for source in listed), None)
