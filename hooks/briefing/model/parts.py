"""The entries that documents hold: sources, events, judgements, names, roles, signatories, changes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field
from pydantic import Tag as Variant

from briefing.model.edtf import Edtf
from briefing.model.fields import (
    Day,
    Label,
    Line,
    Lines,
    Prose,
    Proses,
    Scalar,
    Several,
    Title,
    Url,
    When,
    choice,
    plain,
    scalar,
    when,
)  # fmt: skip
from briefing.model.scale import Confidence, Credibility, Reliability


class Entry(BaseModel):
    """A group of keys that takes no others and does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class ChangeKind(StrEnum):
    """How much a change matters."""

    MAJOR = "major"
    MINOR = "minor"
    CORRECTION = "correction"


class Basis(StrEnum):
    """How a date is known."""

    REPORTED = "reported"
    EXPECTED = "expected"
    WORKED_OUT = "worked-out"


class Result(StrEnum):
    """What became of a judgement."""

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did-not-happen"
    CONDITION_NOT_MET = "condition-not-met"
    CANNOT_TELL = "cannot-tell"


class Linking(StrEnum):
    """Whether a name links by itself."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def choices(of: type[StrEnum]) -> tuple[Any, Any]:
    return plain(choice(of), {"enum": [member.value for member in of]})


def reliability(value: Any) -> str:
    """A letter of the Admiralty code."""
    return str(choice(Reliability)(value).value)


def credibility(value: Any) -> int:
    """A number of the Admiralty code."""
    return int(choice(Credibility)(value).value)


Grade = Annotated[str | None, *plain(reliability, {"enum": [one.value for one in Reliability]})]
Mark = Annotated[int | None, *plain(credibility, {"enum": [one.value for one in Credibility]})]


class Source(Entry):
    """Something that a document rests on, graded on the two axes of the Admiralty code."""

    title: Title = Field(description="What it is called")
    id: Line | None = Field(None, description="A short name by which entries of this document cite it")
    publisher: Line | None = Field(None, description="Who published it")
    url: Url | None = Field(None, description="Where it can be read")
    date: When | None = Field(None, description="When it was published, EDTF")
    accessed: Day | None = Field(None, description="The day it was read")
    reliability: Grade = Field(None, description="How reliable the source is over time, A to F")
    credibility: Mark = Field(None, description="How credible this item is, 1 to 6")
    origin: Prose | None = Field(None, description="A source id, or what the report repeats")
    note: Prose | None = Field(None, description="What a reader should know of it")
    marking: Label | None = Field(None, description="TLP label, where higher than the document's")


class SourceRef(Entry):
    """A source of an article, cited from elsewhere as `articles/<id>#<source id>`."""

    cites: Line = Field(description="articles/ID#SOURCE")


def _is_text(value: Any) -> str:
    return "reference" if isinstance(value, Scalar | str | SourceRef) else "source"


def _spell_out(value: Any) -> Any:
    return {"cites": value} if isinstance(value, Scalar | str) else value


Cited = Annotated[
    Annotated[Annotated[SourceRef, BeforeValidator(_spell_out)], Variant("reference")]
    | Annotated[Source, Variant("source")],
    Discriminator(_is_text),
]
Sources = Annotated[tuple[Cited, ...], Several]
"""A document's sources, written out or as `articles/<id>#<source id>`; its entries cite its own by id."""


class Change(Entry):
    """One change after publication."""

    date: Day = Field(description="The day of the change")
    note: Prose = Field(description="What readers are told of it")
    kind: Annotated[ChangeKind, *choices(ChangeKind)] = Field(
        ChangeKind.MINOR, description="How much it matters"
    )


class ProseCheck(StrEnum):
    """What `check.py --prose` looks for in a text."""

    NAMES = "names"
    SURNAMES = "surnames"
    DATES = "dates"


class Unchecked(Entry):
    """A prose check that is switched off for a document, and why."""

    check: Annotated[ProseCheck, *choices(ProseCheck)] = Field(description="names, surnames or dates")
    because: Prose = Field(description="Why it has nothing to say here")
    words: Lines = Field((), description="The words that it is not to speak of; absent = none at all")


class Gone(Entry):
    """An address that was published, and whose document is no longer there."""

    address: Line = Field(description="briefs/ID and the like, as it was published")
    because: Prose | None = Field(default=None, description="What readers are told")
    date: Day | None = Field(default=None, description="Since when")
    marking: Label | None = Field(default=None, description="Who is told: for all others nothing is left")


class DateSaid(Entry):
    """A date of an event and who says it."""

    date: When = Field(description="When, EDTF")
    sources: Sources = Field((), description="Who says so")


