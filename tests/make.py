"""Small contents made in code: documents with good defaults, texts that name what a test needs named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from briefing.graph import graph as graphs
from briefing.graph.graph import Graph
from briefing.model.content import AnyDocument, Content, Document, HandPage, Places
from briefing.model.documents import Actor, Agreement, Article, Brief, Matter, Page, Topic
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.model.settings import Settings
from briefing.model.source import TOP, Address, SrcUri
from briefing.views import site
from briefing.views.edition import Edition
from briefing.views.shapes.pages import Shown

TODAY = date(2025, 11, 20)
SETTINGS = Settings(marking=Marking.CLEAR)
PLACES = Places(MappingProxyType({(): TOP}))

Key = Ref | Address


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Mention:
    ref: Ref
    text: str
    sentence: str
    at: int
    counts: bool = True
    marking: Marking | None = None


@dataclass(frozen=True, slots=True)
class Text:
    html: str = ""
    headings: tuple[Heading, ...] = ()
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    refs: tuple[Ref, ...] = ()
    marking: Marking | None = None
    held: Mapping[Ref, Marking] = field(default_factory=dict)


def ref(text: str) -> Ref:
    """The ref written `actors/india`."""
    found = parse_ref(text)
    assert found
    return found


def document(kind: Kind, id_: str, matter: Matter) -> Document[Any]:
    return Document(
        ref=Ref(kind, id_),
        uri=SrcUri(f"{kind}/{id_}.md"),
        matter=matter,
        marking=matter.marking or SETTINGS.marking,
        language=matter.language or "en",
        body="",
        body_line=1,
        places=PLACES,
    )


def article(id_: str, **matter: Any) -> Document[Article]:
    written = {
        "title": id_.capitalize(),
        "summary": "What happened.",
        "date": "2025-11-03",
        "topics": ["trade"],
    }
    return document(Kind.ARTICLE, id_, Article(**(written | matter)))


def brief(id_: str, **matter: Any) -> Document[Brief]:
    written = {
        "title": id_.capitalize(),
        "summary": "The bottom line.",
        "date": "2025-11-05",
        "authors": ["South Asia desk"],
        "topics": ["trade"],
    }
    return document(Kind.BRIEF, id_, Brief(**(written | matter)))


def actor(id_: str, **matter: Any) -> Document[Actor]:
    return document(Kind.ACTOR, id_, Actor(**({"name": id_.capitalize(), "type": "person"} | matter)))


def topic(id_: str, **matter: Any) -> Document[Topic]:
    return document(Kind.TOPIC, id_, Topic(**({"name": id_.capitalize()} | matter)))


def agreement(id_: str, **matter: Any) -> Document[Agreement]:
    return document(Kind.AGREEMENT, id_, Agreement(**({"name": id_.capitalize()} | matter)))


def judgement(id_: str = "j1", **keys: Any) -> dict[str, Any]:
    """The keys of a judgement as a brief holds them."""
    return {"id": id_, "text": "The pact is signed.", "confidence": "low"} | keys


def hand_page(address: str, *, marking: Marking = Marking.CLEAR, **matter: Any) -> HandPage:
    return HandPage(
        SrcUri(f"docs/{address}index.md"),
        Address(address),
        Page(**matter),
        marking,
        "en",
        body="",
        body_line=1,
        places=PLACES,
    )


def content(*documents: AnyDocument, pages: tuple[HandPage, ...] = ()) -> Content:
    return Content(
        MappingProxyType({one.ref: one for one in sorted(documents, key=lambda one: one.ref)}),
        MappingProxyType({one.address: one for one in sorted(pages, key=lambda one: one.address)}),
    )


def naming(*sentences: str, **names: str) -> Text:
    """A text of these sentences; `India="actors/india"` says who is called what, each named once."""
    mentions = tuple(
        Mention(ref(names[name]), name, sentence, sentence.index(name))
        for sentence in sentences
        for name in sorted(names, key=sentence.find)
        if name in sentence
    )
    return Text(text=" ".join(sentences), mentions=mentions)


def texts(of: Content, given: Mapping[str, Text] | None = None) -> dict[Key, Text]:
    """A text for every document and page: those given by ref or address, empty ones for the rest."""
    keys: tuple[Key, ...] = (*of.documents, *of.pages)
    return {key: (given or {}).get(str(key), Text()) for key in keys}


def graph(of: Content, given: Mapping[str, Text] | None = None) -> Graph:
    return graphs.build(of, texts(of, given), SETTINGS)


def pages(
    of: Content,
    given: Mapping[str, Text] | None = None,
    *,
    today: date = TODAY,
    settings: Settings = SETTINGS,
) -> Mapping[Address, Shown]:
    """Every page of a content."""
    read = texts(of, given)
    return site.Pages(Edition(graphs.build(of, read, settings), of, read, settings, "Briefing Room", today))


def page(
    of: Content,
    address: str,
    given: Mapping[str, Text] | None = None,
    *,
    today: date = TODAY,
    **settings: Any,
) -> Any:
    """One page of a content."""
    return pages(of, given, today=today, settings=replace(SETTINGS, **settings))[Address(address)]
