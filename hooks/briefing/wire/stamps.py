"""Days and places that pages print amid a text, and releases below it."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.wire import date_line, places
from briefing.wire.above import Head

STAMP = re.compile(r"(?:first |last )?(?:issued|published|posted|updated|modified)\b", re.IGNORECASE)


def found(head: Head, paragraphs: tuple[str, ...]) -> tuple[Head, tuple[str, ...]]:
    """A head with what stamps say that it does not say itself, and the text without them."""
    first, *others = paragraphs or ("",)
    head, others = _below(head, others)
    stamped = [one for one in others if STAMP.match(one) and date_line.day_of(one)]
    alone = [one for one in others if _is_whole(one)]
    if not stamped and len(alone) == 1 and not head.written:
        stamped = alone  # several days by themselves are the headings of a chronology
    if stamped and not head.written:
        head = replace(head, written=tuple(filter(None, map(date_line.day_of, stamped))))
    return head, (first, *(one for one in others if one not in stamped))[: len(paragraphs)]


def _below(head: Head, others: list[str]) -> tuple[Head, list[str]]:
    """Where and when a release was given, which some ministries print below it."""
    if not others or not _is_whole(others[-1]):
        return head, others
    day = date_line.day_of(others[-1])
    place = date_line.place_of(others[-1])
    others = others[:-1]
    if others and places.is_city(others[-1].rstrip(",")):
        place = places.called(others.pop().rstrip(","))
    if not head.written:
        head = replace(head, written=tuple(filter(None, [day])))
    return replace(head, place=head.place or place), others


def _is_whole(paragraph: str) -> bool:
    """Whether a paragraph is a day with its year, and nothing else."""
    day = date_line.day_of(paragraph)
    return day is not None and day.year is not None
