"""The dates of a text, each with the words that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import edtf
from briefing.wire import days, moments, outlook, sentences
from briefing.wire.moments import Teller
from briefing.wire.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Event:
    """A date that a text gives, and where."""

    date: str
    """In EDTF."""
    words: str
    sentence: str
    paragraph: int
    """Counted from 1."""
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The dates of a text, and the words for dates that could not be told."""

    events: tuple[Event, ...]
    untold: tuple[str, ...]


def _compiled(forms: Sequence[tuple[str, Teller]], flags: int) -> tuple[tuple[re.Pattern[str], Teller], ...]:
    return tuple((re.compile(rf"(?<![\w$€£#]){form}(?![\w%])", flags), teller) for form, teller in forms)


# A fiscal or a model year is no year of the calendar.
NO_YEAR = re.compile(
    r"(?:fiscal|financial|model|tax|school|academic|crop|marketing)(?: year)?s?,?\s*$", re.IGNORECASE
)
SPANS = _compiled(moments.SPANS, 0)
ABSOLUTE = _compiled(moments.ABSOLUTE, re.IGNORECASE)
RELATIVE = _compiled(moments.RELATIVE, re.IGNORECASE)
LEAD = re.compile(r"(?:on|since|until|by|from|before|after|of)\s+(?:the\s+)?$", re.IGNORECASE)


def find(paragraphs: Sequence[str], today: date | None) -> Found:
    """Every date that the paragraphs give; relative ones count from the day of the text, if it is known."""
    events: dict[tuple[str, str], Event] = {}
    untold: dict[str, None] = {}
    for number, paragraph in enumerate(paragraphs, start=1):
        for _, sentence in sentences.of(paragraph):
            for words, told, look in _told(sentence, today):
                if told is None:
                    untold[words] = None
                    continue
                event = Event(told, words, sentence.strip(), number, _is_ahead(told, today, look))
                events.setdefault((told, words.casefold()), event)
    return Found(tuple(events.values()), tuple(untold))


def _is_ahead(told: str, today: date | None, look: Outlook) -> bool:
    when = edtf.parse(told)
    return when.is_future(today) if today else look is Outlook.AHEAD


def _told(sentence: str, today: date | None) -> Iterator[tuple[str, str | None, Outlook]]:
    """Words and meaning of each date of a sentence, in its order."""
    for _, words, told, look in sorted(_claims(sentence, today), key=lambda one: one[0]):
        yield words, told, look


def _claims(sentence: str, today: date | None) -> Iterator[tuple[int, str, str | None, Outlook]]:
    """Dates by kind, the surest kind first; a stretch of text belongs to the first that takes it."""
    taken: list[tuple[int, int]] = []

    def is_free(start: int, end: int) -> bool:
        return all(end <= one or start >= other for one, other in taken)

    for start, end, told in (*_by_forms(sentence, SPANS, today), *_by_day(sentence, today)):
        if is_free(start, end):
            taken.append((start, end))
            yield start, sentence[start:end], _valid(told), outlook.of(sentence, start, end)
    for forms in (ABSOLUTE, RELATIVE):
        for start, end, told in _by_forms(sentence, forms, today):
            if is_free(start, end) and (told or today is None):
                taken.append((start, end))
                yield start, sentence[start:end], _valid(told), outlook.of(sentence, start, end)


def _by_forms(
    sentence: str, forms: Sequence[tuple[re.Pattern[str], Teller]], today: date | None
) -> Iterator[tuple[int, int, str | None]]:
    for pattern, teller in forms:
        for match in pattern.finditer(sentence):
            if NO_YEAR.search(sentence[: match.start()]) and match.groupdict().get("year"):
                continue
            needs_today = forms is RELATIVE or (forms is SPANS and not match["year"])
            if needs_today and today is None:
                yield match.start(), match.end(), None
                continue
            look = outlook.of(sentence, match.start(), match.end())
            yield match.start(), match.end(), teller(match, today or date.min, look)


def _by_day(sentence: str, today: date | None) -> Iterator[tuple[int, int, str | None]]:
    """Days that are written out; `on` before one is part of its words."""
    for written in days.find(sentence):
        lead = LEAD.search(sentence[: written.start])
        start = lead.start() if lead else written.start
        look = outlook.of(sentence, start, written.end)
        if written.year is None and today is None:
            yield start, written.end, None
            continue
        day = moments.nearest(written, today or date.min, look)
        yield start, written.end, moments.doubted(day, Outlook.BACK if written.year else look)


def _valid(told: str | None) -> str | None:
    """The date, where the calendar has it."""
    if told is None:
        return None
    try:
        return edtf.parse(told).text
    except ValueError:
        return None
