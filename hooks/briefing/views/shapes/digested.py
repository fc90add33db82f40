"""What digests show: what was new in a week or a month, and the list of all digests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.views.shapes.pieces import Change, DocumentShown, Head, Link
from briefing.views.shapes.statements import Earlier, EventShown, JudgementShown

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """Things of a sort under their heading, as many as a page holds."""

    heading: str
    anchor: str
    items: tuple[T, ...]
    left: int = 0
    """How many more there are."""
    everything: Link | None = None
    """Where all of them are."""

    @property
    def count(self) -> int:
        return len(self.items) + self.left


@dataclass(frozen=True, slots=True)
class ChangedShown:
    """A document that changed, with its notes of those days."""

    document: DocumentShown
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedShown:
    """A judgement, with what it said until one of those days."""

    judgement: JudgementShown
    was: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestShown:
    """`/digests/2025-11/` or `/digests/2025-W45/`: what was published and changed, and what happened."""

    head: Head
    new: tuple[Listed[DocumentShown], ...] = ()
    """Briefs, articles, profiles: those that are not empty."""
    changed: tuple[Listed[ChangedShown], ...] = ()
    """Other documents that changed, in one list or none."""
    judgements: tuple[Listed[JudgedShown], ...] = ()
    """Made, changed, resolved: those that are not empty."""
    events: tuple[Listed[EventShown], ...] = ()
    """Events of these days, in one list or none."""
    upcoming: tuple[EventShown, ...] = ()
    """Events after these days."""
    beside: tuple[Link, ...] = ()
    """Digests of the weeks of this month, or of the months of this week."""
    earlier: Link | None = None
    later: Link | None = None


@dataclass(frozen=True, slots=True)
class DigestLine:
    """A digest in the list of them, with how many documents it tells of."""

    link: Link
    documents: int


@dataclass(frozen=True, slots=True)
class DigestYear:
    """The digests of a year, the newest first."""

    heading: str
    anchor: str
    months: tuple[DigestLine, ...]
    weeks: tuple[DigestLine, ...]


@dataclass(frozen=True, slots=True)
class DigestsShown:
    """`/digests/`: every digest."""

    head: Head
    years: tuple[DigestYear, ...] = ()
