"""Notes and references of which one half stands in a marked section, and the other where more may read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.convert.finding import Finding
from briefing.convert.places import without_code
from briefing.model.content import AnyDocument, HandPage
from briefing.model.marking import Marking

NOTE = re.compile(r"\[\^([^\]\n]*)\]")
NOTE_BEGINS = re.compile(r" {0,3}\[\^([^\]\n]*)\]:")
REFERENCE = re.compile(r"(?<!\[)\[([^\[\]\n^][^\[\]\n]*)\](?!\(|\[[^\]]|:)")
REFERENCE_BEGINS = re.compile(r" {0,3}\[([^\[\]\n^][^\[\]\n]*)\]:")


class Half(NamedTuple):
    """A place that says a label, and its marking."""

    line: int
    column: int
    marking: Marking


Halves = dict[str, list[Half]]


def find(body: AnyDocument | HandPage) -> Iterator[Finding]:
    """What refers to a higher section from outside, and notes outside that such a section alone refers to."""
    if not body.sections.lines:
        return
    prose = without_code(body.body).split("\n")
    markings = [max(line.marking or body.marking, body.marking) for line in body.sections.lines]
    notes, signs = _halves(prose, markings, NOTE_BEGINS, NOTE, str)
    yield from _without(signs, notes, "the note `[^{}]`")
    yield from _twice(notes, "the note `[^{}]`")
    for label, defined in notes.items():
        used = min((one.marking for one in signs.get(label, ())), default=None)
        for one in defined:
            if used and used > one.marking:
                what = f"only a section {used} refers to the note `[^{label}]`, and it stands outside of it"
                yield Finding("B508", one.line, one.column, what, "move the note into the section")
    references, links = _halves(prose, markings, REFERENCE_BEGINS, REFERENCE, _label)
    yield from _without(links, references, "the address `[{}]`")
    yield from _twice(references, "the address `[{}]`")


def _halves(
    prose: list[str],
    markings: list[Marking],
    begins: re.Pattern[str],
    says: re.Pattern[str],
    label: Callable[[str], str],
) -> tuple[Halves, Halves]:
    """Where labels are defined, and where they are used."""
    defined: Halves = {}
    used: Halves = {}
    for number, (line, marking) in enumerate(zip(prose, markings, strict=True), 1):
        at = 0
        if found := begins.match(line):
            defined.setdefault(label(found[1]), []).append(Half(number, found.start(1), marking))
            at = found.end()
        for one in says.finditer(line, at):
            used.setdefault(label(one[1]), []).append(Half(number, one.start() + 1, marking))
    return defined, used


def _without(used: Halves, defined: Halves, noun: str) -> Iterator[Finding]:
    """Uses that readers see who do not see what is used."""
    for label, halves in used.items():
        lowest = min((one.marking for one in defined.get(label, ())), default=None)
        for one in halves:
            if lowest and one.marking < lowest:
                what = f"{noun.format(label)} stands in a section {lowest} alone, and is used outside of it"
                yield Finding("B508", one.line, one.column, what)


def _twice(defined: Halves, noun: str) -> Iterator[Finding]:
    """Labels of which readers of different markings would see different ends."""
    for label, halves in defined.items():
        if len({one.marking for one in halves}) > 1:
            what = f"{noun.format(label)} stands both in a marked section and outside of it, and one is lost"
            yield Finding("B508", halves[-1].line, halves[-1].column, what, "give one of them another label")


def _label(written: str) -> str:
    return " ".join(written.split()).lower()
