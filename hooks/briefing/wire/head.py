"""What stands above a text: title, date, who wrote and who sent it; and where the text itself begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from briefing.wire import above, byline, date_line, dateline, labels, mail, monitored, one_line, slugs, title
from briefing.wire.above import Head, says_of_itself
from briefing.wire.dateline import Dateline, Strength
from briefing.wire.mail import Letter

REACH = 14
"""A head has no more lines, blank ones not counted."""
SENDER = re.compile(r"(?:[A-Z][\w.’'&-]*|and|for|of|the)(?: (?:[A-Z][\w.’'&-]*|and|for|of|the)){0,7}")
"""Who sends a release, behind its dateline on a line of its own."""
MOST = 60
"""Nor more with them."""


def read(lines: Sequence[str]) -> tuple[Head, tuple[str, ...], int]:
    """The head of a text, the lines of the text itself, and how much of the first line the head has taken."""
    letter = mail.opened(lines)
    near = labels.joined(list(slugs.unmarked(letter.lines[:MOST])))
    lines = one_line.unfolded((*near, *letter.lines[MOST:]))
    numbers = [number for number, line in enumerate(lines) if line.strip()][:REACH]
    tells = {number for number in numbers if says_of_itself(lines[number].strip())}
    opening = _opening(lines, numbers)
    spared = _spared(lines, numbers, tells, opening and opening[0])
    tells.discard(-1 if spared is None else spared)
    at = opening[0] if opening else _first_of_text(lines, numbers, tells)
    head = above.of(lines, [number for number in numbers if number < at], spared)
    body, taken = tuple(lines[at:]), 0
    if opening:
        head, taken = _with_dateline(head, opening[1]), opening[1].end
        body = (body[0][taken:].lstrip(), *body[1:])
        if len(body) > 1 and not body[1].strip() and SENDER.fullmatch(body[0]):
            head, body = head.without(body[0]), body[1:]
    head, body = _without_excerpt(_with_letter(head, letter), body)
    return head, body, taken


def _spared(
    lines: Sequence[str], numbers: Sequence[int], tells: AbstractSet[int], opening: int | None
) -> int | None:
    """The first line, where it stands right above a day, a byline or the text: it can only be the title."""
    if len(numbers) < 2 or not above.may_be_title(lines[numbers[0]].strip()):
        return None
    first, second = numbers[:2]
    is_above = second == opening or (second in tells and not title.is_letterhead(lines[second].strip()))
    return first if is_above else None


def _with_letter(head: Head, letter: Letter) -> Head:
    """A head with what the headers of a letter say that it does not say itself."""
    return replace(
        head,
        title=head.title or letter.subject,
        written=(*head.written, *filter(None, [letter.written])),
        removed=(*letter.removed, *head.removed),
    )


def _without_excerpt(head: Head, body: tuple[str, ...]) -> tuple[Head, tuple[str, ...]]:
    """Head and text, where the text begins by saying how much of the whole it is."""
    at = next((at for at, line in enumerate(body) if line.strip()), len(body))
    while at < len(body) and (told := monitored.EXCERPT.match(body[at].lstrip())):
        head = head.without(told[0].strip())
        rest = body[at].lstrip()[told.end() :]
        body = (*body[:at], rest, *body[at + 1 :])
        if rest:
            break
        at = next((below for below in range(at, len(body)) if body[below].strip()), len(body))
    return head, body


def _with_dateline(head: Head, found: Dateline) -> Head:
    figures = () if found.written else dateline.FIGURES.finditer(found.words)
    return replace(
        head,
        place=found.place or head.place,
        written=(*filter(None, [found.written]), *head.written),
        unclear=(*head.unclear, *(one[0] for one in figures)),
        agency=found.agency or head.agency,
        dateline=found.words,
    )


def _opening(lines: Sequence[str], numbers: Sequence[int]) -> tuple[int, Dateline] | None:
    """The line on which a dateline opens the text: the surest, of several as sure the first."""
    best: tuple[int, Dateline] | None = None
    has_prose = False
    for nth, number in enumerate(numbers):
        line = lines[number]
        found = None if _is_no_opening(line) else dateline.find(line)
        if (
            found
            and _may_open(found, line, is_first=nth == 0, is_late=has_prose)
            and (best is None or _surer(found, best[1]))
        ):
            best = number, found
        has_prose = has_prose or len(line) > title.LONGEST
    return best


def _is_no_opening(line: str) -> bool:
    """Whether a line has a purpose of its own, though it may look like a dateline."""
    return bool(date_line.day_of(line) or labels.read(line) or slugs.OPENS.match(line.strip()))


def _surer(one: Dateline, other: Dateline) -> bool:
    """Whether a dateline further down is the text's: it is stronger, or has a place, and the other none."""
    return one.strength > other.strength or (
        one.strength is other.strength and bool(one.place) and not other.place and one.written is not None
    )


