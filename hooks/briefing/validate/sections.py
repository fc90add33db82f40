"""Marked sections: every fence is surely one, and every section is marked higher than what is around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import AnyDocument, HandPage
from briefing.model.problem import Problem, problem
from briefing.model.sections import Fault, Slip
from briefing.model.source import Place
from briefing.parse import fences
from briefing.parse.documents import Parsed
from briefing.parse.sections import DEEPEST

MOST_SHOWN = 40
HOW = "a line `::: TLP:AMBER` opens a section and a line `:::` closes it, with nothing before them"


def faults(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Every fence that cannot be obeyed."""
    for one in parsed:
        for fault in one.sections.faults:
            code = "B501" if fault.slip is Slip.RED else "B506"
            at = Place(one.body_line + fault.line - 1, 1)
            yield problem(code, one.uri, at, _said(fault), _remedy(fault))


def idle(bodies: Iterable[AnyDocument | HandPage]) -> Iterator[Problem]:
    """Sections that hold nothing, or hide what they hold from nobody."""
    for body in bodies:
        for one in body.sections.opened if not body.sections.faults else ():
            around = max(one.within or body.marking, body.marking)
            if one.marking <= around:
                where = "the section around it" if one.within == around else "the text itself"
                what = f"the section is {one.marking}, and {where} is {around}"
            elif one.is_empty:
                what = f"the section {one.marking} is empty"
            else:
                continue
            yield problem("B507", body.uri, Place(body.body_line + one.line - 1, 1), what)


def _said(fault: Fault) -> str:
    written = " ".join(fault.written.split())
    shown = f"`{written[:MOST_SHOWN]}{'…' if len(written) > MOST_SHOWN else ''}`"
    match fault.slip:
        case Slip.RESEMBLES:
            return f"{shown} looks like the fence of a marked section, and is none"
        case Slip.IN_CODE:
            return f"{shown} stands in a code block, and marks nothing there"
        case Slip.UNCLOSED:
            return f"the section {shown} is never closed"
        case Slip.NOTHING_OPEN:
            return f"{shown} closes a section, and none is open"
        case Slip.RED:
            return f"{shown} marks a section as TLP:RED"
        case Slip.DEEP:
            return f"more than {DEEPEST} sections stand in each other"


def _remedy(fault: Fault) -> str:
    """What to do; nothing where the rule's own remedy will do."""
    match fault.slip:
        case Slip.RESEMBLES:
            label = fences.meant(fault.written)
            return f"write `::: {label}` on a line of its own, with nothing before it" if label else HOW
        case Slip.IN_CODE:
            return "close the code block before the section begins; an example stands in a block ```markdown"
        case Slip.UNCLOSED:
            return "put a line `:::` after its last line"
        case Slip.NOTHING_OPEN:
            return f"delete it, or open the section: {HOW}"
        case Slip.DEEP:
            return "close sections before you open others"
        case Slip.RED:
            return ""
