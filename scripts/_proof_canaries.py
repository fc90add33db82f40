"""A content root with a word of its own in every field that the models have, at every marking."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from _proof_ground import LEVELS, NEVER, Ground, label
from _proof_papers import paper, picture
from _proof_root import Root, Text
from briefing.model.documents import Page
from briefing.model.parts import Entry
from briefing.model.ref import Kind
from briefing.validate.matter import MODELS

WORD = re.compile(rb"zq(\d)x\d+")
YEAR = re.compile(rb"(?<![\w.])1([5-8])\d\d(?![\w.])")
"""Years tell their level as words do: 15… is of the first."""
SHARED_EVENT = "shared-event"
PAGE = "page"
"""What the model of hand-written pages is called among those of documents."""
KEPT_BY_THE_TOOL = ("docs/index.md", "docs/about/index.md", "docs/about/markings.md")
"""Pages in the place of which the tool puts its own where an audience may not see them."""

FOLDERS: Mapping[Kind, str] = {kind: "briefs" if kind is Kind.BRIEF else f"docs/{kind}" for kind in Kind}
EVERY_MODEL: Mapping[str, type[Entry]] = {**{str(kind): model for kind, model in MODELS.items()}, PAGE: Page}

Schema = Mapping[str, Any]


def _each(value: Any) -> list[Any]:
    """An entry of a list; two of one with both keys of which one is due."""
    if not isinstance(value, dict) or not {"actor", "name"} <= value.keys():
        return [value]
    return [{key: held for key, held in value.items() if key != other} for other in ("name", "actor")]


@dataclass
class Planted:
    """The root, and where each word of it stands."""

    models: Mapping[str, type[Entry]]
    root: Root = field(default_factory=Root)
    places: dict[str, str] = field(default_factory=dict)
    """The field that each word stands in: `briefs.judgements.text`."""
    grounds: list[Ground] = field(default_factory=list)
    """What the documents of each level refer to."""
    _schemas: dict[str, Schema] = field(default_factory=dict)
    _count: Iterator[int] = field(default_factory=lambda: itertools.count(10))

    def word(self, level: int, place: str) -> str:
        """A word that nothing else says."""
        word = f"zq{level}x{next(self._count)}"
        self.places[word] = place
        return word

    def year(self, level: int) -> str:
        return f"{1500 + min(level, 3) * 100 + next(self._count) % 100}"

    def schema(self, name: str) -> Schema:
        if name not in self._schemas:
            self._schemas[name] = self.models[name].model_json_schema(by_alias=True)
        return self._schemas[name]

    def filling(self, ground: Ground, schema: Schema) -> Filling:
        return Filling(self, ground, schema.get("$defs", {}))


@dataclass(frozen=True)
class Filling:
    """Fills every field of a model, at one level, with references to one ground."""

    planted: Planted
    ground: Ground
    definitions: Schema

    def entry(self, schema: Schema, place: str) -> dict[str, Any]:
        """All keys of an entry."""
        found = {key: self.value(key, held, f"{place}.{key}") for key, held in schema["properties"].items()}
        for first, last in (("date", "updated"), ("from", "to")):
            if first in found and last in found:
                found[first], found[last] = sorted((found[first], found[last]))
        return found

    def add_to(self, entry: dict[str, Any], schema: Schema, place: str) -> None:
        """One more of each kind of part that takes a marking, in the entry and in what it holds."""
        for key, held in schema["properties"].items():
            here, there = f"{place}.{key}", entry.get(key)
            kinds = self._kinds(held)
            for one in there if isinstance(there, list) else [there]:
                if isinstance(one, dict):
                    self.add_to(one, kinds[-1], here)
            for kind in kinds if "items" in held else ():
                if "marking" in kind["properties"]:
                    entry.setdefault(key, []).append(self.entry(kind, here))

    def _kinds(self, schema: Schema) -> list[Schema]:
        """The models that a value may be of; of sources the last is the one that is written out."""
        items = schema.get("items", schema)
        variants = items.get("oneOf") or items.get("anyOf") or [items]
        return [self.definitions[one["$ref"].rpartition("/")[2]] for one in variants if "$ref" in one]

    def value(self, key: str, schema: Schema, place: str) -> Any:
        level = self.ground.level
        given = label(level) if key == "marking" else self.ground.reference(key, place)
        if given is not None:
            return given
        if "$ref" in schema:
            entry = self.entry(self.definitions[schema["$ref"].rpartition("/")[2]], place)
            return entry["cites"] if entry.keys() == {"cites"} else entry  # written as text
        if "anyOf" in schema:
            return self.value(key, schema["anyOf"][0], place)
        if "enum" in schema:
            return schema["enum"][0]
        if schema["type"] == "array":
            variants = schema["items"].get("oneOf", [schema["items"]])
            return [one for variant in variants for one in _each(self.value("", variant, place))]
        if schema["type"] == ["string", "integer"]:
            return self.planted.year(level)
        if schema.get("format") == "date":
            return f"{self.planted.year(level)}-03-07"
        word = self.planted.word(level, place)
        if key == "address":
            return f"briefs/{word}"
        return f"https://{word}.example/" if schema.get("format") == "uri" else word


def plant(
    levels: Sequence[int] = range(len(LEVELS)), models: Mapping[str, type[Entry]] = EVERY_MODEL
) -> Planted:
    """At each level plain documents, full ones, and parts marked higher inside lower ones; and drafts."""
    planted = Planted(models)
    grounds = planted.grounds = [_ground(planted, level) for level in levels]
    drafts = _ground(planted, NEVER)
    for (index, ground), kind in itertools.product(enumerate(grounds), Kind):
        _full(planted, kind, ground.level, ground, parts=grounds[index + 1 :])
        if index:
            _full(planted, kind, ground.level, grounds[0])
    for kind in Kind:
        for ground in (drafts, *grounds[:1], *grounds[-1:]):
            _full(planted, kind, NEVER, ground)
    for level in levels:
        _page(planted, f"docs/about/{planted.word(level, 'id of page')}.md", level)
    for stray in ("docs/stray.md", "docs/decisions/one.md", "docs/articles/notes.txt"):
        planted.root.files[stray] = planted.word(NEVER, "stray").encode()
    return planted


def take_the_tools_pages(planted: Planted, level: int = 2) -> None:
    """Pages of a level in the places of those that the tool has too."""
    for path in KEPT_BY_THE_TOOL:
        matter = {"title": planted.word(level, "page.title"), "marking": label(level)}
        planted.root.texts[path] = Text(matter, planted.word(level, "page"))


def _ground(planted: Planted, level: int) -> Ground:
    names = (*map(str, Kind), "related", "source", "judgement", "author")
    ids = {name: planted.word(level, f"id of {name}") for name in names}
    planted.root.authors[ids["author"]] = planted.word(level, "name of author")
    common: dict[str, Any] = {"marking": label(level), "date": "2025-10-01"}
    if level == NEVER:
        common["status"] = "draft"
    titled = common | {"topics": [ids["topics"]]}
    article = titled | {"sources": [{"id": ids["source"], "title": "A statement"}]}
    brief = titled | {
        "authors": [ids["author"]],
        "articles": [ids["articles"]],
        "judgements": [{"id": ids["judgement"], "text": "It holds.", "confidence": "low"}],
    }
    for kind, name, matter in (
        (Kind.TOPIC, "topics", common),
        (Kind.TOPIC, "related", common),
        (Kind.ACTOR, "actors", common | {"type": "person"}),
        (Kind.AGREEMENT, "agreements", common),
        (Kind.ARTICLE, "articles", article),
        (Kind.BRIEF, "briefs", brief),
    ):
        key = "name" if kind.is_profile else "title"
        texts = {key: planted.word(level, f"{kind}.{key}"), "summary": planted.word(level, f"{kind}.summary")}
        planted.root.texts[f"{FOLDERS[kind]}/{ids[name]}.md"] = Text({**matter, **texts})
    return Ground(level, ids)


def _full(planted: Planted, kind: Kind, level: int, ground: Ground, parts: Sequence[Ground] = ()) -> None:
    """A document with every field filled; for each of `parts`, its lists also hold entries of that level."""
    schema = planted.schema(kind)
    matter = planted.filling(Ground(level, ground.ids), schema).entry(schema, str(kind))
    id_ = planted.word(level, f"id of {kind}")
    matter["id"] = id_
    if kind is not Kind.BRIEF:
        matter["events"].append({"id": SHARED_EVENT, "title": "They met", "date": f"2025-0{level % 4 + 1}"})
    for higher in parts:
        add_parts(planted, matter, kind, higher)
    if level == NEVER and ground.level != NEVER:
        matter["marking"] = label(ground.level)
    body = _body(planted, FOLDERS[kind], level, ground)
    body += "".join(section(planted, FOLDERS[kind], higher) for higher in parts)
    planted.root.texts[f"{FOLDERS[kind]}/deep/{id_}.md"] = Text(matter, body)


def add_parts(planted: Planted, matter: dict[str, Any], kind: str, ground: Ground) -> None:
    """One more entry, of the ground's level, in each list of entries that take a marking, however deep."""
    schema = planted.schema(kind)
    planted.filling(ground, schema).add_to(matter, schema, kind)


