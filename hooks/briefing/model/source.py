"""A file of a content root as it was read, and the ways to point into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, NewType

SrcUri = NewType("SrcUri", str)
"""The path of a file below its content root, with forward slashes: `briefs/2025/harbour.md`."""

Address = NewType("Address", str)
"""The address of a page below the site's root, with its last slash: `briefs/harbour/`."""


class Place(NamedTuple):
    """A line and a column in a file, both counted from one, columns in Unicode code points."""

    line: int
    column: int


TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """One text file: where it lies and what it says, line ends and byte order mark already normalised."""

    uri: SrcUri
    text: str
