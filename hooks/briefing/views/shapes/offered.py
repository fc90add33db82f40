"""What the form for a new document shows, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.views.shapes.pieces import Link

Worded = tuple[str, str]
"""What is written, and what it means."""


@dataclass(frozen=True, slots=True)
class FormShown:
    """The form for a new document: its words, and what its script is told."""

    kinds: tuple[Worded, ...]
    """Each with what one of them is called."""
    types: tuple[tuple[str, tuple[str, ...]], ...]
    """What sorts there are of a kind."""
    markings: tuple[str, ...]
    marking: str
    """What is chosen where nobody chooses; empty where these readers may not see what is."""
    likelihoods: tuple[tuple[Worded, ...], ...]
    """Words and ranges, in rows that no brief mixes."""
    confidences: tuple[str, ...]
    reliabilities: tuple[Worded, ...]
    credibilities: tuple[Worded, ...]
    limits: Mapping[str, int]
    """How many characters an id, a name, a line and a text may have."""
    data: str
    """JSON."""
    named: tuple[Link, ...]
    """Every document that the data name: the page is marked as high as they are."""
