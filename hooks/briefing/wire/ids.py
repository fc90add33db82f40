"""Ids for drafts: from a title, as an address can hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefing.model.ref import ID_LIMIT, RESERVED, is_id

# Letters that are no letter with a mark on it.
LETTERS: Mapping[int, str] = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "\u0131": "i",
        "&": " and ",
    }
)
APOSTROPHES = re.compile(r"['’\u02bc`.](?=\w)")
WIRE = "wire"


class Made(NamedTuple):
    """An id, and whether the words it is made of did not all find room."""

    id: str
    is_cut: bool


def of(*words: str | None) -> Made:
    """The id that some words make; without a Latin letter, one that begins with `wire`."""
    bare = slug(" ".join(filter(None, words)))
    if not any("a" <= sign <= "z" for sign in bare) or bare in RESERVED:
        bare = f"{WIRE}-{bare}".rstrip("-")
    if len(bare) <= ID_LIMIT:
        return Made(bare, False)
    cut = bare[: ID_LIMIT + 1].rpartition("-")[0] if "-" in bare[: ID_LIMIT + 1] else bare[:ID_LIMIT]
    return Made(cut if is_id(cut) else bare[:ID_LIMIT].strip("-"), True)


def slug(text: str) -> str:
    """The text in the letters, figures and hyphens of an id; nothing may be left of it."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    unmarked = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", APOSTROPHES.sub("", unmarked)).strip("-")


def free(id_: str, taken: Collection[str]) -> str:
    """The id, or the first of `id-2`, `id-3` … that nothing has."""
    number, found = 1, id_
    while found in taken:
        number += 1
        ending = f"-{number}"
        found = f"{id_[: ID_LIMIT - len(ending)].rstrip('-')}{ending}"
    return found
