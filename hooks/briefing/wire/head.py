"""What stands above a text: its title, its date, who wrote and who sent it, and where the text itself begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.wire import agencies, byline, dateline, days, places, remnants
from briefing.wire.dateline import Dateline, Strength
from briefing.wire.days import Written

REACH = 14
"""A head has no more lines, blank ones not counted."""
PROSE = 250
"""A line with more signs is text; no title is as long unless a dateline follows it."""
SENTENCE = re.compile(r"[.!?]['\"”’)\]]*$")
LABEL = re.compile(
    r"\bby [A-Z]\w+(?: [A-Z]\w+)?|(?:(?:first |last )?(?:published|posted|updated|modified|issued"
    r"|released|dated?|filed|created)"
    r"(?: on| at| by)?|on|time|press release|news release|news|press note|release date)\s*:?"
    r"|[|•·,;:()/–—-]|\bat\b"
    r"|\b\d{1,2}(?:[:.]\d\d){1,2}\s*(?:hrs|hours)?|\b\d{1,2}\s*(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:IST|GMT|UTC|EST|EDT|ET|PST|PDT|PT|CST|CDT|CET|CEST|BST|MSK|JST|KST|HKT|SGT|AEST|Z)\b"
    r"|[+-]\d\d:?\d\d\b|\b(?:\d+|one|two|three|four|five) min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:press |media |news )?contacts?(?: person)?\s*:.*|(?:tel|phone|fax|e-?mail)\b.*\d.*", re.IGNORECASE
)
LETTERHEAD = re.compile(
    r"(?:the )?(?:(?:\S+ ){0,4}(?:press|information) (?:office|bureau|release|service|department)"
    r"|government of \S+(?: \S+)?"
    r"|(?:press|news|media) (?:release|note|statement|briefing)|(?:ministry|department"
    r"|office) of (?:\S+ ?){1,5})",
    re.IGNORECASE,
)
"""Who sends a release, above its title."""
TITLE_MARK = re.compile(r"(?:headline|title|slug(?:line)?|subject)\s*:\s+", re.IGNORECASE)
RUNS_ON = re.compile(
    r"(?:,|-|:|;|\b(?:a|an|the|of|in|on|for|to|and|or|with|at|by|from|as|after|over|amid))$", re.IGNORECASE
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
    lines = _unfolded(lines)
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
        found = None if day_of_line(line) else dateline.find(line)
        if (
            found
            and _may_open(found, line, is_first=nth == 0, is_late=has_prose)
            and (best is None or found.strength > best[1].strength)
        ):
            best = number, found
        has_prose = has_prose or len(line) > PROSE
    return best


def _may_open(found: Dateline, line: str, *, is_first: bool, is_late: bool) -> bool:
    """A weak dateline opens a text, not a title, and no dateline but a sure one comes after prose."""
    if found.strength is Strength.STRONG:
        return True
    is_text = len(line) > PROSE / 2 or SENTENCE.search(line.rstrip()) is not None
    return not is_late and (
        not is_first or (is_text and found.strength is Strength.FAIR) or len(line) > PROSE
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
            if has_title and not _continues(lines[last].strip(), line):
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
            below, has_day = number + 1, has_day or day_of_line(line) is not None
        elif _is_prose(lines, number) or SENTENCE.search(line) or (has_day and not is_next):
            break
        else:
            last_title = number
    return below


def _is_prose(lines: Sequence[str], number: int) -> bool:
    """Whether a line is long, a sentence, or the beginning of a wrapped paragraph."""
    line = lines[number].strip()
    if len(line) > PROSE or (len(line) > PROSE / 2 and SENTENCE.search(line)):
        return True
    following = [one.strip() for one in lines[number + 1 : number + 3]]
    wrapped = len(following) == 2 and all(following) and not SENTENCE.search(line) and len(line) > 35
    return wrapped and following[0][:1].islower() and not any(map(_says_of_itself, following))


def _says_of_itself(line: str) -> bool:
    """Whether a line is neither title nor text: a date, a byline, an agency, a mark."""
    return bool(
        remnants.is_one(line)
        or remnants.is_mark(line)
        or CONTACT.fullmatch(line)
        or day_of_line(line)
        or byline.read(line)
        or agencies.is_known(line)
        or agencies.is_staff(line)
    )


def day_of_line(line: str) -> Written | None:
    """The day of a line that holds nothing else but a time, a label or a place."""
    if len(line) > dateline.REACH:
        return None
    found = next(days.find(line), None)
    if found is None:
        return None
    rest = LABEL.sub(" ", f"{line[: found.start]} {line[found.end :]}")
    others = [one.words for one in days.find(rest)]
    for words in others:
        rest = rest.replace(words, " ")
    if not LABEL.sub(" ", rest).strip() or places.is_city(rest.strip()):
        return found
    alone = dateline.alone(line)
    return alone.written if alone and (alone.agency or found.year) else None


def _place_of(line: str) -> str | None:
    """The place that stands beside a day."""
    alone = dateline.alone(line)
    city = next((part for part in re.split(r"\s+[-–—|•]\s+", line) if places.is_city(part)), None)
    return places.called(city) if city else alone.place if alone else None


def _above(lines: Sequence[str], numbers: Sequence[int]) -> Head:
    """The head that some lines make."""
    head = Head()
    titles: list[tuple[int, str]] = []
    for number in numbers:
        line = re.sub(r"\s+", " ", lines[number]).strip()
        day, writer = day_of_line(line), byline.read(line)
        if remnants.is_one(line) or remnants.is_mark(line) or CONTACT.fullmatch(line):
            head = replace(head, removed=(*head.removed, line))
        elif day:
            head = replace(
                head, written=(*head.written, *days.find(line)), place=head.place or _place_of(line)
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
        elif places.is_city(line) and titles:
            head = replace(head, place=head.place or places.called(line))
        else:
            titles.append((number, TITLE_MARK.sub("", line, count=1)))
    title, deck = _title(titles)
    return replace(head, title=title, deck=deck, written=_fullest_first(head.written))


def _fullest_first(found: tuple[Written, ...]) -> tuple[Written, ...]:
    return tuple(sorted(found, key=lambda one: one.year is None))


def _title(lines: Sequence[tuple[int, str]]) -> tuple[str | None, tuple[str, ...]]:
    """The title, which may run over several lines, and what stands between it and the text."""
    if not lines:
        return None, ()
    if len(lines) > 1 and LETTERHEAD.fullmatch(lines[0][1]):
        title, deck = _title(lines[1:])
        return title, (lines[0][1], *deck)
    last, title = lines[0]
    at = 1
    while at < len(lines) and lines[at][0] == last + 1 and _continues(title, lines[at][1]):
        last, title, at = lines[at][0], f"{title} {lines[at][1]}", at + 1
    return title, tuple(text for _, text in lines[at:])


def _continues(title: str, line: str) -> bool:
    """Whether a title runs on in the line below it."""
    if SENTENCE.search(title) or len(title) + len(line) > PROSE:
        return False
    return bool(
        RUNS_ON.search(title)
        or line[:1].islower()
        or (title.isupper() and line.isupper() and len(title) > 30)
    )


def _unfolded(lines: Sequence[str]) -> Sequence[str]:
    """The lines with a head that shares one with the text given lines of its own."""
    for number in [number for number, line in enumerate(lines) if line.strip()][:3]:
        parts = list(_apart(lines[number]))
        if len(parts) > 1:
            return (*lines[:number], *parts, *lines[number + 1 :])
    return lines


def _apart(line: str) -> Iterator[str]:
    """`Title  January 5, 2007  WASHINGTON -- text` and `Title  LONDON, March 5 - text`, piece by piece."""
    start = line[:400]
    if len(line) > PROSE:
        for day in days.find(start):
            before, after = line[: day.start], line[day.end :]
            is_apart = before.endswith("  ") and re.match(r"\s{2,}\S", after) is not None
            opens = after[:1].isspace() and dateline.find(after.strip()) is not None
            if day.year and before.strip() and before[-1:].isspace() and (is_apart or opens):
                yield from (before, day.words, after.strip())
                return
        for gap in re.finditer(r"\s+(?=[A-Z(])", start):
            found = dateline.find(line[gap.end() :]) if gap.start() > 10 else None
            if (
                found
                and found.strength is Strength.STRONG
                and found.place
                and places.in_capitals(found.words.split(",")[0])
            ):
                yield from (line[: gap.start()], line[gap.end() :])
                return
    yield line
