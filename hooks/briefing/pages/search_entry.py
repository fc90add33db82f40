"""What search knows of a page, or of a place on one: an entry, and what it takes of the page's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Protocol

from briefing.model.marking import Marking
from briefing.pages import spelling
from briefing.pages.identity import clean

PAGE = "page"
"""The kind of pages that are no documents."""
SENTENCE_END = re.compile(r"\s(?:(?<=[.!?]\s)(?<=\w\w..)\s*|(?<=\n))", re.DOTALL)
"""What follows a word and its stop, and every line break: of a text the sentences that match best are shown.

It begins with the space, which is found quickly; what must stand before it is looked at after that.
"""
SIGNS: Mapping[Marking, str] = MappingProxyType(
    {Marking.CLEAR: ".", Marking.GREEN: ",", Marking.AMBER: ";", Marking.AMBER_STRICT: ":"}
)
"""A page's marking as the worker reads it: in signs, for each page would be found by words."""
HAS_TIMELINE, HAS_FEED = "@", "~"
SIGN = re.compile(f"[{''.join(SIGNS.values())}]{HAS_TIMELINE}?{HAS_FEED}?")


class Section(Protocol):
    """A part of a text under a heading; what stands before the first heading has no id."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


class Sectioned(Protocol):
    """A text in sections."""

    @property
    def sections(self) -> Sequence[Section]: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A page, or a place on one, as search knows it; all of it plain text."""

    location: str
    title: str
    sentences: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Small labels that are shown with it: what it is, its date; of a page also a label in signs, and after
    that the other names of its subject."""
    names: tuple[str, ...] = ()
    """All names of the page's subject, also those that are never shown."""
    boost: float = 1
    summary: str = ""
    kind: str = PAGE
    """Of a page what it is: `brief`, `actor` and so on."""
    day: str = ""
    """Of a page when it was published, where it says so."""
    language: str = ""
    """Of its words, where it is another than the site's."""

    @property
    def is_page(self) -> bool:
        return "#" not in self.location

    def as_dict(self) -> dict[str, object]:
        """The entry as the search plugin writes it, in HTML."""
        lines = (self.summary, *self.sentences) if self.summary else self.sentences
        found: dict[str, object] = {
            "location": self.location,
            "title": escape(self.title, quote=False),
            "text": "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines),
        }
        if tags := [tag for tag in self.tags if not SIGN.fullmatch(tag)]:
            found["tags"] = [escape(tag, quote=False) for tag in tags]
        if self.names:
            found["names"] = " ".join(spelling.words(self.names))
        if self.boost != 1:
            found["boost"] = self.boost
        return found


def lead(text: Sectioned) -> Iterator[str]:
    """The paragraphs of a text before its first heading."""
    return (section.text for section in text.sections if not section.id)


def sections(address: str, text: Sectioned, boost: float) -> Iterator[Entry]:
    """The places on a page at which the sections of its text begin."""
    for section in text.sections:
        if section.id:
            yield entry(f"{address}#{section.id}", section.title, [section.text], boost=boost)


def entry(
    location: str, title: str, paragraphs: Iterable[str] = (), *, tags: Iterable[str] = (),
    names: Iterable[str] = (), boost: float = 1, summary: str = "", kind: str = PAGE, day: str = "",
    language: str = "",
) -> Entry:  # fmt: skip
    """An entry of texts without what no file can carry, each sentence by itself."""
    return Entry(
        location,
        clean(title),
        sentences(paragraphs),
        tuple(clean(tag) for tag in tags if tag),
        tuple(clean(name) for name in names),
        boost,
        clean(summary),
        kind,
        day,
        language,
    )


def sentences(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Each sentence by itself."""
    return tuple(clean(line) for paragraph in paragraphs for line in SENTENCE_END.split(paragraph) if line)
