"""The title of a text, which may run over several lines, and what stands between it and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 250
"""A line with more signs is text; no title is as long unless a dateline follows it."""
SENTENCE = re.compile(r"[.!?]['\"”’)\]]*$")
LETTERHEAD = re.compile(
    r"(?:the )?(?:(?:\S+ ){0,4}(?:press|information) (?:office|bureau|release|service|department)"
    r"|government of \S+(?: \S+)?"
    r"|(?:press|news|media) (?:release|note|statement|briefing)|(?:ministry|department"
    r"|office) of (?:\S+ ?){1,5})",
    re.IGNORECASE,
)
"""Who sends a release, above its title."""
MARK = re.compile(r"(?:headline|title|slug(?:line)?|subject)\s*:\s+", re.IGNORECASE)
VERSION = re.compile(r"(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED)(?: \d{1,2})?-(?=\S)")
"""How a wire says that it has sent a text before: no part of the title."""
RUNS_ON = re.compile(
    r"(?:,|-|:|;|\b(?:a|an|the|of|in|on|for|to|and|or|with|at|by|from|as|after|over|amid))$", re.IGNORECASE
)


def of(lines: Sequence[tuple[int, str]]) -> tuple[str | None, tuple[str, ...]]:
    """The title, which may run over several lines, and what stands between it and the text."""
    if not lines:
        return None, ()
    if len(lines) > 1 and LETTERHEAD.fullmatch(lines[0][1]):
        title, deck = of(lines[1:])
        return title, (lines[0][1], *deck)
    last, title = lines[0]
    at = 1
    while at < len(lines) and lines[at][0] == last + 1 and continues(title, lines[at][1]):
        last, title, at = lines[at][0], _joined(title, lines[at][1]), at + 1
    return title, tuple(text for _, text in lines[at:])


def _joined(title: str, line: str) -> str:
    """Two lines as one; a word that is divided at the end of one goes on without a space."""
    return f"{title}{'' if title.endswith('-') and title[-2:-1].isalpha() else ' '}{line}"


def continues(title: str, line: str) -> bool:
    """Whether a title runs on in the line below it."""
    if SENTENCE.search(title) or len(title) + len(line) > LONGEST:
        return False
    return bool(
        RUNS_ON.search(title)
        or line[:1].islower()
        or (title.isupper() and line.isupper() and len(title) > 30)
    )
