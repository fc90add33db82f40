"""What an author may have meant: the nearest of the known words."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKENESS = 72.0
"""How alike two words must be, of 100, for one to be offered in the other's place."""


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The most similar of the known words, most similar first; none where none is near."""
    found = process.extract(
        word, sorted(known), scorer=fuzz.ratio, processor=str.casefold, limit=most, score_cutoff=LIKENESS
    )
    return tuple(match for match, _, _ in found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean `india`?`, or nothing where no known word is near."""
    near = nearest(word, known)
    return f"did you mean {' or '.join(f'`{match}`' for match in near)}?" if near else ""
