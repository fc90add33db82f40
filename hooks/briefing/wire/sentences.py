"""The sentences of a paragraph of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

END = re.compile(r"[.!?][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]?[^\W\d_a-z]|[\"“‘]?\d)")
SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Cmdr|Prof|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|No|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Amb|Pres|Messrs)|\b[A-Z]"
    r"|(?:\b[A-Z]\.)+[A-Z])\.$"
)
"""What ends with a point and no sentence."""
LONGEST_SHORT = 20
LONGEST = 3000
"""Signs of a sentence; tables and lists may have no end at all."""


def of(paragraph: str) -> Iterator[tuple[int, str]]:
    """Each sentence and where it begins."""
    start = 0
    for end in END.finditer(paragraph):
        if SHORT.search(paragraph, max(start, end.start() - LONGEST_SHORT), end.start() + 1):
            continue
        yield from _pieces(paragraph, start, end.end())
        start = end.end()
    yield from _pieces(paragraph, start, len(paragraph))


def _pieces(paragraph: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """A sentence, or where it is none that anyone wrote, stretches of it."""
    for at in range(start, end, LONGEST):
        piece = paragraph[at : min(at + LONGEST, end)].rstrip()
        if piece.strip():
            yield at, piece
