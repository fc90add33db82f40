"""The lines above a text: which of them say something of it, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.wire import (
    agencies,
    byline,
    date_line,
    head_days,
    labels,
    monitored,
    places,
    remnants,
    slugs,
    title,
)
from briefing.wire.days import Written

CONTACT = re.compile(
    r"(?:press |media |news )?contacts?(?: person)?\s*:(?:\s+(?-i:[^a-z]).*)?"
    r"|(?:tel|telephone|phone|fax|e-?mail)\b\.?(?: no\.?| number)?\s*[:+(\d].*\d.*",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"(?:watch|see|view|more|photos?|source|language|section|category)\s*:|share this ", re.IGNORECASE
)
"""How some remnants and labels begin, and some titles."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says of itself before it begins."""

    title: str | None = None
    deck: tuple[str, ...] = ()
    """Lines between title and text, such as a subtitle."""
    place: str | None = None
    written: tuple[Written, ...] = ()
    """The days that it gives, the dateline's first."""
    unclear: tuple[str, ...] = ()
    """Days in figures that may be read in two ways."""
    byline: str | None = None
    agency: str | None = None
    dateline: str | None = None
    removed: tuple[str, ...] = ()

    def without(self, *lines: str) -> Head:
        """This head, with lines that are no part of the text."""
        return replace(self, removed=(*self.removed, *lines))


def says_of_itself(line: str) -> bool:
    """Whether a line is neither title nor text: a date, a byline, an agency, a mark."""
    return bool(
        remnants.is_one(line)
        or remnants.is_mark(line)
        or labels.read(line)
        or slugs.is_one(line)
        or title.is_letterhead(line)
        or (places.is_city(line) and places.in_capitals(line))
        or places.bracketed(line)
        or places.is_region(line)
        or places.of_office(line)
        or date_line.is_time(line)
        or CONTACT.fullmatch(line)
        or date_line.day_of(line)
        or date_line.unclear(line)
        or monitored.read(line)
        or byline.read(line.strip("()"))
        or agencies.is_known(line)
        or agencies.is_staff(line.strip("()"))
        or (" | " in line and _stands_for(line))
    )


def may_be_title(line: str) -> bool:
    """Whether a line that seems to say something of the text may be its title: `Embassy in Rome to Close`."""
    is_office = title.is_letterhead(line) and title.NAMED.search(line) is not None
    is_sentence = agencies.is_staff(line) and any(word[:1].islower() for word in line.split()[1:-1])
    return bool(
        is_office or is_sentence or CALLS.match(line) or places.is_region(line) or places.of_office(line)
    )


def of(lines: Sequence[str], numbers: Sequence[int], spared: int | None = None) -> Head:
    """The head that some lines make; one of them may be spared, for it is the title whatever it seems."""
    head = Head()
    titles: list[tuple[int, str]] = []
    last = ""
    for number in numbers:
        line = date_line.common(re.sub(r"\s+", " ", lines[number]).strip())
        told = None
        if number != spared:
            told = _of_machines(head, line, last) or _of_day(head, line) or _of_writer(head, line)
        if told is None and number != spared:
            told = _of_sender(head, line, has_title=bool(titles))
        if told is None and (city := places.bracketed(line)):
            told = replace(head, place=head.place or city)
        if told is None:
            line = title.MARK.sub("", line, count=1)
            line, versions = slugs.parted(line) if not titles else (line, ())
            told = head.without(*versions)
            titles.append((number, line))
        head, last = told, line
    found, deck = title.of(titles)
    return replace(head, title=found, deck=deck, written=_fullest_first(head.written))


def _of_machines(head: Head, line: str, last: str) -> Head | None:
    """A head with a line that is for machines, editors or callers, or a label of an archive."""
    label = labels.read(line)
    if label and label.key != "byline":
        whole = [day for day in head_days.find(line) if day.year] if label.key == "source" else []
        return replace(
            head.without(line), place=head.place or label.place, written=(*head.written, *whole[:1])
        )
    is_one = remnants.is_one(line) or remnants.is_mark(line) or CONTACT.fullmatch(line)
    if (
        is_one
        or places.is_region(line)
        or date_line.is_time(line)
        or slugs.is_one(line)
        or slugs.is_keyword(line, last)
    ):
        return head.without(line)
    if title.is_letterhead(line) and not title.RUNS_ON.search(last):
        return head.without(line)
    return None


def _of_day(head: Head, line: str) -> Head | None:
    """A head with a line that gives a day."""
    heard = monitored.read(line)
    if heard:
        return replace(
            head.without(line), written=(*head.written, heard.written), place=head.place or heard.place
        )
    if date_line.day_of(line):
        found = tuple(head_days.find(line))
        return replace(head, written=(*head.written, *found), place=head.place or date_line.place_of(line))
    unclear = date_line.unclear(line)
    return replace(head.without(line), unclear=(*head.unclear, unclear)) if unclear else None


def _of_writer(head: Head, line: str) -> Head | None:
    """A head with a byline."""
    label = labels.read(line)
    writer = byline.read(f"By {label.value}" if label else line.strip("()"))
    if writer is None:
        return head.without(line) if label else None
    return replace(
        head,
        byline=head.byline or writer.names,
        agency=head.agency or writer.agency,
        written=(*head.written, *filter(None, [writer.written])),
        place=head.place or writer.place,
    )


def _of_sender(head: Head, line: str, *, has_title: bool) -> Head | None:
    """A head with the agency, or below its title the city."""
    is_staff = agencies.is_staff(line.strip("()")) and (has_title or agencies.within(line))
    if agencies.is_known(line) or is_staff:
        return replace(head.without(line), agency=head.agency or agencies.within(line) or None)
    if not has_title:
        return None
    if office := places.of_office(line):
        return replace(head, place=head.place or office)
    city = _stands_for(line)
    if not city:
        return None
    return replace(head, place=head.place or places.called(city), agency=head.agency or _within(line))


def _stands_for(line: str) -> str | None:
    """The city of a line that holds nothing but one, or an agency beside it: `PTI | New Delhi`."""
    parts = line.split(" | ")
    cities = [part for part in parts if places.is_city(part)]
    others = [part for part in parts if part not in cities]
    return cities[0] if cities and all(map(agencies.is_known, others)) else None


def _within(line: str) -> str | None:
    """The agency in a line of parts."""
    return next((agencies.called(part) for part in line.split(" | ") if agencies.is_known(part)), None)


def _fullest_first(found: tuple[Written, ...]) -> tuple[Written, ...]:
    return tuple(sorted(found, key=lambda one: one.year is None))
