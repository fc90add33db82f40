"""How wide a line of text is, about, and how much of it has room."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NARROW = frozenset("fijlrtI.,;:!'’‘|()[]-· ")
BROAD = frozenset("mwMW@%—…")
CUT = "…"


@lru_cache(maxsize=4096)
def width(text: str, size: float) -> float:
    """Its width where letters have this size: rather too much than too little."""
    units = 0
    for letter in text:
        units += _units(letter)
    return units * size / 100


@lru_cache(maxsize=4096)
def fit(text: str, room: float, size: float) -> str:
    """The text, or as many of its first letters as have room, and a sign that there are more."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(kept + CUT, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + CUT


def _units(letter: str) -> int:
    """Hundredths of the letters' size that one takes."""
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 100
    if letter in NARROW:
        return 30
    if letter in BROAD:
        return 86
    return 62 if letter.isupper() else 52
