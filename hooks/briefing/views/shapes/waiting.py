"""What the desk list shows: what waits, why, since when, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.views.shapes.pieces import DateShown, Group, Head, Link, MarkingShown


@dataclass(frozen=True, slots=True)
class TaskShown:
    """One thing to do."""

    link: Link
    """To the judgement, or to the document as a whole."""
    kind: str
    """`Judgement`, `Brief`, `Actor · person` …"""
    marking: MarkingShown
    what: str
    """What to do, and why: `record its outcome: its horizon has passed`."""
    waits_for: str
    """Names, or that nobody is named."""
    since: DateShown | None = None
    of: Link | None = None
    """The brief of a judgement."""
    rests_on: Link | None = None
    """The article that was withdrawn or corrected."""


@dataclass(frozen=True, slots=True)
class DeskShown:
    """In the preview alone: all that waits, by reason."""

    head: Head
    groups: tuple[Group[TaskShown], ...]
