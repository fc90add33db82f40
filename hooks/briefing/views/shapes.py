"""What pages show, as plain values: templates print these and compute nothing.

Texts are plain text (templates escape them) unless a field is called `html`, which holds sanitised HTML.
Addresses are below the site's root; templates put the way up (`base_url`) before them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
class Likelihood:
    """A term of the scale with its range in percent: `likely`, 55 to 80, printed `55–80 %`."""

    term: str
    low: int
    high: int
    printed: str
    scale: str
    """The scale's printed name: `ICD 203`."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Low, moderate or high, with one to three marks."""

    word: str
    marks: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a judgement."""

    result: str
    """`happened`, `did-not-happen`, `condition-not-met` or `cannot-tell`."""
    words: str
    date: DateShown
    note: str = ""
    by: str = ""
    sources: tuple[SourceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a judgement said until a day."""

    date: DateShown
    text: str = ""
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    horizon: DateShown | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class JudgementShown:
    """One judgement, with all that a reader needs to weigh it."""

    id: str
    number: int
    text: str
    address: str
    brief: Link
    published: DateShown
    confidence: Confidence
    state: str
    """`open`, `due`, `replaced`, `resolved`, `superseded` or `withdrawn`."""
    state_words: str
    marking: MarkingShown
    likelihood: Likelihood | None = None
    horizon: DateShown | None = None
    about: tuple[Link, ...] = ()
    replaces: Link | None = None
    replaced_by: Link | None = None
    was: tuple[Earlier, ...] = ()
    indicators: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    sources: tuple[SourceShown, ...] = ()
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date of an event, with who says so."""

    date: DateShown
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EventShown:
    """One event, told by one document or several."""

    anchor: str
    date: DateShown
    title: str
    marking: MarkingShown
    place: str = ""
    basis: str = ""
    """Empty for what was reported; else `expected` or `worked out`."""
    actors: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    agreements: tuple[Link, ...] = ()
    told_by: tuple[Link, ...] = ()
    disagreeing: tuple[DateSaid, ...] = ()
    """All dates with who says which, where they exclude each other; else empty."""
    date_source: str = ""
    """Whose date is shown, where another source gives it coarser."""
    address: str = ""
    """Its own place in the timeline: `timeline/2025/#e-signing`; empty where it is not linked."""


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Things of a year, a kind or a letter under their heading."""

    heading: str
    anchor: str
    items: tuple[T, ...]
    link: Link | None = None


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


