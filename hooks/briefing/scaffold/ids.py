"""The id of a new document, from its title."""

from __future__ import annotations

from collections.abc import Collection

from briefing.model import slug
from briefing.model.ref import ID_LIMIT, RESERVED, Kind, is_id


def from_title(title: str, kind: Kind) -> str:
    """An id in Latin letters; nothing where the title holds letters of another script."""
    if any(char.isalpha() and not char.isascii() for char in slug.plain(title)):
        return ""
    words = slug.words(title)
    if words and not any(char.isalpha() for word in words for char in word):
        words = [kind.noun, *words]
    return slug.joined(words)


def why_not(id_: str, taken: Collection[str]) -> str:
    """Why a new document cannot have an id; nothing where it can."""
    if not is_id(id_):
        return f"use lower-case letters, digits and single hyphens, {ID_LIMIT} at most, with a letter"
    if id_ in RESERVED:
        return f"`{id_}` is reserved for the site itself"
    return f"there is a document `{id_}` already" if id_ in taken else ""
