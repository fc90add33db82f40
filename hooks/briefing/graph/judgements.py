"""The register of judgements: what became of each, and what each is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from briefing.graph.hierarchy import Hierarchy
from briefing.graph.succession import Succession
from briefing.model.content import Content, Document
from briefing.model.documents import Brief, Status
from briefing.model.marking import Marking
from briefing.model.parts import Judgement
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.model.scale import SCALES, Scale


class State(StrEnum):
    """Where a judgement stands."""

    DUE = "due"
    OPEN = "open"
    RESOLVED = "resolved"
    REPLACED = "replaced"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Key(NamedTuple):
    """Which judgement: its brief and its id there."""

    brief: Ref
    id: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement of a brief and what became of it."""

    brief: Document[Brief]
    judgement: Judgement
    number: int
    scale: Scale
    """Whose words of likelihood it uses."""
    fate: State | None = None
    """Nothing while it stands."""
    replaced_by: Key | None = None
    replaces: Key | None = None

    @property
    def key(self) -> Key:
        return Key(self.brief.ref, self.judgement.id)

    @property
    def marking(self) -> Marking:
        return self.judgement.marking or self.brief.marking

    def state(self, today: date) -> State:
        """Its fate; while it stands, due once its horizon has passed."""
        horizon = self.judgement.horizon
        return self.fate or (State.DUE if horizon and horizon.is_past(today) else State.OPEN)


@dataclass(frozen=True, slots=True)
class Register:
    """All judgements by brief, newest brief last and in their order there; and those about each profile."""

    all: Mapping[Key, Judged]
    about: Mapping[Ref, tuple[Judged, ...]]

    def of(self, brief: Document[Brief]) -> tuple[Judged, ...]:
        return tuple(self.all[Key(brief.ref, judgement.id)] for judgement in brief.matter.judgements)


def register(content: Content, succession: Succession, hierarchy: Hierarchy, scale: Scale) -> Register:
    """Every judgement; one about a topic is about those above it, too.

    `scale` is that of briefs that name none.
    """
    briefs = sorted(content.briefs, key=lambda brief: (brief.matter.date, brief.ref))
    keys = {Key(brief.ref, judgement.id) for brief in briefs for judgement in brief.matter.judgements}
    replaces = {new: old for brief in briefs for new, old in _replaced(brief) if old in keys and old != new}
    replaced_by = {old: new for new, old in replaces.items()}
    kept = {
        Key(old, key.id): key
        for key in sorted(keys)
        for old in succession.predecessors.get(key.brief, ())
        if Key(old, key.id) in keys and Key(old, key.id) not in replaced_by
    }
    kept_from = {new: old for old, new in kept.items()}
    judged = {}
    for brief in briefs:
        for number, judgement in enumerate(brief.matter.judgements, 1):
            key = Key(brief.ref, judgement.id)
            judged[key] = Judged(
                brief,
                judgement,
                number,
                SCALES.get(brief.matter.scale or "", scale),
                _fate(
                    brief,
                    judgement,
                    is_replaced=key in replaced_by,
                    is_superseded=brief.ref in succession.successors,
                ),
                replaced_by.get(key) or kept.get(key),
                replaces.get(key) or kept_from.get(key),
            )
    about: dict[Ref, list[Judged]] = {}
    for one in judged.values():
        for ref in subjects(one.judgement, hierarchy):
            about.setdefault(ref, []).append(one)
    return Register(
        MappingProxyType(judged), MappingProxyType({ref: tuple(about[ref]) for ref in sorted(about)})
    )


def subjects(judgement: Judgement, hierarchy: Hierarchy) -> tuple[Ref, ...]:
    """What a judgement says that it is about, and the topics above."""
    refs = [ref for written in judgement.about if (ref := parse_ref(written))]
    return tuple(dict.fromkeys((*refs, *hierarchy.raised(ref for ref in refs if ref.kind is Kind.TOPIC))))


def _replaced(brief: Document[Brief]) -> Iterator[tuple[Key, Key]]:
    for judgement in brief.matter.judgements:
        if judgement.replaces:
            old_brief, _, old_id = judgement.replaces.partition("#")
            yield Key(brief.ref, judgement.id), Key(Ref(Kind.BRIEF, old_brief), old_id)


def _fate(
    brief: Document[Brief], judgement: Judgement, *, is_replaced: bool, is_superseded: bool
) -> State | None:
    if brief.matter.status is Status.WITHDRAWN:
        return State.WITHDRAWN
    if judgement.outcome:
        return State.RESOLVED
    if is_replaced:
        return State.REPLACED
    return State.SUPERSEDED if is_superseded else None
