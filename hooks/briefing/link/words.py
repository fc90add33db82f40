"""What a whole word is: where in a text a name may begin and end."""

from __future__ import annotations

import re
from unicodedata import category

# Signs that join words to one; an en dash joins nothing, and two hyphens are a dash.
HYPHENS = frozenset("-\u2010\u2011")
APOSTROPHES = frozenset("'\u2019\u02bc\u2018")
# These make another thing of the word that they touch: C++, AT&T, #India, @India, x=y, 50%India, C:\India.
GLUE = frozenset("&+=\\@#%~")
REACH = 250
"""How far around a name an address is looked for; longer words are scripts without blanks, or no words."""
ENDINGS = re.compile(r"(?:s|d|m|ll|re|ve)(?![^\W_])", re.IGNORECASE)
"""What may follow an apostrophe: the name is still a word of its own."""
ADDRESS = re.compile(r"://|\bwww\.|[\w.+-]@[\w-]", re.IGNORECASE)
# China/India is two names, docs/india is a path.
BEFORE_SLASH = re.compile(r"[^\w/\\.~]*(?:[^\W\d_a-z][\w'’-]*/)+")
AFTER_SLASH = re.compile(r"(?:/[^\W\d_a-z][\w'’-]*)+[^\w/\\]*")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is whole words of prose: no part of a word, compound, address or amount."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (not before or before.isspace()) and (not after or after.isspace()):
        return True
    return _may_begin(text, start) and _may_end(text, end) and not _is_address(text, start, end)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or (sign > "\u02ff" and category(sign)[0] == "M")


def _near(text: str, at: int, step: int) -> tuple[str, int]:
    """The next sign that is seen; format signs, such as those that turn the direction, are not."""
    while (
        0 <= at < len(text) and text[at] >= "\u00ad" and category(text[at]) == "Cf" and text[at] != "\u2063"
    ):
        at += step
    return (text[at], at) if 0 <= at < len(text) else ("", at)


def _may_begin(text: str, start: int) -> bool:
    sign, at = _near(text, start - 1, -1)
    if not sign or sign.isspace():
        return True
    if _is_word(sign) or category(sign) == "Sc" or sign in GLUE:
        return False
    beyond, _ = _near(text, at - 1, -1)
    if sign in HYPHENS:
        return _is_dash(beyond)
    return not (beyond and _is_word(beyond) and (sign in APOSTROPHES or sign == "."))


def _may_end(text: str, end: int) -> bool:
    sign, at = _near(text, end, 1)
    if not sign or sign.isspace():
        return True
    if _is_word(sign) or category(sign) == "Sc" or sign in GLUE:
        return False
    beyond, after = _near(text, at + 1, 1)
    if sign in HYPHENS:
        return _is_dash(beyond)
    if sign in APOSTROPHES and beyond and _is_word(beyond):
        return ENDINGS.match(text, after) is not None
    return not (beyond and _is_word(beyond) and sign in ".:")


def _is_dash(beyond: str) -> bool:
    """Whether a hyphen with this on its other side is used as a dash."""
    return not beyond or beyond.isspace() or beyond in HYPHENS


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the part lies in a path, a web address or an e-mail address."""
    # The sign stands for the name, so that a blank beside it is an end too.
    head = f"{text[max(start - REACH, 0) : start]}|".rsplit(None, 1)[-1][:-1]
    tail = f"|{text[end : end + REACH]}".split(None, 1)[0][1:]
    if ADDRESS.search(f"{head}{text[start:end]}{tail}"):
        return True
    if "/" in head and not BEFORE_SLASH.fullmatch(head):
        return True
    return "/" in tail and not AFTER_SLASH.fullmatch(tail)
