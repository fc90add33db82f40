"""What tags left open would become: HTML opens some elements anew in each paragraph until they are closed."""

from __future__ import annotations

import re
from collections import Counter

from briefing.model import limits

REOPENED = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
"""The formatting elements of the HTML standard."""
CELLS = frozenset({"caption", "td", "th"})
"""Elements whose end closes what was opened in them, and in which nothing outside of them is closed."""
BLOCKS = frozenset(
    ("blockquote", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "td", "th")
)
ALIKE = 3
"""How many of elements with the same attributes are opened anew."""
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
RAW = re.compile(r"<[A-Za-z]")


def is_excessive(html: str, body: str) -> bool:
    """Whether an author's tags in a body would make a page of its HTML that no memory holds."""
    return bool(RAW.search(body)) and _reopened(html) > limits.LEFT_OPEN.most


class _Level:
    """The elements that were opened in one cell, or outside of all."""

    def __init__(self) -> None:
        self.count = 0
        self._alike: Counter[tuple[str, str]] = Counter()
        self._stacks: dict[str, list[str]] = {}

    def begin(self, name: str, attributes: str) -> None:
        if self._alike[name, attributes] < ALIKE:
            self._alike[name, attributes] += 1
            self._stacks.setdefault(name, []).append(attributes)
            self.count += 1

    def end(self, name: str) -> None:
        if stack := self._stacks.get(name):
            self._alike[name, stack.pop()] -= 1
            self.count -= 1


def _reopened(html: str) -> int:
    """How many elements all blocks together would open anew, or more."""
    total = around = 0
    levels = [_Level()]
    for tag in TAG.finditer(html):
        name = tag[2].lower()
        if name in REOPENED and tag[1]:
            levels[-1].end(name)
        elif name in REOPENED:
            levels[-1].begin(name, tag[3])
        elif name in CELLS and not tag[1]:
            around += levels[-1].count
            levels.append(_Level())
        elif name in CELLS and len(levels) > 1:
            levels.pop()
            around -= levels[-1].count
        if name in BLOCKS:
            total += around + levels[-1].count
    return total
