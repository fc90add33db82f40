"""What an author has said of a new document, and what is still missing before it can be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.model.blank import NEEDED
from briefing.model.documents import Status
from briefing.model.ref import Kind
from briefing.scaffold import keys


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything said of a new document; what is empty was not said."""

    kind: Kind
    title: str = ""
    """The title of an article or brief, the name of a profile."""
    id: str = ""
    date: date | None = None
    summary: str = ""
    type: str = ""
    """What sort of actor or agreement."""
    status: str = Status.DRAFT.value
    marking: str = ""
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed answers that were not given."""
        return tuple(name for name in NEEDED[self.kind] if not getattr(self, name))

    @property
    def out_of_place(self) -> tuple[str, ...]:
        """The answers that a document of this kind has no key for."""
        given = [name for name in ("type", "articles", "broader") if getattr(self, name)]
        return tuple(name for name in given if key_of(self.kind, name) not in keys.of(self.kind))


def key_of(kind: Kind, name: str) -> str:
    """The front-matter key of an answer."""
    if name == "title" and kind.is_profile:
        return "name"
    return "kind" if name == "type" and kind is Kind.AGREEMENT else name
