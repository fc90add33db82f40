"""The graph: all that follows from documents standing side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from briefing.graph import (
    affiliations,
    appearances,
    backlinks,
    events,
    hierarchy,
    judgements,
    related,
    rollup,
    succession,
    traits,
)
from briefing.graph.affiliations import Affiliations
from briefing.graph.appearances import Appearances
from briefing.graph.backlinks import Backlink
from briefing.graph.events import Events
from briefing.graph.hierarchy import Hierarchy
from briefing.graph.inputs import Texts
from briefing.graph.judgements import Register
from briefing.graph.related import Relation
from briefing.graph.rollup import OnTopic
from briefing.graph.succession import Succession
from briefing.model.content import Content
from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Graph:
    """What the documents of one content say of each other."""

    hierarchy: Hierarchy
    on_topic: Mapping[Ref, tuple[OnTopic, ...]]
    events: Events
    affiliations: Affiliations
    appearances: Appearances
    backlinks: Mapping[Ref, tuple[Backlink, ...]]
    related: Mapping[Ref, tuple[Relation, ...]]
    succession: Succession
    judgements: Register


def build(content: Content, texts: Texts, settings: Settings, wanted: Collection[Ref] | None = None) -> Graph:
    """The graph of a released content and its texts.

    Where not all documents are `wanted`: what happened, leads to them and is related, of those alone.
    """
    topics = hierarchy.arrange(content)
    happened = events.merge(content, topics, None if wanted is None else _told_by(content, wanted))
    appeared = appearances.find(content, texts)
    followed = succession.trace(content)
    described = traits.gather(content, appeared, happened, wanted)
    return Graph(
        hierarchy=topics,
        on_topic=rollup.roll_up(content, topics),
        events=happened,
        affiliations=affiliations.find(content),
        appearances=appeared,
        backlinks=backlinks.find(content, texts, wanted),
        related=related.relate(content, described, followed, wanted),
        succession=followed,
        judgements=judgements.register(content, followed, topics, settings.scale),
    )


def _told_by(content: Content, wanted: Collection[Ref]) -> set[Ref]:
    """Documents, and the agreements that they are about: a brief without events of its own shows theirs."""
    there = (content.documents[ref] for ref in wanted if ref in content.documents)
    return {*wanted, *(Ref(Kind.AGREEMENT, id_) for one in there for id_ in one.matter.agreements)}
