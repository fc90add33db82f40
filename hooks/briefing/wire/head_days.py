"""Days in the head of a text: as English writes them, else with the months of other tongues."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from briefing.wire import days
from briefing.wire.days import DAY, YEAR, Written

TONGUES: Mapping[str, str] = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "tr": "ocak şubat mart nisan mayis haziran temmuz ağustos eylül ekim kasim aralik",
}
"""Months in other tongues, Turkish ones with a dot on every i; in running text they may be other words."""
SHORT: Mapping[str, str] = {
    "de": "jän feb mär apr mai jun jul aug sep okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
"""How wires cut them short."""


DOTLESS = "\u0131"
"""Turkish has an i without a dot, which no other tongue takes for one."""


def _plain(word: str) -> str:
    """A word in small letters without marks, so that no month is lost to how it is printed."""
    parts = unicodedata.normalize("NFD", word.casefold().replace(DOTLESS, "i"))
    return "".join(part for part in parts if not unicodedata.combining(part))


MONTHS: Mapping[str, int] = {
    _plain(name): number
    for names in (*TONGUES.values(), *SHORT.values())
    for number, name in enumerate(names.split(), start=1)
}
ABROAD = re.compile(
    rf"(?<![\w/])(?P<day>{DAY})(?:er|\.)?\s+(?:de\s+)?(?P<month>[^\W\d_]{{3,10}})(?!\w)\.?"
    rf"(?:,?\s+(?:del?\s+)?(?P<year>{YEAR}))?(?!\w|[-/]\d)",
    re.IGNORECASE,
)
COMPACT = re.compile(r"\s*(?P<year>19\d\d|20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\s*")
"""A day without signs between its figures, on a line of its own: `19990311`."""
ENGLISH_WORDS = frozenset({"gen", "mag", "out", "set"})
"""Short months that in small letters are other words."""


def find(text: str) -> Iterator[Written]:
    """Every day that a line of a head writes, in order."""
    found = tuple(days.find(text))
    yield from found or _abroad(text)
    if compact := COMPACT.fullmatch(text):
        written = Written(compact[0], 0, *(int(compact[part]) for part in ("month", "day", "year")))
        yield from [written] if written.whole else []


def _abroad(text: str) -> Iterator[Written]:
    for match in ABROAD.finditer(text):
        month = MONTHS.get(_plain(match["month"]))
        if month is None or match["month"] in ENGLISH_WORDS:
            continue
        year = int(match["year"]) if match["year"] else None
        written = Written(match[0], match.start(), month, int(re.sub(r"\D", "", match["day"])), year)
        if written.in_year(year or 2000):
            yield written