class Event(Entry):
    """Something that happened or will; with an id alone, an event that another document wrote out."""

    id: Line | None = Field(None, description="By this id, and this alone, events of several documents merge")
    date: When | None = Field(None, description="When, EDTF: as precise as the source, never more")
    title: Title | None = Field(None, description="What happened, in one line")
    place: Line | None = Field(None, description="Where")
    actors: Lines = Field((), description="Actor ids")
    topics: Lines = Field((), description="Topic ids")
    agreements: Lines = Field((), description="Agreement ids")
    sources: Sources = Field((), description="Who says so")
    dates: Annotated[tuple[DateSaid, ...], Several] = Field(
        (), description="Dates that sources give, each with who says it"
    )
    basis: Annotated[Basis, *choices(Basis)] = Field(Basis.REPORTED, description="How the date is known")
    marking: Label | None = Field(None, description="TLP label, where higher than the document's")


class Outcome(Entry):
    """What became of a judgement, and who decided so."""

    result: Annotated[Result, *choices(Result)] = Field(description="What became of it")
    date: Day = Field(description="The day on which this was decided")
    note: Prose | None = Field(None, description="What a reader should know of it")
    by: Line | None = Field(None, description="Who decided so")
    sources: Sources = Field((), description="What shows it")


class Was(Entry):
    """What a judgement said until a day."""

    date: Day = Field(description="Until when it said so")
    text: Prose | None = Field(None, description="Its text until then")
    likelihood: Line | None = Field(None, description="Its likelihood until then")
    confidence: Annotated[Confidence | None, *choices(Confidence)] = Field(
        None, description="Its confidence until then"
    )
    horizon: When | None = Field(None, description="Its horizon until then, EDTF")
    note: Prose | None = Field(None, description="Why it was changed")


class Judgement(Entry):
    """One assessed statement; likelihood is of the event, confidence of what it rests on (ICD 203)."""

    id: Line = Field(description="Unique in the brief; its address ends in #id")
    text: Prose = Field(description="The event, without a word of likelihood or confidence")
    confidence: Annotated[Confidence, *choices(Confidence)] = Field(description="low, moderate or high")
    likelihood: Line | None = Field(
        None, description="A term of the scale as printed; required with a horizon"
    )
    basis: Prose | None = Field(None, description="Why the confidence is what it is")
    horizon: When | None = Field(None, description="By when it can be checked, EDTF")
    about: Lines = Field((), description="kind/id of what it is about")
    replaces: Line | None = Field(None, description="brief-id#judgement-id of an earlier judgement")
    was: Annotated[tuple[Was, ...], Several] = Field((), description="What it said before, and until when")
    indicators: Proses = Field((), description="What to watch for")
    assumptions: Proses = Field((), description="What it takes for granted")
    alternatives: Proses = Field((), description="What else could be the case")
    sources: Sources = Field((), description="What it rests on")
    marking: Label | None = Field(None, description="TLP label, where higher than the document's")
    outcome: Outcome | None = Field(None, description="What became of it, once that is known")


class Alias(Entry):
    """Another name, since when and until when, and whether it links by itself."""

    name: Line = Field(description="The name")
    since: When | None = Field(None, alias="from", description="Since when, EDTF")
    until: When | None = Field(None, alias="to", description="Until when, EDTF")
    link: Annotated[Linking, *choices(Linking)] = Field(
        Linking.AUTO, description="Whether it becomes a link by itself"
    )


Aliases = Annotated[
    tuple[
        Annotated[Alias, BeforeValidator(lambda v: {"name": v} if isinstance(v, Scalar | str) else v)], ...
    ],
    Several,
]


class UnknownEnd(StrEnum):
    """`to: unknown`: ended, day not known."""

    UNKNOWN = "unknown"


def end(value: Any) -> Edtf | UnknownEnd:
    """The date on which a role ended, or that the day is not known."""
    return UnknownEnd.UNKNOWN if scalar(value).text == "unknown" else when(value)


class Role(Entry):
    """An office; without `to` it was still held when the profile was last updated."""

    title: Line = Field(description="The office")
    of: Line | None = Field(None, description="Actor id")
    since: When | None = Field(None, alias="from", description="Since when, EDTF")
    until: Annotated[Edtf | UnknownEnd | None, *plain(end, {"type": ["string", "integer"]})] = Field(
        None, alias="to", description="Until when, EDTF; unknown = ended, the day is not known"
    )


class Signatory(Entry):
    """Who signed an agreement: an actor by id or a name, for which party, as what."""

    actor: Line | None = Field(None, description="Actor id")
    name: Line | None = Field(None, description="A name, of who has no profile")
    party: Line | None = Field(None, alias="for", description="Id of the actor signed for")
    title: Line | None = Field(None, alias="as", description="In which office")


Signatories = Annotated[
    tuple[
        Annotated[Signatory, BeforeValidator(lambda v: {"actor": v} if isinstance(v, Scalar | str) else v)],
        ...,
    ],
    Several,
]
