"""Plain text as Markdown that shows it sign by sign."""

from __future__ import annotations

import re

SIGNS = re.compile(r"[\\`*_{}\[\]#~^=|]|(?<=\W)[!:](?=\S)|^[!:?+>-]|^\d+(?=[.)])|:{2,}|-{2,}|\+{2,}")
ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
# What Python-Markdown takes a backslash from; other signs are written as entities.
WITH_BACKSLASH = frozenset("\\`*_{}[]()>#+-.!")


def escape(text: str) -> str:
    """One paragraph of text, none of whose signs does anything."""
    for sign, entity in ENTITIES:
        text = text.replace(sign, entity)
    return SIGNS.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    """`1.` at the beginning of a line is a list to Markdown, so its figure is written as an entity."""
    if found[0].isdecimal():
        return f"&#{ord(found[0][0])};{found[0][1:]}"
    return "".join(f"\\{sign}" if sign in WITH_BACKSLASH else f"&#{ord(sign)};" for sign in found[0])
