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
IN_FULL = "_"
"""Stands behind the words of a short name that is used in full.

The theme's index leaves out words such as `us`, `who` and `it`, which are names too; with a mark behind them
they are other words, and are still found by how they begin.
"""
COUNTED_UP_TO = 9


def fold(text: str) -> str:
    """The text as a plain keyboard types it: `Lukasz` for `Łukasz`, `O'Brien` for `O’Brien`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(TYPED))
    kept = (char for char in apart if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFC", "".join(kept))


def words(names: Iterable[str]) -> tuple[str, ...]:
    """Every word under which one of these names may be looked up, in small letters."""
    return tuple(
        sorted({word for name in names for spelling in _spellings(name) for word in _words(spelling)})
    )


def in_full(names: Iterable[str]) -> tuple[str, ...]:
    """The words of names of one or two words, each as often as it is to count.

    Who types `India` means India before `India-US trade deal`, and `US` before `USTR`: a name of one word
    counts more than a word of two, and the shorter the more.
    """
    counts: dict[str, int] = {}
    for name in names:
        for spelling in _spellings(name):
            found = _words(spelling)
            if len(found) == 1:
                counts[found[0]] = max(1, COUNTED_UP_TO - len(found[0]))
            elif len(found) == 2:
                for word in found:
                    if len(word) > 3:  # `the` and the like
                        counts.setdefault(word, 1)
    return tuple(word + IN_FULL for word in sorted(counts) for _ in range(counts[word]))


def respelled(*texts: str) -> tuple[str, ...]:
    """Those words of a text that a plain keyboard types otherwise, as it types them."""
    found = {word for text in texts if not text.isascii() for word in re.findall(r"\w+(?:['’-]\w+)*", text)}
    return tuple(sorted({folded.lower() for word in found if (folded := fold(word)) != word}))


def _spellings(name: str) -> Iterator[str]:
    folded = fold(name)
    yield unicodedata.normalize("NFC", name)
    yield folded
    yield re.sub(r"[^\w\s]", " ", folded)
    yield from (re.sub(left_out, "", folded) for left_out in ("'", "-", r"\.", r"['.-]"))


def _words(spelling: str) -> list[str]:
    # Angle brackets are markup to the index, wherever they stand, and at hyphens it splits.
    return [word.strip("'") for word in re.sub("[<>-]", " ", spelling).lower().split() if word.strip("'")]
