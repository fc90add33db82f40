"""For each article and brief the few others that a reader may want next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from types import MappingProxyType

from briefing.graph.events import Events
from briefing.graph.order import age
from briefing.graph.reasons import Reasons
from briefing.graph.succession import Succession
from briefing.graph.traits import Traits
from briefing.model.content import Content
from briefing.model.documents import Status
from briefing.model.marking import Marking
from briefing.model.ref import Kind, Ref, parse_ref

LIMIT = 6
LIKELY = 10 * LIMIT
"""How many of the nearest are looked at closely, to settle ties by age."""
SEE_ALSO = 8.0
"""More than what two documents commonly share: an author's word goes before our count."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document and why it is related, in plain words."""

    to: Ref
    reasons: tuple[str, ...]
    marking: Marking | None = None
    """That of marked sections which alone give a reason."""


def relate(
    content: Content,
    traits: Traits,
    events: Events,
    succession: Succession,
    wanted: Collection[Ref] | None = None,
) -> Mapping[Ref, tuple[Relation, ...]]:
    """The nearest of all other documents; but none that is void, or that the page has elsewhere.

    Those of the documents `wanted`, else of all.
    """
    listed = {
        ref: tuple(other for written in document.matter.see_also if (other := parse_ref(written)))
        for ref, document in content.documents.items()
    }
    listing = _turned({ref: listed[ref] for ref in traits.of})
    void, elsewhere = _void(content, succession), _elsewhere(content)
    reasons = Reasons(content, traits, {one.key: one.title for one in events.all}, listed)
    ages = {ref: age(document) for ref, document in content.documents.items() if ref not in void}
    found = {}
    for ref in traits.of if wanted is None else traits.of.keys() & wanted:
        scores = _scores(traits, ref, (*listed[ref], *listing.get(ref, ())))
        left_out = {ref, *elsewhere.get(ref, ()), *succession.predecessors.get(ref, ())}
        near = {other: score for other, score in scores.items() if other in ages and other not in left_out}
        likely = nlargest(LIKELY, near, key=near.__getitem__)
        # Sums of the same parts in another order differ in their last digits, and say the same.
        nearest = nsmallest(LIMIT, likely, key=lambda other: (-round(near[other], 6), ages[other]))
        found[ref] = tuple(
            Relation(other, reasons.why(ref, other), traits.marking(ref, other)) for other in nearest
        )
    return MappingProxyType(found)


def _scores(traits: Traits, ref: Ref, named: Iterable[Ref]) -> Mapping[Ref, float]:
    """How near others are to a document: by what they share with it, and by an author's see also."""
    scores = dict.fromkeys(named, SEE_ALSO)
    for trait in traits.of[ref]:
        says = traits.says(trait)
        if says > 0:
            for other in traits.near(trait, ref):
                scores[other] = scores.get(other, 0.0) + says
    return scores


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
