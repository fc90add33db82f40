"""The first of many, as a message lists them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

MOST = 5


def few(names: Iterable[str]) -> str:
    """`one, two`; of very many the first, `and others`: the message stands at each of those, too."""
    listed = tuple(islice(names, MOST + 1))
    return ", ".join(listed[:MOST]) + (" and others" if len(listed) > MOST else "")
