"""Events without an id that another entry probably tells too: events merge by their ids alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from briefing.model.content import AnyDocument
from briefing.model.edtf import Edtf
from briefing.model.problem import Problem, problem
from briefing.validate.events import is_whole

WORD = re.compile(r"\w+")
COMPARED = 100
"""With how many entries of its date an entry is compared: a day of which more is told is a list of dates."""


class _Entry(NamedTuple):
    document: AnyDocument
    number: int
    id: str | None
    title: str
    words: frozenset[str]


def check(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Each entry without an id that has the date and mostly the words of one of another document."""
    by_date: dict[Edtf | None, list[_Entry]] = defaultdict(list)
    for document in documents:
        for number, event in enumerate(document.matter.events):
            if is_whole(event):
                title = event.title or ""
                by_date[event.date].append(_Entry(document, number, event.id, title, _words(title)))
    for entries in by_date.values():
        for one in entries if len(entries) > 1 else ():
            if one.id is None and (twin := _twin(one, entries)):
                yield _problem(one, twin)


def _twin(one: _Entry, entries: list[_Entry]) -> _Entry | None:
    """An entry of another document that has most of the words of both."""
    words = one.words
    for other in islice(entries, COMPARED):
        is_alike = 3 * len(words & other.words) > len(words) + len(other.words)
        if is_alike and other.document is not one.document:
            return other
    return None


def _problem(one: _Entry, twin: _Entry) -> Problem:
    what = f"this is probably “{twin.title}”, an event of {twin.document.uri}"
    same = f"`id: {twin.id}` here" if twin.id else "the same `id` in both"
    remedy = f"write {same} if it is, so that it is shown once, and an `id` of its own if it is not"
    return problem("B803", one.document.uri, one.document.places["events", one.number], what, remedy)


def _words(title: str) -> frozenset[str]:
    """The words of a title that tell one event from another."""
    words = WORD.findall(title)
    return frozenset(word.casefold() for word in words if len(word) > 3 or not word.islower()) or frozenset(
        {title}
    )
