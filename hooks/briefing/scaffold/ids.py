"""The id of a new document, from its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from briefing.model.ref import ID_LIMIT, RESERVED, Kind, is_id

LETTERS: Mapping[int, str] = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ŋ": "n", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{MODIFIER LETTER APOSTROPHE}": "",
        "'": "", "’": "", "&": " and ",
    }
)  # fmt: skip
"""Latin letters that no Unicode decomposition takes apart, and signs that are said or dropped."""


def from_title(title: str, kind: Kind) -> str:
    """An id in Latin letters; nothing where the title holds letters of another script."""
    apart = unicodedata.normalize("NFKD", title.lower().translate(LETTERS))
    plain = "".join(char for char in apart if not unicodedata.combining(char)).casefold()
    if any(char.isalpha() and not char.isascii() for char in plain):
        return ""
    words = re.findall(r"[a-z0-9]+", plain)
    if words and not any(char.isalpha() for word in words for char in word):
        words = [kind.noun, *words]
    return shortened(words)


def shortened(words: list[str]) -> str:
    """As many whole words as an id has room for."""
    id_ = "-".join(words)
    if len(id_) <= ID_LIMIT:
        return id_
    return id_[: ID_LIMIT + 1].rpartition("-")[0] or id_[:ID_LIMIT]


def free(id_: str, taken: Collection[str]) -> str:
    """The id, or the next with a number that no document of the kind has."""
    number, candidate = 2, id_
    while candidate and (candidate in RESERVED or candidate in taken):
        end = f"-{number}"
        candidate = f"{id_[: ID_LIMIT - len(end)].rstrip('-')}{end}"
        number += 1
    return candidate


def why_not(id_: str, taken: Collection[str]) -> str:
    """Why a new document cannot have an id; nothing where it can."""
    if not is_id(id_):
        return f"use lower-case letters, digits and single hyphens, {ID_LIMIT} at most, with a letter"
    if id_ in RESERVED:
        return f"`{id_}` is reserved for the site itself"
    return f"there is a document `{id_}` already" if id_ in taken else ""
