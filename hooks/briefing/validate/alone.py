"""Problems that a file has by itself: as long as it stays as it is, no other file brings or takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.model.content import AnyDocument
from briefing.model.problem import Problem
from briefing.parse.documents import Parsed
from briefing.validate import days, ids, lists, names, sections, sizes, summaries, unwritten


def as_written(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """What is wrong in front matter and body before any of it is typed."""
    for one in parsed:
        yield from ids.form((one,))
        yield from lists.check((one,))
        yield from names.short((one,))
        yield from unwritten.check((one,))
        yield from sections.faults((one,))


def as_typed(documents: Iterable[AnyDocument], today: date) -> Iterator[Problem]:
    """What is wrong with values that have the right form."""
    for one in documents:
        yield from sizes.check((one,))
        yield from days.check((one,), today)
        yield from summaries.check((one,))
