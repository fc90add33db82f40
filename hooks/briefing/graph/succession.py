"""Which brief or agreement took the place of which, and which address leads to which page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.graph.order import newest_first
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement, Brief
from briefing.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Succession:
    """Who follows whom."""

    predecessors: Mapping[Ref, tuple[Ref, ...]]
    successors: Mapping[Ref, tuple[Ref, ...]]
    """Newest first."""
    moved: Mapping[Ref, Ref]
    """Former refs and where their documents are now."""

    def latest(self, ref: Ref) -> Ref | None:
        """The document at the end of the line of those that took its place."""
        seen = {ref}
        found = None
        while (after := self.successors.get(found or ref)) and after[0] not in seen:
            found = after[0]
            seen.add(found)
        return found


def trace(content: Content) -> Succession:
    """The lines of succession among all documents that are there."""
    predecessors: dict[Ref, tuple[Ref, ...]] = {}
    successors: dict[Ref, list[Ref]] = {}
    moved: dict[Ref, Ref] = {}
    for ref, document in content.documents.items():
        moved.update({Ref(ref.kind, old): ref for old in document.matter.former})
        replaced = tuple(old for old in _supersedes(document) if old in content.documents and old != ref)
        if replaced:
            predecessors[ref] = replaced
        for old in replaced:
            successors.setdefault(old, []).append(ref)
    return Succession(
        MappingProxyType(predecessors),
        MappingProxyType({old: newest_first(content, new) for old, new in successors.items()}),
        MappingProxyType({old: moved[old] for old in sorted(moved) if old not in content.documents}),
    )


def _supersedes(document: AnyDocument) -> Iterator[Ref]:
    matter = document.matter
    if isinstance(matter, Brief) and matter.supersedes:
        yield Ref(document.ref.kind, matter.supersedes)
    if isinstance(matter, Agreement):
        yield from (Ref(document.ref.kind, id_) for id_ in dict.fromkeys(matter.supersedes))
