"""The ways in which readers may type a name: without accents, apostrophes, hyphens, dots."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# What Unicode does not take apart of itself: letters with strokes, ligatures, and marks that keyboards lack.
TYPED = str.maketrans(
    {
        **dict(zip("łŁøØđĐðÐħĦıĸŋŊ", "lLoOdDdDhHiknN", strict=True)),
        **{"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"},
        **dict.fromkeys("’‘‛ʼʻʽʾʿ′´`＇", "'"),  # noqa: RUF001
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),  # noqa: RUF001
    }
)
DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Marks on letters, and what is not seen at all: Unicode's own names of these kinds of characters."""


def fold(text: str) -> str:
    """The text as a plain keyboard types it: `Lukasz` for `Łukasz`, `O'Brien` for `O’Brien`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(TYPED))
    kept = "".join(char for char in apart if unicodedata.category(char) not in DROPPED)
    return unicodedata.normalize("NFC", kept)


def words(names: Iterable[str]) -> tuple[str, ...]:
    """Every word under which one of these names may be looked up, in small letters."""
    return tuple(
        sorted({word for name in names for spelling in _spellings(name) for word in _words(spelling)})
    )


def _spellings(name: str) -> Iterator[str]:
    folded = fold(name)
    yield unicodedata.normalize("NFC", name)
    yield folded
    yield re.sub(r"[^\w\s]", " ", folded)
    yield from (re.sub(left_out, "", folded) for left_out in ("'", "-", r"\.", r"['.-]"))


def _words(spelling: str) -> list[str]:
    # Angle brackets are markup to the search plugin's file, wherever they stand, and at hyphens it splits.
    return [word.strip("'") for word in re.sub("[<>-]", " ", spelling).lower().split() if word.strip("'")]
