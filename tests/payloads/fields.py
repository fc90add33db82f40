"""Front matter with a payload in every text that the models have."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model.ref import Kind
from payloads.catalogue import Texts

Schema = Mapping[str, Any]

REFERENCES: Mapping[str, Any] = {
    "topics": ["hostile-topic"],
    "actors": ["hostile-actor"],
    "agreements": ["hostile-agreement"],
    "articles": ["hostile-article"],
    "see_also": ["agreements/hostile-agreement"],
    "about": ["actors/hostile-actor"],
    "parties": ["hostile-actor"],
    "broader": ["hostile-topic"],
    "related": ["hostile-relation"],
    "part_of": "hostile-actor",
    "of": "hostile-actor",
    "for": "hostile-actor",
    "actor": "hostile-actor",
    "cites": "articles/hostile-article#source",
    "replaces": "hostile-brief#judgement",
    "language": "en",
    "country": "IN",
    "wikidata": "Q1",
    "likelihood": "likely",
    "scale": "icd203",
    "status": "published",
    "binding": True,
    "term": "P10Y",
    "marking": "TLP:AMBER",
}
"""Keys that lead to another document or keep a form: the models refuse all else."""
ADDRESSES = frozenset({"former", "gone", "supersedes"})
"""Keys that hold addresses which no other document may have: left out."""
ENDINGS = (
    "'onmouseover='trip(1)", "&quot;onclick=trip(1)", "?x=javascript:trip(1)", "#';trip(1);'", "javascript:trip(1)", "//far.example@x/",
    "%22%3E%3Cscript%3Etrip(1)%3C/script%3E", "$(x)", "/../..//", "?a=b&lt;script&gt;&c=d", ";@import", "(x)[y]", "'-trip(1)-'", "%00",
)  # fmt: skip
"""What may follow a host: the field takes web addresses alone."""


class Filler:
    """Fills the schemas of models; every text is dealt a payload of its own."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._count = itertools.count(1)
        self.fields: set[str] = set()
        """Every text field that was filled."""

    def matter(self, schema: Schema, kind: Kind | str) -> dict[str, Any]:
        """All keys of a document."""
        return self._entry(schema, str(kind), schema.get("$defs", {}))

    def _entry(self, schema: Schema, place: str, definitions: Schema) -> dict[str, Any]:
        found = {
            key: self._value(key, held, f"{place}.{key}", definitions)
            for key, held in schema["properties"].items()
            if key not in ADDRESSES
        }
        if "name" in found:
            found.pop("actor", None)  # either tells who somebody is
        return {key: value for key, value in found.items() if value is not None}

    def _value(self, key: str, schema: Schema, place: str, definitions: Schema) -> Any:
        if key in REFERENCES:
            return REFERENCES[key]
        if key == "id":
            return f"own-{next(self._count)}" if ".sources" not in place else self._text(place)
        if "$ref" in schema:
            entry = self._entry(definitions[schema["$ref"].rpartition("/")[2]], place, definitions)
            return entry["cites"] if entry.keys() == {"cites"} else entry
        if "anyOf" in schema:
            return self._value(key, schema["anyOf"][0], place, definitions)
        if "enum" in schema:
            return schema["enum"][next(self._count) % len(schema["enum"])]
        if schema["type"] == "array":
            variants = schema["items"].get("oneOf", [schema["items"]])
            return [self._value("", variant, place, definitions) for variant in variants]
        if schema["type"] == ["string", "integer"]:
            return {"from": "2020", "to": "2024"}.get(key, "2025-10")
        match schema.get("format"):
            case "date":
                return "2025-11-03"
            case "uri":
                self.fields.add(place)
                number = next(self._count)
                return f"https://far.example/{number}{ENDINGS[number % len(ENDINGS)]}"
        return self._text(place)

    def _text(self, place: str) -> str:
        self.fields.add(place)
        return self._texts.deal(place).text


def of_schema(schema: Schema, kind: Kind | str) -> Iterator[str]:
    """Every field of a model that takes free text, found without filling it."""
    filler = Filler(Texts(0))
    filler.matter(schema, kind)
    yield from sorted(filler.fields)
