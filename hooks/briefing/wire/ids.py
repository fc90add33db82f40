"""Ids for drafts, from what the report says of itself."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model import slug
from briefing.model.ref import RESERVED

WIRE = "wire"


class Made(NamedTuple):
    """An id, and whether the words it is made of did not all find room."""

    id: str
    is_cut: bool


def of(*said: str | None) -> Made:
    """The id that some words make; without a Latin letter, one that begins with `wire`."""
    words = slug.words(" ".join(filter(None, said)))
    if not any(char.isalpha() for word in words for char in word) or "-".join(words) in RESERVED:
        words = [WIRE, *words]
    id_ = slug.joined(words)
    return Made(id_, id_ != "-".join(words))
