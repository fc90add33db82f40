"""Names as readers still know them: in capitals, joined by hyphens, with signs in them that nobody sees.

Only names that surely are names become links; what must not be named at all is looked for in every dress.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.convert.prose import BLOCK
from briefing.link.names import Name, Named, NameTable

JOINS = str.maketrans(dict.fromkeys("-\u2010\u2011_#@", " "))
"""What makes one word of two, or a label of a word: Harbour-Group, Harbour Group-led, #Harbour."""
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What a text may hold and no page draws: Unicode's "default ignorable" characters."""
SHORTEST = 5
"""Letters of a name that is looked for in capitals; shorter ones are abbreviations of much else."""


def read(text: str) -> str:
    """The text with one blank for every gap, and without what joins words and what is not seen."""
    if not text.isascii():
        text = UNSEEN.sub("", text)
    return BLOCK.join(" ".join(block.split()) for block in text.translate(JOINS).split(BLOCK))


def table(named: Iterable[Named]) -> NameTable:
    """Finds the names of profiles in texts that were read so."""
    return NameTable.of(
        replace(one, names=tuple(_names(one.names)), not_phrases=tuple(_phrases(one.not_phrases)))
        for one in named
    )


def _names(names: Iterable[Name]) -> Iterator[Name]:
    for name in names:
        yield from (name._replace(text=text) for text in _phrases((name.text,)))


def _phrases(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        plain = read(phrase)
        yield from dict.fromkeys((plain, plain.upper()) if len(plain) >= SHORTEST else (plain,))