def _may_open(found: Dateline, line: str, *, is_first: bool, is_late: bool) -> bool:
    """A weak dateline opens a text, not a title, and no dateline but a sure one comes after prose."""
    if found.strength is Strength.STRONG:
        return True
    is_text = len(line) > title.LONGEST / 2 or title.SENTENCE.search(line.rstrip()) is not None
    return not is_late and (
        not is_first or (is_text and found.strength is Strength.FAIR) or len(line) > title.LONGEST
    )


def _first_of_text(lines: Sequence[str], numbers: Sequence[int], tells: AbstractSet[int]) -> int:
    """Where the text begins that no dateline opens: after title and dates, or at the first line of prose."""
    has_title = False
    last = -2
    below = _below_details(lines, numbers, tells)
    for nth, number in enumerate(numbers):
        if number < below:
            has_title = has_title or number not in tells
            last = number
            continue
        line = lines[number].strip()
        if number in tells:
            has_title = has_title or any(one not in tells for one in numbers[:nth])
        elif _is_prose(lines, number) or (has_title and number > last + 1):
            return number
        elif nth and number == last + 1 and last not in tells:
            if has_title and not title.continues(lines[last].strip(), line):
                return number
            has_title = True
        else:
            if has_title:
                return number
            has_title = True
        last = number
    return len(lines)


def _below_details(lines: Sequence[str], numbers: Sequence[int], tells: AbstractSet[int]) -> int:
    """The line after the last date or byline that only titles stand above."""
    below, last_title = 0, -1
    has_day = False
    for number in numbers:
        line = lines[number].strip()
        is_next = last_title in (-1, number - 1)
        if number in tells:
            below, has_day = number + 1, has_day or date_line.day_of(line) is not None
        elif _is_prose(lines, number) or title.SENTENCE.search(line) or (has_day and not is_next):
            if has_day or not _is_standfirst(lines, numbers, number):
                break
        else:
            last_title = number
    return below


def _is_standfirst(lines: Sequence[str], numbers: Sequence[int], number: int) -> bool:
    """Whether a sentence below the title is one that pages put above the writer and the day."""
    nth = numbers.index(number)
    if nth == 0 or nth + 1 == len(numbers) or len(lines[number]) > 2 * title.LONGEST:
        return False
    line = lines[numbers[nth + 1]].strip()
    day = date_line.day_of(line)
    return bool(byline.read(line) or labels.read(line) or (day and day.year))


def _is_prose(lines: Sequence[str], number: int) -> bool:
    """Whether a line is long, a sentence, or the beginning of a wrapped paragraph."""
    line = lines[number].strip()
    if len(line) > title.LONGEST or (len(line) > title.LONGEST / 2 and title.SENTENCE.search(line)):
        return True
    following = [one.strip() for one in lines[number + 1 : number + 3]]
    wrapped = len(following) == 2 and all(following) and not title.SENTENCE.search(line) and len(line) > 35
    return wrapped and following[0][:1].islower() and not any(map(says_of_itself, following))
