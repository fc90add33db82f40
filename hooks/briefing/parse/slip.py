"""A slip in the front matter of a document, as it is looked for line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

MARGIN = re.compile(r"\s*")


class Slip(NamedTuple):
    """A slip in one line: where, what is wrong and what to do; and the line without it."""

    line: int
    column: int
    message: str
    remedy: str
    mended: str
    length: int = 1
    """How many lines `mended` stands for."""


Finder = Callable[[list[str], int], Iterable[Slip]]


def margin(line: str) -> str:
    found = MARGIN.match(line)
    return found[0] if found else ""
