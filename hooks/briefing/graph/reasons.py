"""Why two documents are related, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.graph.traits import Share, Trait, Traits
from briefing.model.content import Content
from briefing.model.documents import Agreement
from briefing.model.ref import Ref

MOST = 3
NAMES = 3
TITLES = 2
"""Of titles, which are long, fewer are told than of names."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the reasons are taken from."""

    content: Content
    traits: Traits
    events: Mapping[str, str]
    """The title of each event by its key."""
    listed: Mapping[Ref, Sequence[Ref]]
    """What each document lists under see also."""

    def why(self, ref: Ref, other: Ref) -> tuple[str, ...]:
        """Why a reader of one may want the other; what many share only where nothing rarer speaks."""
        by_hand = tuple(self._by_hand(ref, other))
        theirs = set(self.traits.of.get(other, ()))
        shared = [trait for trait in self.traits.of[ref] if trait in theirs]
        rare = [trait for trait in shared if not self.traits.is_common(trait)]
        return (*by_hand, *self._in_words(rare if rare or by_hand else shared))[:MOST]

    def _by_hand(self, ref: Ref, other: Ref) -> Iterator[str]:
        if other in self.listed[ref]:
            yield "listed under see also"
        if ref in self.listed[other]:
            yield "lists this page under see also"

    def _in_words(self, shared: Sequence[Trait]) -> Iterator[str]:
        for share in Share:
            traits = [trait for trait in shared if trait.share is share]
            if traits:
                traits.sort(key=lambda trait: (-round(self.traits.says(trait), 6), str(trait.what)))
                most = TITLES if share.is_titled else NAMES
                more = f" and {len(traits) - most} more" if len(traits) > most else ""
                yield share.words + ", ".join(self._name(trait) for trait in traits[:most]) + more

    def _name(self, trait: Trait) -> str:
        if isinstance(trait.what, str):
            return f"“{self.events[trait.what]}”"
        document = self.content.documents[trait.what]
        if trait.share.is_titled:
            return f"“{document.title}”"
        short = document.matter.short if isinstance(document.matter, Agreement) else None
        return short or document.title
