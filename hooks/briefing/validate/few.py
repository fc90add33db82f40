"""The first of many, as a message lists them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

MOST = 5


def few(names: Iterable[str], between: str = ", ", rest: str = " and others") -> str:
    """`one, two`; of very many the first, `and others`: the message stands at each of those, too."""
    listed = tuple(islice(names, MOST + 1))
    return between.join(listed[:MOST]) + (rest if len(listed) > MOST else "")
