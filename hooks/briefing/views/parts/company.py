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

    refs: Sequence[Ref]
    """Everyone, in order."""
    numbers: Mapping[Ref, int]
    """The place of each in this order, by which it goes here: numbers are counted sooner than refs."""
    who: Mapping[Ref, tuple[int, ...]]
    where: Sequence[int]
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
    subjects = {
        document: (*refs, *_topics(edition, document))
        for document, refs in edition.graph.appearances.subjects.items()
        if len(refs) <= limits.TOGETHER.most
    }
    everyone = tuple(sorted(set(chain.from_iterable(subjects.values()))))
    numbers = {ref: number for number, ref in enumerate(everyone)}
    who = {document: tuple([numbers[ref] for ref in refs]) for document, refs in subjects.items()}
    places: list[list[int]] = [[] for _ in everyone]
    for place, present in enumerate(who.values()):
        for number in present:
            places[number].append(place)
    where = tuple([_bits(found) for found in places])
    return Present(everyone, MappingProxyType(numbers), MappingProxyType(who), where)


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


def count(documents: Iterable[Sequence[int]]) -> Mapping[int, int]:
    """Who appears in how many of these documents."""
    return Counter(chain.from_iterable(documents))


def strongest(
    refs: Sequence[Ref],
    counted: Mapping[int, int],
    most: int,
    shares: Mapping[Kind, int],
    *,
    but: Ref | None = None,
) -> tuple[int, ...]:
    """Those that appear most, by kind; each kind has its share before what is left goes to any."""
    by_kind: dict[Kind, list[int]] = {kind: [] for kind in shares}
    for number in counted:
        ref = refs[number]
        if ref != but:
            by_kind[ref.kind].append(number)
    ranked = {kind: _ranked(numbers, counted, most) for kind, numbers in by_kind.items()}
    chosen = {number for kind, numbers in ranked.items() for number in numbers[: shares[kind]]}
    left = [number for numbers in ranked.values() for number in numbers if number not in chosen]
    chosen |= set(_ranked(left, counted, most - len(chosen)))
    return tuple([number for numbers in ranked.values() for number in numbers if number in chosen])


def _ranked(numbers: Sequence[int], counted: Mapping[int, int], most: int) -> list[int]:
    """The first so many, those in most documents first."""
    if len(numbers) > most > 0:
        least = sorted([counted[one] for one in numbers])[-most]  # few are left to be sorted in full
        numbers = [one for one in numbers if counted[one] >= least]
    return sorted(numbers, key=lambda one: (-counted[one], one))[:most]


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
