"""For each article and brief the few others that a reader may want next, and why, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.graph.events import Events
from briefing.graph.order import age
from briefing.graph.succession import Succession
from briefing.graph.traits import Share, Trait, Traits
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement, Status
from briefing.model.ref import Kind, Ref, parse_ref

LIMIT = 6
REASONS = 3
NAMES = 3
SEE_ALSO = 8.0
"""More than what two documents commonly share: an author's word goes before our count."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another document and why it is related."""

    to: Ref
    reasons: tuple[str, ...]


def relate(
    content: Content, traits: Traits, events: Events, succession: Succession
) -> Mapping[Ref, tuple[Relation, ...]]:
    """The nearest of all other documents; but none that is void, or that the page has elsewhere."""
    titles = {happening.key: happening.title for happening in events.all}
    listed = {ref: _see_also(document) for ref, document in content.documents.items()}
    listing: dict[Ref, set[Ref]] = {}
    for ref, others in listed.items():
        for other in others:
            listing.setdefault(other, set()).add(ref)
    void = {ref for ref, one in content.documents.items() if one.matter.status is Status.WITHDRAWN}
    void |= {ref for ref in succession.successors if ref.kind is Kind.BRIEF}
    resting = _resting(content)
    found = {}
    for ref in traits.of:
        scores: dict[Ref, float] = {}
        for trait in traits.of[ref]:
            if traits.can_tell(trait):
                says = traits.says(trait)
                for other in traits.holders[trait]:
                    scores[other] = scores.get(other, 0.0) + says
        for other in {*listed[ref], *listing.get(ref, ())}:
            scores[other] = scores.get(other, 0.0) + SEE_ALSO
        elsewhere = {ref, *resting.get(ref, ()), *succession.predecessors.get(ref, ()), *void}
        candidates = [
            content.documents[one] for one in scores if one in content.documents and one not in elsewhere
        ]
        nearest = sorted(candidates, key=lambda one: (-round(scores[one.ref], 6), age(one)))[:LIMIT]
        found[ref] = tuple(
            Relation(one.ref, _reasons(content, traits, titles, ref, one.ref, listed)) for one in nearest
        )
    return MappingProxyType(found)


def _see_also(document: AnyDocument) -> tuple[Ref, ...]:
    return tuple(ref for written in document.matter.see_also if (ref := parse_ref(written)))


def _resting(content: Content) -> Mapping[Ref, set[Ref]]:
    """Which brief rests on which article, both ways."""
    found: dict[Ref, set[Ref]] = {}
    for brief in content.briefs:
        for id_ in brief.matter.articles:
            article = Ref(Kind.ARTICLE, id_)
            found.setdefault(brief.ref, set()).add(article)
            found.setdefault(article, set()).add(brief.ref)
    return found


def _reasons(
    content: Content, traits: Traits, titles: Mapping[str, str], ref: Ref, other: Ref,
    listed: Mapping[Ref, tuple[Ref, ...]],
) -> tuple[str, ...]:  # fmt: skip
    reasons = []
    if other in listed[ref]:
        reasons.append("listed under see also")
    if ref in listed[other]:
        reasons.append("lists this page under see also")
    theirs = set(traits.of.get(other, ()))
    common = [trait for trait in traits.of[ref] if trait in theirs]
    for share in Share:
        shared = [trait for trait in common if trait.share is share]
        telling = [trait for trait in shared if not traits.is_common(trait)] or shared
        telling.sort(key=lambda trait: (-round(traits.says(trait), 6), str(trait.what)))
        if telling:
            reasons.append(share.words + _names(content, titles, telling))
    return tuple(reasons[:REASONS])


def _names(content: Content, titles: Mapping[str, str], traits: list[Trait]) -> str:
    """The first few names, and how many more there are."""
    names = [
        titles[what] if isinstance(what, str) else _name(content.documents[what])
        for _, what in traits[:NAMES]
    ]
    return ", ".join(names) + (f" and {len(traits) - NAMES} more" if len(traits) > NAMES else "")


def _name(document: AnyDocument) -> str:
    matter = document.matter
    return matter.short if isinstance(matter, Agreement) and matter.short else document.title
