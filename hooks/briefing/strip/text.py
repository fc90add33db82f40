"""Plain text, tables and data: what such a file says is all to be seen, if it is one."""

from __future__ import annotations

import json
import re

from briefing.strip.stripped import Stripped, Unsure

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""Control characters; tabs, line ends and form feeds are for the eye."""
PAGE = re.compile(
    r"\ufeff?\s*(?:<(?:!doctype|html|head|body|script|svg|\?xml|iframe|!--)|%pdf-)", re.IGNORECASE
)
MOST_JSON = 20_000_000


def strip(data: bytes) -> Stripped:
    """The text as it is."""
    _read(data)
    return Stripped(data, ())


def strip_json(data: bytes) -> Stripped:
    """The data as they are."""
    text = _read(data)
    if len(data) > MOST_JSON:
        raise Unsure(f"it has {len(data)} bytes, {MOST_JSON} at most", "split it")
    try:
        json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unsure(f"it is no JSON ({error})", "correct it, or name it .txt") from error
    return Stripped(data, ())


def _read(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unsure("it is no text in UTF-8", "save it as UTF-8") from error
    unseen = UNSEEN.search(text)
    if unseen:
        raise Unsure(f"it holds the control character U+{ord(unseen[0]):04X}", "delete it")
    if PAGE.match(text):
        raise Unsure("it is a page or a paper, whatever its name says")
    return text
