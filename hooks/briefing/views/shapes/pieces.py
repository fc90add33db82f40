"""The pieces of which pages are made: ways, dates, labels, lists, heads.

Texts are plain text; addresses are below the site's root.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.model.source import Address

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link:
    """A way to a page or to a place on one (`briefs/x/#j1`)."""

    label: str
    address: str
    note: str = ""
    """One line about it: a summary, a type, a role."""
    language: str = ""
    """Of the label, where it is another than the site's."""


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date as its precision allows: `31 Oct 2025`, `about 2012`, `2024 or later`."""

    words: str
    machine: str
    """The value of `<time datetime>`, or empty where HTML has none for it."""
    is_vague: bool = False
    """Coarser than a day, or about, or perhaps: it wears an open mark."""
    is_future: bool = False


@dataclass(frozen=True, slots=True)
class MarkingShown:
    """A TLP label: `TLP:AMBER+STRICT`, its name in style sheets, what it lets a reader do."""

    label: str
    css: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A banner at the head of a page: withdrawn, superseded, past its review day, draft, not yet written."""

    kind: str
    """`withdrawn`, `superseded`, `overdue`, `draft`, `review` or `broken`."""
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class SourceShown:
    """One source with its grades spelled out."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""
    accessed: str = ""
    grade: str = ""
    """`B2`, `B`, `2` or empty."""
    reliability: str = ""
    """`B: usually reliable`."""
    credibility: str = ""
    origin: str = ""
    note: str = ""
    via: Link | None = None
    """The article whose source it is, where a document cites it from there."""
    marking: MarkingShown | None = None


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Things of a year, a kind or a letter under their heading."""

    heading: str
    anchor: str
    items: tuple[T, ...]
    link: Link | None = None
    more: tuple[Group[T], ...] = ()
    """What follows the first of a long list: folded, and shown as lines."""

    @property
    def count(self) -> int:
        return len(self.items) + sum(group.count for group in self.more)


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """An article or brief in a list."""

    link: Link
    kind: str
    """`Brief` or `Article`."""
    date: DateShown
    summary: str
    marking: MarkingShown
    notice: str = ""
    """`superseded`, `withdrawn`, `draft` … or empty."""
    topics: tuple[Link, ...] = ()
    via: str = ""
    """Why it is in this list, where that is not plain: the narrower topic it belongs to."""
    judgements: int = 0


@dataclass(frozen=True, slots=True)
class MentionShown:
    """A document that names the page's subject, with the sentence that does."""

    document: Link
    kind: str
    date: DateShown
    sentence: str
    before: str
    """The sentence up to the name; `name` and `after` are the rest, so that the name can be set in bold."""
    name: str
    after: str
    is_about: bool = False
    """The document lists the subject in its front matter, too."""
    note: str = ""
    """What it does where no sentence names the subject: `cites a source of it`, `lists it under see also`."""
    marking: MarkingShown | None = None
    """That of the marked section which alone names the subject."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another document and why it is related."""

    document: Link
    kind: str
    date: DateShown
    reasons: tuple[str, ...]
    marking: MarkingShown | None = None
    """That of marked sections which alone give a reason."""


@dataclass(frozen=True, slots=True)
class Card:
    """An actor or agreement in the margin: name, what it is, one line."""

    link: Link
    kind: str
    line: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change notes."""

    date: DateShown
    note: str
    kind: str
    """`major`, `minor` or `correction`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite the page in one form, but for its address, which the reader's browser knows."""

    form: str
    """`BibTeX`, `RIS` …"""
    file: str
    """The name of the file that it makes."""
    text: str
    """Up to the place of the address; `rest` follows it."""
    around: tuple[str, str]
    """What stands around the address where there is one."""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """A document among those that changed last."""

    document: DocumentShown
    stamp: str
    """Another one after each change."""
    updated: DateShown | None = None
    """The day of the last change, where that is not the day of publication."""
    note: str = ""
    """What was changed on that day, where it says so."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's contents list."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has at its head and foot."""

    address: Address
    title: str
    kicker: str
    """`Brief`, `Article`, `Actor · person` …"""
    marking: MarkingShown
    summary: str = ""
    language: str = "en"
    direction: str = "ltr"
    date: DateShown | None = None
    updated: DateShown | None = None
    lead_topic: Link | None = None
    reading_minutes: int = 0
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    contents: tuple[Heading, ...] = ()
    """What the contents list shows: our own sections and the headings of the body, in order."""
    scripts: tuple[str, ...] = ()
    """Scripts that it runs besides those of every page: names of files in `docs/assets/js/of-pages/`."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office with its dates: `Defence minister of India, since 31 May 2019`."""

    title: str
    of: Link | None
    period: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a card: `Country`, `India`; texts and links in order."""

    label: str
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Companion:
    """Another actor, and in how many documents both appear."""

    link: Link
    documents: int
    marking: MarkingShown | None = None
    """That of marked sections which alone name one of the two in some of the documents."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, for whom, as what."""

    name: str
    actor: Link | None = None
    party: Link | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A profile in an index: name, one line, how many documents name it."""

    link: Link
    line: str
    documents: int
    depth: int = 0
    """For topics: how far below the broadest."""
    anchor: str = ""
    """Of the first with its letter, in a long list."""