def _body(planted: Planted, folder: str, level: int, ground: Ground) -> str:
    def word(where: str) -> str:
        return planted.word(level, f"body: {where}")

    def note(where: str) -> str:
        return planted.word(NEVER, f"body: {where}")

    names = [word(where) for where in ("picture", "annex", "table")]
    files = planted.root.files
    files[f"{folder}/deep/{names[0]}.png"] = picture(word("in a picture"), note("note in a picture"))
    files[f"{folder}/deep/{names[1]}.pdf"] = paper(word("in an annex"), note("note in an annex"))
    files[f"{folder}/deep/{names[2]}.csv"] = f"{word('in a table')},1\n".encode()
    own = f"n{level}"  # each section of a text has definitions of its own
    actor = f"[[actors/{ground.ids['actors']}|{word('link')}]]"
    return f"""{word("prose")} met {actor} of the {own} desk.[^{own}]

## {word("heading")}

![{word("alt")}]({names[0]}.png "{word("title")}") [{word("link to a file")}]({names[1]}.pdf)
[{word("link to a table")}]({names[2]}.csv)

`{word("code")}` [{word("reference")}][{own}]

| {word("table")} |
|---|
| {word("cell")} |

[^{own}]: {word("footnote")}

[{own}]: https://{word("address")}.example/
*[{own}]: {word("abbreviation")}
"""


def section(planted: Planted, folder: str, ground: Ground) -> str:
    """A part of a body that is marked higher, with all that a body can hold."""
    return f"\n::: {label(ground.level)}\n\n{_body(planted, folder, ground.level, ground)}\n:::\n"


def _page(planted: Planted, path: str, level: int) -> None:
    schema = planted.schema(PAGE)
    ground = Ground(level, dict.fromkeys((*map(str, Kind), "related", "source", "judgement"), ""))
    matter = planted.filling(ground, schema).entry(schema, PAGE)
    for higher in range(level + 1, len(LEVELS)):
        add_parts(planted, matter, PAGE, Ground(higher, ground.ids))
    planted.root.texts[path] = Text(matter, f"## {planted.word(level, 'page heading')}")
