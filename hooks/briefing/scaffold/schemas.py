"""JSON Schemas of the kinds of document, from their models and the ids that exist."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from briefing.model.documents import Page
from briefing.model.ref import PROFILES, Kind
from briefing.model.scale import SCALES
from briefing.scaffold.known import Known
from briefing.validate.matter import MODELS

DIALECT = "http://json-schema.org/draft-07/schema#"
DAY: Mapping[str, str] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([Tt ].+)?$"}
TEXT: Mapping[str, str] = {"type": "string"}
IDS: Mapping[str, Kind] = MappingProxyType(
    {
        "topics": Kind.TOPIC, "broader": Kind.TOPIC, "related": Kind.TOPIC,
        "actors": Kind.ACTOR, "parties": Kind.ACTOR, "part_of": Kind.ACTOR, "of": Kind.ACTOR,
        "actor": Kind.ACTOR, "for": Kind.ACTOR,
        "agreements": Kind.AGREEMENT,
    }
)  # fmt: skip
"""Keys that hold ids, wherever they stand.

Articles and briefs come and go daily: their ids are left to the checks.
"""
REFS = frozenset({"about", "see_also"})
"""Keys that hold `kind/id`."""
SHORT = frozenset({"Alias", "Signatory"})
"""Entries that may also be written as a text alone."""


def of(kind: Kind, known: Known) -> dict[str, Any]:
    """The schema of one kind of document."""
    schema = MODELS[kind].model_json_schema()
    parts = {name: _part(name, part) for name, part in schema.pop("$defs", {}).items()}
    told = _object(schema)
    if kind is Kind.AGREEMENT:
        one = told["properties"]["supersedes"]["items"]
        told["properties"]["supersedes"] = {
            "anyOf": [_ids(Kind.AGREEMENT), {"type": "array", "items": _ids(Kind.AGREEMENT)}],
            "description": one.get("description", told["properties"]["supersedes"].get("description", "")),
        }
    return {"$schema": DIALECT, **told, "definitions": parts | _known(known)}


def page() -> dict[str, Any]:
    """The schema of a hand-written page."""
    return {"$schema": DIALECT, **_object(Page.model_json_schema())}


def _known(known: Known) -> dict[str, Any]:
    """The ids that exist, a list for each kind of profile, and `kind/id` for any document."""
    profiles = sorted(PROFILES)
    listed = {f"{kind.noun}-id": {"enum": [choice.id for choice in known.choices[kind]]} for kind in profiles}
    refs = [f"{kind}/{choice.id}" for kind in profiles for choice in known.choices[kind]]
    others = {"type": "string", "pattern": "^(briefs|articles)/[a-z0-9-]+$"}
    return {**listed, "document": {"anyOf": [{"enum": refs}, others]}}


def _part(name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    if name == "SourceRef":
        return {**TEXT, "description": part["description"]}
    told = _object(part)
    return {"anyOf": [TEXT, told]} if name in SHORT else told


def _object(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A group of keys; those that a model calls required stay so."""
    kept = {
        key: schema[key]
        for key in ("type", "description", "additionalProperties", "required")
        if key in schema
    }
    return {**kept, "properties": {key: _property(key, value) for key, value in schema["properties"].items()}}


def _property(key: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    told = _value(schema)
    if key in IDS or key in REFS:
        wanted = {"$ref": "#/definitions/document"} if key in REFS else _ids(IDS[key])
        told = (
            {**told, "items": wanted} if told.get("type") == "array" else {**_said(told), "allOf": [wanted]}
        )
    if key == "likelihood":
        terms = dict.fromkeys(term for scale in SCALES.values() for term in scale.terms)
        told = {**_said(told), "enum": list(terms)}  # editors refuse a schema that says one twice
    if key == "scale":
        told = {**_said(told), "enum": list(SCALES)}
    return told


def _said(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key == "description"}


def _ids(kind: Kind) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{kind.noun}-id"}


def _value(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A value without what says nothing to an author: names of classes, and that absent is absent."""
    told = {
        key: value
        for key, value in schema.items()
        if key not in ("title", "default", "anyOf", "oneOf", "discriminator")
    }
    if schema.get("default"):
        told["default"] = schema["default"]
    if "$ref" in told:
        told["$ref"] = told["$ref"].replace("#/$defs/", "#/definitions/")
    if told.pop("format", "") == "date":
        told |= DAY
    if "items" in told:
        told["items"] = _value(told["items"])
    either = [
        _value(one)
        for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ()))
        if one.get("type") != "null"
    ]
    if len(either) == 1:
        return {**told, **either[0]}
    return {**told, "anyOf": either} if either else told
