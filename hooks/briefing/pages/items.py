"""What the data files hold: every key of every item, once; schemas and tables are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, WithJsonSchema
from typing_extensions import TypedDict  # of the standard library's, Pydantic knows too little before 3.12

from briefing.graph.judgements import State
from briefing.model.documents import ActorType, AgreementKind, Stage
from briefing.model.marking import Marking
from briefing.model.parts import Basis, Result
from briefing.model.ref import Kind
from briefing.model.scale import SCALES, Confidence

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _text(**keys: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **keys})


def _one_of(values: Iterable[str]) -> WithJsonSchema:
    return _text(enum=[str(value) for value in values])


def _values(of: type[StrEnum]) -> WithJsonSchema:
    return _one_of(member.value for member in of)


Ref = Annotated[str, _text(pattern=f"^({'|'.join(Kind)})/[a-z0-9-]+$", description="kind/id of a document")]
Refs = list[Ref]
Key = Annotated[str, _text(pattern="^briefs/[a-z0-9-]+#.+$", description="A judgement: brief#id")]
Address = Annotated[str, _text(description="Below the root of the site")]
Day = Annotated[str, _text(pattern=r"^\d{4}-\d\d-\d\d$", description="A day: 2025-11-03")]
When = Annotated[str, _text(minLength=4, description="EDTF, as precise as it is known: 2025-11, 1955~")]
Label = Annotated[str, _one_of(one.value for one in Marking if one is not Marking.RED)]


class Item(TypedDict):
    """What all kinds of document have."""

    id: Ref
    address: Address
    language: Annotated[str, Field(description="BCP 47")]
    marking: Label
    summary: str | None
    updated: Annotated[Day | None, Field(description="The newest of its days")]


class DocumentItem(Item):
    """An article or a brief."""

    kind: Annotated[str, _one_of(("article", "brief"))]
    title: str
    published: Day | None
    status: Annotated[str, _one_of(("published", "superseded", "withdrawn", "draft", "review"))]
    authors: list[str]
    topics: Refs
    actors: Annotated[Refs, Field(description="Those that it is about")]
    agreements: Annotated[Refs, Field(description="Those that it is about")]
    names: Annotated[Refs, Field(description="All that appear in it")]
    question: str | None
    articles: Annotated[Refs, Field(description="Those that a brief rests on")]
    supersedes: Refs
    superseded_by: Refs
    review_by: Day | None


class DateItem(TypedDict):
    """A date of an event, and who tells it."""

    date: When
    told_by: Ref


class EventItem(TypedDict):
    """An event, as all who tell of it together know it."""

    id: str
    title: str
    date: When
    dates: list[DateItem]
    is_disputed: Annotated[bool, Field(description="Whether two of its dates cannot both be true")]
    basis: Annotated[str, _values(Basis)]
    place: str | None
    actors: Refs
    agreements: Refs
    topics: Refs
    told_by: Refs
    marking: Label


class ProfileItem(Item):
    """What actors, agreements and topics have."""

    name: str
    aliases: list[str]


RoleItem = TypedDict(
    "RoleItem",
    {
        "title": str,
        "of": Ref | None,
        "from": When | None,
        "to": Annotated[
            str | None,
            Field(description="EDTF; null while it is held, `unknown` if ended on a day not known"),
        ],
    },
)
"""An office."""


class ActorItem(ProfileItem):
    """A person, country, organisation or group."""

    type: Annotated[str, _values(ActorType)]
    country: Annotated[str | None, Field(description="ISO 3166, two letters")]
    wikidata: str | None
    born: When | None
    founded: When | None
    part_of: Ref | None
    roles: list[RoleItem]


class AgreementItem(ProfileItem):
    """An instrument between actors."""

    short: str | None
    kind: Annotated[str, _values(AgreementKind)] | None
    stage: Annotated[str, _values(Stage)] | None
    signed: When | None
    in_force: When | None
    expires: When | None
    term: Annotated[str | None, Field(description="ISO 8601: P10Y")]
    place: str | None
    binding: Annotated[bool | None, Field(description="Null where it is not stated")]
    parties: Refs
    supersedes: Refs
    superseded_by: Refs


class TopicItem(ProfileItem):
    """A subject."""

    broader: Refs
    narrower: Refs
    related: Refs


class OutcomeItem(TypedDict):
    """What became of a judgement."""

    result: Annotated[str, _values(Result)]
    date: Day


class JudgementItem(TypedDict):
    """A judgement of a brief."""

    id: Key
    address: Address
    brief: Ref
    published: Day
    text: str
    likelihood: str | None
    likelihood_range: Annotated[list[int] | None, Field(description="In per cent, from and to")]
    scale: Annotated[str, _one_of(SCALES)]
    confidence: Annotated[str, _values(Confidence)]
    horizon: When | None
    state: Annotated[str, _values(State)]
    about: Refs
    replaces: Key | None
    replaced_by: Key | None
    outcome: OutcomeItem | None
    marking: Label


ITEMS: Mapping[str, Any] = MappingProxyType(
    {
        "documents": DocumentItem,
        "events": EventItem,
        "actors": ActorItem,
        "agreements": AgreementItem,
        "topics": TopicItem,
        "judgements": JudgementItem,
    }
)
"""What the items of each file are."""


def schema(name: str, version: int) -> dict[str, Any]:
    """The JSON Schema of a file; it allows more keys than there are, for more may be added."""
    item = TypeAdapter(ITEMS[name]).json_schema()
    parts = item.pop("$defs", {})
    for one in (item, *parts.values()):
        one.pop("description", None)  # what Python keeps of docstrings depends on how it is run
    return {
        "$schema": DIALECT,
        "title": f"data/{name}.json",
        "type": "object",
        "required": ["version", "generated_for", "items"],
        "properties": {
            "$schema": {"type": "string", "description": "Where this schema lies"},
            "version": {"const": version},
            "generated_for": {"type": "string", "description": "The audience"},
            "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        },
        "$defs": {**parts, "item": item},
    }
