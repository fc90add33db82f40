"""What the subject of a profile is, for programs: as pages print it, it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.documents import Actor, Profile


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor, a topic or an agreement."""

    type: str = ""
    """`person`, `country`, `organisation` or `group`; empty for what does not act."""
    names: tuple[str, ...] = ()
    """Its other names, each once."""
    wikidata: str = ""
    """`Q668`."""


NOTHING_MORE = Subject()


def of(matter: Profile) -> Subject:
    """The subject of a profile."""
    names = tuple(dict.fromkeys(alias.name for alias in matter.aliases))
    if isinstance(matter, Actor):
        return Subject(matter.type.value, names, matter.wikidata or "")
    return Subject(names=names)
