"""What the graph needs of the texts that the link stage made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.model.marking import Marking
from briefing.model.ref import Ref
from briefing.model.source import Address


class Heading(Protocol):
    """A heading of a text."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def level(self) -> int: ...


class Mention(Protocol):
    """A place in a text where a profile's subject is named."""

    @property
    def ref(self) -> Ref: ...
    @property
    def text(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def at(self) -> int:
        """Where in the sentence the text stands."""

    @property
    def counts(self) -> bool: ...
    @property
    def marking(self) -> Marking | None:
        """That of the marked section that it stands in."""


class Linked(Protocol):
    """A document's or hand-written page's text with its links and mentions."""

    @property
    def html(self) -> str: ...
    @property
    def headings(self) -> Sequence[Heading]: ...
    @property
    def text(self) -> str: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def refs(self) -> Sequence[Ref]: ...
    @property
    def marking(self) -> Marking | None:
        """The highest of its marked sections."""

    @property
    def held(self) -> Mapping[Ref, Marking]:
        """What it names or links to in marked sections alone, and the lowest marking of one of these."""


Texts = Mapping[Ref | Address, Linked]
"""The text of each document by its ref, and of each hand-written page by its address."""
