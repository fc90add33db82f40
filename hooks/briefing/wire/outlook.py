"""Whether a sentence tells a date as past or as yet to come."""

from __future__ import annotations

import re
from enum import Enum


class Outlook(Enum):
    """Which way to look from the day of a text."""

    BACK = -1
    AHEAD = 1
    UNCLEAR = 0


AHEAD = re.compile(
    r"\b(?:(?:will|shall|would|won['’]t)(?: not)?(?: be)?(?: \w+)?"
    r"|(?:(?:is|are|was|were|has|have|been) )?(?:due|set|scheduled|slated|expected|planned|supposed"
    r"|poised|likely) to"
    r"(?: be)?(?: \w+)?|(?:is|are|was|were|has|have) to(?: be)?(?: \w+)?|to be(?: \w+)?"
    r"|(?:plans?|expects?|aims?|intends?|hopes?) to(?: be)?(?: \w+)?"
    r"|due|scheduled|slated|planned|upcoming|forthcoming|(?:is|are) \w+ing|plans?|expects?|aims?"
    r"|intends?|hopes?|going to"
    r"|until|no later than|deadline|ahead of|begins|starts|opens|takes place|ends|runs"
    r"|arrives|departs|sails|resumes|expires)\b|['’]ll\b"
)
BACK = re.compile(
    r"\b(?:was|were|had|has|have|did|\w{2,}ed|said|told|met|held|won|made|gave|took|sent|came|went"
    r"|began|saw|rose|fell"
    r"|left|led|spoke|wrote|lost|found|ago|shot|broke|paid|bought|sold|chose|got|grew|kept|knew|ran"
    r"|stood|struck|thought"
    r"|became|drew|flew|fought|hit|cut|put|let|says|since|after)\b"
)
PURPOSE = re.compile(
    r"\bto (?!the\b|a\b|an\b|its\b|their\b|his\b|her\b|our\b|this\b|that\b|which\b)[a-z]{2,}\b"
)
MOST = 200
"""Words farther away say nothing of a date."""


def of(sentence: str, start: int, end: int) -> Outlook:
    """What the nearest verb before a date says, else the nearest after it."""
    before, after = sentence[max(start - MOST, 0) : start], sentence[end : end + MOST]
    last = {look: _last(pattern, before) for look, pattern in PATTERNS}
    if max(last.values()) >= 0:
        return max(last, key=lambda look: last[look])
    first = {look: _first(pattern, after) for look, pattern in PATTERNS}
    return min(first, key=lambda look: first[look]) if min(first.values()) < MOST else Outlook.UNCLEAR


# On a tie the first counts: `was to meet` looks ahead, `is expected` too.
PATTERNS = ((Outlook.AHEAD, AHEAD), (Outlook.BACK, BACK), (Outlook.UNCLEAR, PURPOSE))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else MOST
