"""Topics rolled up: the articles and briefs on each topic and on all topics below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.graph.hierarchy import Hierarchy
from briefing.graph.order import age
from briefing.model.content import Content
from briefing.model.ref import Kind, Ref


@dataclass(frozen=True, slots=True)
class OnTopic:
    """A document on a topic, or on one below it."""

    document: Ref
    via: Ref | None = None
    """The narrower topic that it lists; nothing where it lists the topic itself."""


def roll_up(content: Content, hierarchy: Hierarchy) -> Mapping[Ref, tuple[OnTopic, ...]]:
    """What is on each topic, newest first."""
    found: dict[Ref, list[OnTopic]] = {topic: [] for topic in sorted(hierarchy.above)}
    for document in sorted(content.documents.values(), key=age):
        if document.ref.kind.is_profile:
            continue
        own = [ref for id_ in document.matter.topics if (ref := Ref(Kind.TOPIC, id_)) in found]
        via: dict[Ref, Ref | None] = dict.fromkeys(own)
        for topic in own:
            for broader in hierarchy.above[topic]:
                via.setdefault(broader, topic)
        for topic, narrower in via.items():
            found[topic].append(OnTopic(document.ref, narrower))
    return MappingProxyType({topic: tuple(on) for topic, on in found.items()})
