"""Lines of a text as its paragraphs, whether they are wrapped, one a line, or all on one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import dedent

from briefing.wire import remnants

WIDEST = 110
"""Wrapped lines are no longer."""
LONG = 600
"""A line with more signs than this may hold several paragraphs."""
ENOUGH = 5
"""So many single spaces between sentences are no slips of someone who types two."""
SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]*\s*$")
ITEM = re.compile(r"\s*(?:[-*•·–—+]|\d{1,2}[.)])\s+\S")
GAP = re.compile(r"(?<=[.!?:;\"”’)\]])[ \t]{3,}(?=\S)|[ \t]{5,}(?=\S)")
DOUBLE = re.compile(r"(?<=[.!?\"”’)\]])[ \t]{2}(?=\S)")
SINGLE = re.compile(r"(?<=[a-z]{3}[.!?])['\"”’)\]]?[ \t](?=['\"“‘(]?[A-Z])")
LOST = re.compile(
    r"(?<=[a-z]{3}[.!?:])(?=[A-Z][a-z])|(?<=[a-z]:)(?=[\"“][A-Z])|(?<=[.!?][\"”])(?=[\"“]?[A-Z][a-z])"
)
"""No space at all after a sentence: a line break was lost."""
INNER_MARK = re.compile(r"\s+((?:#\s+){2,}#|#{3,})(?=\s|$)")


def of(lines: Sequence[str], taken: int = 0) -> tuple[str, ...]:
    """The paragraphs, each on one line, white space made even; so much of the first line stood before it."""
    lines = list(_closed([line.rstrip() for line in lines]))
    lines = [*lines[:1], *dedent("\n".join(lines[1:])).split("\n")]
    if _is_spaced_out(lines):
        lines = [line for line in lines if line.strip()]
    wrapped = _is_wrapped(lines, taken)
    found = _unwrapped(lines) if wrapped else (line for line in lines if line.strip())
    parts = (part for line in found for part in _split(line))
    return tuple(filter(None, (re.sub(r"\s+", " ", part).strip() for part in parts)))


def _closed(lines: Sequence[str]) -> Iterator[str]:
    """The lines; a remnant in brackets that are closed on the next line is put on one."""
    waiting = ""
    for line in lines:
        if waiting:
            yield f"{waiting} {line.strip()}"
            waiting = ""
        elif line.startswith("(") and ")" not in line and remnants.may_be_one(line):
            waiting = line
        else:
            yield line
    if waiting:
        yield waiting


def _joins(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Neighbours without a blank line between them."""
    return [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]


def _breaks_off(one: str, other: str) -> bool:
    """Whether a sentence goes on from one line to the next."""
    return not SENTENCE_END.search(one) and not ITEM.match(other) and not other.startswith((" ", "\t"))


def _is_wrapped(lines: Sequence[str], taken: int) -> bool:
    """Whether lines end where they were full: most are short, and sentences run over their ends."""
    joins = [
        (one, other)
        for one, other in _joins(lines)
        if not (remnants.is_mark(one) or remnants.may_be_one(other))
    ]
    if not joins or sorted(len(one) for one, _ in joins)[len(joins) // 2] > WIDEST:
        return False
    full = 0.75 * max(len(one) + (taken if one is lines[0] else 0) for one, _ in joins)
    running = sum(
        _breaks_off(one, other)
        and (not other[:1].isupper() or len(one) + (taken if one is lines[0] else 0) > full)
        for one, other in joins
    )
    return running * 5 >= len(joins) and full > 0.75 * 35


def _is_spaced_out(lines: Sequence[str]) -> bool:
    """Whether a blank line stands after every wrapped line, so that it means nothing."""
    blocks = [line for line in lines if line.strip()]
    if len(blocks) < 4 or _joins(lines) or max(map(len, blocks)) > WIDEST:
        return False
    running = sum(
        not SENTENCE_END.search(one) and other.lstrip()[:1].islower() for one, other in pairwise(blocks)
    )
    return running * 3 >= len(blocks)


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Wrapped lines put together again."""
    width = max(len(line) for line in lines)
    margin = min((_indent(line) for line in lines if line.strip()), default=0)
    has_signs = any(not line.strip() for line in lines[1:-1]) or any(
        _indent(line) > margin + 1 for line in lines[1:]
    )
    current = ""
    last = ""
    for line in lines:
        if current and _begins(line, last, margin, 0 if has_signs else width):
            yield current
            current = ""
        if line.strip():
            current = _joined(current, line.strip()) if current else line
        last = line
    if current:
        yield current


def _begins(line: str, last: str, margin: int, width: int) -> bool:
    """Whether a paragraph begins on a line; `width` is 0 where blank lines or indents say so."""
    if not line.strip() or ITEM.match(line) or remnants.may_be_one(line):
        return True
    if _indent(line) > margin + 1 and _indent(line) > _indent(last):
        return True
    if _indent(line) > margin + 1 and SENTENCE_END.search(last):
        return True
    if not width or not SENTENCE_END.search(last):
        return False
    return len(last) + 1 + len(line.split()[0]) <= width - 3  # its first word would have had room above


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _joined(one: str, other: str) -> str:
    """Two lines as one; a hyphen at the end stays, for it may belong to the word."""
    glue = "" if re.search(r"[^\W\d_]-$", one) and other[:1].islower() else " "
    return f"{one}{glue}{other}"


def _split(line: str) -> Iterator[str]:
    """The paragraphs that stand on one line: apart by marks, and in a long one by what its spaces tell."""
    for part in INNER_MARK.split(line):
        yield from _by_spaces(part.strip()) if len(part) > LONG else (part,)


def _by_spaces(line: str) -> Sequence[str]:
    """Apart by wide gaps, else by double spaces where single ones are common, else where breaks were lost."""
    gaps = GAP.split(line)
    if len(gaps) > 1:
        return gaps
    doubles = DOUBLE.split(line)
    singles = len(SINGLE.findall(line))
    if 1 < len(doubles) <= 3 * singles + 1 or singles >= ENOUGH:
        return doubles
    lost = LOST.split(line)
    return lost if len(lost) > 2 else (line,)
