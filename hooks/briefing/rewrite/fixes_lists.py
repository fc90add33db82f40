"""Fixes of lists: an item that stands twice, and a single id where a list of ids is due."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.ref import is_id
from briefing.parse.stretches import Form
from briefing.rewrite.edits import Edit
from briefing.rewrite.fixes_view import Value, View

IDS = frozenset({"topics", "actors", "agreements", "articles", "broader", "related", "parties"})
"""Keys whose values are lists of ids."""


def no_list(view: View) -> Iterator[Edit]:
    """B204: one id alone. Other texts might have been meant as several."""
    for path, value, _ in view.of("B204"):
        is_one = value.scalar is not None and value.at.form is Form.PLAIN and is_id(value.scalar.text)
        if path[-1] in IDS and is_one:
            yield Edit(value.at.start, value.at.end, f"[{view.raw(value)}]")


def repeated(view: View) -> Iterator[Edit]:
    """B215: a list item that stands there already; one of several keys or a comment is left to its author."""
    for path, value, _ in view.of("B215"):
        holder, index = view.values[path[:-1]], path[-1]
        if not isinstance(index, int) or value.scalar is None:
            continue
        before = view.values[(*path[:-1], index - 1)]
        is_flow = holder.at.form is Form.FLOW
        start, end = (before.at.end, value.at.end) if is_flow else _lines(view.text, value)
        if "#" not in view.text[start:end]:
            yield Edit(start, end, "")


def _lines(text: str, value: Value) -> tuple[int, int]:
    """The lines that an item in a list of lines takes, all of them."""
    end = text.find("\n", value.at.end)
    return text.rfind("\n", 0, value.at.start) + 1, len(text) if end < 0 else end + 1
