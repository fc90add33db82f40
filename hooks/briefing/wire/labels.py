"""Lines of archives and feeds that name what they hold: `BYLINE: Jane Roe`, `DATELINE: COLOMBO`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.wire import places

LABEL = re.compile(
    r"(?P<key>by-?line|dateline|place|load-date|section|length|source|publication(?:-type)?|language|category"
    r"|slug(?:line)?|priority|copyright|from|story number|release (?:id|no\.?|number))"
    r"\s*:\s+(?P<value>(?-i:[^\Wa-z])\S*(?: \S+){0,12})",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"(?:from|location|dateline|place)\s*:"
    r"|(?:first |last )?(?:published|posted|updated|issued|delivered on|date)\s*:?",
    re.IGNORECASE,
)
"""A label on a line of its own; what it is of stands on the next."""
RIGHTS = re.compile(r"(?:copyright|\(c\)|©).{0,80}\d{4}.{0,80}|all rights reserved\.?", re.IGNORECASE)
LONGEST = 160


class Label(NamedTuple):
    """What a line names, in small letters, and what it says of it."""

    key: str
    value: str

    @property
    def place(self) -> str | None:
        """The place of a dateline's line, without its country."""
        city = self.value.split(",")[0].strip(" .-–—")
        is_one = self.key in ("dateline", "place") and places.could_be_one(city)
        return places.called(city) if is_one else None


def joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines; a label that stands alone is put beside what it is of."""
    waiting = ""
    for line in lines:
        if waiting and not line.strip():
            yield waiting
            waiting = ""
        if not waiting and ALONE.fullmatch(line.strip()):
            waiting = line.strip()
            continue
        yield f"{waiting} {line.strip()}" if waiting else line
        waiting = ""
    if waiting:
        yield waiting


def read(line: str) -> Label | None:
    """What a line names; nothing where it is of another kind."""
    line = line.strip()
    found = LABEL.fullmatch(line) if len(line) <= LONGEST else None
    if found:
        return Label(found["key"].lower().replace("by-line", "byline"), found["value"])
    return Label("copyright", line) if RIGHTS.fullmatch(line) else None
