"""The marked sections of a body, read line by line, and every fence that cannot be obeyed.

A fence is three or more colons at the beginning of a line, with a label it opens and without one it closes;
nothing else is one. Reading is strict, since what a fence fails to hold is published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.marking import Marking
from briefing.model.sections import PLAIN, Fault, Line, Opened, Role, Sections, Slip
from briefing.parse import fences

OPENS = re.compile(r":{3,}[ \t]+(TLP:[A-Z+]+)[ \t]*")
CLOSES = re.compile(r":{3,}[ \t]*")
DEEPEST = 8

CODE_BEGINS = re.compile(r"(`{3,}|~{3,})[ \t]*([^\s`]*)[^`\n]*")
EXAMPLES = frozenset({"markdown", "md"})
"""The languages of code blocks that may show how sections are written."""
LABELS = frozenset(marking.value for marking in Marking)


def read(body: str) -> Sections:
    """The sections of a body."""
    if not fences.may_hold(body):
        return PLAIN
    reader = _Reader(body.split("\n"))
    reader.read()
    return reader.sections()


class _Reader:
    """Goes through a body once, and knows which sections are open."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._last = {line.rstrip(" \t"): number for number, line in enumerate(lines) if line[:1] in "`~"}
        self._open: list[tuple[int, Marking]] = []
        self._code, self._code_ends, self._is_example = "", -1, False
        self._read: list[Line] = []
        self._opened: list[tuple[int, Marking, Marking | None]] = []
        self._ends: dict[int, int] = {}
        self._faults: list[Fault] = []

    def read(self) -> None:
        for number, text in enumerate(self._lines):
            self._read.append(self._line(number, text))
        self._faults += [Fault(number + 1, Slip.UNCLOSED, self._lines[number]) for number, _ in self._open]

    def sections(self) -> Sections:
        if not self._opened and not self._faults:
            return PLAIN
        opened = (
            Opened(number + 1, marking, within, self._is_empty(number))
            for number, marking, within in self._opened
        )
        return Sections(
            tuple(self._read), tuple(opened), tuple(sorted(self._faults, key=lambda one: one.line))
        )

    def _is_empty(self, number: int) -> bool:
        return not any(line.strip() for line in self._lines[number + 1 : self._ends.get(number, number)])

    def _line(self, number: int, text: str) -> Line:
        if number <= self._code_ends:
            return self._in_code(number, text)
        if text.startswith(("```", "~~~")) and self._begins_code(number, text):
            return Line(text, self._marking())
        if (found := OPENS.fullmatch(text)) and found[1] in LABELS:
            return self._begin(number, text, Marking(found[1]))
        if CLOSES.fullmatch(text):
            return self._end(number, text)
        if fences.resembles(text):
            self._fault(number, Slip.RESEMBLES)
        return Line(text, self._marking())

    def _begins_code(self, number: int, text: str) -> bool:
        """Whether a code block begins, which one that never ends does not."""
        found = CODE_BEGINS.fullmatch(text)
        if found is None:
            return False
        end = self._last.get(found[1], -1)
        if end <= number:
            return False
        self._code, self._code_ends, self._is_example = found[1], end, found[2] in EXAMPLES
        return True

    def _in_code(self, number: int, text: str) -> Line:
        if text.rstrip(" \t") == self._code:
            self._code_ends = -1
        elif not self._is_example and fences.resembles(text) and fences.names_a_label(text):
            self._fault(number, Slip.IN_CODE)
        return Line(text, self._marking(), Role.CODE)

    def _begin(self, number: int, text: str, marking: Marking) -> Line:
        if marking is Marking.RED:
            self._fault(number, Slip.RED)
        if len(self._open) == DEEPEST:
            self._fault(number, Slip.DEEP)
        within = self._marking()
        self._opened.append((number, marking, within))
        # What stands in a higher section is no lower than that.
        self._open.append((number, max(marking, within) if within else marking))
        return Line(text, self._marking(), Role.OPENS)

    def _end(self, number: int, text: str) -> Line:
        if not self._open:
            self._fault(number, Slip.NOTHING_OPEN)
            return Line(text)
        marking = self._marking()
        self._ends[self._open.pop()[0]] = number
        return Line(text, marking, Role.CLOSES)

    def _marking(self) -> Marking | None:
        return self._open[-1][1] if self._open else None

    def _fault(self, number: int, slip: Slip) -> None:
        self._faults.append(Fault(number + 1, slip, self._lines[number]))
