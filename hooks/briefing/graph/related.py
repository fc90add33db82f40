"""For each article and brief the few others that a reader may want next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from briefing.graph import reasons
from briefing.graph.succession import Succession
from briefing.graph.traits import Traits
from briefing.model.content import Content
from briefing.model.documents import Status
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref, parse_ref

LIMIT = 6
LIKELY = 10 * LIMIT
"""How many of the nearest are looked at closely, to settle ties by age."""
MARGIN = 1e-5
"""Scores that count as equal differ by less."""
SEE_ALSO = 8.0
"""More than what two documents commonly share: an author's word goes before our count."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document and why it is related, in plain words."""

    to: Ref
    reasons: tuple[str, ...]
    marking: Marking | None = None
    """That of marked sections which alone give a reason."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the nearest documents of any one are found by."""

    traits: Traits
    listed: Mapping[Ref, tuple[Ref, ...]]
    """What each document lists under see also."""
    listing: Mapping[Ref, tuple[Ref, ...]]
    """The articles and briefs that list it."""
    elsewhere: Mapping[Ref, tuple[Ref, ...]]
    """What the page of an article or brief has in a section of its own."""
    predecessors: Mapping[Ref, tuple[Ref, ...]]
    void: frozenset[int]
    """The places of what no longer stands."""

    def of(self, ref: Ref) -> tuple[Relation, ...]:
        """The nearest of all other documents; but none that is void, or that the page has elsewhere."""
        scores = self._scores(ref)
        elsewhere = (ref, *self.elsewhere.get(ref, ()), *self.predecessors.get(ref, ()))
        left_out = {self.traits.places.get(other) for other in elsewhere}
        standing = (
            place
            for place in sorted(scores, key=scores.__getitem__, reverse=True)
            if place not in left_out and place not in self.void
        )
        likely = list(islice(standing, LIKELY))
        least = min([scores[place] for place in likely[:LIMIT]], default=0.0) - MARGIN
        ahead = [place for place in likely if scores[place] > least]
        # Sums of the same parts in another order differ in their last digits, and say the same.
        nearest = sorted(ahead, key=lambda place: (-round(scores[place], 6), place))[:LIMIT]
        return tuple([self._relation(ref, self.traits.newest_first[place]) for place in nearest])

    def _scores(self, ref: Ref) -> Mapping[int, float]:
        """How near others are to a document: by what they share with it, and by an author's see also."""
        places = self.traits.places
        named = (*self.listed[ref], *self.listing.get(ref, ()))
        scores = {places[other]: SEE_ALSO for other in named if other in places}
        for trait in self.traits.of[ref]:
            says = trait.says
            for place in trait.near(places[ref]):
                if place in scores:
                    scores[place] += says
                else:
                    scores[place] = says
        return scores

    def _relation(self, ref: Ref, other: Ref) -> Relation:
        shared = self.traits.shared(ref, other)
        why = reasons.why(ref, other, self.listed, shared)
        return Relation(other, why, self.traits.marking(ref, other, shared))


def kinship(content: Content, traits: Traits, succession: Succession) -> Kinship:
    """What all related documents are found by."""
    listed = {
        ref: tuple([other for written in document.matter.see_also if (other := parse_ref(written))])
        for ref, document in content.documents.items()
    }
    return Kinship(
        traits,
        listed,
        _turned({ref: listed[ref] for ref in traits.of}),
        _elsewhere(content),
        succession.predecessors,
        frozenset(traits.places[ref] for ref in _void(content, succession)),
    )


def relate(
    content: Content, traits: Traits, succession: Succession, wanted: Collection[Ref] | None = None
) -> Mapping[Ref, tuple[Relation, ...]]:
    """The nearest of all other documents, for each article and brief or those `wanted`."""
    near = kinship(content, traits, succession)
    asked = traits.of if wanted is None else traits.of.keys() & wanted
    return MappingProxyType({ref: near.of(ref) for ref in asked})


def _void(content: Content, succession: Succession) -> frozenset[Ref]:
    """What no longer stands."""
    withdrawn = {ref for ref, one in content.documents.items() if one.matter.status is Status.WITHDRAWN}
    return frozenset(withdrawn | {ref for ref in succession.successors if ref.kind is Kind.BRIEF})


def _elsewhere(content: Content) -> Mapping[Ref, tuple[Ref, ...]]:
    """What a page lists in a section of its own: the articles of a brief, the briefs on an article."""
    resting = {
        brief.ref: tuple(Ref(Kind.ARTICLE, id_) for id_ in brief.matter.articles) for brief in content.briefs
    }
    return resting | _turned(resting)


def _turned(leads: Mapping[Ref, Iterable[Ref]]) -> dict[Ref, tuple[Ref, ...]]:
    """The same, read from its other end."""
    turned: dict[Ref, list[Ref]] = {}
    for ref, others in leads.items():
        for other in others:
            turned.setdefault(other, []).append(ref)
    return {ref: tuple(found) for ref, found in turned.items()}
