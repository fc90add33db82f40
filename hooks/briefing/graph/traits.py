"""What articles and briefs can have in common, and how much it says of two that they share it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from math import log
from typing import NamedTuple

from briefing.graph.appearances import Appearances, listed
from briefing.graph.events import Events
from briefing.graph.order import age
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Brief
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref

NEIGHBOURS = 25
"""How many older and newer holders of a trait are looked at: so work grows as the documents do."""


class Share(Enum):
    """A way of having something in common: how much it counts, and the words for it."""

    ARTICLE = (3.0, "rests on the same articles: ")
    ABOUT = (2.5, "same subject: ")
    EVENT = (2.5, "tells the same events: ")
    AGREEMENT = (1.2, "names the same agreements: ")
    ACTOR = (1.0, "names the same actors: ")
    TOPIC = (1.5, "same topic: ")

    @property
    def weight(self) -> float:
        return self.value[0]

    @property
    def words(self) -> str:
        return self.value[1]

    @property
    def is_titled(self) -> bool:
        """Whether what is shared goes by a title, not by a name."""
        return self in (Share.ARTICLE, Share.EVENT)


class Trait(NamedTuple):
    """Something that a document has and others may share: a document, or an event by its key."""

    share: Share
    what: Ref | str


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of each article and brief, and who has each."""

    of: Mapping[Ref, tuple[Trait, ...]]
    holders: Mapping[Trait, tuple[Ref, ...]]
    """Newest first."""
    ranks: Mapping[Ref, int]
    """Where each document stands among all, newest first."""
    held: Mapping[tuple[Ref, Ref], Marking]
    """The marking of names that a document says in marked sections alone."""

    def marking(self, ref: Ref, other: Ref) -> Marking | None:
        """The highest marking of a section that alone gives one of two documents what they share."""
        shared = set(self.of.get(ref, ())) & set(self.of.get(other, ())) if self.held else ()
        found = (
            self.held.get((one, trait.what))
            for one in (ref, other)
            for trait in shared
            if isinstance(trait.what, Ref) and trait.share in (Share.ACTOR, Share.AGREEMENT)
        )
        return max(filter(None, found), default=None)

    def says(self, trait: Trait) -> float:
        """How much it says that two share a trait: the rarer, the more."""
        return trait.share.weight * log((1 + len(self.of)) / len(self.holders[trait]))

    def is_common(self, trait: Trait) -> bool:
        """Whether so many documents have it that it tells a reader little."""
        return 3 * len(self.holders[trait]) > len(self.of)

    def near(self, trait: Trait, ref: Ref) -> tuple[Ref, ...]:
        """Those who share a trait with a document; of very many only those of about the same time."""
        holders = self.holders[trait]
        if len(holders) <= 2 * NEIGHBOURS:
            return holders
        place = bisect_left(holders, self.ranks[ref], key=self.ranks.__getitem__)
        return holders[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]


def gather(content: Content, appearances: Appearances, events: Events) -> Traits:
    """The traits of all articles and briefs."""
    of = {
        document.ref: tuple(dict.fromkeys(_traits(content, appearances, events, document)))
        for document in content.documents.values()
        if not document.ref.kind.is_profile
    }
    holders: dict[Trait, list[Ref]] = {}
    newest_first = sorted(of, key=lambda ref: age(content.documents[ref]))
    for ref in newest_first:
        for trait in of[ref]:
            holders.setdefault(trait, []).append(ref)
    ranks = {ref: rank for rank, ref in enumerate(newest_first)}
    return Traits(of, {trait: tuple(refs) for trait, refs in holders.items()}, ranks, appearances.held)


def _traits(
    content: Content, appearances: Appearances, events: Events, document: AnyDocument
) -> Iterator[Trait]:
    matter = document.matter
    if isinstance(matter, Brief):
        yield from (
            Trait(Share.ARTICLE, ref)
            for id_ in matter.articles
            if (ref := Ref(Kind.ARTICLE, id_)) in content.documents
        )
    about = set(listed(document))
    for ref in appearances.subjects[document.ref]:
        named = Share.ACTOR if ref.kind is Kind.ACTOR else Share.AGREEMENT
        yield Trait(Share.ABOUT if ref in about else named, ref)
    yield from (Trait(Share.EVENT, happening.key) for happening in events.of.get(document.ref, ()))
    yield from (
        Trait(Share.TOPIC, ref) for id_ in matter.topics if (ref := Ref(Kind.TOPIC, id_)) in content.documents
    )
