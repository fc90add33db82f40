"""The comments of a front matter: words of its author that no value holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.source import Place, Source
from briefing.parse import stretches
from briefing.parse.frontmatter import StrictHandler
from briefing.parse.stretches import Form

COMMENT = re.compile(r"(?:^|[ \t])#")
COLLECTIONS = (Form.FLOW, Form.BLOCK)


def find(source: Source) -> Iterator[Place]:
    """Where each comment begins, in order."""
    shown = source.text
    for one in stretches.of(source).values():
        if one.form not in COLLECTIONS:
            hidden = "".join(char if char == "\n" else "x" for char in shown[one.start : one.end])
            shown = f"{shown[: one.start]}{hidden}{shown[one.end :]}"
    split = StrictHandler().split(shown)
    for number, line in enumerate(split.matter.split("\n"), split.matter_line):
        if found := COMMENT.search(line):
            yield Place(number, found.end())
