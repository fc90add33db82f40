"""Spares texts without a sign of Markdown the search for inline markup, half the time of a conversion."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

SIGNS = re.compile(r"[`\\\[\]!<&*_]| {2}\n")
"""One of these stands in every text that one of the known patterns matches."""
KNOWN = (
    "backtick", "hand_link", "escape", "footnote", "reference", "link", "image_link", "image_reference",
    "short_reference", "short_image_ref", "autolink", "automail", "linebreak", "html", "entity", "not_strong",
    "em_strong", "em_strong2", "delimiter", "strong_em", "strong_em2", "strong_em3", "strong", "strong2",
    "emphasis", "emphasis2",
)  # fmt: skip
"""The patterns of Python-Markdown 3.11, of its footnotes, of BetterEm 12 and 13 and of our own hand links."""
ABBREVIATION = "*["
BEFORE_INLINE = 20.5


class PlainText(Extension):
    """Marks texts without signs as final, before Python-Markdown looks for inline markup.

    Does nothing where an extension brings a pattern that is not known here, since its signs are not known
    either, nor in a text with abbreviations, which are looked for in texts that are not final.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Marker(md), "plain_text", BEFORE_INLINE)


class _Marker(Treeprocessor):
    def run(self, root: Element) -> None:
        assert self.md is not None
        if not _knows_all(self.md) or any(ABBREVIATION in line for line in self.md.lines):  # type: ignore[attr-defined]
            return
        signs = SIGNS.search
        for element in root.iter():
            if element.text and not signs(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not signs(element.tail):
                element.tail = AtomicString(element.tail)


def _knows_all(md: Markdown) -> bool:
    """Whether every pattern that looks for inline markup is one of the known ones."""
    return sum(name in md.inlinePatterns for name in KNOWN) == len(md.inlinePatterns)
