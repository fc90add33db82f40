"""What an author may have meant: the nearest of the known words."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import limits

LIKENESS = 72.0
"""How alike two words must be, of 100, for one to be offered in the other's place."""


MOST = 3_000
"""How many unknown words of one content are looked up; beyond it, no author goes through them one by one."""


class Advice:
    """Offers known words in the place of unknown ones; it puts the known ones in order only once."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(known)
        self._folded = [word.casefold() for word in self._known]
        self._left = MOST

    def nearest(self, word: str, *, most: int = 3) -> tuple[str, ...]:
        """The most similar of the known words, most similar first; none where none is near."""
        self._left -= 1
        if self._left < 0 or len(word) > limits.NAME.most:
            return ()
        from rapidfuzz import fuzz, process  # most checks have no advice to give

        found = process.extract(
            word.casefold(), self._folded, scorer=fuzz.ratio, limit=most, score_cutoff=LIKENESS
        )
        return tuple(self._known[place] for _, _, place in found)


def nearest(word: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The most similar of the known words, most similar first; none where none is near."""
    return Advice(known).nearest(word, most=most)


def did_you_mean(word: str, known: Iterable[str] | Advice) -> str:
    """`did you mean `india`?`, or nothing where no known word is near."""
    near = known.nearest(word) if isinstance(known, Advice) else nearest(word, known)
    return f"did you mean {' or '.join(f'`{match}`' for match in near)}?" if near else ""
