"""What is stated, as pages show it: judgements with their outcomes, events with their dates, rules."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.views.shapes.pieces import DateShown, Link, MarkingShown, SourceShown


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
    number: int = 0
    """How many say so, where not all are named."""


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
    tellers: int = 0
    """How many tell it, where not all are named."""
    disagreeing: tuple[DateSaid, ...] = ()
    """The dates with who says which, where they exclude each other; else empty."""
    dates: int = 0
    """How many there are of them, where not all are shown."""
    date_source: str = ""
    """Whose date is shown, where another source gives it coarser."""
    address: str = ""
    """Its own place in the timeline: `timeline/2025/#e-signing`; empty where it is not linked."""
    language: str = ""
    """Of its words, where it is another than the site's."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of a band's judgements with an outcome, how many happened."""

    likelihood: Likelihood
    happened: int
    scored: int


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
    mended: str
