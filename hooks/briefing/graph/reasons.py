"""Why two documents are related, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from briefing.graph.traits import Trait
from briefing.model.ref import Ref

MOST = 3
NAMES = 3
TITLES = 2
"""Of titles, which are long, fewer are told than of names."""


def why(
    ref: Ref, other: Ref, listed: Mapping[Ref, Sequence[Ref]], shared: Sequence[Trait]
) -> tuple[str, ...]:
    """Why a reader of one may want the other; what many share only where nothing rarer speaks.

    `listed` is what each document lists under see also, `shared` what the two have in common, in order.
    """
    by_hand = tuple(_by_hand(ref, other, listed))
    rare = [trait for trait in shared if not trait.is_common]
    counted = _in_words(rare if rare or by_hand else shared)
    return (*by_hand, *islice(counted, MOST - len(by_hand)))


def _by_hand(ref: Ref, other: Ref, listed: Mapping[Ref, Sequence[Ref]]) -> Iterator[str]:
    if other in listed[ref]:
        yield "listed under see also"
    if ref in listed[other]:
        yield "lists this page under see also"


def _in_words(shared: Sequence[Trait]) -> Iterator[str]:
    for share, several in groupby(shared, key=lambda trait: trait.share):
        names = [trait.name for trait in several]
        most = TITLES if share.is_titled else NAMES
        more = f" and {len(names) - most} more" if len(names) > most else ""
        yield share.words + ", ".join(names[:most]) + more
