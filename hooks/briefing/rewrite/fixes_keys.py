"""Fixes of keys: one that is misspelt, where one key alone is near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from briefing.rewrite.edits import Edit
from briefing.rewrite.fixes_view import View
from briefing.validate.matter import keys_at
from briefing.validate.nearest import nearest

FEWEST_LETTERS = 4
"""Shorter words have others a letter away that mean something else."""
FEWEST_TO_EXCHANGE = 6
"""Likewise, where a letter stands in the place of another: `iran` and `iraq`."""


def misspelt(view: View) -> Iterator[Edit]:
    """B201: an unknown key that is a slip of the pen for one that is not there yet."""
    for path, value, _ in view.of("B201"):
        *above, key = path
        known = keys_at(view.model, tuple(above))
        small = str(key).lower()
        meant = small if small in known else meant_by(str(key), nearest(str(key), known))
        start = value.at.key
        if meant and start is not None and (*above, meant) not in view.values:
            end = start + len(str(key))
            yield from (Edit(start, end, meant),) if view.text[start:end] == key else ()


def meant_by(word: str, near: Sequence[str]) -> str | None:
    """The one known word that differs by one slip: a letter left out, doubled, wrong, or two exchanged.

    Figures are no slips, and words begin as they were meant to: `brief-2024` is not `brief-2025`.
    """
    if len(near) != 1 or len(word) < FEWEST_LETTERS:
        return None
    meant = near[0]
    is_slip = OSA.distance(word, meant, score_cutoff=1) == 1 and word[0] == meant[0]
    is_exchange = len(word) == len(meant) and sorted(word) != sorted(meant)
    if not is_slip or _figures(word) != _figures(meant):
        return None
    return None if is_exchange and len(word) < FEWEST_TO_EXCHANGE else meant


def _figures(word: str) -> str:
    return "".join(sign for sign in word if sign.isdecimal())
