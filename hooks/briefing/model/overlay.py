"""A content root that lies over the base: what fewer readers may see, in a repository of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.marking import Marking
from briefing.model.source import SrcUri


@dataclass(frozen=True, slots=True)
class Overlay:
    """What all rules need to know of an overlay; where it lies on a disk is the edge's affair."""

    name: str
    """As problems name it."""
    floor: Marking
    """None of its documents and pages may be marked lower."""
    marking: Marking
    """Of what says nothing of itself."""
    holds: frozenset[SrcUri]
    """Its documents, pages and files; no path stands in two roots."""


def over(uri: SrcUri, overlays: Iterable[Overlay]) -> Overlay | None:
    """The overlay that holds a file; nothing for a file of the base."""
    return next((one for one in overlays if uri in one.holds), None)
