"""Words as search compares them, without marks on letters; `docs/assets/js/search.js` makes the same."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.pages import spelling

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
DOTTED = re.compile(r"\.[a-z]\.")
INITIALS = re.compile(r"\b(?:[a-z]\.){2,}", re.ASCII)
"""`U.S.` is the word `us`. To look for such is slow, and not needed where no letter stands between dots."""
# A sign of Chinese or Japanese is a word; apostrophes stand within words, underscores do not. What is longer
# than any word is data, and falls into pieces.
WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]{1,40}+(?:'[^\W_]{1,40}+)*+|[\u3040-\u30ff\u3400-\u9fff]")
PLAIN_WORD = re.compile(r"[a-z0-9]{1,40}+(?:'[a-z0-9]{1,40}+)*+")
"""The same in a folded text of ASCII alone, as most are."""
SHORTEST_TAIL = 3
COMPOUND = re.compile(r"\b[a-z]{1,20}-[a-z]{1,20}\b", re.ASCII)


def folded(text: str) -> str:
    """The text in small letters, without accents, with initials as one word."""
    plain = (text if text.isascii() else BEYOND_ASCII.sub(_run, text)).lower()
    return INITIALS.sub(_without_dots, plain) if DOTTED.search(plain) else plain


def words(text: str) -> list[str]:
    """The words of a text in their order; `O'Brien` is `obrien`, `India's` is `india`."""
    return [_bare(word) for word in _spelt(folded(text))]


def findable(text: str) -> list[str]:
    """The words of a text, and what else they are typed as.

    What stands behind an apostrophe is a word as well (`brien`, and `accord` of `l'accord`), and so is what
    two words with a hyphen make together: `derisking`.
    """
    plain = folded(text)
    found = _spelt(plain)
    more: list[str] = []
    if "'" in plain:
        tails = (word.rpartition("'")[2] for word in found if "'" in word)
        more = [tail for tail in tails if len(tail) >= SHORTEST_TAIL]
        found = [_bare(word) if "'" in word else word for word in found]
    if "-" in text:
        more += [word.replace("-", "") for word in COMPOUND.findall(plain)]
    return found + more


def _spelt(plain: str) -> list[str]:
    """The words of a folded text, with their apostrophes."""
    return (PLAIN_WORD if plain.isascii() else WORD).findall(plain)


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")


@lru_cache(maxsize=4096)
def _fold(run: str) -> str:
    return spelling.fold(run)


def _run(match: re.Match[str]) -> str:
    return _fold(match[0])


def _without_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "")
