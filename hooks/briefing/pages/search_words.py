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
SHORTEST_TAIL, LONGEST = 3, 40
# Most texts are ASCII alone when they are folded. Their words are what blanks stand between, once all other
# signs are blanks, and apostrophes within words are gone: that is found twice as quickly.
BLANKS = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum()})
APOSTROPHE = re.compile(r"'(?<=[a-z0-9]')(?:s(?!'?[a-z0-9])|(?=[a-z0-9]))")
"""One within a word, and the `s` behind the last. It begins with what is found quickly, as `TAIL` does."""
TAIL = re.compile(r"'(?<=[a-z0-9]')([a-z0-9]{3,40}+)(?!'[a-z0-9])")
"""What stands behind the last apostrophe of a word."""
COMPOUND = re.compile(r"\b[a-z]{1,20}-[a-z]{1,20}\b", re.ASCII)


def folded(text: str) -> str:
    """The text in small letters, without accents, with initials as one word."""
    plain = (text if text.isascii() else BEYOND_ASCII.sub(_run, text)).lower()
    return INITIALS.sub(_without_dots, plain) if DOTTED.search(plain) else plain


def words(text: str) -> list[str]:
    """The words of a text in their order; `O'Brien` is `obrien`, `India's` is `india`."""
    return _words(folded(text))


def findable(text: str) -> list[str]:
    """The words of a text, and what else they are typed as.

    What stands behind an apostrophe is a word as well (`brien`, and `accord` of `l'accord`), and so is what
    two words with a hyphen make together: `derisking`.
    """
    plain = folded(text)
    found = _words(plain)
    if "'" in plain:
        found += _tails(plain)
    if "-" in text:
        found += [word.replace("-", "") for word in COMPOUND.findall(plain)]
    return found


def _words(plain: str) -> list[str]:
    """The words of a folded text, without their apostrophes."""
    if plain.isascii():
        whole = APOSTROPHE.sub("", plain) if "'" in plain else plain
        found = whole.translate(BLANKS).split()
        if max(map(len, found), default=0) <= LONGEST:
            return found
    return [word.removesuffix("'s").replace("'", "") for word in WORD.findall(plain)]


def _tails(plain: str) -> list[str]:
    """What stands behind the apostrophes of a folded text, where that is long enough to be a word."""
    if plain.isascii():
        return TAIL.findall(plain)
    tails = (word.rpartition("'")[2] for word in WORD.findall(plain) if "'" in word)
    return [tail for tail in tails if len(tail) >= SHORTEST_TAIL]


@lru_cache(maxsize=4096)
def _fold(run: str) -> str:
    return spelling.fold(run)


def _run(match: re.Match[str]) -> str:
    return _fold(match[0])


def _without_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "")
