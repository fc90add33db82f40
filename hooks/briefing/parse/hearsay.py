"""The marking that a file may mean whose front matter cannot be read, or says two things."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

from briefing.model.marking import Marking
from briefing.parse.frontmatter import StrictHandler

LOWEST, FEARED = Marking.CLEAR, Marking.AMBER_STRICT
LABELS = MappingProxyType({marking.value.casefold().removeprefix("tlp:"): marking for marking in Marking})
LABEL = re.compile(r"tlp[^\w\n+]*([\w+]*)")
KEY = "marking"
BELOW = re.compile(r"^\W*marking\W", re.MULTILINE)
"""A marking below a line that ends a front matter too early."""


def marking(text: str) -> Marking:
    """The highest one that the front matter of a text mentions, the lowest of all where it mentions none.

    What it mentions and nobody can read is feared, and so is what nobody can tell from the text.
    """
    if not text.strip():
        return LOWEST
    try:
        split = StrictHandler().split(text)
    except ValueError:
        return FEARED
    if BELOW.search(_plain(split.body)):
        return FEARED
    mentioned = [
        LABELS.get(label, FEARED)
        for line in _plain(split.matter).split("\n")
        for label in LABEL.findall(line) or ([KEY] if KEY in line else [])
    ]
    return max(mentioned, default=LOWEST)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
