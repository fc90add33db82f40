"""Changes to the text of a file: only the stretches that are meant, every other sign as it stood."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from posixpath import commonprefix
from typing import NamedTuple

MARK = "\ufeff"
"""The byte order mark, which a file may begin with and a source never does."""
LINE_END = re.compile("\r\n|\r|\n")
LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Edit(NamedTuple):
    """What to write in the place of a stretch of text; an empty stretch is a place between two signs."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with its changes, of which the same one twice counts once; ValueError where two overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(set(edits)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside of the text, or overlaps with the change before it")
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:]))


def as_written(written: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Changes to a source as changes to what its file holds: a byte order mark, and line ends of its own.

    New lines end as the first line of the file does.
    """
    begins = len(MARK) if written.startswith(MARK) else 0
    # From each of these places on, the file has one sign more than its source.
    longer = [found.start() - begins - before for before, found in enumerate(re.finditer("\r\n", written))]
    first = LINE_END.search(written)
    ending = first[0] if first else "\n"
    return tuple(
        Edit(
            begins + start + bisect_left(longer, start),
            begins + end + bisect_left(longer, end),
            text.replace("\n", ending),
        )
        for start, end, text in edits
    )


def between(before: str, after: str) -> tuple[Edit, ...]:
    """Changes that make one source of another; a line that both have is in none of them."""
    old, new = LINE.findall(before), LINE.findall(after)
    at = [0, *accumulate(map(len, old))]
    return tuple(
        _narrow(before, at[i1], at[i2], "".join(new[j1:j2]))
        for i1, i2, j1, j2 in _blocks(difflib.SequenceMatcher(None, old, new).get_opcodes())
    )


def _blocks(opcodes: Iterable[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """What differs, line by line where one line is in the place of another."""
    for what, i1, i2, j1, j2 in opcodes:
        if what == "replace" and i2 - i1 == j2 - j1:
            yield from ((i1 + n, i1 + n + 1, j1 + n, j1 + n + 1) for n in range(i2 - i1))
        elif what != "equal":
            yield i1, i2, j1, j2


def _narrow(text: str, start: int, end: int, new: str) -> Edit:
    """The change without what stays at its beginning and end."""
    before = commonprefix((text[start:end], new))
    after = commonprefix((text[start + len(before) : end][::-1], new[len(before) :][::-1]))
    return Edit(start + len(before), end - len(after), new[len(before) : len(new) - len(after)])


def read(written: str) -> str:
    """What a file holds as its source has it: without a byte order mark, every line ended the same way."""
    return LINE_END.sub("\n", written.removeprefix(MARK))


def diff(before: str, after: str, old: str, new: str) -> Iterator[str]:
    """The lines that tell one text from another, under the names of the two; `/dev/null` is no file."""
    a, b = (name if name == NO_FILE else f"{side}/{name}" for side, name in (("a", old), ("b", new)))
    return difflib.unified_diff(_lines(before), _lines(after), a, b, lineterm="")


NO_FILE = "/dev/null"


def _lines(text: str) -> list[str]:
    """The lines of a text, however they end."""
    lines = read(text).split("\n")
    return lines if lines[-1] else lines[:-1]
