"""Marked sections of a body: parts of it that fewer may read than the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from briefing.model.marking import Marking


class Role(Enum):
    """What a line of a body is for."""

    TEXT = "text"
    CODE = "code"
    OPENS = "opens a section"
    CLOSES = "closes a section"


class Line(NamedTuple):
    """A line of a body and the marking that it stands under; outside of all sections it has none."""

    text: str
    marking: Marking | None = None
    role: Role = Role.TEXT


class Slip(Enum):
    """How the fence of a section can go wrong."""

    RESEMBLES = "it looks like the fence of a section, and is none"
    IN_CODE = "a code block holds it"
    UNCLOSED = "it is never closed"
    NOTHING_OPEN = "no section is open"
    RED = "TLP:RED has no place here"
    DEEP = "too many sections stand in each other"


class Fault(NamedTuple):
    """A fence that cannot be obeyed; lines are counted from one, from the first of the body."""

    line: int
    slip: Slip
    written: str


class Opened(NamedTuple):
    """A section by the line that opens it, counted from one, and the marking that it stands in."""

    line: int
    marking: Marking
    within: Marking | None
    is_empty: bool


class Cut(NamedTuple):
    """What is left of a body, and which line of the whole each of its lines is, counted from one."""

    body: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """All lines of a body that has sections, or something like them; none of any other."""

    lines: tuple[Line, ...] = ()
    opened: tuple[Opened, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def markings(self) -> tuple[Marking, ...]:
        """The markings of the sections, each once, the lowest first."""
        return tuple(sorted({line.marking for line in self.lines if line.marking}))

    def hides_from(self, highest: Marking) -> bool:
        """Whether a part of the body is not for those who may see up to a marking."""
        return bool(self.faults) or any(line.marking and line.marking > highest for line in self.lines)

    def cut(self, highest: Marking) -> Cut:
        """The body without what is marked higher; of one that cannot be read surely, nothing is left.

        Where sections are taken out one empty line stays, whatever stood around them: so that what is left
        does not tell of them.
        """
        if self.faults:
            return Cut("", ())
        kept: list[str] = []
        places: list[int] = []
        is_gap = False
        for number, line in enumerate(self.lines, 1):
            if line.marking and line.marking > highest:
                is_gap = True
                continue
            if is_gap:
                if not line.text.strip():
                    continue
                is_gap = False
                _close_gap(kept, places, number)
            kept.append(line.text)
            places.append(number)
        if is_gap:
            _close_gap(kept, places, len(self.lines))
        return Cut("\n".join(kept), tuple(places))


def _close_gap(kept: list[str], places: list[int], number: int) -> None:
    """Leave one empty line where something stood; none at the beginning."""
    while kept and not kept[-1].strip():
        kept.pop()
        places.pop()
    if kept:
        kept.append("")
        places.append(number)


PLAIN = Sections()
"""Those of a body without any."""
