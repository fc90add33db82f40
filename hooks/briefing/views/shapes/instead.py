"""What is shown where a document is not: that it has moved, is gone, or cannot be shown yet."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.views.shapes.pieces import Head, Link


@dataclass(frozen=True, slots=True)
class MovedShown:
    """An old address that leads on."""

    head: Head
    to: Link


@dataclass(frozen=True, slots=True)
class GoneShown:
    """An address at which nothing stands any more."""

    head: Head
    because: str = ""


@dataclass(frozen=True, slots=True)
class BrokenShown:
    """In the preview alone: a document with errors, shown as its problems."""

    head: Head
    problems: tuple[str, ...]
