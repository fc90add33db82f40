"""What a report says: every change that readers of one audience would notice, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.problem import Problem
from briefing.model.source import Address, SrcUri


class State(StrEnum):
    """What became of a document, an event, a page or a file."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


class Subject(StrEnum):
    """What a value of the front matter is of."""

    JUDGEMENT = "judgements"
    MARKING = "markings"
    DATE = "dates"
    ACTOR = "actors"
    TOPIC = "topics"
    SOURCE = "sources"
    OTHER = "other"


class Fate(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text that share their fate."""

    fate: Fate
    text: str


Paragraph = tuple[Words, ...]
"""A paragraph in which something changed, from its first word to its last."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value, old beside new; empty where it was, or is, not there."""

    subject: Subject
    name: str
    """`judgement j1 · likelihood`."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document or hand-written page of which readers see something else."""

    name: str
    """`briefs/harbour`; of a hand-written page its address."""
    kind: str
    """`brief`, `article`, `actor`, `topic`, `agreement` or `page`."""
    title: str
    file: SrcUri
    state: State
    was: str = ""
    """Its name before it moved."""
    values: tuple[ValueChange, ...] = ()
    text: tuple[Paragraph, ...] = ()
    is_dressed_otherwise: bool = False
    """Links, layout or pictures differ, and no word does."""


@dataclass(frozen=True, slots=True, order=True)
class LinkChange:
    """A way from one document to another."""

    origin: str
    target: str
    way: str
    """`names it`, `rests on it` …"""


@dataclass(frozen=True, slots=True)
class EventChange:
    """An entry of the timeline."""

    key: str
    state: State
    date: str
    title: str
    values: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A profile: `actors/india`, India."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that shows something else than it did."""

    address: Address
    title: str
    state: State


@dataclass(frozen=True, slots=True)
class FileChange:
    """A picture, paper or file of data that is published."""

    path: SrcUri
    state: State


@dataclass(frozen=True, slots=True)
class Found:
    """Problems that are there now and were not, or the other way round."""

    told: tuple[Problem, ...] = ()
    untold: int = 0
    """How many are in documents that the audience may not see."""
    errors: int = 0
    """How many of all these are errors."""

    @property
    def count(self) -> int:
        return sum(one.count for one in self.told) + self.untold


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that changes for the readers of one audience."""

    base: str
    """The revision as it was asked for."""
    commit: str
    audience: str
    marking: str
    documents: tuple[DocumentChange, ...] = ()
    site: tuple[ValueChange, ...] = ()
    gained: tuple[LinkChange, ...] = ()
    lost: tuple[LinkChange, ...] = ()
    events: tuple[EventChange, ...] = ()
    first_seen: tuple[Named, ...] = ()
    problems: Found = Found()
    mended: Found = Found()
    pages: tuple[PageChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader of the report has to know of how it came about."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes for readers."""
        return not (self.documents or self.site or self.events or self.pages or self.files)
