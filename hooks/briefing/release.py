"""What an audience may see: everything above its marking leaves here, before any later stage has seen it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from briefing.model.content import AnyDocument, Content, HandPage
from briefing.model.documents import Brief, Matter, Status
from briefing.model.marking import Audience
from briefing.model.parts import Event, Gone, Judgement, Source, SourceRef
from briefing.parse import sections

UNPUBLISHED = frozenset({Status.DRAFT, Status.REVIEW})
P = TypeVar("P", Event, Judgement)
B = TypeVar("B", AnyDocument, HandPage)
K = TypeVar("K")


class Before(NamedTuple):
    """A content, and what of it the same audience may see."""

    content: Content
    released: Content

    def known(self, document: AnyDocument) -> AnyDocument | None:
        """What the audience may see of a document, where it is the same as before."""
        is_same = self.content.documents.get(document.ref) is document
        return self.released.documents.get(document.ref) if is_same else None


def release(
    content: Content, audience: Audience, *, preview: bool = False, before: Before | None = None
) -> Content:
    """The content that the audience may see, itself where that is all; drafts are in the preview only."""
    known = before.known if before else (lambda document: None)
    documents = {
        ref: known(document) or document_for(document, audience)
        for ref, document in content.documents.items()
        if audience.may_see(document.marking) and (preview or document.matter.status not in UNPUBLISHED)
    }
    pages = {
        address: page_for(page, audience)
        for address, page in content.pages.items()
        if audience.may_see(page.marking)
    }
    if _is_same(documents, content.documents) and _is_same(pages, content.pages):
        return content
    return replace(content, documents=MappingProxyType(documents), pages=MappingProxyType(pages))


def _is_same(released: Mapping[K, object], all_: Mapping[K, object]) -> bool:
    return len(released) == len(all_) and all(released[key] is one for key, one in all_.items())


def page_for(page: HandPage, audience: Audience) -> HandPage:
    """What an audience may see of a page that it may see, the page itself where that is all."""
    gone = tuple(entry for entry in page.matter.gone if _may_see(entry, audience))
    if gone != page.matter.gone:
        page = replace(page, matter=page.matter.model_copy(update={"gone": gone}))
    return _without_sections(page, audience)


def document_for(document: AnyDocument, audience: Audience) -> AnyDocument:
    """What an audience may see of a document that it may see, the document itself where that is all."""
    matter = _matter(document.matter, audience)
    if matter is not document.matter:
        document = replace(document, matter=matter)
    return _without_sections(document, audience)


def _without_sections(body: B, audience: Audience) -> B:
    if not body.sections.hides_from(audience.highest):
        return body
    left = body.sections.cut(audience.highest).body
    return replace(body, body=left, sections=sections.read(left))


def _matter(matter: Matter, audience: Audience) -> Matter:
    held = frozenset(
        source.id
        for source in matter.sources
        if isinstance(source, Source) and source.id and not _may_see(source, audience)
    )
    sources = _sources(matter.sources, audience, held)
    changed: dict[str, object] = {}
    if sources != matter.sources:
        changed["sources"] = sources
    events = tuple(_event(event, audience, held) for event in matter.events if _may_see(event, audience))
    if events != matter.events:
        changed["events"] = events
    if isinstance(matter, Brief):
        judgements = tuple(
            _judgement(one, audience, held) for one in matter.judgements if _may_see(one, audience)
        )
        if judgements != matter.judgements:
            changed["judgements"] = judgements
    return matter.model_copy(update=changed) if changed else matter


def _may_see(part: Event | Judgement | Source | Gone, audience: Audience) -> bool:
    return part.marking is None or audience.may_see(part.marking)


def _sources(
    sources: Iterable[Source | SourceRef], audience: Audience, held: frozenset[str]
) -> tuple[Source | SourceRef, ...]:
    """Sources without those marked higher, and without what cites one of them by id."""
    return tuple(
        source
        for source in sources
        if (source.cites not in held if isinstance(source, SourceRef) else _may_see(source, audience))
    )


def _event(event: Event, audience: Audience, held: frozenset[str]) -> Event:
    said = tuple(
        date.model_copy(update={"sources": _sources(date.sources, audience, held)}) for date in event.dates
    )
    return event.model_copy(update={"sources": _sources(event.sources, audience, held), "dates": said})


def _judgement(judgement: Judgement, audience: Audience, held: frozenset[str]) -> Judgement:
    changed: dict[str, object] = {"sources": _sources(judgement.sources, audience, held)}
    if judgement.outcome:
        sources = _sources(judgement.outcome.sources, audience, held)
        changed["outcome"] = judgement.outcome.model_copy(update={"sources": sources})
    return judgement.model_copy(update=changed)
