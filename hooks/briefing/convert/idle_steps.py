"""Leaves out those steps of a conversion that would change nothing, for a text has none of their signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from pymdownx.superfences import SuperFencesBlockPreprocessor

OF_LINES: Mapping[type[Preprocessor], tuple[str, ...]] = MappingProxyType(
    {HtmlBlockPreprocessor: ("<", "&"), SuperFencesBlockPreprocessor: ("```", "~~~")}
)
OF_TREES: Mapping[type[Treeprocessor], str] = MappingProxyType({AttrListTreeprocessor: "{"})
"""Steps of Python-Markdown 3.11, of its extensions and of SuperFences 12, and what they look for."""
UNEVEN = (STX, ETX, "\r", "\t")
BLANKS = re.compile(r"\n +(?:\n|\Z)")


class IdleSteps(Extension):
    """Asks before each of the known steps whether it has anything to do."""

    def extendMarkdown(self, md: Markdown) -> None:
        for step in md.preprocessors:
            if type(step) is NormalizeWhitespace:
                _spare_even_lines(step)
            elif signs := OF_LINES.get(type(step)):
                _spare_lines(step, signs)
        for each in md.treeprocessors:
            if sign := OF_TREES.get(type(each)):
                _spare_trees(each, sign)


def _spare_even_lines(step: Preprocessor) -> None:
    run = step.run

    def spared(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        is_even = not any(sign in text for sign in UNEVEN) and not BLANKS.search(text)
        return [*lines, "", ""] if is_even else run(lines)

    step.run = spared  # type: ignore[method-assign]


def _spare_lines(step: Preprocessor, signs: tuple[str, ...]) -> None:
    run = step.run

    def spared(lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return run(lines) if any(sign in text for sign in signs) else lines

    step.run = spared  # type: ignore[method-assign]


def _spare_trees(step: Treeprocessor, sign: str) -> None:
    run = step.run

    def spared(root: Element) -> Element | None:
        texts = [text for element in root.iter() for text in (element.text, element.tail) if text]
        return run(root) if any(sign in text for text in texts) else None

    step.run = spared  # type: ignore[method-assign]
