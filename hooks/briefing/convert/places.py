"""Where in a body the words stand that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from briefing.model import limits
from briefing.model.source import TOP, Place

FENCED = r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^[ \t>]*(?P<closed>(?P=fence))|.*)"
# A span longer than this is a slip of the author's, and looking for its end costs the square of its length.
INLINE = r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).){1,1000}?(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(f"{FENCED}|{INLINE}", re.DOTALL | re.MULTILINE)
NOT_A_LINE_END = re.compile(r"[^\n]")


def without_code(body: str) -> str:
    """The body with blanks where it shows code; every other character stands where it stood."""
    if "`" not in body and "~~~" not in body:
        return body
    return CODE.sub(lambda code: NOT_A_LINE_END.sub(" ", code[0]), body)


INDENT = (" " * 4, "\t")
HOLDER = re.compile(r" {0,3}(?:(?:[-*+]|\d+[.)]|:)[ \t]|\[\^|!!!|\?\?\?|===)")
"""How that begins, a list, a note, whose further paragraphs are indented as code is."""


def without_indented_code(prose: str, body: str) -> str:
    """Prose with blanks for the lines of its body of which indentation alone makes code."""
    is_blank, is_held, is_code = True, False, False
    lines = []
    for left, line in zip(prose.split("\n"), body.split("\n"), strict=True):
        is_indented = line.startswith(INDENT)
        if line.strip() and not is_indented:
            holds = bool(HOLDER.match(line))
            is_held = holds or (is_held and not is_blank)
        is_code = is_indented and not is_held and (is_code or is_blank)
        lines.append(" " * len(left) if is_code else left)
        is_blank = not line.strip()
    return "\n".join(lines)


def place_at(body: str, offset: int) -> Place:
    """The line and column of an offset."""
    return Place(body.count("\n", 0, offset) + 1, offset - body.rfind("\n", 0, offset))


class Places:
    """Finds words outside code; the same words, asked for again, are looked for further on.

    Of very many words, which no list of problems shows, all later ones are said to be at the last place.
    """

    def __init__(self, body: str) -> None:
        self._body = body
        self._readings: tuple[str, ...] = ()
        self._reached: dict[str, int] = {}
        self._asked = 0
        self._last = TOP

    def of(self, *patterns: str) -> Place:
        """Where the first of the patterns next stands that is there; the top of the body where none is."""
        return self.find(*patterns) or TOP

    def find(self, *patterns: str) -> Place | None:
        """The same, or nothing; of a pattern with a group `at`, where that stands."""
        self._asked += 1
        if self._asked > limits.TOLD.most:
            return self._last
        if not self._readings:
            prose = without_code(self._body)
            self._readings = (without_indented_code(prose, self._body), prose)
        pattern, found = self._next(patterns)
        if found is None:
            return None
        self._reached[pattern] = found.end()
        start = found.start("at" if "at" in found.re.groupindex else 0)
        self._last = max(self._last, at := place_at(self._body, start))
        return at

    def _next(self, patterns: Sequence[str]) -> tuple[str, re.Match[str] | None]:
        """The first that stands further on than it was found before; else the first that stands anywhere."""
        starts = ({one: self._reached.get(one, 0) for one in patterns}, dict.fromkeys(patterns, 0))
        tries = (item for each in starts for item in each.items())
        for prose, (pattern, start) in product(self._readings, tuple(tries)):
            for flags in (re.NOFLAG, re.IGNORECASE):
                if found := re.compile(pattern, flags).search(prose, start):
                    return pattern, found
        return "", None

    def hold(self, words: str) -> bool:
        """Whether the body has these words anywhere."""
        return words in self._body

    def of_open_fence(self) -> Place | None:
        """Where the fence of code stands that is never closed, or nothing."""
        fences = (code for code in CODE.finditer(self._body) if code["fence"] and not code["closed"])
        return next((place_at(self._body, code.start("fence")) for code in fences), None)
