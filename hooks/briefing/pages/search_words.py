"""Words as search compares them, without marks on letters; `docs/assets/js/search.js` makes the same."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.pages import spelling

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
INITIALS = re.compile(r"\b(?:[a-z]\.){2,}", re.ASCII)
"""`U.S.` is the word `us`."""
# A sign of Chinese or Japanese is a word; apostrophes stand within words, underscores do not. What is longer
# than any word is data, and falls into pieces.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]{1,40}(?:'[^\W_]{1,40})*")
SHORTEST_TAIL = 3
COMPOUND = re.compile(r"\b[a-z]{1,20}-[a-z]{1,20}\b", re.ASCII)


def folded(text: str) -> str:
    """The text in small letters, without accents, with initials as one word."""
    plain = text if text.isascii() else BEYOND_ASCII.sub(_run, text)
    return INITIALS.sub(_without_dots, plain.lower())


def words(text: str) -> list[str]:
    """The words of a text in their order; `O'Brien` is `obrien`, `India's` is `india`."""
    return _words(text)[0]


def findable(text: str) -> list[str]:
    """The words of a text, and what else they are typed as.

    What stands behind an apostrophe is a word as well (`brien`, and `accord` of `l'accord`), and so is what
    two words with a hyphen make together: `derisking`.
    """
    found, with_apostrophes = _words(text)
    tails = (word.rpartition("'")[2] for word in with_apostrophes)
    more = [tail for tail in tails if len(tail) >= SHORTEST_TAIL]
    if "-" in text:
        more += [word.replace("-", "") for word in COMPOUND.findall(folded(text))]
    return [*found, *more]


def _words(text: str) -> tuple[list[str], list[str]]:
    """The words, and those of them with apostrophes as they are written."""
    plain = folded(text)
    found: list[str] = WORD.findall(plain)
    if "'" not in plain:
        return found, []
    return [word.removesuffix("'s").replace("'", "") for word in found], [
        word for word in found if "'" in word
    ]


@lru_cache(maxsize=4096)
def _fold(run: str) -> str:
    return spelling.fold(run)


def _run(match: re.Match[str]) -> str:
    return _fold(match[0])


def _without_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "")
