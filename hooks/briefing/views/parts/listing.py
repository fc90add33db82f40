"""Documents as lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.graph.order import published
from briefing.model.content import AnyDocument
from briefing.model.documents import Actor, Agreement, Article, Brief, Profile, Status
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition, once
from briefing.views.parts import grouping, marking
from briefing.views.shapes.pages import DateShown, DocumentShown, Group, Link, Related


@once
def headings(edition: Edition) -> Mapping[Ref, tuple[Link, str, DateShown]]:
    """How every list names a document: its title with the way to it, what it is, its day."""
    documents = edition.content.documents.items()
    return MappingProxyType(
        {ref: (edition.link(one), kicker(one), edition.day(published(one))) for ref, one in documents}
    )


@once
def document(edition: Edition, one: AnyDocument, via: str = "") -> DocumentShown:
    """An article or brief as an entry of a list."""
    if via:
        return replace(document(edition, one), via=via)
    link, kind, date = headings(edition)[one.ref]
    return DocumentShown(
        link=link,
        kind=kind,
        date=date,
        summary=summary(one),
        marking=marking.shown(one.marking),
        notice=notice(edition, one),
        topics=edition.links(Ref(Kind.TOPIC, id_) for id_ in one.matter.topics),
        judgements=len(one.matter.judgements) if isinstance(one.matter, Brief) else 0,
    )


def documents(edition: Edition, refs: Iterable[Ref]) -> tuple[DocumentShown, ...]:
    return tuple(document(edition, one) for one in edition.documents(refs))


def documents_by_year(
    edition: Edition, documents: Iterable[AnyDocument], prefix: str, *, whole: int | None = None
) -> tuple[Group[DocumentShown], ...]:
    """Newest first, as given."""
    known = years(edition)
    return grouping.by_year(
        documents, lambda one: known[one.ref], lambda one: document(edition, one), prefix, whole=whole
    )


@once
def years(edition: Edition) -> Mapping[Ref, int | None]:
    """The year in which each document was published."""
    days = ((ref, published(one)) for ref, one in edition.content.documents.items())
    return MappingProxyType({ref: day.year if day else None for ref, day in days})


def summary(document: AnyDocument) -> str:
    matter = document.matter
    return (matter.summary or "") if isinstance(matter, Article | Brief | Profile) else ""


def kicker(document: AnyDocument) -> str:
    """What a document is: `Brief`, `Actor · person`."""
    noun, matter = document.ref.kind.noun.capitalize(), document.matter
    if isinstance(matter, Actor):
        return f"{noun} · {matter.type}"
    if isinstance(matter, Agreement) and matter.kind:
        return f"{noun} · {matter.kind}"
    return noun


def notice(edition: Edition, document: AnyDocument) -> str:
    """The one word that a list says of where a document stands; nothing where it simply stands."""
    status = document.matter.status
    if status is Status.WITHDRAWN:
        return "withdrawn"
    if document.ref.kind is Kind.BRIEF and document.ref in edition.graph.succession.successors:
        return "superseded"
    return "" if status is Status.PUBLISHED else str(status)


def stands(edition: Edition, document: AnyDocument) -> bool:
    """Whether it still says what its authors hold: neither withdrawn nor superseded."""
    return notice(edition, document) not in ("withdrawn", "superseded")


def related(edition: Edition, ref: Ref) -> tuple[Related, ...]:
    """The nearest of all other documents, with the reasons."""
    named = headings(edition)
    return tuple(
        [
            Related(*named[one.to], one.reasons, marking.shown_if_any(one.marking))
            for one in edition.graph.related.get(ref, ())
        ]
    )
