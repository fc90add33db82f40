"""Events: what several documents tell of one is put together, by its id alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.graph import dating, tellings
from briefing.graph.dating import Said
from briefing.graph.hierarchy import Hierarchy
from briefing.graph.tellings import Telling
from briefing.model.content import Content
from briefing.model.edtf import Edtf
from briefing.model.marking import Marking
from briefing.model.parts import Basis
from briefing.model.ref import Kind, Ref


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
    """Every date with who tells it, early before late."""
    in_dispute: bool
    """Whether two of its dates cannot both be true."""
    tellers: tuple[Ref, ...]
    """First the one whose words are shown."""
    actors: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    agreements: tuple[Ref, ...]
    marking: Marking

    @property
    def order(self) -> tuple[object, ...]:
        return (*self.date.sort_key, self.key)


@dataclass(frozen=True, slots=True)
class Events:
    """All events in order of time, and those of each document that they concern or that tells them."""

    all: tuple[Happening, ...]
    of: Mapping[Ref, tuple[Happening, ...]]


def merge(content: Content, hierarchy: Hierarchy, wanted: Collection[Ref] | None = None) -> Events:
    """The events of all documents, each once; or at least those of the documents `wanted`."""
    told: dict[str, list[Telling]] = {}
    for telling in tellings.collect(content):
        told.setdefault(telling.key, []).append(telling)
    if wanted is not None:
        may_concern = _concerning(hierarchy, wanted)
        told = {key: group for key, group in told.items() if any(map(may_concern, group))}
    happenings = sorted(
        (one for key, group in told.items() if (one := _together(content, key, group))),
        key=lambda one: one.order,
    )
    of: dict[Ref, list[Happening]] = {}
    for happening in happenings:
        for ref in _concerned(content, hierarchy, happening):
            of.setdefault(ref, []).append(happening)
    return Events(tuple(happenings), MappingProxyType({ref: tuple(of[ref]) for ref in sorted(of)}))


def _concerning(hierarchy: Hierarchy, wanted: Collection[Ref]) -> Callable[[Telling], bool]:
    """Tells of a telling whether its event may stand on the timeline of some documents."""
    topics = {below.id for ref in wanted for below in (ref, *hierarchy.below.get(ref, ()))}
    ids = {ref.id for ref in wanted}.union(topics)  # of whatever kind: it may say too often that one may

    def may(telling: Telling) -> bool:
        entry, teller = telling.entry, telling.teller
        named = (entry.actors, entry.agreements, entry.topics, teller.matter.topics, (teller.ref.id,))
        return not all(map(ids.isdisjoint, named))

    return may


def _together(content: Content, key: str, group: Iterable[Telling]) -> Happening | None:
    """One event of all its tellings; nothing where none that is left here writes it out."""
    group = sorted(group, key=lambda one: one.weight)
    whole = [one.entry for one in group if one.is_whole]
    if not whole:
        return None
    said = dating.dates(content, group)
    in_dispute = dating.are_in_dispute(said)
    date = _date(group, said, in_dispute=in_dispute)
    documents = [one for one in group if not one.is_generated]
    return Happening(
        key=key,
        title=whole[0].title or "",
        place=next((entry.place for entry in whole if entry.place), ""),
        date=date,
        basis=next((one.entry.basis for one in group if one.entry.date == date), whole[0].basis),
        said=said,
        in_dispute=in_dispute,
        tellers=tuple(dict.fromkeys(one.teller.ref for one in documents or group)),
        actors=_union(content, Kind.ACTOR, (one.entry.actors for one in group)),
        topics=_union(content, Kind.TOPIC, (one.entry.topics for one in group)),
        agreements=_union(content, Kind.AGREEMENT, (one.entry.agreements for one in group)),
        marking=max(one.marking for one in group),
    )


def _date(group: Iterable[Telling], said: tuple[Said, ...], *, in_dispute: bool) -> Edtf:
    """The date that shows: the main one of who counts first; a finer one where all can be true."""
    heard = {one.date for one in said}
    main = next((one.entry.date for one in group if one.entry.date in heard), None) or said[0].date
    return (
        main if in_dispute else min((main, *(one.date for one in said)), key=lambda date: date.sort_key[1:])
    )


def _union(content: Content, kind: Kind, lists: Iterable[Iterable[str]]) -> tuple[Ref, ...]:
    refs = dict.fromkeys(Ref(kind, id_) for ids in lists for id_ in ids)
    return tuple(ref for ref in refs if ref in content.documents)


def _concerned(content: Content, hierarchy: Hierarchy, happening: Happening) -> Iterable[Ref]:
    """Whose timeline it stands on: an event that names no topic belongs to those of its tellers."""
    topics = happening.topics or tuple(
        Ref(Kind.TOPIC, id_)
        for teller in happening.tellers
        for id_ in content.documents[teller].matter.topics
    )
    return dict.fromkeys(
        (*happening.actors, *happening.agreements, *hierarchy.raised(topics), *happening.tellers)
    )
