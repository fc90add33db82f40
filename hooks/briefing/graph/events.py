"""Events: what several documents tell of one is put together, by its id alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.graph import citations, tellings
from briefing.graph.citations import Citation
from briefing.graph.hierarchy import Hierarchy
from briefing.graph.order import newest_first
from briefing.graph.tellings import Telling
from briefing.model.content import AnyDocument, Content
from briefing.model.edtf import Edtf
from briefing.model.marking import Marking
from briefing.model.parts import Basis
from briefing.model.ref import Kind, Ref


@dataclass(frozen=True, slots=True)
class Said:
    """A date of an event, who tells it, and on whose word."""

    date: Edtf
    teller: AnyDocument
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as all its tellers together know it."""

    key: str
    title: str
    place: str
    date: Edtf
    """The finest of the dates; where they exclude each other, the one of the teller who counts first."""
    basis: Basis
    said: tuple[Said, ...]
    """Every date with its tellers, early before late and fine before coarse."""
    tellers: tuple[Ref, ...]
    actors: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    agreements: tuple[Ref, ...]
    marking: Marking

    @property
    def in_dispute(self) -> bool:
        """Whether two of its dates cannot both be true."""
        dates = {said.date for said in self.said}
        return any(one.excludes(other) for one in dates for other in dates)

    @property
    def order(self) -> tuple[object, ...]:
        return (*self.date.sort_key, self.key)


@dataclass(frozen=True, slots=True)
class Events:
    """All events in order of time, and those of each document that they concern or that tells them."""

    all: tuple[Happening, ...]
    of: Mapping[Ref, tuple[Happening, ...]]


def merge(content: Content, hierarchy: Hierarchy) -> Events:
    """The events of all documents, each once."""
    told: dict[str, list[Telling]] = {}
    for telling in tellings.collect(content):
        told.setdefault(telling.key, []).append(telling)
    happenings = sorted(
        (one for key, group in told.items() if (one := _together(content, key, group))), key=lambda one: one.order
    )
    of: dict[Ref, list[Happening]] = {}
    for happening in happenings:
        for ref in _concerned(content, hierarchy, happening):
            of.setdefault(ref, []).append(happening)
    return Events(tuple(happenings), MappingProxyType({ref: tuple(of[ref]) for ref in sorted(of)}))


def _together(content: Content, key: str, group: Iterable[Telling]) -> Happening | None:
    """One event of all its tellings; nothing where none that is left here writes it out."""
    group = sorted(group, key=lambda one: one.weight)
    whole = [one for one in group if one.is_whole]
    if not whole or not whole[0].entry.date:
        return None
    best = whole[0].entry
    said = _dates(content, group)
    date = whole[0].entry.date
    if not any(date.excludes(one.date) for one in said):
        date = min((date, *(one.date for one in said)), key=lambda one: one.sort_key[1:])
    documents = [one for one in group if not one.is_generated]
    return Happening(
        key=key,
        title=best.title or "",
        place=next((one.entry.place for one in whole if one.entry.place), ""),
        date=date,
        basis=next((one.entry.basis for one in documents if one.entry.date == date), best.basis),
        said=said,
        tellers=newest_first(content, (one.teller.ref for one in documents or group)),
        actors=_union(content, Kind.ACTOR, (one.entry.actors for one in group)),
        topics=_union(content, Kind.TOPIC, (one.entry.topics for one in group)),
        agreements=_union(content, Kind.AGREEMENT, (one.entry.agreements for one in group)),
        marking=max(one.marking for one in group),
    )


def _dates(content: Content, group: Iterable[Telling]) -> tuple[Said, ...]:
    """Every date that is said; an expectation says nothing more once a document reports the event."""
    dated = [one for one in group if one.entry.date]
    is_reported = any(one.entry.basis is not Basis.EXPECTED and not one.is_generated for one in dated)
    kept = [one for one in dated if not is_reported or one.entry.basis is not Basis.EXPECTED]
    found = [said for one in kept for said in _said(content, one)]
    return tuple(sorted(found, key=lambda said: (said.date.sort_key, said.date.text, said.teller.ref)))


def _said(content: Content, telling: Telling) -> Iterable[Said]:
    """One teller's dates, each once; its main date rests on those of the event's sources that say no other."""
    teller, entry = telling.teller, telling.entry
    cited: dict[Edtf, list[Citation]] = {}
    for said in entry.dates:
        cited.setdefault(said.date, []).extend(citations.resolve(content, teller, said.sources))
    if entry.date and entry.date not in cited:
        others = {id(one.source) for found in cited.values() for one in found}
        listed = citations.resolve(content, teller, entry.sources)
        cited[entry.date] = [one for one in listed if id(one.source) not in others]
    return [Said(date, teller, tuple(found)) for date, found in cited.items()]


def _union(content: Content, kind: Kind, lists: Iterable[Iterable[str]]) -> tuple[Ref, ...]:
    refs = dict.fromkeys(Ref(kind, id_) for ids in lists for id_ in ids)
    return tuple(ref for ref in refs if ref in content.documents)


def _concerned(content: Content, hierarchy: Hierarchy, happening: Happening) -> Iterable[Ref]:
    """Whose timeline it stands on: an event that names no topic belongs to those of the documents that tell it."""
    topics = happening.topics or tuple(
        Ref(Kind.TOPIC, id_) for teller in happening.tellers for id_ in content.documents[teller].matter.topics
    )
    return dict.fromkeys((*happening.actors, *happening.agreements, *hierarchy.raised(topics), *happening.tellers))
