"""Dates that a text tells and no event carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import edtf
from briefing.model.content import Content
from briefing.model.documents import Actor, Agreement, Article, Brief
from briefing.model.edtf import Edtf
from briefing.model.edtf_date import Precision
from briefing.model.parts import ProseCheck
from briefing.model.problem import Problem
from briefing.prose.reading import Prose
from briefing.wire import events

FINE = frozenset({Precision.DAY, Precision.MONTH})
"""A year alone is told of so much that it asks for no event."""


def carried(content: Content) -> tuple[Edtf, ...]:
    """The dates of all events, and those that profiles give: of offices, of beginnings, of agreements."""
    return tuple(sorted(set(_carried(content)), key=lambda one: one.text))


def _carried(content: Content) -> Iterator[Edtf]:
    for document in content.documents.values():
        matter = document.matter
        for event in matter.events:
            yield from (date for date in (event.date, *(said.date for said in event.dates)) if date)
        if isinstance(matter, Actor):
            ends = (date for role in matter.roles for date in (role.since, role.until))
            yield from (date for date in (*ends, matter.born, matter.founded) if isinstance(date, Edtf))
        if isinstance(matter, Agreement):
            yield from (date for date in (matter.signed, matter.in_force, matter.expires) if date)


def untold(prose: Prose, told: Sequence[Edtf]) -> Iterator[Problem]:
    """Days and months that lie in no event's date, nor hold one; of texts that are of a day themselves."""
    matter = prose.document.matter
    if not isinstance(matter, Article | Brief):
        return
    own = edtf.parse(matter.date.isoformat())
    seen: set[str] = set()
    for found in events.find(prose.paragraphs, matter.date).events:
        date = edtf.parse(found.date)
        if found.date in seen or date.uncertain or date.precision not in FINE:
            continue
        seen.add(found.date)
        is_told = any(not date.excludes(one) for one in (own, *told))
        if not is_told and prose.is_checked(ProseCheck.DATES, found.words):
            yield prose.problem("B623", found.words, f"no event is at “{found.words}” ({found.date})")
