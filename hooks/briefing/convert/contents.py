"""Spares texts a contents list that none asks for, and plain headings a rendering for their ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.util import ETX, STX

PRIORITY = 5
TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What is shown otherwise than it stands there: markup, entities, and signs that keep a place for either.
SIGN = re.compile(f"[<>&{STX}{ETX}]")
KNOWN = frozenset(
    ("markdown.extensions.footnotes", "markdown.extensions.md_in_html", "markdown.postprocessors")
)
"""Where the steps are made that change nothing in a text without these signs."""


class Contents(Extension):
    """Gives headings the ids that the extension for contents lists of Python-Markdown 3.11 gives them.

    Does nothing where that extension puts more into headings, or an unknown step could change them.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        if not {type(step).__module__ for step in md.postprocessors} <= KNOWN:
            return
        for extension in md.registeredExtensions:
            config = extension.getConfigs() if type(extension) is TocExtension else {}
            if config and not config["anchorlink"] and not config["permalink"] and config["baselevel"] == "1":
                md.treeprocessors.register(_Contents(md, config), "toc", PRIORITY)


class _Contents(TocTreeprocessor):
    def run(self, doc: Element) -> None:
        elements = list(doc.iter())
        headings = [one for one in elements if isinstance(one.tag, str) and self.header_rgx.match(one.tag)]
        taken = {one.attrib["id"] for one in elements if "id" in one.attrib}
        ids = self._ids(headings)
        is_asked_for = any(self.marker in one.text for one in elements if one.text)
        if is_asked_for or ids is None or len(taken.union(ids)) < len(taken) + len(ids):
            super().run(doc)
            return
        for heading, id_ in zip(headings, ids, strict=True):
            heading.attrib["id"] = id_

    def _ids(self, headings: Sequence[Element]) -> Sequence[str] | None:
        """Ids of headings that are all plain, as if each were the first of its name; else nothing."""
        if not all(map(_is_plain, headings)):
            return None
        ids = [self.slugify(" ".join((heading.text or "").split()), self.sep) for heading in headings]
        return ids if all(ids) else None


def _is_plain(heading: Element) -> bool:
    return (
        heading.tag in TAGS
        and not len(heading)
        and not heading.attrib
        and not SIGN.search(heading.text or "")
    )
