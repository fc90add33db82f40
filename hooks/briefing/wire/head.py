"""What stands above a text: title, date, who wrote and who sent it; and where the text itself begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.wire import (
    agencies,
    byline,
    date_line,
    dateline,
    days,
    labels,
    one_line,
    places,
    remnants,
    title,
)
from briefing.wire.dateline import Dateline, Strength
from briefing.wire.days import Written

REACH = 14
"""A head has no more lines, blank ones not counted."""
CONTACT = re.compile(
    r"(?:press |media |news )?contacts?(?: person)?\s*:.*|(?:tel|phone|fax|e-?mail)\b.*\d.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says of itself before it begins."""

    title: str | None = None
    deck: tuple[str, ...] = ()
    """Lines between title and text, such as a subtitle."""
    place: str | None = None
    written: tuple[Written, ...] = ()
    """The days that it gives, the dateline's first."""
    byline: str | None = None
    agency: str | None = None
    dateline: str | None = None
    removed: tuple[str, ...] = ()


def read(lines: Sequence[str]) -> tuple[Head, tuple[str, ...]]:
    """The head of a text and the lines of the text itself."""
    lines = one_line.unfolded(lines)
    numbers = [number for number, line in enumerate(lines) if line.strip()][:REACH]
    opening = _opening(lines, numbers)
    if opening:
        at, found = opening
        head = _above(lines, [number for number in numbers if number < at])
        body = (lines[at][found.end :].lstrip(), *lines[at + 1 :])
        return _with_dateline(head, found), body
    at = _first_of_text(lines, numbers)
    return _above(lines, [number for number in numbers if number < at]), tuple(lines[at:])


def _with_dateline(head: Head, found: Dateline) -> Head:
    return replace(
        head,
        place=found.place or head.place,
        written=(*filter(None, [found.written]), *head.written),
        agency=found.agency or head.agency,
        dateline=found.words,
    )


def _opening(lines: Sequence[str], numbers: Sequence[int]) -> tuple[int, Dateline] | None:
    """The line on which a dateline opens the text: the surest, of several as sure the first."""
    best: tuple[int, Dateline] | None = None
    has_prose = False
    for nth, number in enumerate(numbers):
        line = lines[number]
        found = None if date_line.day_of(line) or labels.read(line) else dateline.find(line)
        if (
            found
            and _may_open(found, line, is_first=nth == 0, is_late=has_prose)
            and (best is None or found.strength > best[1].strength)
        ):
            best = number, found
        has_prose = has_prose or len(line) > title.LONGEST
    return best


def _may_open(found: Dateline, line: str, *, is_first: bool, is_late: bool) -> bool:
    """A weak dateline opens a text, not a title, and no dateline but a sure one comes after prose."""
    if found.strength is Strength.STRONG:
        return True
    is_text = len(line) > title.LONGEST / 2 or title.SENTENCE.search(line.rstrip()) is not None
    return not is_late and (
        not is_first or (is_text and found.strength is Strength.FAIR) or len(line) > title.LONGEST
    )


def _first_of_text(lines: Sequence[str], numbers: Sequence[int]) -> int:
    """Where the text begins that no dateline opens: after title and dates, or at the first line of prose."""
    has_title = False
    last = -2
    below = _below_details(lines, numbers)
    for nth, number in enumerate(numbers):
        if number < below:
            has_title = has_title or not _says_of_itself(lines[number].strip())
            last = number
            continue
        line = lines[number].strip()
        if _says_of_itself(line):
            has_title = has_title or any(not _says_of_itself(lines[one].strip()) for one in numbers[:nth])
        elif _is_prose(lines, number) or (has_title and number > last + 1):
            return number
        elif nth and number == last + 1 and not _says_of_itself(lines[last].strip()):
            if has_title and not title.continues(lines[last].strip(), line):
                return number
            has_title = True
        else:
            if has_title:
                return number
            has_title = True
        last = number
    return len(lines)


def _below_details(lines: Sequence[str], numbers: Sequence[int]) -> int:
    """The line after the last date or byline that only titles stand above."""
    below, last_title = 0, -1
    has_day = False
    for number in numbers:
        line = lines[number].strip()
        is_next = last_title in (-1, number - 1)
        if _says_of_itself(line):
            below, has_day = number + 1, has_day or date_line.day_of(line) is not None
        elif _is_prose(lines, number) or title.SENTENCE.search(line) or (has_day and not is_next):
            break
        else:
            last_title = number
    return below


def _is_prose(lines: Sequence[str], number: int) -> bool:
    """Whether a line is long, a sentence, or the beginning of a wrapped paragraph."""
    line = lines[number].strip()
    if len(line) > title.LONGEST or (len(line) > title.LONGEST / 2 and title.SENTENCE.search(line)):
        return True
    following = [one.strip() for one in lines[number + 1 : number + 3]]
    wrapped = len(following) == 2 and all(following) and not title.SENTENCE.search(line) and len(line) > 35
    return wrapped and following[0][:1].islower() and not any(map(_says_of_itself, following))


def _says_of_itself(line: str) -> bool:
    """Whether a line is neither title nor text: a date, a byline, an agency, a mark."""
    return bool(
        remnants.is_one(line)
        or remnants.is_mark(line)
        or labels.read(line)
        or (places.is_city(line) and places.in_capitals(line))
        or CONTACT.fullmatch(line)
        or date_line.day_of(line)
        or byline.read(line)
        or agencies.is_known(line)
        or agencies.is_staff(line)
        or (" | " in line and _stands_for(line))
    )


def _above(lines: Sequence[str], numbers: Sequence[int]) -> Head:
    """The head that some lines make."""
    head = Head()
    titles: list[tuple[int, str]] = []
    for number in numbers:
        line = re.sub(r"\s+", " ", lines[number]).strip()
        label = labels.read(line)
        if label and label.key == "byline":
            line = f"By {label.value}"
        day, writer = date_line.day_of(line), byline.read(line)
        if label and not writer:
            head = replace(head, place=head.place or label.place, removed=(*head.removed, line))
        elif remnants.is_one(line) or remnants.is_mark(line) or CONTACT.fullmatch(line):
            head = replace(head, removed=(*head.removed, line))
        elif day:
            head = replace(
                head, written=(*head.written, *days.find(line)), place=head.place or date_line.place_of(line)
            )
        elif writer:
            head = replace(
                head,
                byline=head.byline or writer.names,
                agency=head.agency or writer.agency,
                written=(*head.written, *filter(None, [writer.written])),
                place=head.place or writer.place,
            )
        elif titles and (agencies.is_known(line) or agencies.is_staff(line)):
            head = replace(
                head, agency=head.agency or agencies.within(line) or None, removed=(*head.removed, line)
            )
        elif titles and (city := _stands_for(line)):
            head = replace(head, place=head.place or places.called(city), agency=head.agency or _within(line))
        else:
            line = title.MARK.sub("", line, count=1)
            version = None if titles else title.VERSION.match(line)
            if version:
                line = line[version.end() :]
                head = replace(head, removed=(*head.removed, version[0]))
            titles.append((number, line))
    found, deck = title.of(titles)
    return replace(head, title=found, deck=deck, written=_fullest_first(head.written))


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
