"""How long an agreement runs: an ISO 8601 duration in years, months, weeks and days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel.units import format_unit

from briefing.model.edtf_advice import quoted
from briefing.model.language import locale_of, plain_spaces

FORM = re.compile(r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?")
UNITS = ("year", "month", "week", "day")


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time as its source counts it: ten years are not 120 months."""

    text: str
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Duration:
    """The duration that a text writes; a `ValueError` tells the author what is wrong and what to write."""
    found = FORM.fullmatch(text)
    if not found or text == "P":
        raise ValueError(f"{quoted(text)} is no duration: {_advice(text)}")
    counts = [int(count or 0) for count in found.groups()]
    if not any(counts):
        raise ValueError(f"{quoted(text)} lasts no time: write how long it runs, as in P10Y")
    return Duration(text, *counts)


def in_words(duration: Duration, language: str = "en") -> str:
    """A duration as readers say it: `10 years`, `1 year 6 months`."""
    counts = (duration.years, duration.months, duration.weeks, duration.days)
    locale = locale_of(language)
    return " ".join(
        plain_spaces(format_unit(count, f"duration-{unit}", locale=locale))
        for count, unit in zip(counts, UNITS, strict=True)
        if count
    )


def _advice(text: str) -> str:
    plain = text.strip().upper()
    if FORM.fullmatch(plain) and plain != "P":
        return f"write {plain}"
    spoken = re.fullmatch(
        r"([0-9]{1,4})[ -]*(?:(Y)(?:EARS?)?|(M)(?:ONTHS?)?|(W)(?:EEKS?)?|(D)(?:AYS?)?)", plain
    )
    if spoken:
        return f"write P{''.join(filter(None, spoken.groups()))}"
    if re.fullmatch(r"P[0-9YMWD]*T.+", plain):
        return "a term has no time of day; write P10Y, P1Y6M or P90D"
    if re.fullmatch(r"P.*[0-9][.,][0-9].*", plain):
        return "write whole numbers, P1Y6M for a year and a half"
    return "write P10Y for ten years, P1Y6M for a year and six months, P90D for ninety days"
