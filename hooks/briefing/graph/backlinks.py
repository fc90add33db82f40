"""Which documents lead to a document, in what way, and with which sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from briefing.graph import citations
from briefing.graph.appearances import listed
from briefing.graph.inputs import Linked, Mention, Texts
from briefing.graph.order import age
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Brief
from briefing.model.ref import Kind, Ref, parse_ref


class Way(StrEnum):
    """How one document leads to another."""

    ABOUT = "is about it"
    NAMES = "names it"
    LINKS = "links to it"
    RESTS_ON = "rests on it"
    CITES = "cites a source of it"
    SEE_ALSO = "lists it under see also"
    SUPERSEDES = "takes its place"


@dataclass(frozen=True, slots=True)
class Backlink:
    """A document that leads here, in what ways, and the first place that names this page's subject."""

    origin: Ref
    ways: frozenset[Way]
    mention: Mention | None = None


def find(
    content: Content, texts: Texts, wanted: Collection[Ref] | None = None
) -> Mapping[Ref, tuple[Backlink, ...]]:
    """What leads to each document, or to those `wanted`; newest first."""
    there = content.documents.keys()
    asked = there if wanted is None else there & wanted
    found: dict[Ref, list[Backlink]] = {}
    sets: dict[tuple[Way, ...], frozenset[Way]] = {}
    for document in sorted(content.documents.values(), key=age):
        text = texts[document.ref]
        mentions = (one for one in reversed(text.mentions) if one.ref in asked and one.counts)
        first = {mention.ref: mention for mention in mentions}
        ways: dict[Ref, tuple[Way, ...]] = {}
        for way, refs in _leads(document, text, first):
            for ref in refs:
                if ref in asked:
                    ways[ref] = (*ways[ref], way) if ref in ways else (way,)
        for ref, several in ways.items():
            if ref != document.ref:
                in_ways = sets.get(several) or sets.setdefault(several, frozenset(several))
                found.setdefault(ref, []).append(Backlink(document.ref, in_ways, first.get(ref)))
    return MappingProxyType({ref: tuple(found[ref]) for ref in sorted(found)})


def _leads(document: AnyDocument, text: Linked, named: Iterable[Ref]) -> Iterator[tuple[Way, Iterable[Ref]]]:
    matter = document.matter
    yield Way.ABOUT, (*listed(document), *(Ref(Kind.TOPIC, id_) for id_ in matter.topics))
    yield Way.NAMES, named
    yield Way.LINKS, text.refs
    yield Way.SEE_ALSO, (ref for written in matter.see_also if (ref := parse_ref(written)))
    yield Way.CITES, citations.articles_cited(document)
    if isinstance(matter, Brief):
        yield Way.RESTS_ON, (Ref(Kind.ARTICLE, id_) for id_ in matter.articles)
        if matter.supersedes:
            yield Way.SUPERSEDES, (Ref(Kind.BRIEF, matter.supersedes),)
