"""Spares paragraphs and headings the search for every other kind of block, a fifth of a conversion."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

# What makes a block another one stands where a line begins, and is no letter, quote or round bracket;
# a figure begins a list, but on the first line of a block alone.
WORD = r"(?:[^\W_]|[\"'(“„«])"
PLAIN = re.compile(rf"(?!\d){WORD}.*+(?:\n{WORD}.*+)*+|#{{1,6}}+[^#\\\n]++")
KNOWN = frozenset(
    (
        "markdown.blockprocessors", "markdown.extensions.abbr", "markdown.extensions.admonition",
        "markdown.extensions.def_list", "markdown.extensions.footnotes", "markdown.extensions.md_in_html",
        "markdown.extensions.tables", "pymdownx.details", "pymdownx.superfences",
    )
)  # fmt: skip
"""Where the kinds of blocks are made of which this is true, in Python-Markdown 3.11 and its extensions 12."""
BEFORE_ALL = 1_000


class PlainBlocks(Extension):
    """Does nothing where an extension brings a kind of block that is not known here."""

    def extendMarkdown(self, md: Markdown) -> None:
        blocks = md.parser.blockprocessors
        if {type(kind).__module__ for kind in blocks} <= KNOWN:
            blocks.register(_PlainBlock(md), "plain_block", BEFORE_ALL)


class _PlainBlock(BlockProcessor):
    """A paragraph that begins with a word on each line, or a heading by itself."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self._paragraph = md.parser.blockprocessors["paragraph"]
        self._heading = md.parser.blockprocessors["hashheader"]

    def test(self, parent: Element, block: str) -> bool:
        return PLAIN.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        while blocks and PLAIN.fullmatch(blocks[0]):
            kind = self._heading if blocks[0].startswith("#") else self._paragraph
            kind.run(parent, blocks)
