"""One edition of the site: what there is to show, for whom, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from briefing.graph.graph import Graph
from briefing.graph.inputs import Texts
from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Agreement
from briefing.model.edtf import Edtf, NoDate, Precision
from briefing.model.ref import Ref
from briefing.model.settings import Settings
from briefing.views import dates
from briefing.views.shapes.pages import DateShown, Link

NO_DATE = DateShown("", "")

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edition:
    """What every view is made from."""

    graph: Graph
    content: Content
    texts: Texts
    settings: Settings
    site_name: str
    today: date
    made: dict[tuple[object, ...], tuple[object, Any]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What was made for one page and serves the others; `once` keeps it here."""

    def documents(self, refs: Iterable[Ref]) -> tuple[AnyDocument, ...]:
        """The documents of these refs, those left out that this audience has not."""
        known = self.content.documents
        return tuple([known[ref] for ref in refs if ref in known])

    def link(self, document: AnyDocument, note: str = "") -> Link:
        """A way to a document under its full name."""
        if not note:
            return full_link(self, document)
        return Link(document.title, document.address, note, self.foreign(document))

    def foreign(self, document: AnyDocument) -> str:
        """The language of a document, where it is another than the site's."""
        return "" if document.language == self.settings.language else document.language

    def links(self, refs: Iterable[Ref]) -> tuple[Link, ...]:
        """Ways to documents by the names that fit into a line: an agreement goes by its short one."""
        known = short_links(self)
        return tuple([known[ref] for ref in refs if ref in known])

    def first_link(self, refs: Iterable[Ref]) -> Link | None:
        """A way to the first of these documents that this audience has."""
        known = short_links(self)
        return next((known[ref] for ref in refs if ref in known), None)

    def when(self, when: Edtf) -> DateShown:
        return _when(when, self.settings.language, self.today)

    def day(self, day: date | None) -> DateShown:
        return _day(day, self.settings.language, self.today) if day else NO_DATE


def once(make: Callable[Concatenate[Edition, P], T]) -> Callable[Concatenate[Edition, P], T]:
    """Makes a value once for an edition, however many pages show it.

    What it is made from is known by identity, but for words, and kept: nothing else can take its place.
    """

    @wraps(make)
    def recall(edition: Edition, *given: P.args, **named: P.kwargs) -> T:
        parts = (*given, *named.values()) if named else given
        key = (make, *[one if isinstance(one, str) else id(one) for one in parts]) if parts else (make,)
        found = edition.made.get(key)
        if found is None:
            found = edition.made[key] = parts, make(edition, *given, **named)
        value: T = found[1]
        return value

    return cast("Callable[Concatenate[Edition, P], T]", recall)


@once
def full_link(edition: Edition, document: AnyDocument) -> Link:
    return Link(document.title, document.address, language=edition.foreign(document))


@once
def short_links(edition: Edition) -> Mapping[Ref, Link]:
    """Ways to all documents by the names that fit into a line."""
    return MappingProxyType(
        {
            ref: Link(short_name(one), one.address, language=edition.foreign(one))
            for ref, one in edition.content.documents.items()
        }
    )


def short_name(document: AnyDocument) -> str:
    """The name that fits into a line."""
    matter = document.matter
    return matter.short if isinstance(matter, Agreement) and matter.short else document.title


def is_vague(when: Edtf | NoDate) -> bool:
    """Coarser than a day, or about, or perhaps; not so a span between known days, even if it still runs."""
    if isinstance(when, NoDate):
        return when is NoDate.UNKNOWN
    if when.ends:
        return any(is_vague(end) for end in when.ends)
    return when.precision is not Precision.DAY or when.approximate or when.uncertain


# Locale data is slow to apply, and the same few dates stand on many pages.
@lru_cache(maxsize=8192)
def _when(when: Edtf, language: str, today: date) -> DateShown:
    words, machine = dates.in_words(when, language), dates.machine(when) or ""
    return DateShown(words, machine, is_vague(when), when.is_future(today))


@lru_cache(maxsize=8192)
def _day(day: date, language: str, today: date) -> DateShown:
    return DateShown(dates.day_in_words(day, language), day.isoformat(), is_future=day > today)
