"""The title of a text, which may run over several lines, and what stands between it and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 250
"""A line with more signs is text; no title is as long unless a dateline follows it."""
SENTENCE = re.compile(r"[.!?]['\"”’)\]]*$")
LETTERHEAD = re.compile(
    r"(?:the )?(?:(?:\S+ ){0,4}(?:press|information) (?:office|bureau|service|department)"
    r"|council of the (?:eu|european union)|european (?:commission|council|parliament)|nato"
    r"|government of \S+(?: \S+)?|white house|pentagon"
    r"|(?:\S+ ){0,3}(?:ministry|department|office) of (?:\S+ ?){1,6}"
    r"|(?:\S+ ){1,6}public (?:affairs|relations)(?: office)?"
    r"|(?:\S+ ){0,2}(?:embassy|high commission|consulate(?: general)?)(?: (?:of|in|to))? (?:\S+ ?){1,4}"
    r"|(?:.{2,40} [-–—|] )?(?:press|news|media) (?:cent(?:er|re)|note|briefing|communiqué)"
    r"|(?:.{2,40} [-–—|] )?(?:joint |press |media |news )*"
    r"(?:releases?|statement|readout|remarks|transcript|fact ?sheet|advisory|backgrounder|speech|story)"
    r"(?::? (?:no\.? ?)?[(\d][\d() /.-]*)?)",
    re.IGNORECASE,
)
"""Who sends a release, and of which kind it is, above its title."""
SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})
"""Words that have no capital in the name of an office."""
NAMED = re.compile(r" (?:of|in|to) ")
"""A letterhead with a name in it, which a title may look like."""
MARK = re.compile(r"(?:headline|title|slug(?:line)?|subject)\s*:\s+", re.IGNORECASE)
OPENS_ON = re.compile(r"(?:of|in|on|for|to|and|or|with|at|by|from|as|after|over|amid)\b", re.IGNORECASE)
RUNS_ON = re.compile(
    r"(?:,|-|:|;|\b(?:a|an|the|of|in|on|for|to|and|or|with|at|by|from|as|after|over|amid))$", re.IGNORECASE
)


def is_letterhead(line: str) -> bool:
    """Whether a line names who sends a release or of which kind it is, and says nothing of anyone."""
    if LETTERHEAD.fullmatch(line) is None:
        return False
    words = line.split()
    return NAMED.search(line) is None or all(word in SMALL or not word[:1].islower() for word in words)


def of(lines: Sequence[tuple[int, str]]) -> tuple[str | None, tuple[str, ...]]:
    """The title, which may run over several lines, and what stands between it and the text."""
    if not lines:
        return None, ()
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
        or (OPENS_ON.match(line) and _is_headed(title) and _is_headed(line))
    )


def _is_headed(line: str) -> bool:
    """Whether all words but small ones have a capital, as in some headlines."""
    return len(line) < LONGEST / 2 and all(not word[:1].islower() for word in line.split() if len(word) > 3)
