"""The keys of a kind of document, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.model.ref import Kind
from briefing.validate.matter import MODELS

FIRST = (
    "id", "title", "name", "short", "type", "kind", "stage", "summary", "date", "updated", "changes",
    "status", "withdrawn_because", "marking", "language", "country", "wikidata", "born", "founded", "part_of",
    "roles", "authors", "reviewers", "aliases", "not", "broader",
    "related", "topics", "actors", "agreements", "parties", "question", "articles", "supersedes",
)  # fmt: skip
"""What readers of a file look for first; every other key follows in the order of the models."""


def of(kind: Kind) -> tuple[str, ...]:
    """Every key that a document of the kind may have."""
    known = [field.alias or name for name, field in MODELS[kind].model_fields.items()]
    return (*(key for key in FIRST if key in known), *(key for key in known if key not in FIRST))


def in_order(kind: Kind, matter: Mapping[str, Any]) -> dict[str, Any]:
    """The same front matter with its keys in order."""
    order = {key: place for place, key in enumerate(of(kind))}
    return dict(sorted(matter.items(), key=lambda item: order[item[0]]))
