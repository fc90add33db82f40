"""Words as they are meant, whatever quotation marks, capitals and joints they are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable

QUOTES = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
"""Quotation marks that word processors write, and that YAML takes for letters."""


def bare(text: str) -> str:
    """A text without the quotation marks around all of it."""
    return text.strip().strip(QUOTES).strip()


def same(written: str, words: Iterable[str]) -> str | None:
    """The one of some words that is written here; nothing where none is."""
    return next((word for word in words if _form(word) == _form(written)), None)


def _form(text: str) -> str:
    return re.sub(r"[\s_\u2010-\u2015-]+", " ", bare(text)).casefold()
