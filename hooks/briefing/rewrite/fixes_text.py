"""Fixes in the text of a file whose front matter cannot be read, or would not be by other tools."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.parse.unreadable import COLON
from briefing.rewrite.edits import Edit
from briefing.rewrite.fixes_view import View, quoted


def blank_lines_above(view: View) -> Iterator[Edit]:
    """B109: blank lines before the front matter."""
    blank = len(view.text) - len(view.text.lstrip("\n"))
    if blank and view.parsed is not None:
        yield Edit(0, blank, "")


def colon(view: View) -> Iterator[Edit]:
    """B114: a text with `: ` in it, not in quotes; one with a comment may end before the comment, or not."""
    for one in view.problems:
        if one.code != "B114":
            continue
        lines = view.text.split("\n")
        found = COLON.match(lines[one.line - 1])
        if found and " #" not in found["value"]:
            start = sum(len(line) + 1 for line in lines[: one.line - 1]) + found.start("value")
            value = found["value"].rstrip()
            yield Edit(start, start + len(value), quoted(value))
