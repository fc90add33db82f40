"""Links that authors set by hand: `[[actors/india]]`, `[[india]]`, `[[india|the republic]]`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

SCHEME = "to:"
"""What the address of a link to a document begins with until the link stage knows where it leads."""
NAME_OF_TARGET = "\ufffc"
"""Stands for the name of the document that a link without words of its own leads to."""

# In a table the bar has a backslash before it.
# The brackets come before the look behind them, for a pattern that begins with a fixed text is found faster.
MAY_BE = r"\[\[(?<!\\\[\[)([^\[\]|\n^\\]+?)(?:\\?\|([^\[\]]*))?\]\]"
"""What may be a link by hand; what becomes of it, conversion alone can tell."""
# A bracket that follows makes words of these: [[1]](https://…).
HAND_LINK = rf"{MAY_BE}(?![(\[])"
AFTER_CODE_BEFORE_ESCAPES = 185


class HandLinkProcessor(InlineProcessor):
    """Makes a link of `[[…]]`; code and escaped brackets are out of its reach."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        target, words = m[1].strip(), (m[2] or "").strip()
        link = etree.Element("a", {"href": SCHEME + target})
        link.text = words or NAME_OF_TARGET
        return link, m.start(0), m.end(0)


class HandLinks(Extension):
    """Teaches Python-Markdown the links by hand."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(HandLinkProcessor(HAND_LINK, md), "hand_link", AFTER_CODE_BEFORE_ESCAPES)
