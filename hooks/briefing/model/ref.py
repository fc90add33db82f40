"""Kinds and ids: how one document points to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.source import Address


class Kind(StrEnum):
    """The kinds of document; the value is also the folder, and the first part of the address."""

    BRIEF = "briefs"
    ARTICLE = "articles"
    ACTOR = "actors"
    TOPIC = "topics"
    AGREEMENT = "agreements"

    __hash__ = str.__hash__
    """As quick as the text's own: refs are the keys of everything."""

    @property
    def noun(self) -> str:
        """What one of them is called: `brief`, `article`, `actor`, `topic`, `agreement`."""
        return self.value.removesuffix("s")

    @property
    def is_profile(self) -> bool:
        return self in PROFILES


KINDS: Mapping[str, Kind] = MappingProxyType({kind.value: kind for kind in Kind})
PROFILES = frozenset({Kind.ACTOR, Kind.TOPIC, Kind.AGREEMENT})

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LIMIT = 80
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
RESERVED = DEVICES | {
    "index", "search", "timeline", "actors", "topics", "agreements", "briefs", "articles", "judgements",
    "about", "feed", "data", "assets", "tags", "404",
}  # fmt: skip


class Ref(NamedTuple):
    """Which document: its kind and its id; printed as authors write it, `actors/india`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @property
    def address(self) -> Address:
        return Address(f"{self.kind}/{self.id}/")


def parse_ref(text: str) -> Ref | None:
    """The document that `kind/id` names, or nothing where the text has another form."""
    kind, slash, id_ = text.partition("/")
    if not slash or kind not in KINDS or not ID.fullmatch(id_):
        return None
    return Ref(KINDS[kind], id_)


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case words and digits joined by hyphens, with a letter, not long."""
    return bool(ID.fullmatch(text)) and len(text) <= ID_LIMIT and any("a" <= c <= "z" for c in text)
