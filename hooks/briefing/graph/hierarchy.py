"""The topics as a hierarchy: what lies above and below each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.model.content import Content
from briefing.model.ref import Kind, Ref


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Broader and narrower topics of each, near and far; all in order of name."""

    broader: Mapping[Ref, tuple[Ref, ...]]
    narrower: Mapping[Ref, tuple[Ref, ...]]
    above: Mapping[Ref, tuple[Ref, ...]]
    below: Mapping[Ref, tuple[Ref, ...]]
    related: Mapping[Ref, tuple[Ref, ...]]
    roots: tuple[Ref, ...]

    def trail(self, topic: Ref) -> tuple[Ref, ...]:
        """From the broadest topic to this one's first parent."""
        up: list[Ref] = []
        while (parents := self.broader[topic]) and parents[0] not in up:
            topic = parents[0]
            up.append(topic)
        return tuple(reversed(up))

    def raised(self, topics: Iterable[Ref]) -> tuple[Ref, ...]:
        """The topics and all that lie above them, each once."""
        return tuple(
            dict.fromkeys(
                one for topic in topics if topic in self.above for one in (topic, *self.above[topic])
            )
        )


def arrange(content: Content) -> Hierarchy:
    """The hierarchy of all topics that are there."""
    names = {topic.ref: (topic.title.casefold(), topic.ref) for topic in content.topics}

    def known(ids: Iterable[str], itself: Ref) -> tuple[Ref, ...]:
        return tuple(
            ref for id_ in dict.fromkeys(ids) if (ref := Ref(Kind.TOPIC, id_)) in names and ref != itself
        )

    def by_name(refs: Iterable[Ref]) -> tuple[Ref, ...]:
        return tuple(sorted(refs, key=names.__getitem__))

    broader = {topic.ref: known(topic.matter.broader, topic.ref) for topic in content.topics}
    narrower: dict[Ref, set[Ref]] = {ref: set() for ref in names}
    related: dict[Ref, set[Ref]] = {ref: set() for ref in names}
    for topic in content.topics:
        for parent in broader[topic.ref]:
            narrower[parent].add(topic.ref)
        for other in known(topic.matter.related, topic.ref):
            related[topic.ref].add(other)
            related[other].add(topic.ref)
    return Hierarchy(
        MappingProxyType(broader),
        MappingProxyType({ref: by_name(refs) for ref, refs in narrower.items()}),
        MappingProxyType({ref: by_name(_reach(ref, broader.__getitem__)) for ref in names}),
        MappingProxyType({ref: by_name(_reach(ref, narrower.__getitem__)) for ref in names}),
        MappingProxyType({ref: by_name(refs) for ref, refs in related.items()}),
        by_name(ref for ref in names if not broader[ref]),
    )


def _reach(start: Ref, steps: Callable[[Ref], Iterable[Ref]]) -> set[Ref]:
    """All that can be reached from a topic, itself left out."""
    found: set[Ref] = set()
    ahead = list(steps(start))
    while ahead:
        topic = ahead.pop()
        if topic not in found and topic != start:
            found.add(topic)
            ahead.extend(steps(topic))
    return found
