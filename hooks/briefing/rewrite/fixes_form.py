"""Fixes of the mere writing of a front matter: the order of its keys, and blanks at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.parse.stretches import Form
from briefing.rewrite.edits import Edit
from briefing.rewrite.fixes_view import View
from briefing.scaffold import keys

TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
BETWEEN = re.compile(r"[ \t]*(?:#.*)?\n")
"""A line that is none of a value's: blank, or a comment."""


def trailing_spaces(view: View) -> Iterator[Edit]:
    """Blanks at the ends of lines, but for those inside of a text of several lines."""
    if not view.values:
        return
    texts = [
        (value.at.start, value.at.end)
        for value in view.values.values()
        if value.scalar and "\n" in view.raw(value)
    ]
    for found in TRAILING.finditer(view.text, 0, len(view.text) - len(view.split.body)):
        if not any(start <= found.start() < end for start, end in texts):
            yield Edit(found.start(), found.end(), "")


def order(view: View) -> Iterator[Edit]:
    """The keys in the order of their kind, each with the comments right above it."""
    parsed = view.parsed
    if parsed is None or parsed.kind is None or not view.values or view.values[()].at.form is Form.FLOW:
        return
    places = {key: place for place, key in enumerate(keys.of(parsed.kind))}
    present = list(parsed.tree.data)
    wanted = sorted(present, key=lambda key: places.get(key, 0))
    is_known = all(key in places for key in present)
    is_certain = all(one.code != "B106" for one in view.problems)
    if wanted == present or not is_known or not is_certain:
        return
    begins, ends = view.begins, view.begins + len(view.split.matter)
    blocks = dict(zip(present, _blocks(view, present, ends), strict=True))
    first = blocks[present[0]][0]
    # Comments above the first key may speak of the whole: they stay there, if the key does.
    if view.text[begins:first].strip() and wanted[0] != present[0]:
        return
    text = "".join(_ended(view.text[slice(*blocks[key])]) for key in wanted)
    yield Edit(first, blocks[present[-1]][1], text)


def _blocks(view: View, present: Sequence[str], ends: int) -> Iterator[tuple[int, int]]:
    """Where each key begins with the comments above it, and where the next one does."""
    starts = [_start(view, key, before) for key, before in zip(present, (None, *present), strict=False)]
    stop = view.text.find("\n", view.values[(present[-1],)].at.end) + 1
    yield from pairwise((*starts, min(stop or ends, ends)))


def _start(view: View, key: str, before: str | None) -> int:
    """Where the line of a key begins, or the first of the comments right above it."""
    at = view.values[(key,)].at.key
    assert at is not None
    line = view.text.rfind("\n", 0, at) + 1
    if before is None:
        return line
    least = view.values[(before,)].at.end
    while True:
        above = view.text.rfind("\n", 0, line - 1) + 1
        if above < least or not BETWEEN.fullmatch(view.text[above:line]):
            return line
        line = above


def _ended(block: str) -> str:
    return block if block.endswith("\n") else f"{block}\n"
