"""Looks for planted words in every byte and every name of a site, however they are written there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from _proof_openings import openings
from _proof_root import Files

AROUND = 40
"""Bytes that are shown before and after a word."""


@dataclass(frozen=True)
class Hit:
    """A word in a file: where, by which way of reading, and what stands around it."""

    word: str
    offset: int
    way: str
    around: str


@dataclass(frozen=True)
class Search:
    """Finds the words of a pattern; a file that stands in several sites is read once."""

    pattern: re.Pattern[bytes]
    _known: dict[bytes, tuple[Hit, ...]] = field(default_factory=dict)

    def site(self, files: Files) -> Iterator[tuple[str, Hit]]:
        """Every word of a site with the file that holds it."""
        for name, data in files.items():
            yield from ((name, hit) for hit in self.within(name.encode()))
            yield from ((name, hit) for hit in self.within(data))

    def within(self, data: bytes) -> tuple[Hit, ...]:
        """The words in some bytes, each at its first place."""
        key = hashlib.sha256(data).digest()
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._read(data))
        return found

    def _read(self, data: bytes) -> Iterator[Hit]:
        seen: set[str] = set()
        for way, read in openings(data):
            for match in self.pattern.finditer(read.lower()):
                word = match[0].decode("ascii", "replace")
                if word not in seen:
                    seen.add(word)
                    yield Hit(word, match.start(), way, excerpt(read, match.start(), len(match[0])))


def excerpt(data: bytes, offset: int, length: int = 0) -> str:
    """Some bytes and what stands around them, as can be printed on one line."""
    shown = data[max(offset - AROUND, 0) : offset + length + AROUND].decode("utf-8", "replace")
    return "".join(char if char.isprintable() else " " for char in shown)
