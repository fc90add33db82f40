"""Two texts held beside each other: paragraph by paragraph, and in those that changed word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from briefing.report.shapes import Fate, Paragraph, Words

WORD = re.compile(r"\S+")
ALIKE = 0.4
"""What part of the words two paragraphs share, at least, to be one that was rewritten."""
MOST_WORDS = 3_000
"""In a paragraph; a longer one is shown whole, as the time to compare grows with the square."""
MOST_PARAGRAPHS = 2_000


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[Paragraph, ...]:
    """Every paragraph that is not the same, in order."""
    start, end = _alike(old, new)
    return tuple(_paragraphs(old[start : len(old) - end], new[start : len(new) - end]))


def _alike(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many begin, and then how many end, the same."""
    most = min(len(one), len(other))
    start = next((at for at in range(most) if one[at] != other[at]), most)
    end = next((at for at in range(most - start) if one[-1 - at] != other[-1 - at]), most - start)
    return start, end


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    if max(len(old), len(new)) > MOST_PARAGRAPHS:
        yield from _apart(old, new)
        return
    for deed, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if deed == "replace":
            yield from _rewritten(old[a:b], new[c:d])
        elif deed != "equal":
            yield from _apart(old[a:b], new[c:d])


def _apart(old: Iterable[str], new: Iterable[str]) -> Iterator[Paragraph]:
    yield from ((Words(Fate.GONE, one),) for one in old)
    yield from ((Words(Fate.NEW, one),) for one in new)


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs in the place of others: each with the next of the old ones that it is like."""
    left = 0
    for paragraph in new:
        at = next((at for at in range(left, len(old)) if _are_alike(old[at], paragraph)), None)
        if at is None:
            yield (Words(Fate.NEW, paragraph),)
        else:
            yield from _apart(old[left:at], ())
            yield of_words(old[at], paragraph)
            left = at + 1
    yield from _apart(old[left:], ())


def _are_alike(one: str, other: str) -> bool:
    words, others = set(WORD.findall(one)), set(WORD.findall(other))
    return len(words & others) >= ALIKE * max(len(words), len(others))


def of_words(old: str, new: str) -> Paragraph:
    """A text with the words that went and those that came, one space between words."""
    before, after = WORD.findall(old), WORD.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        return (Words(Fate.GONE, old), Words(Fate.NEW, new))
    marked: list[tuple[Fate, str]] = []
    # The most frequent words of a long text are no guide to what was kept, and cost the most.
    for deed, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if deed == "equal":
            marked += [(Fate.SAME, word) for word in after[c:d]]
        else:
            marked += [(Fate.GONE, word) for word in before[a:b]]
            marked += [(Fate.NEW, word) for word in after[c:d]]
    return tuple(
        Words(fate, " ".join(word for _, word in group))
        for fate, group in groupby(marked, lambda one: one[0])
    )