@dataclass(frozen=True, slots=True)
class Related:
    """Another document and why it is related."""

    document: Link
    kind: str
    date: DateShown
    reasons: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class BriefShown:
    """A brief, top to bottom."""

    head: Head
    html: str
    question: str = ""
    judgements: tuple[JudgementShown, ...] = ()
    watch: tuple[tuple[JudgementShown, tuple[str, ...]], ...] = ()
    """What to watch: judgements with their indicators."""
    articles: tuple[DocumentShown, ...] = ()
    sources: tuple[SourceShown, ...] = ()
    source_summary: str = ""
    review_by: DateShown | None = None
    supersedes: Link | None = None
    superseded_by: Link | None = None
    changes: tuple[Change, ...] = ()
    related: tuple[Related, ...] = ()
    mentioned_in: tuple[MentionShown, ...] = ()
    """Documents that link here."""
    topics: tuple[Link, ...] = ()
    actors: tuple[Card, ...] = ()
    agreements: tuple[Card, ...] = ()
    events: tuple[EventShown, ...] = ()
    scale: str = ""
    """`ICD 203` or `PHIA`: what the likelihood words mean."""


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article: the same frame, for an account of events."""

    head: Head
    html: str
    sources: tuple[SourceShown, ...] = ()
    changes: tuple[Change, ...] = ()
    related: tuple[Related, ...] = ()
    mentioned_in: tuple[MentionShown, ...] = ()
    used_by: tuple[DocumentShown, ...] = ()
    """Briefs that rest on it."""
    topics: tuple[Link, ...] = ()
    actors: tuple[Card, ...] = ()
    agreements: tuple[Card, ...] = ()
    events: tuple[EventShown, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Profile:
    """What actor, topic and agreement pages share."""

    head: Head
    html: str
    names: tuple[str, ...] = ()
    """Other names it goes by, as printed."""
    facts: tuple[Fact, ...] = ()
    """The rows of its card, in order; roles, parties and signatories have fields of their own."""
    judgements: tuple[JudgementShown, ...] = ()
    """What we judge now: open and due."""
    past_judgements: tuple[JudgementShown, ...] = ()
    """Replaced, resolved, superseded, withdrawn."""
    events: tuple[Group[EventShown], ...] = ()
    """What happened, by year, newest year first."""
    upcoming: tuple[EventShown, ...] = ()
    documents: tuple[Group[DocumentShown], ...] = ()
    """Documents that are about it, by year, newest first."""
    mentions: tuple[Group[MentionShown], ...] = ()
    """Documents that name it, by year, newest first, each with the sentence."""
    sources: tuple[SourceShown, ...] = ()
    feed: Address | None = None
    see_also: tuple[Link, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorShown:
    """An actor's page."""

    profile: Profile
    roles: tuple[Role, ...] = ()
    part_of: Link | None = None
    parts: tuple[Link, ...] = ()
    """Actors that are part of it, and people whose role is of it."""
    agreements: tuple[tuple[Link, str], ...] = ()
    """Agreements it is party to or signed, with which of the two."""
    companions: tuple[Companion, ...] = ()

    @property
    def head(self) -> Head:
        return self.profile.head


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic's page."""

    profile: Profile
    trail: tuple[Link, ...] = ()
    """From the broadest topic to this one's parent."""
    broader: tuple[Link, ...] = ()
    narrower: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    actors: tuple[Companion, ...] = ()
    """Actors most seen in its documents."""
    agreements: tuple[Companion, ...] = ()

    @property
    def head(self) -> Head:
        return self.profile.head


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed, for whom, as what."""

    name: str
    actor: Link | None = None
    party: Link | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """An agreement's page."""

    profile: Profile
    short: str = ""
    parties: tuple[Link, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    follows: tuple[Link, ...] = ()
    followed_by: tuple[Link, ...] = ()

    @property
    def head(self) -> Head:
        return self.profile.head


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """`/timeline/` or a page of one year; years with their events in order of time."""

    head: Head
    years: tuple[Group[EventShown], ...]
    upcoming: tuple[EventShown, ...] = ()
    all_years: tuple[tuple[Link, int], ...] = ()
    """Every year's page and how many events it has."""
    earlier: Link | None = None
    later: Link | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of a band's judgements with an outcome, how many happened."""

    likelihood: Likelihood
    happened: int
    scored: int


@dataclass(frozen=True, slots=True)
class JudgementsShown:
    """`/judgements/`: the register."""

    head: Head
    groups: tuple[Group[JudgementShown], ...]
    """Due, open, resolved, replaced, superseded, withdrawn: those that are not empty."""
    calibration: tuple[Calibration, ...] = ()
    """Empty until ten judgements have outcomes that count."""
    scored: int = 0


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A profile in an index: name, one line, how many documents name it."""

    link: Link
    line: str
    documents: int
    depth: int = 0
    """For topics: how far below the broadest."""


@dataclass(frozen=True, slots=True)
class IndexShown:
    """The index of a kind: documents by year, or profiles by type."""

    head: Head
    intro: str
    documents: tuple[Group[DocumentShown], ...] = ()
    profiles: tuple[Group[ProfileLine], ...] = ()
    total: int = 0
    html: str = ""


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The home page."""

    head: Head
    html: str
    latest: tuple[DocumentShown, ...] = ()
    articles: tuple[DocumentShown, ...] = ()
    upcoming: tuple[EventShown, ...] = ()
    due: tuple[JudgementShown, ...] = ()
    """Judgements due, then those whose horizon comes next."""
    recent: tuple[EventShown, ...] = ()
    ways_in: tuple[tuple[Link, int], ...] = ()
    """Index pages with how many they list."""
    topics: tuple[ProfileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the likelihood table."""

    terms: tuple[str, ...]
    low: int
    high: int
    printed: str


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A problem code with its meaning."""

    code: str
    severity: str
    title: str
    why: str
    remedy: str
    example: str


@dataclass(frozen=True, slots=True)
class AboutShown:
    """A hand-written page, and what the tool adds to it: scale, markings or problem codes."""

    head: Head
    html: str
    scales: tuple[tuple[str, str, tuple[Band, ...]], ...] = ()
    """Id, printed name, bands; the scale in use first."""
    markings: tuple[MarkingShown, ...] = ()
    rules: tuple[Group[RuleShown], ...] = ()
    pages: tuple[Link, ...] = field(default=())
    """The other about pages."""


@dataclass(frozen=True, slots=True)
class MovedShown:
    """An old address that leads on."""

    head: Head
    to: Link


@dataclass(frozen=True, slots=True)
class BrokenShown:
    """In the preview alone: a document with errors, shown as its problems."""

    head: Head
    problems: tuple[str, ...]


Shown = (
    BriefShown
    | ArticleShown
    | ActorShown
    | TopicShown
    | AgreementShown
    | TimelineShown
    | JudgementsShown
    | IndexShown
    | HomeShown
    | AboutShown
    | MovedShown
    | BrokenShown
)
