"""Blocks of code, coloured only as far as the colouring cannot stop a build.

Of the hundreds of languages that Pygments knows, some need minutes for a line of signs. Those here do not,
and a page has room for a few coloured listings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from pymdownx.superfences import highlight_validator

from briefing.model import limits

EXTENSION = "pymdownx.superfences"
COLOURED = frozenset(
    (
        "bash", "console", "css", "diff", "html", "ini", "javascript", "js", "json", "markdown", "md", "py",
        "python", "sh", "shell", "sql", "toml", "xml", "yaml", "yml",
    )
)  # fmt: skip


class Listings:
    """Shows the code of one text after the other."""

    def __init__(self) -> None:
        self._left = limits.COLOURED.most

    def settings(self) -> Mapping[str, Any]:
        """What makes the extension for blocks of code show all of them in this way."""
        ours = {"name": "*", "class": "", "format": self._shown, "validator": highlight_validator}
        return {"custom_fences": [ours | {"reset": self._begin}]}

    def _begin(self, markdown: Markdown) -> None:
        self._left = limits.COLOURED.most

    def _shown(
        self, source: str, language: str, name: str, options: dict[str, Any], md: Markdown, **parts: Any
    ) -> str:
        is_coloured = language in COLOURED and len(source) <= self._left
        self._left -= len(source) if is_coloured else 0
        fences: Any = md.preprocessors["fenced_code_block"]
        shown: str = fences.highlight(source, language if is_coloured else "", options, md, **parts)
        return shown
