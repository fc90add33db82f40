"""All that a content root says, read once and trusted from then on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from briefing.model.documents import Actor, Agreement, Article, Brief, Matter, Page, Profile, Topic
from briefing.model.marking import Marking
from briefing.model.overlay import Overlay
from briefing.model.ref import Kind, Ref
from briefing.model.refusal import Refusal
from briefing.model.sections import PLAIN, Sections
from briefing.model.source import Address, Place, SrcUri

M_co = TypeVar("M_co", bound=Matter, covariant=True)

Path = tuple[str | int, ...]
"""Where a value stands in the front matter: `("events", 0, "date")`."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where each key of a front matter stands in its file."""

    of: Mapping[Path, tuple[int, int]]
    """Lines and columns; there are many, and few are asked for."""

    def __getitem__(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing that holds it."""
        while path not in self.of:
            path = path[:-1]
        return Place(*self.of[path])


@dataclass(frozen=True, slots=True)
class Document(Generic[M_co]):
    """One document: what it is called, what its front matter says, and its body."""

    ref: Ref
    uri: SrcUri
    matter: M_co
    marking: Marking
    language: str
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    places: Places
    sections: Sections = PLAIN

    @property
    def address(self) -> Address:
        return self.ref.address

    @property
    def title(self) -> str:
        """The title of an article or brief, the name of a profile."""
        match self.matter:
            case Profile(name=name):
                return name
            case Article(title=title) | Brief(title=title):
                return title
        raise TypeError(f"{self.ref} has no title")


@dataclass(frozen=True, slots=True)
class HandPage:
    """A hand-written page: the home page, or one below `about/`."""

    uri: SrcUri
    address: Address
    matter: Page
    marking: Marking
    language: str
    body: str
    body_line: int
    places: Places
    sections: Sections = PLAIN


AnyDocument = Document[Matter]


@dataclass(frozen=True, slots=True)
class Content:
    """Every document by its ref, and every hand-written page by its address; both in sorted order."""

    documents: Mapping[Ref, AnyDocument] = field(default_factory=lambda: MappingProxyType({}))
    pages: Mapping[Address, HandPage] = field(default_factory=lambda: MappingProxyType({}))
    files: frozenset[SrcUri] = frozenset()
    """Files of all roots that are no documents: images, PDF, data."""
    overlays: tuple[Overlay, ...] = ()
    refused: Mapping[SrcUri, Refusal] = field(default_factory=lambda: MappingProxyType({}))
    """Files that a text refers to and that cannot be published, for what they hold."""

    def of_kind(self, kind: Kind) -> Iterator[AnyDocument]:
        return (document for ref, document in self.documents.items() if ref.kind is kind)

    @property
    def briefs(self) -> tuple[Document[Brief], ...]:
        return cast("tuple[Document[Brief], ...]", tuple(self.of_kind(Kind.BRIEF)))

    @property
    def articles(self) -> tuple[Document[Article], ...]:
        return cast("tuple[Document[Article], ...]", tuple(self.of_kind(Kind.ARTICLE)))

    @property
    def actors(self) -> tuple[Document[Actor], ...]:
        return cast("tuple[Document[Actor], ...]", tuple(self.of_kind(Kind.ACTOR)))

    @property
    def topics(self) -> tuple[Document[Topic], ...]:
        return cast("tuple[Document[Topic], ...]", tuple(self.of_kind(Kind.TOPIC)))

    @property
    def agreements(self) -> tuple[Document[Agreement], ...]:
        return cast("tuple[Document[Agreement], ...]", tuple(self.of_kind(Kind.AGREEMENT)))
