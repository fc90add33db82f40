"""Which actors belong to which: as a part, through an office, as party or signatory of an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.model.content import Content
from briefing.model.parts import Role
from briefing.model.ref import Kind, Ref


@dataclass(frozen=True, slots=True)
class Office:
    """An office and who holds or held it."""

    holder: Ref
    role: Role


@dataclass(frozen=True, slots=True)
class Involvement:
    """An agreement and in what way an actor has to do with it."""

    agreement: Ref
    is_party: bool
    is_signatory: bool


@dataclass(frozen=True, slots=True)
class Affiliations:
    """What each actor has below it or is involved in."""

    parts: Mapping[Ref, tuple[Ref, ...]]
    offices: Mapping[Ref, tuple[Office, ...]]
    agreements: Mapping[Ref, tuple[Involvement, ...]]


def find(content: Content) -> Affiliations:
    """The affiliations of all actors, each list in order of ref."""
    parts: dict[Ref, list[Ref]] = {}
    offices: dict[Ref, list[Office]] = {}
    agreements: dict[Ref, list[Involvement]] = {}
    for actor in sorted(content.actors, key=lambda one: one.ref):
        if actor.matter.part_of:
            parts.setdefault(Ref(Kind.ACTOR, actor.matter.part_of), []).append(actor.ref)
        for role in actor.matter.roles:
            if role.of:
                offices.setdefault(Ref(Kind.ACTOR, role.of), []).append(Office(actor.ref, role))
    for agreement in sorted(content.agreements, key=lambda one: one.ref):
        parties = set(agreement.matter.parties)
        signatories = {signatory.actor for signatory in agreement.matter.signatories if signatory.actor}
        for id_ in sorted(parties | signatories):
            involvement = Involvement(agreement.ref, id_ in parties, id_ in signatories)
            agreements.setdefault(Ref(Kind.ACTOR, id_), []).append(involvement)
    return Affiliations(
        MappingProxyType({ref: tuple(found) for ref, found in parts.items()}),
        MappingProxyType({ref: tuple(found) for ref, found in offices.items()}),
        MappingProxyType({ref: tuple(found) for ref, found in agreements.items()}),
    )
