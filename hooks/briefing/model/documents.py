"""The kinds of document: each field stands here once; checks, scaffolds and schema come from it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from briefing.model.fields import (
    Country,
    Day,
    Flag,
    Label,
    Language,
    Line,
    Lines,
    OneOrMore,
    Prose,
    Several,
    Term,
    Title,
    When,
    Wikidata,
)  # fmt: skip
from briefing.model.parts import (
    Aliases,
    Change,
    Entry,
    Event,
    Gone,
    Judgement,
    Role,
    Signatories,
    Sources,
    Unchecked,
    choices,
)


class Status(StrEnum):
    """Where a document stands; drafts and documents in review are in the preview only."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ActorType(StrEnum):
    """What acts."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    GROUP = "group"


class AgreementKind(StrEnum):
    """What sort of instrument."""

    FRAMEWORK = "framework"
    TREATY = "treaty"
    MEMORANDUM = "memorandum"
    ARRANGEMENT = "arrangement"
    INITIATIVE = "initiative"
    DEAL = "deal"


class Stage(StrEnum):
    """Where an agreement stands; absent = not known."""

    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    RUNNING = "running"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    ENDED = "ended"


class Matter(Entry):
    """What every document can say of itself."""

    id: Line | None = Field(
        None, description="The address; the file's name where it is absent. Never changes"
    )
    authors: Lines = Field((), description="Names, or ids of extra.briefing.authors")
    reviewers: Lines = Field((), description="Who has read it before publication")
    topics: Lines = Field((), description="Topic ids")
    actors: Lines = Field((), description="Ids of actors it is about; those merely named are found")
    agreements: Lines = Field((), description="Ids of agreements it is about")
    status: Annotated[Status, *choices(Status)] = Field(
        Status.PUBLISHED, description="Where it stands; a draft and one in review are in the preview only"
    )
    withdrawn_because: Prose | None = Field(None, description="Why it was withdrawn")
    marking: Label | None = Field(None, description="TLP 2.0 label")
    language: Language | None = Field(None, description="BCP 47")
    updated: Day | None = Field(None, description="Day of the last change")
    changes: Annotated[tuple[Change, ...], Several] = Field((), description="What changed after publication")
    events: Annotated[tuple[Event, ...], Several] = Field((), description="What happened, or will")
    sources: Sources = Field((), description="What it rests on: written out, or articles/ID#SOURCE")
    see_also: Lines = Field((), description="kind/id of documents a reader may want")
    former: Lines = Field((), description="Ids it had before; their addresses lead here")
    unchecked: Annotated[tuple[Unchecked, ...], Several] = Field(
        (), description="Prose checks that are switched off, each with the reason"
    )


class Article(Matter):
    """An account of what happened, with its sources."""

    title: Title = Field(description="One line of text")
    summary: Prose = Field(description="One to three sentences of plain text")
    date: Day = Field(description="Publication day")
    topics: Lines = Field(description="Topic ids", min_length=1)


class Brief(Matter):
    """An assessment: bottom line, judgements, what it rests on, what to watch."""

    title: Title = Field(description="One line of text")
    summary: Prose = Field(description="The bottom line: one to three sentences of plain text")
    date: Day = Field(description="Publication day")
    authors: Lines = Field(description="Names, or ids of extra.briefing.authors", min_length=1)
    topics: Lines = Field(description="Topic ids", min_length=1)
    question: Prose | None = Field(None, description="The question it answers")
    articles: Lines = Field((), description="Ids of articles it rests on")
    source_summary: Prose | None = Field(
        None, description="Strengths and weaknesses of the sources as a whole"
    )
    supersedes: Line | None = Field(None, description="Id of the brief it takes the place of")
    review_by: Day | None = Field(None, description="The day it must be looked at again")
    scale: Line | None = Field(None, description="icd203 or phia")
    judgements: Annotated[tuple[Judgement, ...], Several] = Field((), description="What it holds likely")


class Profile(Matter):
    """What is known of an actor, topic or agreement, and its names."""

    name: Title = Field(description="The name it is known by")
    summary: Prose | None = Field(None, description="One line on what it is")
    date: Day | None = Field(None, description="Publication day")
    aliases: Aliases = Field((), description="Other names")
    not_: Lines = Field((), alias="not", description="Phrases that contain a name of it and are not it")


class Actor(Profile):
    """A person, country, organisation or group that acts."""

    type: Annotated[ActorType, *choices(ActorType)] = Field(description="What acts")
    roles: Annotated[tuple[Role, ...], Several] = Field((), description="Offices held, and when")
    part_of: Line | None = Field(None, description="Id of the actor that it is part of")
    country: Country | None = Field(None, description="Two letters, ISO 3166")
    wikidata: Wikidata | None = Field(None, description="Its item there: Q668")
    born: When | None = Field(None, description="When, EDTF")
    founded: When | None = Field(None, description="When, EDTF")


class Topic(Profile):
    """A subject in a hierarchy, after SKOS."""

    broader: Lines = Field((), description="Ids of broader topics")
    related: Lines = Field((), description="Ids of related topics")
    hidden: Lines = Field((), description="Misspellings: searched, never shown")


class Agreement(Profile):
    """An instrument between actors."""

    short: Line | None = Field(None, description="Its short name")
    parties: Lines = Field((), description="Actor ids")
    signatories: Signatories = Field((), description="Who signed it, and for whom")
    kind: Annotated[AgreementKind | None, *choices(AgreementKind)] = Field(
        None, description="What sort of instrument"
    )
    stage: Annotated[Stage | None, *choices(Stage)] = Field(
        None, description="Where it stands; absent = not known"
    )
    signed: When | None = Field(None, description="When, EDTF")
    in_force: When | None = Field(None, description="Since when, EDTF")
    expires: When | None = Field(None, description="When it ends, EDTF")
    term: Term | None = Field(None, description="How long it holds: P10Y")
    place: Line | None = Field(None, description="Where it was signed")
    binding: Flag | None = Field(None, description="Absent = not stated")
    supersedes: OneOrMore = Field((), description="Ids of agreements it takes the place of")


class Page(Entry):
    """A hand-written page: the home page and what stands below about/."""

    title: Title | None = Field(None, description="One line of text")
    summary: Prose | None = Field(None, description="One line on what it is")
    marking: Label | None = Field(None, description="TLP 2.0 label")
    language: Language | None = Field(None, description="BCP 47")
    updated: Day | None = Field(None, description="Day of the last change")
    gone: Annotated[tuple[Gone, ...], Several] = Field(
        (), description="Addresses that lead nowhere any more, and what readers who come back are told"
    )
