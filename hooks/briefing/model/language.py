"""A site's language (BCP 47) as the locale in whose manner dates and spans of time are written."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

WORLD_ENGLISH = Locale("en", "001")


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
