"""A body as it left conversion: its HTML, and what later stages need to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.convert.finding import Finding
from briefing.convert.prose import Prose


class Heading(NamedTuple):
    """An entry of the contents list."""

    level: int
    id: str
    text: str


class Section(NamedTuple):
    """What search knows of a part of the page: all words from one heading to the next."""

    id: str
    """The heading's; empty for what stands before the first."""
    title: str
    text: str


class Span(NamedTuple):
    """From one offset up to another."""

    start: int
    end: int


class Link(NamedTuple):
    """A link in the HTML: its tags, its address, and the words of the prose that it holds."""

    opening: Span
    closing: Span
    href: str
    words: Span


class Image(NamedTuple):
    """A picture in the HTML."""

    tag: Span
    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class Converted:
    """Safe HTML, with its outline, its prose and what it refers to."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    prose: Prose = field(default_factory=Prose)
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    ids: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The prose as plain text, a line for each paragraph."""
        return self.prose.plain().strip()
