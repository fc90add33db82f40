"""Spares texts the search for inline markup of which they have no sign, half the time of a conversion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, InlineProcessor, Pattern
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

KNOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "backtick": ("`",),
        "hand_link": ("[[",),
        "escape": ("\\",),
        "footnote": ("[^",),
        **dict.fromkeys(("reference", "link", "short_reference"), ("[",)),
        **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
        **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
        "linebreak": ("  \n",),
        "entity": ("&",),
        **dict.fromkeys(
            (
                "not_strong", "em_strong", "em_strong2", "delimiter", "strong_em", "strong_em2",
                "strong_em3", "strong", "strong2", "emphasis", "emphasis2",
            ),
            ("*", "_"),
        ),
    }
)  # fmt: skip
"""The patterns of Python-Markdown 3.11, of its footnotes, of BetterEm 12 and 13 and of our own hand links,
and the signs of which one stands in all that they match."""
BY_REFERENCE = frozenset({"reference", "short_reference", "image_reference", "short_image_ref"})
"""Those that find nothing in a text without definitions of links."""
ABBREVIATION = "*["
BEFORE_INLINE = 20.5
# The bracket comes before the look behind it, for a pattern that begins with a fixed text is found faster.
LINK = re.compile(r"\[(?<!!\[)")


class PlainText(Extension):
    """Marks texts without signs as final, before Python-Markdown looks for inline markup.

    Does nothing where an extension brings a pattern that is not known here, since its signs are not known
    either, nor marks a text with abbreviations, which are looked for in texts that are not final.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Marker(md), "plain_text", BEFORE_INLINE)
        for pattern in md.inlinePatterns:
            if isinstance(pattern, InlineProcessor) and pattern.pattern == LINK_RE:
                pattern.compiled_re = LINK


class _Marker(Treeprocessor):
    """Leaves to the search the texts in which, and the patterns by which something can be found."""

    md: Markdown

    @cached_property
    def _patterns(self) -> Mapping[str, tuple[Pattern, Sequence[str]]]:
        """Every pattern in its order, with its signs; none where one is not known."""
        patterns = self.md.inlinePatterns
        names = sorted((name for name in KNOWN if name in patterns), key=patterns.get_index_for_name)
        known = {name: (patterns[name], _signs_of(name, patterns[name])) for name in names}
        return known if len(known) == len(patterns) else {}

    @cached_property
    def _signs(self) -> Sequence[str]:
        """One of these stands in each of the patterns' signs."""
        signs = {sign for _, each in self._patterns.values() for sign in each}
        return sorted(sign for sign in signs if not _holds(sign, signs - {sign}))

    def run(self, root: Element) -> None:
        if not self._patterns:
            return
        elements = list(root.iter())
        whole = "\n".join([text for element in elements for text in (element.text, element.tail) if text])
        idle = frozenset() if self.md.references else BY_REFERENCE
        self.md.treeprocessors["inline"].inlinePatterns = [  # type: ignore[attr-defined]
            pattern
            for name, (pattern, signs) in self._patterns.items()
            if name not in idle and _holds(whole, signs)
        ]
        if ABBREVIATION in "\n".join(self.md.lines):  # type: ignore[attr-defined]
            return
        signs = [sign for sign in self._signs if sign in whole]
        for element in elements:
            if element.text and not _holds(element.text, signs):
                element.text = AtomicString(element.text)
            if element.tail and not _holds(element.tail, signs):
                element.tail = AtomicString(element.tail)


def _signs_of(name: str, pattern: Pattern) -> Sequence[str]:
    """The signs of a known pattern; other extensions can add some to those of emphasis."""
    return tuple(getattr(pattern, "tokens", KNOWN[name]))


def _holds(text: str, signs: Iterable[str]) -> bool:
    for sign in signs:  # noqa: SIM110 (a generator in `any` takes twice the time)
        if sign in text:
            return True
    return False
