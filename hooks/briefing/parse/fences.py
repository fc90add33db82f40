"""Lines that look like the fence of a marked section: what is meant to hide words must not fail silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

# Full-width, small, raised and mathematical colons; those of other scripts that look the same.
COLONS = ":\uff1a\ufe13\ufe55\u2236\u2237\ua789\u02d0\u02f8\u05c3\u0589\u205a\u2982\u16ec"
TWICE = (re.compile(r":[^\w\n]*[:;]"), re.compile(r";[^\w\n]*[:;]"))
STRANGE = re.compile(f"[{COLONS[1:]}\uff1b\uff34\uff54]")
ENDS_A_LINE = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What begins a new line to some readers, and none to Markdown."""
OBJECT = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER, which conversion leaves out."""
CODE_SPAN = re.compile(r"(?<!`)(`{1,9})(?!`).{1,1000}?(?<!`)\1(?!`)")

COLOUR = r"(?:clear|green|amber|red|white)(?:[\W_]{0,4}strict)?"
LABEL = rf"tlp[\W_]{{0,4}}{COLOUR}"
RESEMBLING = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:[^\w:]|_)*+(?:\d{1,9}[.)](?:[^\w:]|_)*+)?(?::\s{0,9}){3}",  # three colons, whatever is before
        r".*[:;]\s{0,9}[:;][\W_]{0,40}tlp",  # two of them and a label
        rf".*{LABEL}[^\w:;]{{0,9}}[:;]\s{{0,9}}[:;]",
        rf"(?:[^\w:;]|_)*+[:;]\s{{0,9}}[:;][\W_]{{0,40}}{COLOUR}\b",
        rf"[\W_]{{0,40}}?[:;!?/=~%@][\W_]{{0,40}}?{LABEL}[\W_]*$",  # a label behind another sign
    )
)
NAMED = re.compile(r"(clear|white|green|amber)(?:[\W_]{0,4}(strict))?")
MEANT: Mapping[str, str] = MappingProxyType(
    {"clear": "TLP:CLEAR", "white": "TLP:CLEAR", "green": "TLP:GREEN", "amber": "TLP:AMBER"}
)


def may_hold(text: str) -> bool:
    """Whether a text has anything of a fence: far faster than the patterns, for all texts without."""
    return (
        any(sign.search(text) for sign in TWICE)
        or "tlp" in text.casefold()
        or (not text.isascii() and bool(STRANGE.search(text)))
    )


def resembles(line: str) -> bool:
    """Whether an author may have meant a line, which is none, for the fence of a section."""
    return any(
        pattern.match(plain)
        for piece in ENDS_A_LINE.split(line)
        if may_hold(piece)
        for plain in (_plain(CODE_SPAN.sub("", piece)),)
        for pattern in RESEMBLING
    )


def names_a_label(line: str) -> bool:
    """Whether a line that resembles a fence says a marking, too, and does more than end something."""
    return bool(re.search(COLOUR, _plain(line)))


def meant(line: str) -> str:
    """The label that a line may have meant; empty where that is not plain."""
    found = NAMED.search(_plain(line))
    return f"{MEANT[found[1]]}{'+STRICT' if found[2] and found[1] == 'amber' else ''}" if found else ""


def _plain(line: str) -> str:
    """The line as it looks: without what cannot be seen, in small letters, every colon a colon."""
    shown = "".join(
        char
        for char in unicodedata.normalize("NFKC", line)
        if char == "\t" or (unicodedata.category(char)[0] not in "CM" and char != OBJECT)
    )
    return shown.casefold().translate(AS_COLON)


AS_COLON = MappingProxyType({ord(sign): "::" if sign == "\u2237" else ":" for sign in COLONS})
