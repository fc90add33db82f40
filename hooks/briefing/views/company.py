"""Who appears with whom: in how many documents, and which of many are nearest to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, combinations
from types import MappingProxyType

from briefing.model import limits
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition, once

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Present:
    """The actors, agreements and topics of each article and brief that is not a mere list of names."""

    who: Mapping[Ref, tuple[Ref, ...]]
    where: Mapping[Ref, int]
    """The documents of each as bits of a number, in which those of two are found at once."""


@dataclass(frozen=True, slots=True)
class Company:
    """Some actors, agreements and topics, in how many documents each appears, and which are joined."""

    refs: tuple[Ref, ...]
    documents: tuple[int, ...]
    together: Mapping[Pair, int]
    """In how many documents two appear, the earlier first; pairs without any are left out."""
    nearest: tuple[tuple[int, ...], ...]
    """For each the places of those that it is joined to, nearest first."""

    @property
    def joined(self) -> tuple[Pair, ...]:
        """Each with its nearest, every pair once."""
        pairs = {(min(i, j), max(i, j)) for i, near in enumerate(self.nearest) for j in near}
        return tuple(sorted(pairs))

    def both(self, i: int, j: int) -> int:
        """In how many documents two appear together."""
        return self.together.get((i, j) if i < j else (j, i), 0)

    def nearness(self, i: int, j: int) -> float:
        """How far two go together, from 0 to 1."""
        return _nearness(self.both(i, j), self.documents[i], self.documents[j])


@once
def present(edition: Edition) -> Present:
    """Who appears where, in the whole edition."""
    who = {
        document: (*refs, *_topics(edition, document))
        for document, refs in edition.graph.appearances.subjects.items()
        if len(refs) <= limits.TOGETHER.most
    }
    places: dict[Ref, list[int]] = {}
    for place, present in enumerate(who.values()):
        for ref in present:
            places.setdefault(ref, []).append(place)
    return Present(
        MappingProxyType(who), MappingProxyType({ref: _bits(found) for ref, found in places.items()})
    )


def _bits(places: Sequence[int]) -> int:
    """The number that has these bits; the last is the highest."""
    octets = bytearray(places[-1] // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def _topics(edition: Edition, document: Ref) -> tuple[Ref, ...]:
    written = dict.fromkeys(edition.content.documents[document].matter.topics)
    topics = (Ref(Kind.TOPIC, id_) for id_ in written)
    return tuple(topic for topic in topics if topic in edition.content.documents)


def count(documents: Iterable[Sequence[Ref]]) -> Mapping[Ref, int]:
    """Who appears in how many of these documents."""
    return Counter(chain.from_iterable(documents))


def strongest(
    counted: Mapping[Ref, int], most: int, shares: Mapping[Kind, int], *, but: Ref | None = None
) -> tuple[Ref, ...]:
    """Those that appear most, by kind; each kind has its share before what is left goes to any."""
    by_kind: dict[Kind, list[Ref]] = {kind: [] for kind in shares}
    for ref in counted:
        if ref != but:
            by_kind[ref.kind].append(ref)
    ranked = {kind: _ranked(refs, counted, most) for kind, refs in by_kind.items()}
    chosen = {ref for kind, refs in ranked.items() for ref in refs[: shares[kind]]}
    left = [ref for refs in ranked.values() for ref in refs if ref not in chosen]
    chosen |= set(_ranked(left, counted, most - len(chosen)))
    return tuple(ref for refs in ranked.values() for ref in refs if ref in chosen)


def _ranked(refs: Sequence[Ref], counted: Mapping[Ref, int], most: int) -> list[Ref]:
    """The first so many, those in most documents first."""
    if len(refs) > most > 0:
        least = sorted([counted[ref] for ref in refs])[-most]  # few are left to be sorted in full
        refs = [ref for ref in refs if counted[ref] >= least]
    return sorted(refs, key=lambda ref: (-counted[ref], ref))[:most]


def keep(refs: tuple[Ref, ...], where: Sequence[int], each: int) -> Company:
    """The company of these, whose documents are bits of numbers; each is joined to so many, the nearest."""
    documents = tuple(bits.bit_count() for bits in where)
    together: dict[Pair, int] = {}
    beside: list[list[tuple[float, int]]] = [[] for _ in refs]
    for i, j in combinations(range(len(refs)), 2):
        both = (where[i] & where[j]).bit_count()
        if both:
            together[i, j] = both
            near = _nearness(both, documents[i], documents[j])
            beside[i].append((-near, j))
            beside[j].append((-near, i))
    nearest = tuple(tuple([j for _, j in nsmallest(each, others)]) for others in beside)
    return Company(refs, documents, MappingProxyType(together), nearest)


def _nearness(both: int, one: int, other: int) -> float:
    """Documents of both, squared, held against those of each."""
    return both * both / (one * other)
