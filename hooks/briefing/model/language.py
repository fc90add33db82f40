"""Languages and countries by their codes, and the locale in whose manner dates and spans are written."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

WORLD_ENGLISH = Locale("en", "001")
TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*")
SHORT = 2
NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
"""What CLDR lists beside the countries of ISO 3166; Kosovo's XK is in use and stays."""


def is_language(text: str) -> bool:
    """Whether a text is a tag of BCP 47, its two letters known to ISO 639; of three, CLDR lists too few."""
    found = TAG.fullmatch(text)
    if not found:
        return False
    primary = found[1].lower()
    return len(primary) > SHORT or primary in WORLD_ENGLISH.languages


def is_country(text: str) -> bool:
    """Whether a text is a country's code of two capitals."""
    return len(text) == SHORT and text in WORLD_ENGLISH.territories and text not in NO_COUNTRIES


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a language: plain `en` is that of the world, and so is a language that CLDR lacks."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return WORLD_ENGLISH
    return WORLD_ENGLISH if str(locale) == "en" else locale


def plain_spaces(text: str) -> str:
    """CLDR's thin and no-break spaces made plain, so that a text is found as readers type it."""
    return re.sub(r"[\u00a0\u2009\u202f]", " ", text)
