"""Names as readers still know them: in capitals, joined by hyphens, with signs in them that nobody sees.

Only names that surely are names become links; what must not be named at all is looked for in every dress.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.convert.prose import BLOCK
from briefing.link.names import Name, Named, NameTable

JOINS = str.maketrans(dict.fromkeys("-\u2010\u2011_#@", " "))
"""What makes one word of two, or a label of a word: Harbour-Group, Harbour Group-led, #Harbour."""
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0")
"""Letters and marks that are never drawn; Unicode counts them to no group of their own."""
SHORTEST = 5
"""Letters of a name that is looked for in capitals; shorter ones are abbreviations of much else."""


def read(text: str) -> str:
    """The text with one blank for every gap, and without what joins words and what is not seen."""
    if not text.isascii():
        text = "".join(char for char in text if not _is_unseen(char))
    return BLOCK.join(" ".join(block.split()) for block in text.translate(JOINS).split(BLOCK))


def table(named: Iterable[Named]) -> NameTable:
    """Finds the names of profiles in texts that were read so."""
    return NameTable.of(
        replace(one, names=tuple(_names(one.names)), not_phrases=tuple(_phrases(one.not_phrases)))
        for one in named
    )


def _is_unseen(char: str) -> bool:
    return char in UNSEEN or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _names(names: Iterable[Name]) -> Iterator[Name]:
    for name in names:
        yield from (name._replace(text=text) for text in _phrases((name.text,)))


def _phrases(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        plain = read(phrase)
        yield from dict.fromkeys((plain, plain.upper()) if len(plain) >= SHORTEST else (plain,))
