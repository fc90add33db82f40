"""What a new document needs to be begun, and what stands in it until its author has written the rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.ref import Kind
from briefing.model.unwritten import to_write

NEEDED: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.BRIEF: ("title", "authors", "topics"),
        Kind.ARTICLE: ("title", "topics"),
        Kind.ACTOR: ("title", "type"),
        Kind.TOPIC: ("title",),
        Kind.AGREEMENT: ("title",),
    }
)
"""Without these there is no document; everything else has a default or can be written later."""
SUMMARIES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.BRIEF: "the bottom line, in one to three sentences",
        Kind.ARTICLE: "what happened, in one to three sentences",
        Kind.ACTOR: "who or what it is, in one line",
        Kind.TOPIC: "what belongs to it, in one line",
        Kind.AGREEMENT: "what it is and between whom, in one line",
    }
)
BODIES: Mapping[Kind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        Kind.BRIEF: (
            ("What is known", "what happened, and who says so."),
            ("What we judge", "what follows from it, and how sure we are of what it rests on."),
            (
                "What would change our view",
                "what would show this to be wrong. Signs go below `indicators`.",
            ),
        ),
        Kind.ARTICLE: (("", "what happened, where and when, who took part, and who says so."),),
    }
)
"""Headings, and what stands below each."""
SOURCE = "the title of what it rests on"


def body(kind: Kind) -> str:
    """What is to be written below the front matter; a profile needs nothing there."""
    parts = [
        f"## {heading}\n\n{to_write(what)}" if heading else to_write(what)
        for heading, what in BODIES.get(kind, ())
    ]
    return "\n\n".join(parts)
