"""What to tell an author whose date is not EDTF: the right form if it is certain, else the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from re import Match
from unicodedata import normalize

from briefing.model.wording import bare

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ABROAD: Mapping[str, int] = {
    "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
}  # fmt: skip
"""Months as German and French write them, where English does not."""
SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
STILL_OPEN = frozenset({"..", "open", "present", "the present", "now", "today", "ongoing"})
SHOWN = 40

Forms = Sequence[tuple[re.Pattern[str], Callable[[Match[str]], str | None]]]
"""Patterns, and what writes what they find."""


def quoted(text: str) -> str:
    """A text as messages show it, shortened where it is long."""
    return f'"{text}"' if len(text) <= SHOWN else f'"{text[:SHOWN]}…"'


def meant(text: str) -> str | None:
    """The EDTF that a text means, where it can mean only one; the calendar is not asked for that day."""
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", normalize("NFKC", bare(text)))
    plain = " ".join(plain.lower().split())
    return _written(plain, FORMS) if len(plain) <= SHOWN else None


def reason(text: str) -> str:
    """The rule that a text breaks, for one whose meaning is not certain."""
    plain = text.strip()
    for pattern, rule in RULES:
        if pattern.fullmatch(plain):
            return rule
    return "write 2024, 2024-08, 2024-08-22, 2024-08~ for about, or a span such as 2024-08/2025-01"


def _written(text: str, forms: Forms) -> str | None:
    for pattern, write in forms:
        found = pattern.fullmatch(text)
        written = write(found) if found else None
        if written is not None:
            return written
    return None


def _as_it_is(found: Match[str]) -> str:
    return found[0].upper().replace("U", "X")


def _named(found: Match[str]) -> str:
    parts = found.groupdict()
    month = ABROAD.get(parts["month"]) or next(
        n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(parts["month"][:3])
    )
    day = f"-{int(parts['day']):02}" if "day" in parts else ""
    return f"{parts['year']}-{month:02}{day}"


def _quarter(found: Match[str]) -> str:
    return f"{found['year']}-{32 + int(found['quarter'])}"


def _half(found: Match[str]) -> str:
    year = found["year"]
    return f"{year}-01/{year}-06" if found["half"] == "1" else f"{year}-07/{year}-12"


def _season(found: Match[str]) -> str:
    return f"{found['year']}-{SEASONS[found['season']]}"


def _decade(found: Match[str]) -> str:
    return f"{found[1]}X"


def _in_figures(found: Match[str]) -> str:
    return f"{found['year']}-{int(found['month']):02}" + (f"-{int(found['day']):02}" if found["day"] else "")


def _day_or_month_first(found: Match[str]) -> str | None:
    """`31/10/2025` and `10/31/2025`; but `05/06/2025` may be a day of May or of June."""
    one, other, year = int(found[1]), int(found[2]), found[3]
    if one > 12 or one == other:
        return f"{year}-{other:02}-{one:02}"
    return f"{year}-{one:02}-{other:02}" if other > 12 else None


def _end_in_two_figures(found: Match[str]) -> str | None:
    """`2024/25`; but `2011/12` may be December 2011."""
    century, year, end = found.groups()
    return f"{century}{year}/{century}{end}" if int(end) > max(12, int(year)) else None


def _doubted(mark: str, forms: Forms) -> Callable[[Match[str]], str | None]:
    def write(found: Match[str]) -> str | None:
        inner = _written(found[1], forms)
        if inner is None or "/" in inner:
            return None
        bare = inner.rstrip("?~%")
        return bare + (mark if inner in (bare, bare + mark) else "%")

    return write


def _end(text: str) -> str | None:
    if text in ("", "unknown"):
        return ""
    written = ".." if text in STILL_OPEN else _written(text, SINGLE)
    return None if written is None or "/" in written else written


def _from_to(start: str, end: str) -> str | None:
    first, last = _end(start), _end(end)
    return None if first is None or last is None else f"{first}/{last}"


def _span(found: Match[str]) -> str | None:
    return _from_to(found[1], found[2])


def _span_that_shares(found: Match[str]) -> str | None:
    """`12-15 October 2025`, `Jan-Mar 2024`: the start borrows what follows the end."""
    start, end, shared = found.groups()
    return _from_to(f"{start} {shared}", f"{end} {shared}")


def _open_end(found: Match[str]) -> str | None:
    return _from_to(found[1], "..")


def _open_start(found: Match[str]) -> str | None:
    return _from_to("..", found[1])


YEAR = r"(?P<year>\d{4})"
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    rf"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|{'|'.join(ABROAD)})\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th|\.|er)?"
GAP = r"[ ,-]+"


def _compiled(*forms: tuple[str, Callable[[Match[str]], str | None]]) -> Forms:
    return tuple((re.compile(pattern), write) for pattern, write in forms)


def _in_doubt(forms: Forms) -> Forms:
    """Dates of some forms with words or signs of doubt around them."""
    return _compiled(
        (r"(.+) ?(?:\?~|~\?)", _doubted("%", forms)),
        (r"(.+) ~", _doubted("~", forms)),
        (r"(.+) \?", _doubted("?", forms)),
        (r"~ ?(\d{4})", _doubted("~", forms)),
        (r"(?:about|around|approximately|approx\.?|circa|ca?\.?) ?(.+)", _doubted("~", forms)),
        (r"(?:perhaps|possibly|maybe) (.+)", _doubted("?", forms)),
    )


PLAIN = _compiled(
    (r"\d{4}(?:-\d\d){0,2}[?~%]?", _as_it_is),
    (r"\d\d[\dux][ux]|\d{4}(?:-\d\d)?-(?:uu|xx)|\d{4}-(?:uu-uu|xx-xx)", _as_it_is),
    (rf"{MONTH}{GAP}{YEAR}", _named),
    (rf"{YEAR}{GAP}{MONTH}", _named),
    (rf"{WEEKDAY}{DAY}(?: of)?{GAP}{MONTH}{GAP}{YEAR}", _named),
    (rf"{WEEKDAY}{MONTH}{GAP}{DAY}{GAP}{YEAR}", _named),
    (rf"q(?P<quarter>[1-4]){GAP}{YEAR}", _quarter),
    (rf"{YEAR}{GAP}q(?P<quarter>[1-4])", _quarter),
    (rf"h(?P<half>[12]){GAP}{YEAR}", _half),
    (rf"{YEAR}{GAP}h(?P<half>[12])", _half),
    (rf"(?P<season>{'|'.join(SEASONS)})(?: of)?{GAP}{YEAR}", _season),
    (r"(?:the )?(\d\d[1-9])0'?s", _decade),
    (rf"{YEAR}-(?P<month>\d)(?P<day>)", _in_figures),
    (rf"{YEAR}([-./])(?P<month>\d\d?)\2(?P<day>\d\d?)", _in_figures),
    (rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)", _in_figures),
    (rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)[t ]\d\d?:?\d\d.*", _in_figures),
    (r"(\d\d?)[-./](\d\d?)[-./](\d{4})", _day_or_month_first),
    (rf"(?P<month>0?[1-9]|1[0-2])[./]{YEAR}(?P<day>)", _in_figures),
    (r"(\d\d)(\d\d)/(\d\d)", _end_in_two_figures),
)
"""Dates as people write them, in lower case with plain hyphens, what each becomes; the first that fits."""
SINGLE = (*PLAIN, *_in_doubt((*PLAIN, *_in_doubt(PLAIN))))
"""One date, in doubt or not. Forms hold others to a fixed depth: to any depth, some texts took for ever."""
FORMS: Forms = (
    *SINGLE,
    *_compiled(
        (r"(?:since|from) (.+)", _open_end),
        (r"(.+?) ?(?:or later|onwards?|and after|-)", _open_end),
        (r"(?:until|up to|till) (.+)", _open_start),
        (r"(?:from )?(.+?) (?:to|until|till|-) (.+)", _span),
        (r"(\d{4})-(\d{4}|\D+)", _span),
        (r"(.+?) ?- ?(\S+) (.+)", _span_that_shares),
        (r"(.+?) ?- ?(.+) (\d{4})", _span_that_shares),
        (r"(.*?) ?/ ?(.*)", _span),
    ),
)
"""And spans, whose ends are single dates."""

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), rule)
    for pattern, rule in (
        (
            r"|unknown|open|none|n\.?d\.?|n/?a|tb[acd]|\?|not known",
            "leave the key out where no date is known",
        ),
        (r"[-\u2212]\d+(?:-\d\d){0,2}|y-?\d+(?:e\d+)?|\d{5,7}|\d{9,}", "years run from 0001 to 9999"),
        (
            r"\d\dx?xx|x+\d*|\dxxx",
            "X may stand for the last one or two digits of a year, as in 202X and 20XX",
        ),
        (
            r"[\d-]*x[\dx-]*[?~%]?",
            "X stands for all of a month or a day, at the end, as in 2024-XX and 2025-10-XX",
        ),
        (r"[\d-]*[?~%][\d?~%-]+", "?, ~ and % stand at the end and hold for all of it, as in 2024-08~"),
        (r"[\[{].*", "one date or one span is due, such as 2024-08/2024-09"),
        (r"\d{4}s\d", "write a decade as 195X, or a span such as 1950/1955"),
        (r"\d\d00'?s", "write 200X for its ten years, 20XX for its hundred"),
        (r"\d{4}/\d\d", "write 2011-12 for a month, 2011/2012 for a span of years"),
        (
            r"\d\d?[-./]\d\d?[-./](?:\d\d){1,2}",
            "it can be read in two ways: write year, month, day, as in 2025-06-05",
        ),
        (r"[^/]*/[^/]*/.*", "a span has two ends, as in 2024-08/2025-01"),
        (
            r"(?:by |before )?(?:the )?(?:end of|ende|fin) .+",
            "write the year or month alone, as in 2027; as a horizon, it lasts until its end",
        ),
    )
)
"""Forms that have no certain meaning, and what to tell their authors; the first that fits."""
