"""Who wrote a text, where a line of its own says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.wire import agencies, days, places
from briefing.wire.days import Written

OPENS = re.compile(
    r"(?:(?:written|reported|story|report) )?by:?\s+|(?:author|reporter|writer)s?\s*:\s*", re.IGNORECASE
)
LONGEST = 160
PARTS = re.compile(r"\s*(?:,|;|\||/|•|·|\s[-–—]\s|\band\b|\bAND\b|&|\s{2,}|\(|\))\s*")
NAME_PART = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_][\w’'.-]*")
JOINERS = frozenset(
    {
        "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "ul", "van",
        "von",
    }
)  # fmt: skip
NO_NAMES = frozenset(
    {
        "a", "all", "an", "her", "his", "its", "no", "numbers", "our", "staff", "the", "this",
    }
)  # fmt: skip


class Byline(NamedTuple):
    """The names of a byline as one text, and what else it says."""

    names: str | None
    agency: str | None = None
    place: str | None = None
    written: Written | None = None


def read(line: str) -> Byline | None:
    """What a byline says; nothing where a line is none."""
    line = line.strip()
    opening = OPENS.match(line) if len(line) <= LONGEST else None
    if not opening or line.endswith(("?", "!")):
        return None
    rest = line[opening.end() :]
    written = next(days.find(rest), None)
    if written:
        rest = f"{rest[: written.start]} , {rest[written.end :]}"
    parts = [one for part in PARTS.split(rest) if part.strip(" .:") for one in _apart(part)]
    names: list[str] = []
    agency = place = None
    is_over = False  # a paper's name ends those of people
    for part in parts:
        if agencies.is_known(part) or agencies.is_staff(part):
            agency = agency or _agency(part)
        elif places.is_city(part) and names:
            place = places.called(part)
        elif not names and not _is_name(part):
            return None
        elif not is_over:
            is_over = not _is_name(part)
            names += [] if is_over else [part]
    return Byline(_listed(names), agency, place, written) if parts else None


def _apart(part: str) -> tuple[str, ...]:
    """A name and the agency that stands beside it without a sign: `JANE ROE Associated Press`."""
    words = part.split()
    for at in range(2, len(words)):
        if agencies.is_known(" ".join(words[at:])) and _is_name(" ".join(words[:at])):
            return " ".join(words[:at]), " ".join(words[at:])
    return (part,)


def _agency(part: str) -> str | None:
    return (agencies.called(part) if agencies.is_known(part) else agencies.within(part)) or None


def _is_name(text: str) -> bool:
    words = text.strip(" .:").split()
    return (
        2 <= len(words) <= 5
        and words[0].casefold() not in NO_NAMES
        and all(NAME_PART.fullmatch(word) and (word[0].isupper() or word in JOINERS) for word in words)
    )


def _listed(names: list[str]) -> str | None:
    """`A, B and C`, whatever stood between them; names in capitals stay so."""
    if len(names) < 2:
        return names[0].strip(" :") if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"
