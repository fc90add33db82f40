"""What articles and briefs can have in common, and how much it says of two that they share it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log
from operator import attrgetter

from briefing.graph.appearances import Appearances
from briefing.graph.events import Events
from briefing.graph.order import age
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement, Brief
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

    __hash__ = object.__hash__
    """As quick as can be: shares are part of the keys of all that is shared."""

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


ORDER = tuple(Share)
Key = tuple[Share, Ref | str]
"""In what way a document has what: another document, or an event by its key."""


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """Something that documents have in common; there is one of it for all who have it."""

    share: Share
    what: Ref | str
    name: str
    """What reasons call it."""
    holders: Sequence[int]
    """The places of those who have it."""
    says: float
    """How much it says that two share it: the rarer, the more."""
    is_common: bool
    """Whether so many documents have it that it tells a reader little."""
    order: tuple[int, float, str]
    """Sorts by the way of having it; what says most goes first."""

    def near(self, place: int) -> Sequence[int]:
        """Who shares it with the document at a place; of very many only those of about the same time."""
        if len(self.holders) <= 2 * NEIGHBOURS:
            return self.holders
        at = bisect_left(self.holders, place)
        return self.holders[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of each article and brief, and where each document stands among all."""

    of: Mapping[Ref, tuple[Trait, ...]]
    newest_first: Sequence[Ref]
    places: Mapping[Ref, int]
    """The place of each document in this order."""
    held: Mapping[tuple[Ref, Ref], Marking]
    """The marking of names that a document says in marked sections alone."""

    def shared(self, ref: Ref, other: Ref) -> tuple[Trait, ...]:
        """What two documents have in common, in order."""
        both = set(self.of[ref]).intersection(self.of.get(other, ()))
        return tuple(sorted(both, key=attrgetter("order")))

    def marking(self, ref: Ref, other: Ref, shared: Iterable[Trait]) -> Marking | None:
        """The highest marking of a section that alone gives one of two documents what they share."""
        if not self.held:
            return None
        found = (
            self.held.get((one, trait.what))
            for trait in shared
            if isinstance(trait.what, Ref) and trait.share in (Share.ACTOR, Share.AGREEMENT)
            for one in (ref, other)
        )
        return max(filter(None, found), default=None)


def gather(
    content: Content, appearances: Appearances, events: Events, wanted: Collection[Ref] | None = None
) -> Traits:
    """The traits of all articles and briefs, or as many of them as those `wanted` have."""
    newest_first = [one.ref for one in sorted(content.documents.values(), key=age)]
    places = {ref: place for place, ref in enumerate(newest_first)}
    titles = {one.key: one.title for one in events.all}
    written = {ref: one for ref, one in content.documents.items() if not ref.kind.is_profile}
    among: Collection[Ref | str] = {*content.documents, *titles}
    if wanted is not None:
        theirs = [one for ref, one in written.items() if ref in wanted]
        among = {what for one in theirs for _, what in _keys(appearances, events, one, among)}
    keys = {ref: tuple(dict.fromkeys(_keys(appearances, events, one, among))) for ref, one in written.items()}
    holders: dict[Key, list[int]] = {}
    for place, ref in enumerate(newest_first):
        for key in keys.get(ref, ()):
            holders.setdefault(key, []).append(place)
    traits = {
        key: _trait(key, _name(content, titles, key), having, len(keys)) for key, having in holders.items()
    }
    of = {ref: tuple([traits[key] for key in has]) for ref, has in keys.items()}
    return Traits(of, newest_first, places, appearances.held)


def _trait(key: Key, name: str, holders: Sequence[int], documents: int) -> Trait:
    share, what = key
    says = share.weight * log((1 + documents) / len(holders))
    is_common = 3 * len(holders) > documents
    return Trait(
        share, what, name, holders, says, is_common, (ORDER.index(share), -round(says, 6), str(what))
    )


def _name(content: Content, titles: Mapping[str, str], key: Key) -> str:
    share, what = key
    if isinstance(what, str):
        return f"“{titles[what]}”"
    document = content.documents[what]
    if share.is_titled:
        return f"“{document.title}”"
    short = document.matter.short if isinstance(document.matter, Agreement) else None
    return short or document.title


def _keys(
    appearances: Appearances, events: Events, document: AnyDocument, among: Collection[Ref | str]
) -> Iterator[Key]:
    """What a document has of some documents and events, and in what way."""
    matter = document.matter
    if isinstance(matter, Brief):
        yield from (
            (Share.ARTICLE, ref) for id_ in matter.articles if (ref := Ref(Kind.ARTICLE, id_)) in among
        )
    about = appearances.listed[document.ref]
    for ref in appearances.subjects[document.ref]:
        if ref in among:
            named = Share.ACTOR if ref.kind is Kind.ACTOR else Share.AGREEMENT
            yield (Share.ABOUT if ref in about else named), ref
    happened = (one.key for one in events.of.get(document.ref, ()))
    yield from ((Share.EVENT, key) for key in happened if key in among)
    yield from ((Share.TOPIC, ref) for id_ in matter.topics if (ref := Ref(Kind.TOPIC, id_)) in among)
