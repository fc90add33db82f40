"""What pages show, as plain values: templates print these and compute nothing.

Texts are plain text (templates escape them) unless a field is called `html`, which holds sanitised HTML.
Addresses are below the site's root; templates put the way up (`base_url`) before them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.source import Address
from briefing.views.shapes.digested import DigestShown, DigestsShown
from briefing.views.shapes.drawn import TimelineShown
from briefing.views.shapes.instead import BrokenShown, GoneShown, MovedShown
from briefing.views.shapes.offered import FormShown
from briefing.views.shapes.pieces import (
    Card,
    Change,
    Citation,
    Companion,
    DateShown,
    DocumentShown,
    Fact,
    Group,
    Head,
    Heading,
    Link,
    MarkingShown,
    MentionShown,
    Notice,
    ProfileLine,
    Recent,
    Related,
    Role,
    Signatory,
    SourceShown,
)
from briefing.views.shapes.sketch import Network, NetworkShown
from briefing.views.shapes.statements import (
    Band,
    Calibration,
    Confidence,
    DateSaid,
    Earlier,
    EventShown,
    JudgementShown,
    Likelihood,
    Outcome,
    RuleShown,
)
from briefing.views.shapes.subject import NOTHING_MORE, Subject
from briefing.views.shapes.waiting import DeskShown, TaskShown

__all__ = (
    "AboutShown", "ActorShown", "AgreementShown", "ArticleShown", "Band", "BriefShown", "BrokenShown",
    "Calibration", "Card", "Change", "Citation", "Companion", "Confidence", "DateSaid", "DateShown",
    "DeskShown", "DigestShown", "DigestsShown", "DocumentShown", "Earlier", "EventShown", "Fact",
    "FormShown", "GoneShown", "Group", "Head", "Heading", "HomeShown", "IndexShown", "JudgementShown",
    "JudgementsShown", "Likelihood", "Link", "MarkingShown", "MentionShown", "MovedShown", "NetworkShown",
    "Notice", "Outcome", "Profile", "ProfileLine", "Recent", "Related", "Role", "RuleShown", "Shown",
    "Signatory", "SourceShown", "TaskShown", "TimelineShown", "TopicShown",
)  # fmt: skip


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
    mentioned_in: tuple[Group[MentionShown], ...] = ()
    """Documents that link here, in one group or none."""
    topics: tuple[Link, ...] = ()
    actors: tuple[Card, ...] = ()
    agreements: tuple[Card, ...] = ()
    events: tuple[EventShown, ...] = ()
    scale: str = ""
    """`ICD 203` or `PHIA`: what the likelihood words mean."""
    citations: tuple[Citation, ...] = ()
    endnotes: tuple[SourceShown, ...] = ()
    """What its judgements cite and `sources` does not hold: on paper, all sources stand in one list."""
    cited: tuple[tuple[int, ...], ...] = ()
    """Of each judgement, the numbers of its sources in that list."""
    paper: str = ""
    """The address of the page as a PDF, where one is made."""


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article: the same frame, for an account of events."""

    head: Head
    html: str
    sources: tuple[SourceShown, ...] = ()
    changes: tuple[Change, ...] = ()
    related: tuple[Related, ...] = ()
    mentioned_in: tuple[Group[MentionShown], ...] = ()
    used_by: tuple[DocumentShown, ...] = ()
    """Briefs that rest on it."""
    topics: tuple[Link, ...] = ()
    actors: tuple[Card, ...] = ()
    agreements: tuple[Card, ...] = ()
    events: tuple[EventShown, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What actor, topic and agreement pages share."""

    head: Head
    html: str
    names: tuple[str, ...] = ()
    """Other names it goes by, as printed."""
    facts: tuple[Fact, ...] = ()
    """The rows of its card, in order; roles, parties and signatories have fields of their own."""
    judgements: tuple[Group[JudgementShown], ...] = ()
    """What we judge now: open, then due, in one group or none."""
    past_judgements: tuple[Group[JudgementShown], ...] = ()
    """Replaced, resolved, superseded, withdrawn, in one group or none."""
    events: tuple[Group[EventShown], ...] = ()
    """What happened, by year, newest year first."""
    upcoming: tuple[EventShown, ...] = ()
    documents: tuple[Group[DocumentShown], ...] = ()
    """Documents that are about it, by year, newest first."""
    mentions: tuple[Group[MentionShown], ...] = ()
    """Documents that name it, by year, newest first, each with the sentence."""
    sources: tuple[SourceShown, ...] = ()
    feed: Address | None = None
    subject: Subject = NOTHING_MORE
    see_also: tuple[Link, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def last_mention(self) -> MentionShown | None:
        """The newest article or brief that names it."""
        first = self.mentions[0].items[0] if self.mentions else None
        return first if first and first.date.words else None


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
    network: Network | None = None

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
class JudgementsShown:
    """`/judgements/`: the register."""

    head: Head
    groups: tuple[Group[JudgementShown], ...]
    """Due, open, resolved, replaced, superseded, withdrawn: those that are not empty."""
    calibration: tuple[Calibration, ...] = ()
    """Empty until ten judgements have outcomes that count."""
    scored: int = 0


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
    """Judgements whose horizon passed last, then those whose horizon comes next."""
    recent: tuple[EventShown, ...] = ()
    ways_in: tuple[tuple[Link, int], ...] = ()
    """Index pages with how many they list."""
    topics: tuple[ProfileLine, ...] = ()
    changed: tuple[Recent, ...] = ()
    """What changed last, for readers' browsers to hold against what was there when they last looked."""


@dataclass(frozen=True, slots=True)
class AboutShown:
    """A hand-written page, and what the tool adds to it: scale, markings, problem codes or the form."""

    head: Head
    html: str
    scales: tuple[tuple[str, str, tuple[Band, ...]], ...] = ()
    """Id, printed name, bands; the scale in use first."""
    markings: tuple[MarkingShown, ...] = ()
    rules: tuple[Group[RuleShown], ...] = ()
    form: FormShown | None = None
    pages: tuple[Link, ...] = field(default=())
    """The other about pages."""


Shown = (
    BriefShown
    | ArticleShown
    | ActorShown
    | TopicShown
    | AgreementShown
    | TimelineShown
    | JudgementsShown
    | NetworkShown
    | DigestsShown
    | DigestShown
    | IndexShown
    | HomeShown
    | AboutShown
    | MovedShown
    | GoneShown
    | BrokenShown
    | DeskShown
)
