"""Which documents lead to a document, in what way, and with which sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def find(content: Content, texts: Texts) -> Mapping[Ref, tuple[Backlink, ...]]:
    """What leads to each document, newest first."""
    found: dict[Ref, list[Backlink]] = {}
    for document in sorted(content.documents.values(), key=age):
        text = texts[document.ref]
        ways: dict[Ref, set[Way]] = {}
        for ref, way in _leads(document, text):
            if ref in content.documents and ref != document.ref:
                ways.setdefault(ref, set()).add(way)
        first = {mention.ref: mention for mention in reversed(text.mentions) if mention.counts}
        for ref in sorted(ways):
            found.setdefault(ref, []).append(Backlink(document.ref, frozenset(ways[ref]), first.get(ref)))
    return MappingProxyType({ref: tuple(found[ref]) for ref in sorted(found)})


def _leads(document: AnyDocument, text: Linked) -> Iterator[tuple[Ref, Way]]:
    matter = document.matter
    yield from ((ref, Way.ABOUT) for ref in listed(document))
    yield from ((Ref(Kind.TOPIC, id_), Way.ABOUT) for id_ in matter.topics)
    yield from ((mention.ref, Way.NAMES) for mention in text.mentions if mention.counts)
    yield from ((ref, Way.LINKS) for ref in text.refs)
    yield from ((ref, Way.SEE_ALSO) for written in matter.see_also if (ref := parse_ref(written)))
    yield from ((ref, Way.CITES) for ref in citations.articles_cited(document))
    if isinstance(matter, Brief):
        yield from ((Ref(Kind.ARTICLE, id_), Way.RESTS_ON) for id_ in matter.articles)
        if matter.supersedes:
            yield Ref(Kind.BRIEF, matter.supersedes), Way.SUPERSEDES
