"""Characters that readers cannot see, and characters that no page can carry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefing.model.source import Place

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters that HTML or XML refuse; a page cannot carry them."""

NO_CHARACTER = re.compile(
    "[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
"""What HTML calls an error of the page, and nobody can see."""

HIDDEN = re.compile(
    f"{NO_CHARACTER.pattern}|[\u00ad\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Characters that turn text around or hide in it; not the joiners and marks that scripts need."""

REFUSED = re.compile(f"{FORBIDDEN.pattern}|{NO_CHARACTER.pattern}")
"""What has no place in HTML."""

UNPUBLISHED = re.compile(f"{FORBIDDEN.pattern}|{HIDDEN.pattern}")


def name_of(char: str) -> str:
    """How a message names a character that cannot be shown: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def find(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[tuple[Place, str]]:
    """The first place of each different character that a pattern finds, with its name."""
    seen: set[str] = set()
    for match in pattern.finditer(text):
        if match[0] in seen:
            continue
        seen.add(match[0])
        start = text.rfind("\n", 0, match.start()) + 1
        yield Place(first_line + text.count("\n", 0, start), match.start() - start + 1), name_of(match[0])


def has_unpublished(text: str) -> bool:
    """Whether a text holds what must not be published; what can be printed holds none."""
    return not text.replace("\n", "").isprintable() and bool(UNPUBLISHED.search(text))


def published(text: str) -> str:
    """The text without what must not be published."""
    return UNPUBLISHED.sub("", text) if has_unpublished(text) else text
