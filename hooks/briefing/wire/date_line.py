"""Lines above a text that hold a day, and nothing but a time, a label or a place beside it."""

from __future__ import annotations

import re

from briefing.wire import agencies, byline, dateline, days, head_days, places
from briefing.wire.days import Written

LABEL = re.compile(
    r"\(transcript [^()]*\)|\bby [A-Z]\w+(?: [A-Z]\w+)?"
    r"|\b(?:(?:first |last )?(?:published|posted|updated?|modified|issued|released?|dated?|filed|created"
    r"|delivered|as of|for immediate release|release id)"
    r"(?: on| at| by)?|on|at|time|press release|news release|news|press note|release date)\b\s*:?"
    rf"|[|•·,;:()/–—-]|\b{days.WEEKDAY}\b"
    r"|\bT?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?(?:Z\b)?\s*(?:hrs|hours|[ap]\.?m\b\.?)?|\b\d{1,2}\s*(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:IST|GMT|UTC|EST|EDT|ET|PST|PDT|PT|CST|CDT|CET|CEST|BST|MSK|JST|KST|HKT|SGT|AEST|Z)\b"
    r"|[+-]\d\d:?\d\d\b|\b(?:\d+|one|two|three|four|five) min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s+[-–—|•·/]\s+|\s*\|\s*")
BARS = re.compile(r"[|•·]|\s/\s")
SAKA = re.compile(
    r"\b(?:chaitra|vaisakha|jyai?sh?tha|asadha|ashadha|sh?ravana|bhadra(?:pada)?|asv?ina|ashwina|kartika|agrahayana"
    r"|pausha?|magha|phalguna)\s+\d{1,2},?\s+1[89]\d\d\b(?:\s*\(saka\))?",
    re.IGNORECASE,
)
"""A day of India's own calendar, which stands beside the common one; its year is another."""
OPENING = re.compile(r"\s*(?:[A-Z]{2,}\.?[ '’-]?){1,3}(?:, [A-Z][\w. ]{1,20})?,\s*$")
"""What stands before the day of an old paper's dateline: `ST. PETERSBURG, Oct. 30.`"""


def day_of(line: str) -> Written | None:
    """The day of a line that holds nothing else but a time, a label or a place."""
    if len(line) > dateline.REACH:
        return None
    found = next(head_days.find(line), None)
    if found is None:
        return None
    if _is_nothing(_rest(line)) or _has_own_part(line, found):
        return found
    alone = dateline.alone(line)
    is_sure = alone and (alone.agency or found.year or OPENING.match(line[: found.start]))
    return alone.written if alone and is_sure else None


def place_of(line: str) -> str | None:
    """The place that stands beside a day."""
    parts = PARTS.split(line)
    city = next((part for part in parts if places.is_city(part)), None)
    if city is None and BARS.search(line):
        city = next(filter(_is_one_name, parts), None)
    if city:
        return places.called(city)
    rest = " ".join(_rest(line).split())
    if not rest or agencies.is_known(rest) or agencies.is_staff(rest):
        return None
    alone = dateline.alone(line)
    return alone.place if alone and ":" not in (alone.place or "") else None


def unclear(line: str) -> str | None:
    """The figures of a line that holds nothing but a day which may be read in two ways: `05/06/2025`."""
    found = dateline.FIGURES.search(line) if len(line) <= dateline.REACH and day_of(line) is None else None
    if found is None:
        return None
    parts = (LABEL.sub(" ", dateline.FIGURES.sub(" ", part)) for part in BARS.split(line) if found[0] in part)
    return found[0] if all(map(_is_nothing, parts)) else None


def agrees(figures: str, day: Written) -> bool:
    """Whether figures that may be read in two ways are a day in one of them."""
    return {int(part) for part in re.split(r"\D", figures)[:2]} == {day.day, day.month}


def is_time(line: str) -> bool:
    """Whether a line gives a time of day and nothing else: `17:40 IST`."""
    return len(line) < 30 and any(char.isdecimal() for char in line) and not LABEL.sub("", line).strip()


def common(line: str) -> str:
    """The line without a day of India's own calendar."""
    bare = SAKA.sub("", line)
    return line if bare == line else bare.strip(" ,")


def _rest(line: str) -> str:
    """What a line holds besides days, times and labels."""
    for day in head_days.find(line):
        line = line.replace(day.words, " ", 1)
    return LABEL.sub(" ", line)


def _is_nothing(rest: str) -> bool:
    rest = " ".join(rest.split())
    return not rest or agencies.is_known(rest) or agencies.is_staff(rest) or places.is_city(rest)


def _has_own_part(line: str, found: Written) -> bool:
    """Whether bars part a whole day from the rest: `Shimla | August 18, 2025 05:12 AM | 4 min read`."""
    if not (found.year and BARS.search(line)) or byline.read(line):
        return False
    return any(found.words in part and _is_nothing(_rest(part)) for part in BARS.split(line))


def _is_one_name(part: str) -> bool:
    """Whether a part is one word with a capital, as cities have that no list knows."""
    return (
        part[:1].isupper()
        and part.isalpha()
        and not agencies.is_known(part)
        and LABEL.fullmatch(part) is None
    )
