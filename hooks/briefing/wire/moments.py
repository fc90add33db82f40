"""Words for a time, and the EDTF date that each means: `on Friday`, `last year`, `between 2007 and 2010`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from re import Match

from briefing.model.edtf_date import month_number
from briefing.wire import days
from briefing.wire.days import DAY, MONTH, YEAR, Written
from briefing.wire.outlook import Outlook

NUMBERS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
} | {"a": 1, "an": 1}
ORDINALS: Mapping[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"

Teller = Callable[[Match[str], date, Outlook], str | None]
"""What words mean on the day of a text; nothing where they have no certain meaning."""


def shifted(day: date, by: int) -> str | None:
    """A day so many days away, as far as the calendar reaches."""
    number = day.toordinal() + by
    return date.fromordinal(number).isoformat() if 1 <= number <= date.max.toordinal() else None


def doubted(day: date | None, outlook: Outlook) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}{'?' if outlook is Outlook.UNCLEAR else ''}"


def nearest(written: Written, today: date, outlook: Outlook) -> date | None:
    """The day that has no year: ahead or back as the sentence looks, else the one that is nearest."""
    if written.year is not None:
        return written.whole
    last, next_ = written.not_after(today), written.not_before(today)
    if outlook is Outlook.UNCLEAR and last and next_:
        return min(last, next_, key=lambda day: abs(day - today))
    return next_ if outlook is Outlook.AHEAD else last


def _weekday(found: Match[str], today: date, outlook: Outlook) -> str | None:
    which = (found["which"] or "").casefold().strip()
    back = (today.weekday() - days.weekday_of(found["name"])) % 7
    if which.startswith(("last", "this past")):
        return shifted(today, -(back or 7))
    ahead = -back % 7
    if which.startswith("next"):
        return shifted(today, ahead or 7)
    if outlook is Outlook.AHEAD or which.startswith("this coming"):
        return shifted(today, ahead)
    day = shifted(today, -back)
    return day and (f"{day}?" if outlook is Outlook.UNCLEAR else day)


def _near(by: int) -> Teller:
    return lambda found, today, outlook: shifted(today, by)


def _of_week(found: Match[str], today: date, outlook: Outlook) -> str | None:
    monday = today - timedelta(min(today.weekday(), today.toordinal() - 1))
    first = {"last": -7, "next": 7}.get(found["which"].casefold(), 0)
    start, end = shifted(monday, first), shifted(monday, first + 6)
    return f"{start}/{end}" if start and end else None


def _weekend(found: Match[str], today: date, outlook: Outlook) -> str | None:
    back = (today.weekday() - 5) % 7
    start = -back if outlook is not Outlook.AHEAD and found["which"].casefold() != "this" else -back % 7
    if back == 1:
        start = -1  # on a Sunday, the weekend is this one
    first, last = shifted(today, start), shifted(today, start + 1)
    return f"{first}/{last}" if first and last else None


def _of_month(found: Match[str], today: date, outlook: Outlook) -> str | None:
    return _month(month_number(today) + {"last": -1, "next": 1}.get(found["which"].casefold(), 0))


def _month(number: int) -> str | None:
    return f"{number // 12:04}-{number % 12 + 1:02}" if 12 <= number < 120_000 else None


def _of_year(found: Match[str], today: date, outlook: Outlook) -> str | None:
    return _year(today.year + {"last": -1, "next": 1}.get(found["which"].casefold(), 0))


def _year(number: int) -> str | None:
    return f"{number:04}" if 1 <= number <= 9999 else None


def _ago(found: Match[str], today: date, outlook: Outlook) -> str | None:
    """Days are exact; weeks, months and years ago are about so long ago."""
    count = NUMBERS.get(found["count"].casefold()) or int(found["count"])
    unit = found["unit"].casefold()
    back = -1 if found["way"].casefold() == "ago" else 1
    if unit == "day":
        return shifted(today, back * count)
    about = (
        shifted(today, back * 7 * count)
        if unit == "week"
        else _month(month_number(today) + back * count)
        if unit == "month"
        else _year(today.year + back * count)
    )
    return about and f"{about}~"


def _named_month(found: Match[str], today: date, outlook: Outlook) -> str | None:
    """A month alone: this year's or last year's, next where the sentence looks ahead."""
    number = month_number(today.replace(month=days.month_of(found["month"]), day=1))
    which = (found["which"] or "").casefold().strip()
    now = month_number(today)
    if which == "next" or (outlook is Outlook.AHEAD and which != "last"):
        number += 12 * (number < now + (which == "next"))
    else:
        number -= 12 * (number > now - (which == "last"))
    month = _month(number)
    return month and (f"{month}?" if outlook is Outlook.UNCLEAR and not which else month)


def _days_of_month(found: Match[str], today: date, outlook: Outlook) -> str | None:
    """`Nov 1-3, 2025`, `November 20 to December 11`."""
    year = int(found["year"]) if found["year"] else None
    month = days.month_of(found["month"])
    other = found.groupdict().get("other")
    first = Written("", 0, month, int(re.sub(r"\D", "", found["first"])), year)
    last = Written(
        "", 0, days.month_of(other) if other else month, int(re.sub(r"\D", "", found["last"])), year
    )
    start = nearest(first, today, outlook)
    end = last.not_before(start) if start and not year else last.whole
    return f"{start}/{end}" if start and end and start < end else None


# Those that need no day of the text to count from.
def _absolute(write: Callable[[Match[str]], str | None]) -> Teller:
    return lambda found, today, outlook: write(found)


def _half(found: Match[str]) -> str:
    first, last = ("01", "06") if ORDINALS[found["nth"].casefold()] == 1 else ("07", "12")
    return f"{found['year']}-{first}/{found['year']}-{last}"


ABSOLUTE: tuple[tuple[str, Teller], ...] = (
    (rf"(?:from|between)\s+(?P<start>{YEAR})\s+(?:to|and|until|till|through)\s+(?P<end>{YEAR})",
     _absolute(lambda found: f"{found['start']}/{found['end']}" if found["start"] < found["end"] else None)),
    (rf"(?P<start>{YEAR})\s?[-–—]\s?(?P<end>{YEAR})",
     _absolute(lambda found: f"{found['start']}/{found['end']}" if found["start"] < found["end"] else None)),
    (rf"(?:the\s+)?(?P<nth>first|second|third|fourth|1st|2nd|3rd"
     rf"|4th)[\s-]quarter\s+(?:of\s+)?(?P<year>{YEAR})",
     _absolute(lambda found: f"{found['year']}-{32 + ORDINALS[found['nth'].casefold()]}")),
    (rf"Q(?P<nth>[1-4])\s+(?:of\s+)?(?P<year>{YEAR})",
     _absolute(lambda found: f"{found['year']}-{32 + int(found['nth'])}")),
    (rf"(?:the\s+)?(?P<nth>first|second)\s+half\s+of\s+(?P<year>{YEAR})", _absolute(_half)),
    (rf"(?:in\s+)?(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{YEAR})",
     _absolute(lambda found: f"{found['year']}-{SEASONS[found['season'].casefold()]}")),
    (rf"(?:(?:in|since|until|by|from|of|for)\s+)?(?:(?:early|mid"
     rf"|late)[\s-](?:in\s+)?)?(?P<month>{MONTH})(?:\s+of)?,?\s+(?P<year>{YEAR})",
     _absolute(lambda found: f"{found['year']}-{days.month_of(found['month']):02}")),
    (r"(?:in\s+|since\s+)?the\s+(?:early\s+|late\s+|mid-?\s?)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s",
     _absolute(lambda found: f"{found['decade']}X")),
    (rf"(?:in|since|by|until|till|during|before|after|from|as of|of|for|early in|late in|early|late|mid"
     rf"|(?P<near>around))[\s-]+"
     rf"(?:(?:early|late|mid)[\s-]+)?(?P<year>{YEAR})(?![\s-]?(?:-|people|dlrs?|dollars?|mln|pct"
     rf"|per\s?cent|tonnes|troops|points))",
     _absolute(lambda found: found["year"] + ("~" if found["near"] else ""))),
)  # fmt: skip

SPANS: tuple[tuple[str, Teller], ...] = (
    (rf"(?:from\s+|between\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY})\s*(?:[-–—]|to|and|until|through)\s*"
     rf"(?P<last>{DAY})(?:\s*,?\s+(?P<year>{YEAR}))?", _days_of_month),
    (rf"(?:from\s+|between\s+)?(?P<first>{DAY})\s*(?:[-–—]|to|and|until"
     rf"|through)\s*(?P<last>{DAY})\s+(?P<month>{MONTH})"
     rf"(?:,?\s+(?P<year>{YEAR}))?", _days_of_month),
    (rf"(?:from\s+|between\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY})\s*(?:[-–—]|to|and|until|through)\s*"
     rf"(?P<other>{MONTH})\s+(?P<last>{DAY})(?:\s*,?\s+(?P<year>{YEAR}))?", _days_of_month),
)  # fmt: skip
"""Stretches of days; they need the day of the text where they give no year."""

RELATIVE: tuple[tuple[str, Teller], ...] = (
    (rf"(?:on\s+|since\s+|until\s+|by\s+|late\s+|early\s+|from\s+)?(?P<which>last\s+|next\s+"
     rf"|this\s+past\s+|this\s+coming\s+|this\s+)?"
     rf"(?<!Black )(?<!Good )(?<!Super )(?<!Bloody )(?<!Easter )(?<!Palm )(?<!Ash )(?P<name>{WEEKDAY})"
     rf"(?!\s+(?-i:[A-Z])(?!\w*day))"
     r"(?:\s+(?:morning|afternoon|evening|night))?", _weekday),
    (r"(?:the\s+)?day\s+before\s+yesterday", _near(-2)),
    (r"(?:the\s+)?day\s+after\s+tomorrow", _near(2)),
    (r"today|tonight|this\s+(?:morning|afternoon|evening)", _near(0)),
    (r"(?:late\s+|early\s+)?yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night", _near(-1)),
    (r"tomorrow(?:\s+(?:morning|afternoon|evening|night))?", _near(1)),
    (r"(?:over\s+|at\s+|during\s+)?(?P<which>the|last|this)\s+weekend", _weekend),
    (r"(?:earlier\s+|later\s+|late\s+|early\s+)?(?P<which>last|this|next)\s+week(?!\s*end|\s+(?:of"
     r"|ended))", _of_week),
    (r"(?:earlier\s+|later\s+|late\s+|early\s+)?(?P<which>last|this|next)\s+month", _of_month),
    (r"(?:earlier\s+|later\s+|late\s+|early\s+|by\s+the\s+end\s+of\s+|the\s+end\s+of\s+)?(?P<which>last"
     r"|this|next)\s+year", _of_year),
    (rf"(?:(?:about|around|nearly|almost|some)\s+)?(?P<count>{NUMBER})\s+(?P<unit>day|week|month"
     rf"|year)s?\s+(?P<way>ago)", _ago),
    (rf"in\s+(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s?['’]?\s+(?P<way>time)", _ago),
    (rf"(?:in\s+|since\s+|until\s+|by\s+|late\s+in\s+|early\s+in\s+|(?:in\s+)?(?:late|early"
     rf"|mid)[\s-])(?P<which>last\s+|next\s+)?"
     rf"(?P<month>{MONTH})(?!\s*\d)", _named_month),
    (rf"(?P<which>last\s+|next\s+)(?P<month>{MONTH})(?!\s*\d)", _named_month),
)  # fmt: skip
"""Words that mean something only on the day of the text."""
