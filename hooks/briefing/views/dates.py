"""Dates in words, in the form that their precision allows: a day only where a day is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from babel import Locale
from babel.dates import format_interval, format_skeleton, get_quarter_names

from briefing.model.edtf import Edtf, NoDate, Precision
from briefing.model.language import WORLD_ENGLISH, locale_of, plain_spaces


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a language says around a date; `{}` is the date."""

    about: str
    perhaps: str
    perhaps_about: str
    day_not_known: str
    month_not_known: str
    month_and_day_not_known: str
    seasons: tuple[str, str, str, str]
    decade: str
    one_of_the_years: str
    or_later: str
    until: str
    since: str
    end_not_known: str
    start_not_known: str
    ended: str


PHRASES: Mapping[str, Phrases] = MappingProxyType(
    {
        "en": Phrases(
            about="about {}",
            perhaps="perhaps {}",
            perhaps_about="perhaps about {}",
            day_not_known="{}, day not known",
            month_not_known="{}, month not known",
            month_and_day_not_known="{}, month and day not known",
            seasons=("spring {}", "summer {}", "autumn {}", "winter {}"),
            decade="{}s",
            one_of_the_years="between {} and {}",
            or_later="{} or later",
            until="until {}",
            since="since {}",
            end_not_known="from {}, end not known",
            start_not_known="until {}, start not known",
            ended="ended, day not known",
        )
    }
)
"""The languages that can say everything. Others say plain dates, and in English what needs a phrase."""

DASH = "\N{EN DASH}"
SKELETONS: Mapping[Precision, str] = MappingProxyType(
    {Precision.DAY: "yMMMd", Precision.MONTH: "yMMM", Precision.QUARTER: "yQQQ", Precision.YEAR: "y"}
)


def in_words(when: Edtf, language: str) -> str:
    """A date as its source knows it: `31 Oct 2025`, `Aug 2024`, `about 2012`, `2024 or later`."""
    return _tongue(language, when.start, when.end).say(when)


def period_in_words(start: Edtf | None, end: Edtf | NoDate | None, language: str) -> str:
    """How long a role was held: `since 31 May 2019` with no end given, `from May 2019, end not known`."""
    tongue = _tongue(language, start, end)
    phrases = tongue.phrases
    if isinstance(end, Edtf):
        return tongue.span(start, end) if start else phrases.until.format(tongue.say(end))
    if end is NoDate.UNKNOWN:
        return phrases.end_not_known.format(tongue.say(start)) if start else phrases.ended
    return phrases.since.format(tongue.say(start)) if start else ""


def day_in_words(day: date, language: str) -> str:
    """A day of the calendar: `3 Nov 2025`."""
    return _formatted(day, "yMMMd", locale_of(language))


def machine(when: Edtf) -> str | None:
    """The value of `<time datetime>`; nothing where HTML could only say it sharper than it is."""
    if when.approximate or when.uncertain:
        return None
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(when.precision)
    return when.text[:length] if length else None


@dataclass(frozen=True, slots=True)
class Tongue:
    """A way of saying dates."""

    locale: Locale
    phrases: Phrases
    shortens: bool  # says once what two dates share; CLDR's patterns for that err in some languages

    def say(self, when: Edtf) -> str:
        phrases = self.phrases
        match when.ends:
            case None:
                return self._single(when)
            case (Edtf() as start, NoDate.OPEN):
                return phrases.or_later.format(self.say(start))
            case (Edtf() as start, NoDate.UNKNOWN):
                return phrases.end_not_known.format(self.say(start))
            case (NoDate.OPEN, Edtf() as end):
                return phrases.until.format(self.say(end))
            case (NoDate.UNKNOWN, Edtf() as end):
                return phrases.start_not_known.format(self.say(end))
            case (Edtf() as start, Edtf() as end):
                return self.span(start, end)
        raise AssertionError(f"{when} is an interval without a date")

    def span(self, start: Edtf, end: Edtf) -> str:
        if self.shortens and start.precision is end.precision and _is_plain(start) and _is_plain(end):
            return self._shortened(start.earliest, end.latest, start.precision)
        first, last = self.say(start), self.say(end)
        return first if first == last else f"{first} {DASH} {last}"

    def _single(self, when: Edtf) -> str:
        known = self._known(when)
        match when.approximate, when.uncertain:
            case True, True:
                return self.phrases.perhaps_about.format(known)
            case True, False:
                return self.phrases.about.format(known)
            case False, True:
                return self.phrases.perhaps.format(known)
        return known

    def _known(self, when: Edtf) -> str:
        phrases, first = self.phrases, when.earliest
        match when.precision, when.unspecified:
            case Precision.SEASON, _:
                return phrases.seasons[first.month // 3 - 1].format(first.year)
            case Precision.QUARTER, _ if self.shortens:
                # The months come first: in India and elsewhere the first quarter begins in April.
                name = get_quarter_names("abbreviated", locale=self.locale)[first.month // 3 + 1]
                return f"{self._shortened(first, when.latest, Precision.MONTH)} ({name})"
            case Precision.DECADE, _ if first.year % 100:
                return phrases.decade.format(first.year)
            case ((Precision.DECADE | Precision.CENTURY), _):
                # "The 2000s" may be ten years or a hundred, and the 21st century begins in 2001.
                return phrases.one_of_the_years.format(first.year, when.latest.year)
        known = _formatted(first, SKELETONS[when.precision], self.locale)
        match when.precision, when.unspecified:
            case Precision.MONTH, Precision.DAY:
                return phrases.day_not_known.format(known)
            case Precision.YEAR, Precision.MONTH:
                return phrases.month_not_known.format(known)
            case Precision.YEAR, Precision.DAY:
                return phrases.month_and_day_not_known.format(known)
        return known

    def _shortened(self, first: date, last: date, precision: Precision) -> str:
        skeleton = "yMMM" if precision is Precision.QUARTER else SKELETONS[precision]
        span = plain_spaces(format_interval(first, last, skeleton, locale=self.locale))
        return re.sub(rf"^(\S+) {DASH} ", rf"\1{DASH}", span)  # between two words a dash stands close


def _tongue(language: str, *ends: Edtf | NoDate | None) -> Tongue:
    locale = locale_of(language)
    if locale.language in PHRASES:
        return Tongue(locale, PHRASES[locale.language], shortens=True)
    english = PHRASES["en"]
    if all(isinstance(end, Edtf) and _is_plain(end) for end in ends):
        return Tongue(locale, english, shortens=False)
    return Tongue(WORLD_ENGLISH, english, shortens=True)


def _is_plain(when: Edtf) -> bool:
    """Whether it can be said without a phrase."""
    return when.precision in SKELETONS and not (when.approximate or when.uncertain or when.unspecified)


def _formatted(day: date, skeleton: str, locale: Locale) -> str:
    return plain_spaces(format_skeleton(skeleton, day, locale=locale))
