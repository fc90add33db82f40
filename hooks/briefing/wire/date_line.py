"""Lines above a text that hold a day, and nothing but a time, a label or a place beside it."""

from __future__ import annotations

import re

from briefing.wire import agencies, dateline, days, places
from briefing.wire.days import Written

LABEL = re.compile(
    r"\bby [A-Z]\w+(?: [A-Z]\w+)?"
    r"|\b(?:(?:first |last )?(?:published|posted|updated|modified|issued|released|dated?|filed|created)"
    r"(?: on| at| by)?|on|at|time|press release|news release|news|press note|release date)\b\s*:?"
    rf"|[|•·,;:()/–—-]|\b{days.WEEKDAY}\b"
    r"|\b\d{1,2}(?:[:.]\d\d){1,2}\s*(?:hrs|hours)?|\b\d{1,2}\s*(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:IST|GMT|UTC|EST|EDT|ET|PST|PDT|PT|CST|CDT|CET|CEST|BST|MSK|JST|KST|HKT|SGT|AEST|Z)\b"
    r"|[+-]\d\d:?\d\d\b|\b(?:\d+|one|two|three|four|five) min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s+[-–—|•]\s+")


def day_of(line: str) -> Written | None:
    """The day of a line that holds nothing else but a time, a label or a place."""
    if len(line) > dateline.REACH:
        return None
    found = next(days.find(line), None)
    if found is None:
        return None
    rest = LABEL.sub(" ", f"{line[: found.start]} {line[found.end :]}")
    others = [one.words for one in days.find(rest)]
    for words in others:
        rest = rest.replace(words, " ")
    left = LABEL.sub(" ", rest).strip()
    if not left or agencies.is_known(left) or places.is_city(rest.strip()):
        return found
    alone = dateline.alone(line)
    return alone.written if alone and (alone.agency or found.year) else None


def place_of(line: str) -> str | None:
    """The place that stands beside a day."""
    alone = dateline.alone(line)
    city = next((part for part in PARTS.split(line) if places.is_city(part)), None)
    if city:
        return places.called(city)
    return alone.place if alone and ":" not in (alone.place or "") else None
