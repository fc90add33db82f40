"""The sentence around a place in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.convert.prose import BLOCK, MARK

LIMIT = 300
CUT = "…"

# What closes a sentence, with the quotes, brackets and notes after it, and the blank before the next.
END = re.compile(rf"(?:[.!?…]+[\"'”’»)\]{MARK}]*\s+|[。！？।॥؟۔]+[”’」』）]*\s*)")  # noqa: RUF001
LAST_WORD = re.compile(r"\n?((?:\w[\w.]*)?[^\W\d_])")
"""The word before a sign, read backwards from it: to look for its beginning would try at every letter."""
INITIAL = re.compile(r"[^\W\d_]")
ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
NEXT_WORD = re.compile(r"[\"'“‘«(\[]*(\w*)")
# Never the end: a name or a number follows.
TITLES = frozenset(
    (
        "adm", "amb", "art", "brig", "capt", "cf", "ch", "cmdr", "col", "dr", "e.g", "fig", "gen", "gov",
        "hon", "i.e", "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "pp", "pres", "prof",
        "rep", "rev", "sec", "sen", "sgt", "sqn", "st", "supt", "v", "viz", "vs",
    )
)  # fmt: skip
# The end only where the next word is one that begins sentences.
SHORT_FORMS = frozenset(
    (
        "a.m", "approx", "apr", "aug", "co", "corp", "dec", "dept", "est", "etc", "feb", "govt", "inc", "jan",
        "jr", "jul", "jun", "llc", "ltd", "mar", "nov", "oct", "p.m", "ph.d", "plc", "sep", "sept", "sr",
        "univ",
    )
)  # fmt: skip
STARTERS = frozenset(
    (
        "A", "After", "All", "Although", "An", "And", "As", "At", "Before", "Both", "But", "By", "During",
        "Each", "For", "From", "He", "Her", "His", "However", "I", "If", "In", "It", "Its", "Later", "Many",
        "Meanwhile", "More", "Most", "No", "Now", "On", "One", "Other", "Our", "She", "Since", "So", "Some",
        "Such", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "To",
        "Under", "We", "What", "When", "Where", "While", "With", "You",
    )
)  # fmt: skip


class Sentence(NamedTuple):
    """A sentence as readers see it, and where in it the words stand that it was looked up for."""

    text: str
    at: int
    words: str


class Sentences:
    """Finds sentences in a text; places are best asked for in order."""

    def __init__(self, text: str, names: Mapping[int, str]) -> None:
        """The text, and the names that readers see at places where it only stands for them."""
        self._text = text
        self._names = names
        self._block = (0, 0)
        self._signs: Iterator[re.Match[str]] = iter(())
        self._ends: list[int] = []

    def around(self, start: int, end: int) -> Sentence:
        """The sentence that holds a part of the text, cut at words to what fits under a name."""
        if not self._block[0] <= start < self._block[1]:
            self._begin_block(start)
        self._read_to(end)
        before, after = bisect_right(self._ends, start), bisect_left(self._ends, end)
        begins = self._ends[before - 1] if before else self._block[0]
        ends = self._ends[after] if after < len(self._ends) else self._block[1]
        return self._shown(begins, start, end, ends)

    def _begin_block(self, at: int) -> None:
        text = self._text
        begins = text.rfind(BLOCK, 0, at + 1) + 1
        ends = text.find(BLOCK, begins)
        self._block = (begins, ends if ends >= 0 else len(text))
        self._signs = END.finditer(text, *self._block)
        self._ends = []

    def _read_to(self, place: int) -> None:
        """Read the ends of sentences up to the first that is not before a place; few ask for those beyond."""
        while not self._ends or self._ends[-1] < place:
            sign = next(self._signs, None)
            if sign is None:
                return
            if _closes(self._text, sign.start(), sign.end()):
                self._ends.append(sign.end())

    def _shown(self, begins: int, start: int, end: int, ends: int) -> Sentence:
        room = max(LIMIT - (end - start), 0)
        left = max(begins, start - max(room // 2, room - (ends - end)))
        right = min(ends, end + room - (start - left))
        before = self.seen(self._word_after(left, start) if left > begins else left, start)
        after = self.seen(end, self._word_before(right, end) if right < ends else right)
        head = f"{CUT if left > begins else ''}{before.lstrip()}"
        words = self.seen(start, end)
        return Sentence(f"{head}{words}{after.rstrip()}{CUT if right < ends else ''}", len(head), words)

    def seen(self, start: int, end: int) -> str:
        """A part of the text as readers see it, on one line, without signs of ours."""
        text = self._text[start:end]
        if self._names:
            text = "".join(self._names.get(at, sign) for at, sign in enumerate(text, start))
        return text.replace("\n", " ").replace(MARK, "")

    def _word_after(self, at: int, most: int) -> int:
        while at < most and not self._text[at].isspace():
            at += 1
        return at

    def _word_before(self, at: int, least: int) -> int:
        while at > least and not self._text[at - 1].isspace():
            at -= 1
        return at


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the sign at a place closes a sentence, and no abbreviation."""
    following = NEXT_WORD.match(text, end)
    word = following[1] if following else ""
    if text[start] in "。！？।॥؟۔":  # noqa: RUF001
        return True
    if word and word[0].islower():
        return False
    if text[start] != "." or text[start : start + 2] == "..":
        return True
    last = LAST_WORD.match(text[max(start - 24, 0) : start][::-1])
    if last is None:
        return True
    before = last[1][::-1]
    written = before.lower()
    if written in TITLES or (INITIAL.fullmatch(before) and before != "I"):
        return False
    if written in SHORT_FORMS or ACRONYM.fullmatch(before):
        return word in STARTERS
    return True
