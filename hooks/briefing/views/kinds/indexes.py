"""The index of each kind: documents by year, actors and agreements by what they are, topics as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.graph.order import age
from briefing.model.content import AnyDocument
from briefing.model.documents import Actor, ActorType, Agreement, AgreementKind
from briefing.model.ref import Kind, Ref
from briefing.model.source import Address
from briefing.views.edition import Edition
from briefing.views.parts import cards, heads, listing
from briefing.views.shapes.pages import DocumentShown, Group, Heading, IndexShown, ProfileLine

MANY = 50
"""So many profiles of a sort are seen at a glance; in a longer list there are ways to its letters."""
MOST_LETTERS = 60
"""More than these are signs of which each begins one name or two."""
OTHER = "other"
INTROS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.BRIEF: "What we make of events: each brief with its bottom line, newest first.",
        Kind.ARTICLE: "What happened and how we know it, newest first.",
        Kind.ACTOR: "People, countries, organisations and groups, and how many documents name each.",
        Kind.TOPIC: "Subjects from broad to narrow, and how many documents are on each and those below it.",
        Kind.AGREEMENT: "Instruments between actors, and how many documents name each.",
    }
)
ACTORS: Mapping[ActorType, str] = MappingProxyType(
    {
        ActorType.COUNTRY: "Countries",
        ActorType.PERSON: "People",
        ActorType.ORGANISATION: "Organisations",
        ActorType.GROUP: "Groups",
    }
)
AGREEMENTS: Mapping[AgreementKind | None, str] = MappingProxyType(
    {
        AgreementKind.FRAMEWORK: "Frameworks",
        AgreementKind.TREATY: "Treaties",
        AgreementKind.MEMORANDUM: "Memoranda",
        AgreementKind.ARRANGEMENT: "Arrangements",
        AgreementKind.INITIATIVE: "Initiatives",
        AgreementKind.DEAL: "Deals",
        None: "Others",
    }
)


def page(edition: Edition, kind: Kind) -> IndexShown:
    """The index of a kind."""
    address = Address(f"{kind}/")
    all_ = tuple(edition.content.of_kind(kind))
    documents = (
        () if kind.is_profile else listing.documents_by_year(edition, sorted(all_, key=age), "br-year")
    )
    profiles = tuple(_profiles(edition, kind, all_)) if kind.is_profile else ()
    groups: tuple[Group[DocumentShown] | Group[ProfileLine], ...] = (*documents, *profiles)
    text = edition.texts.get(address)
    letters = {group.anchor: tuple(_letters(group)) for group in profiles}
    contents = [
        heading
        for group in groups
        for heading in (Heading(group.anchor, group.heading, 2), *letters.get(group.anchor, ()))
    ]
    return IndexShown(
        head=heads.of_page(
            edition,
            address,
            kind.value.capitalize(),
            "Index",
            INTROS[kind],
            contents if len(contents) > 1 else (),
        ),
        intro=INTROS[kind],
        documents=documents,
        profiles=profiles,
        total=len(all_),
        html=text.html if text else "",
    )


def topics(edition: Edition, *, levels: int = 99) -> Iterator[ProfileLine]:
    """The topics as a tree, each once below its first parent, with what is on it and below it."""

    def below(ref: Ref, depth: int) -> Iterator[ProfileLine]:
        topic = edition.content.documents[ref]
        yield ProfileLine(
            edition.link(topic), cards.line(edition, topic), len(edition.graph.on_topic[ref]), depth
        )
        for narrower in hierarchy.narrower[ref] if depth + 1 < levels else ():
            if hierarchy.broader[narrower][0] == ref:
                yield from below(narrower, depth + 1)

    hierarchy = edition.graph.hierarchy
    for root in hierarchy.roots:
        yield from below(root, 0)


def _profiles(edition: Edition, kind: Kind, all_: tuple[AnyDocument, ...]) -> Iterator[Group[ProfileLine]]:
    if kind is Kind.TOPIC:
        if all_:
            yield Group("From broad to narrow", "br-tree", tuple(topics(edition)))
        return
    headings: Iterable[tuple[object, str]] = ACTORS.items() if kind is Kind.ACTOR else AGREEMENTS.items()
    for sort, heading in headings:
        found = sorted(
            (one for one in all_ if _sort(one) == sort), key=lambda one: (one.title.casefold(), one.ref)
        )
        if found:
            anchor = f"br-{heading.lower()}"
            lines = tuple(_line(edition, one) for one in found)
            yield Group(heading, anchor, _lettered(lines, anchor) if len(lines) > MANY else lines)


def _lettered(lines: tuple[ProfileLine, ...], prefix: str) -> tuple[ProfileLine, ...]:
    """The lines, each first one of its letter with a place; as they are where there are too many letters."""
    first: dict[str, ProfileLine] = {}
    for line in lines:
        first.setdefault(_letter(line), line)
    if len(first) > MOST_LETTERS:
        return lines
    places = {id(line): f"{prefix}-{letter.lower()}" for letter, line in first.items()}
    return tuple(replace(line, anchor=places.get(id(line), "")) for line in lines)


def _letters(group: Group[ProfileLine]) -> Iterator[Heading]:
    for line in group.items:
        if line.anchor:
            letter = _letter(line)
            yield Heading(line.anchor, "#" if letter == OTHER else letter, 5)


def _letter(line: ProfileLine) -> str:
    """The first letter of its name, as names are sorted."""
    first = line.link.label.casefold()[:1].upper()
    return first if first.isalpha() else OTHER


def _sort(document: AnyDocument) -> ActorType | AgreementKind | None:
    matter = document.matter
    if isinstance(matter, Actor):
        return matter.type
    return matter.kind if isinstance(matter, Agreement) else None


def _line(edition: Edition, document: AnyDocument) -> ProfileLine:
    appearing = edition.graph.appearances.documents.get(document.ref, ())
    return ProfileLine(edition.link(document), cards.line(edition, document), len(appearing))
