"""From words to ids: the letters, figures and hyphens that an address can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from briefing.model.ref import ID_LIMIT, RESERVED

LETTERS: Mapping[int, str] = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ŋ": "n", "\N{LATIN SMALL LETTER DOTLESS I}": "i", "&": " and ",
    }
)  # fmt: skip
"""Latin letters that no Unicode decomposition takes apart, and a sign that is said."""
DROPPED = re.compile("['’`\N{MODIFIER LETTER APOSTROPHE}]|(?<=\\b\\w)\\.(?=\\w)")
"""Apostrophes, and the dots inside of `U.S.`."""


def plain(text: str) -> str:
    """The text in small letters without their marks; letters of other scripts stay what they are."""
    apart = unicodedata.normalize("NFKD", DROPPED.sub("", text.lower()).translate(LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char)).casefold()


def words(text: str) -> list[str]:
    """The words of a text as an id can hold them; those of other scripts are left out."""
    return re.findall(r"[a-z0-9]+", plain(text))


def joined(found: list[str]) -> str:
    """As many whole words as an id has room for."""
    id_ = "-".join(found)
    if len(id_) <= ID_LIMIT:
        return id_
    return id_[: ID_LIMIT + 1].rpartition("-")[0] or id_[:ID_LIMIT]


def free(id_: str, taken: Collection[str]) -> str:
    """The id, or the first of `id-2`, `id-3` … that nothing has and that is not reserved."""
    number, found = 1, id_
    while found and (found in RESERVED or found in taken):
        number += 1
        ending = f"-{number}"
        found = f"{id_[: ID_LIMIT - len(ending)].rstrip('-')}{ending}"
    return found
