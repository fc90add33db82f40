"""What an audience may see: everything above its marking leaves here, before any later stage has seen it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from briefing.model.content import AnyDocument, Content, HandPage
from briefing.model.documents import Brief, Matter, Status
from briefing.model.marking import Audience
from briefing.model.parts import Event, Gone, Judgement, Source, SourceRef

UNPUBLISHED = frozenset({Status.DRAFT, Status.REVIEW})
P = TypeVar("P", Event, Judgement)


def release(content: Content, audience: Audience, *, preview: bool = False) -> Content:
    """The content that the audience may see, itself where that is all; drafts are in the preview only."""
    documents = {
        ref: _document(document, audience)
        for ref, document in content.documents.items()
        if audience.may_see(document.marking) and (preview or document.matter.status not in UNPUBLISHED)
    }
    pages = {
        address: _page(page, audience)
        for address, page in content.pages.items()
        if audience.may_see(page.marking)
    }
    is_all = len(pages) == len(content.pages) and len(documents) == len(content.documents)
    is_whole = (
        all(documents[ref] is document for ref, document in content.documents.items()) if is_all else False
    )
    if is_whole and all(pages[address] is page for address, page in content.pages.items()):
        return content
    return replace(content, documents=MappingProxyType(documents), pages=MappingProxyType(pages))


def _page(page: HandPage, audience: Audience) -> HandPage:
    gone = tuple(entry for entry in page.matter.gone if _may_see(entry, audience))
    if gone == page.matter.gone:
        return page
    return replace(page, matter=page.matter.model_copy(update={"gone": gone}))


def _document(document: AnyDocument, audience: Audience) -> AnyDocument:
    matter = _matter(document.matter, audience)
    return document if matter is document.matter else replace(document, matter=matter)


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
