"""The dates that several tellers give one event: who says which, and whether they can all be true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from briefing.graph import citations
from briefing.graph.citations import Citation
from briefing.graph.tellings import Telling
from briefing.model.content import AnyDocument, Content
from briefing.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class Said:
    """A date of an event, who tells it, and on whose word."""

    date: Edtf
    teller: AnyDocument
    citations: tuple[Citation, ...] = ()


def dates(content: Content, tellings: Iterable[Telling]) -> tuple[Said, ...]:
    """Every date that is said, early before late; expectations are silent once the event is reported."""
    dated = [one for one in tellings if one.entry.date]
    heard = [one for one in dated if not one.is_expectation] or dated
    found = [said for one in heard if not one.is_generated for said in _said(content, one)]
    known = {said.date for said in found}
    found += [
        said for one in heard if one.is_generated for said in _said(content, one) if said.date not in known
    ]
    return tuple(sorted(found, key=lambda said: (said.date.sort_key, said.date.text, said.teller.ref)))


def are_in_dispute(said: Iterable[Said]) -> bool:
    """Whether two dates cannot both be true."""
    dates = {one.date for one in said}
    return any(one.excludes(other) for one, other in combinations(dates, 2))


def _said(content: Content, telling: Telling) -> list[Said]:
    """One teller's dates, each once; its main date rests on the event's sources that say no other."""
    teller, entry = telling.teller, telling.entry
    cited: dict[Edtf, list[Citation]] = {}
    for said in entry.dates:
        cited.setdefault(said.date, []).extend(citations.resolve(content, teller, said.sources))
    if entry.date and entry.date not in cited:
        others = {id(one.source) for found in cited.values() for one in found}
        listed = citations.resolve(content, teller, entry.sources)
        cited[entry.date] = [one for one in listed if id(one.source) not in others]
    return [Said(date, teller, tuple(found)) for date, found in cited.items()]
