"""Reading dates in the Extended Date/Time Format (Library of Congress, 4 February 2019).

Level 1 is supported, and in addition the quarters of level 2; but a briefing's dates are of the calendar, in
years from 0001 to 9999 and without a time of day. The rest is refused, with what to write instead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from briefing.model import edtf_advice
from briefing.model.edtf_advice import MONTHS, quoted
from briefing.model.edtf_date import (
    MONTHS_IN,
    Edtf,
    NoDate,
    Precision,
    days_of_months,
    finer,
    runs_backwards,
)

__all__ = ["Edtf", "NoDate", "Precision", "Unread", "finer", "parse", "runs_backwards"]

SINGLE = re.compile(
    r"""(?: (?P<masked> [0-9]{2} (?: [0-9]X | XX ) )
          | (?P<year> [0-9]{4} )
            (?: -(?P<part> [0-9]{2} ) (?: -(?P<day> [0-9]{2} | XX ) )?
              | (?P<unspecified> -XX (?: -XX )? ) )? )
        (?P<doubt> [?~%]? )""",
    re.VERBOSE,
)
NO_DATES = frozenset(NoDate)
UNSPECIFIED: Mapping[str, Precision] = {"-XX": Precision.MONTH, "-XX-XX": Precision.DAY}
SEASONS, QUARTERS = range(21, 25), range(33, 37)


class Unread(ValueError):
    """A text that has not the form of a date, and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}: {remedy}")
        self.remedy = remedy


def parse(text: str) -> Edtf:
    """The date that a text writes; a `ValueError` tells the author what is wrong and what to write."""
    read = _read(text)
    if read:
        return read
    meant = edtf_advice.meant(text)
    if meant is not None and _read(meant):
        raise Unread(f"{quoted(text)} is not EDTF", f"write {meant}")
    raise Unread(f"{quoted(text)} is no EDTF date", edtf_advice.reason(text))


def _read(text: str) -> Edtf | None:
    """The date; nothing where the text has another form, a `ValueError` where no such date exists."""
    return _interval(text) if "/" in text else _single(text)


def _interval(text: str) -> Edtf | None:
    first, last, *more = text.split("/")
    start, end = _end(first), _end(last)
    if start is None or end is None or more:
        return None
    dates = [one for one in (start, end) if isinstance(one, Edtf)]
    if not dates:
        raise ValueError(f"{quoted(text)} says nothing: write a date at one end at least")
    if isinstance(start, Edtf) and isinstance(end, Edtf) and runs_backwards(start, end):
        raise ValueError(f"{quoted(text)} runs backwards: {end} is before {start}")
    return Edtf(
        text,
        start.earliest if isinstance(start, Edtf) else date.min,
        end.latest if isinstance(end, Edtf) else date.max,
        Precision.INTERVAL,
        approximate=any(one.approximate for one in dates),
        uncertain=any(one.uncertain for one in dates),
        ends=(start, end),
    )


def _end(text: str) -> Edtf | NoDate | None:
    if text in NO_DATES:
        return NoDate(text)
    single = _single(text)
    if single and "X" in text:
        raise ValueError(f"{quoted(text)} cannot be an end of a span: write it without X, as in 2024-08/2025")
    return single


def _single(text: str) -> Edtf | None:
    found = SINGLE.fullmatch(text)
    if not found:
        return None
    year = int(found["year"] or found["masked"].replace("X", "0"))
    if year == 0:
        raise ValueError(f"{quoted(text)} is no date: years run from 0001 to 9999")
    unspecified = UNSPECIFIED.get(found["unspecified"])
    month = 0
    if found["masked"]:
        precision = Precision.CENTURY if found["masked"].endswith("XX") else Precision.DECADE
    elif found["part"]:
        precision, month = _part_of_year(text, year, int(found["part"]), alone=found["day"] is None)
    else:
        precision = Precision.YEAR
    first = 12 * year + month
    earliest, latest = days_of_months(first, first + MONTHS_IN[precision] - 1)
    if found["day"] == "XX":
        unspecified = Precision.DAY
    elif found["day"]:
        precision, earliest = Precision.DAY, _day(text, earliest, int(found["day"]))
        latest = earliest
    approximate, uncertain = found["doubt"] in {"~", "%"}, found["doubt"] in {"?", "%"}
    return Edtf(text, earliest, latest, precision, approximate, uncertain, unspecified)


def _part_of_year(text: str, year: int, part: int, *, alone: bool) -> tuple[Precision, int]:
    """What the two digits after a year mean, and how many months after January it begins."""
    if 1 <= part <= 12:
        return Precision.MONTH, part - 1
    if alone and part in SEASONS:
        return Precision.SEASON, 3 * SEASONS.index(part) + 2
    if alone and part in QUARTERS:
        return Precision.QUARTER, 3 * QUARTERS.index(part)
    known = "months run from 01 to 12" + (", seasons from 21 to 24, quarters from 33 to 36" if alone else "")
    span = f"; for a span of two years write {year:04}/{year + 1:04}" if part == (year + 1) % 100 else ""
    raise ValueError(f"{quoted(text)} is no date: {known}{span if alone else ''}")


def _day(text: str, month: date, day: int) -> date:
    length = monthrange(month.year, month.month)[1]
    if not 1 <= day <= length:
        name = MONTHS[month.month - 1]
        raise ValueError(f"{quoted(text)} is no date: {name} {month.year} has {length} days")
    return month.replace(day=day)
