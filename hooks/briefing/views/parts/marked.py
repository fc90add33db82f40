"""The marking of a page: the highest of all that it shows, wherever on the page that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.graph import citations
from briefing.graph.graph import Graph
from briefing.graph.inputs import Texts
from briefing.model.content import Content
from briefing.model.marking import Marking
from briefing.model.parts import Source
from briefing.model.ref import Ref
from briefing.model.source import Address
from briefing.views.parts import marking
from briefing.views.shapes.pages import (
    AboutShown,
    ActorShown,
    AgreementShown,
    Link,
    MarkingShown,
    Shown,
    TopicShown,
)

EXPLAINED = "markings"
"""The field that explains labels and is not marked by them."""


@dataclass(frozen=True, slots=True)
class Markings:
    """The marking of each written page by its address, and the highest that there is at all."""

    of: Mapping[str, Marking]
    of_sections: Mapping[str, Marking]
    """The highest marked section of each text, by its address."""
    highest: Marking

    def mark(self, page: Shown) -> Shown:
        """The page under the marking that it needs."""
        head = page.profile.head if isinstance(page, ActorShown | TopicShown | AgreementShown) else page.head
        own = Marking(head.marking.label)
        needed = max(own, self.of_sections.get(head.address, own))
        for found in self._shown(page):
            if needed >= self.highest:
                break
            needed = max(needed, found)
        if needed is own:
            return page
        head = replace(head, marking=marking.shown(needed))
        if isinstance(page, ActorShown | TopicShown | AgreementShown):
            return replace(page, profile=replace(page.profile, head=head))
        return replace(page, head=head)

    def _shown(self, page: Shown) -> Iterator[Marking]:
        """The markings of all that a page shows: its labels, and the documents whose names it prints."""
        waiting: list[object] = [page]
        while waiting:
            value = waiting.pop()
            if isinstance(value, MarkingShown):
                yield Marking(value.label)
            elif isinstance(value, Link):
                yield self.of.get(value.address.partition("#")[0], Marking.CLEAR)
            elif isinstance(value, tuple):
                waiting += value
            else:
                names = getattr(value, "__dataclass_fields__", ())  # fields() is slower than all the rest
                waiting += [getattr(value, name) for name in names if not _explains(value, name)]


def _explains(value: object, name: str) -> bool:
    return name == EXPLAINED and isinstance(value, AboutShown)


def survey(content: Content, texts: Texts, graph: Graph) -> Markings:
    """The markings of one released content."""
    of: dict[str, Marking] = {one.address: one.marking for one in content.documents.values()}
    of |= {address: page.marking for address, page in content.pages.items()}
    keys: dict[Ref | Address, str] = {ref: ref.address for ref in content.documents}
    keys |= {address: address for address in content.pages}
    of_sections = {at: marking for key, at in keys.items() if (marking := texts[key].marking)}
    entries = [judged.marking for judged in graph.judgements.all.values()]
    entries += [happening.marking for happening in graph.events.all]
    entries += [
        one.marking
        for document in content.documents.values()
        for one in citations.entries(document)
        if isinstance(one, Source) and one.marking
    ]
    highest = max((*of.values(), *of_sections.values(), *entries), default=Marking.CLEAR)
    return Markings(of, of_sections, highest)
