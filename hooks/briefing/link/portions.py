"""Labels at the head of a paragraph or field: readers take them for its marking, and they hide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.convert.places import without_code
from briefing.link import above
from briefing.model.content import AnyDocument
from briefing.model.marking import Marking
from briefing.model.problem import Problem, problem
from briefing.model.sections import Role
from briefing.model.source import Place

LABEL = re.compile(
    r"[\W_]{0,12}TLP[ :_-]{1,3}(CLEAR|GREEN|AMBER|RED)(?:( ?\+ ?STRICT)\b|\b)(?=[\W_]*$|\s*[])}>:;*_|/–—-])",
    re.IGNORECASE,
)
"""`(TLP:AMBER)`, `**TLP:AMBER**`, `TLP:AMBER:`, or a line that says no more; no sentence about a label."""


def problems(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Every text whose own label is higher than the marking that holds for it."""
    for document in documents:
        for at, label, here in (*_in_matter(document), *_in_body(document)):
            if label > here:
                what = f"the text is labelled {label}, and shown to all who may read {here}"
                yield problem("B509", document.uri, at, what)


Labelled = tuple[Place, Marking, Marking]
"""Where a label stands, what it says, and the marking that holds there."""


def _in_matter(document: AnyDocument) -> Iterator[Labelled]:
    for path, text, marking in above.said(document):
        for label in _label(text):
            yield document.places[path], label, marking


def _in_body(document: AnyDocument) -> Iterator[Labelled]:
    if "tlp" not in document.body.casefold() or document.sections.faults:
        return
    lines = document.sections.lines
    for number, text in enumerate(without_code(document.body).split("\n")):
        line = lines[number] if lines else None
        if line is None or line.role is Role.TEXT:
            here = max(document.marking, (line and line.marking) or document.marking)
            for label in _label(text):
                yield Place(document.body_line + number, 1), label, here


def _label(text: str) -> Iterator[Marking]:
    found = LABEL.match(text)
    if found:
        yield Marking(f"TLP:{found[1].upper()}{'+STRICT' if found[2] else ''}")
