"""What is a slip in whatever line of a front matter it stands, and is sought before anything else is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.parse.slip import Finder, Slip, margin

STRANGE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that word processors and web pages leave, and YAML takes for letters."""
KEEP_ONE = "keep one of the two versions, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`"
"""What to do where git has left a conflict."""


def _tabs(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    own = margin(line)
    for width in (2, 4, 8) if "\t" in own else ():
        mended = own.replace("\t", " " * width) + line[len(own) :]
        what = "this line begins with a tab, and only spaces can stand there"
        yield Slip(number, 0, what, f"put {width} spaces in the place of each tab", mended)


def _conflicts(lines: list[str], number: int) -> Iterator[Slip]:
    """What git leaves where two versions differ."""
    first = next((one for one in range(number, -1, -1) if lines[one].startswith("<<<<<<< ")), number)
    marks = [one for one in range(first, len(lines)) if lines[one].startswith(("=======", ">>>>>>> "))]
    if lines[first].startswith("<<<<<<< ") and len(marks) > 1:
        between, last = marks[:2]
        what = "a conflict of git was left here, with both versions"
        yield Slip(first, 0, what, KEEP_ONE, "\n".join(lines[first + 1 : between]), last - first + 1)


def _strange_spaces(lines: list[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    found = STRANGE_SPACE.search(line)
    if found:
        what = f"a space of another kind (U+{ord(found[0]):04X}) stands where a plain one is due"
        remedy = "delete it and type a space: copied text often holds such spaces"
        yield Slip(number, found.start(), what, remedy, STRANGE_SPACE.sub(" ", line))


FINDERS: tuple[Finder, ...] = (_conflicts, _tabs, _strange_spaces)
