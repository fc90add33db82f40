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


def of(paragraph: str) -> Iterator[tuple[int, str]]:
    """Each sentence and where it begins."""
    start = 0
    for end in END.finditer(paragraph):
        if SHORT.search(paragraph[start : end.start() + 1]):
            continue
        yield start, paragraph[start : end.end()].rstrip()
        start = end.end()
    if paragraph[start:].strip():
        yield start, paragraph[start:]
