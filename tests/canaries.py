"""A content root with a word of its own in every field that the models have, at every marking."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefing.model.documents import Page
from briefing.model.marking import ORDER, Marking
from briefing.model.ref import Kind
from briefing.validate.matter import MODELS

LEVELS = tuple(marking for marking in ORDER if marking is not Marking.RED)
NEVER = 9
"""The level of words that no audience may see: those of drafts."""
WORD = re.compile(rb"zq(\d)x\d+")
YEAR = re.compile(rb"(?<![\w.])1([5-8])\d\d(?![\w.])")
"""Years tell their level as words do: 15… is of the first."""
SHARED_EVENT = "shared-event"

FOLDERS: Mapping[Kind, str] = {kind: "briefs" if kind is Kind.BRIEF else f"docs/{kind}" for kind in Kind}

Schema = Mapping[str, Any]


@dataclass
class Root:
    """Files of a content root, and where each word of them stands."""

    files: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    """The field that each word stands in: `briefs.judgements.text`."""
    _count: Iterator[int] = field(default_factory=lambda: itertools.count(10))

    def word(self, level: int, place: str) -> str:
        """A word that nothing else says."""
        word = f"zq{level}x{next(self._count)}"
        self.places[word] = place
        return word

    def year(self, level: int) -> str:
        return f"{1500 + min(level, 3) * 100 + next(self._count) % 100}"

    def write(self, root: Path) -> Path:
        for name, content in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return root


@dataclass(frozen=True)
class Ground:
    """What documents of one level may refer to: a plain document of each kind, and a second of some."""

    level: int
    ids: Mapping[str, str]

    def reference(self, key: str, kind: Kind) -> Any:
        """The value of a key that leads somewhere or keeps a form; nothing for free text."""
        ids = self.ids
        values: dict[str, Any] = {
            "topics": [ids["topics"]],
            "actors": [ids["actors"]],
            "agreements": [ids["agreements"]],
            "articles": [ids["articles"]],
            "see_also": [f"agreements/{ids['agreements']}"],
            "about": [f"actors/{ids['actors']}"],
            "parties": [ids["actors"]],
            "broader": [ids["topics"]],
            "related": [ids["related"]],
            "part_of": ids["actors"],
            "of": ids["actors"],
            "for": ids["actors"],
            "actor": ids["actors"],
            "cites": f"articles/{ids['articles']}#{ids['source']}",
            "replaces": f"{ids['briefs']}#{ids['judgement']}",
            "supersedes": ids["briefs"] if kind is Kind.BRIEF else [ids["agreements"]],
            "language": "en",
            "country": "IN",
            "wikidata": "Q1",
            "likelihood": "likely",
            "scale": "icd203",
            "status": "published",
            "binding": True,
            "term": "P10Y",
        }
        return values.get(key)


@dataclass(frozen=True)
class Filling:
    """Fills every field of a model, at one level, with references to one ground."""

    root: Root
    kind: Kind
    level: int
    ground: Ground
    definitions: Schema

    def entry(self, schema: Schema, place: str) -> dict[str, Any]:
        """All keys of an entry."""
        found = {key: self.value(key, held, f"{place}.{key}") for key, held in schema["properties"].items()}
        for first, last in (("date", "updated"), ("from", "to")):
            if first in found and last in found:
                found[first], found[last] = sorted((found[first], found[last]))
        return found

    def value(self, key: str, schema: Schema, place: str) -> Any:
        if key == "marking":
            return LEVELS[min(self.level, 3)].value
        given = self.ground.reference(key, self.kind)
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
            return [self.value("", variant, place) for variant in variants]
        if schema["type"] == ["string", "integer"]:
            return self.root.year(self.level)
        match schema.get("format"):
            case "date":
                return f"{self.root.year(self.level)}-03-07"
            case "uri":
                return f"https://{self.root.word(self.level, place)}.example/"
        return self.root.word(self.level, place)


def make() -> Root:
    """The root: at each level plain documents, full ones, and parts marked higher inside lower ones."""
    root = Root()
    grounds = [_ground(root, level) for level in range(len(LEVELS))]
    for level, kind in itertools.product(range(len(LEVELS)), Kind):
        _full(root, kind, level, grounds[level], parts=grounds[level + 1 :])
        if level:
            _full(root, kind, level, grounds[0])
    for kind in Kind:
        _full(root, kind, NEVER, grounds[0])
        _full(root, kind, NEVER, grounds[-1])
    _pages(root)
    _settings(root)
    return root


def _ground(root: Root, level: int) -> Ground:
    ids = {
        name: root.word(level, f"id of {name}")
        for name in (*map(str, Kind), "related", "source", "judgement", "old")
    }
    common: dict[str, Any] = {"marking": LEVELS[level].value, "date": "2025-10-01"}
    titled = common | {"topics": [ids["topics"]]}
    for kind, name, matter in (
        (Kind.TOPIC, "topics", common),
        (Kind.TOPIC, "related", common),
        (Kind.ACTOR, "actors", common | {"type": "person"}),
        (Kind.AGREEMENT, "agreements", common),
        (Kind.ARTICLE, "articles", titled | {"sources": [{"id": ids["source"], "title": "A statement"}]}),
        (
            Kind.BRIEF,
            "briefs",
            titled
            | {
                "authors": ["Desk"],
                "articles": [ids["articles"]],
                "judgements": [{"id": ids["judgement"], "text": "It holds.", "confidence": "low"}],
            },
        ),
    ):
        key = "name" if kind.is_profile else "title"
        texts = {key: root.word(level, f"{kind}.{key}"), "summary": root.word(level, f"{kind}.summary")}
        _write(root, f"{FOLDERS[kind]}/{ids[name]}.md", {**matter, **texts}, "")
    return Ground(level, ids)


def _full(root: Root, kind: Kind, level: int, ground: Ground, parts: list[Ground] | None = None) -> None:
    """A document with every field filled; for each of `parts`, its lists also hold entries of that level."""
    schema = MODELS[kind].model_json_schema(by_alias=True)
    definitions = schema.get("$defs", {})
    matter = Filling(root, kind, level, ground, definitions).entry(schema, str(kind))
    id_ = root.word(level, f"id of {kind}")
    matter["id"] = id_
    if kind is not Kind.BRIEF:
        matter["events"].append({"id": SHARED_EVENT, "title": "They met", "date": f"2025-0{level % 4 + 1}"})
    for higher in parts or ():
        filling = Filling(root, kind, higher.level, higher, definitions)
        for key, held in schema["properties"].items():
            items = held.get("items", {})
            names = [one["$ref"].rpartition("/")[2] for one in items.get("oneOf", [items]) if "$ref" in one]
            for name in names:
                if "marking" in definitions[name]["properties"]:
                    matter[key].append(filling.entry(definitions[name], f"{kind}.{key}"))
    if level == NEVER:
        matter |= {"status": "draft", "marking": LEVELS[ground.level].value}
    _write(root, f"{FOLDERS[kind]}/deep/{id_}.md", matter, _body(root, kind, level, ground, id_))


def _body(root: Root, kind: Kind, level: int, ground: Ground, id_: str) -> str:
    def word(where: str) -> str:
        return root.word(level, f"body: {where}")

    picture, annex = word("picture"), word("annex")
    root.files[f"{FOLDERS[kind]}/deep/{picture}.png"] = word("in a picture").encode()
    root.files[f"{FOLDERS[kind]}/deep/{annex}.pdf"] = word("in an annex").encode()
    return f"""{word("prose")} met [[actors/{ground.ids["actors"]}|{word("link")}]] of the open desk.[^1]

## {word("heading")}

![{word("alt")}]({picture}.png "{word("title")}") [{word("link to a file")}]({annex}.pdf)

`{word("code")}` [{word("reference")}][ref]

| {word("table")} |
|---|
| {word("cell")} |

[^1]: {word("footnote")}

[ref]: https://{word("address")}.example/
*[open]: {word("abbreviation")}
"""


def _pages(root: Root) -> None:
    schema = Page.model_json_schema(by_alias=True)
    for level in range(len(LEVELS)):
        ground = Ground(level, dict.fromkeys((*map(str, Kind), "related", "source", "judgement"), ""))
        matter = Filling(root, Kind.ARTICLE, level, ground, {}).entry(schema, "page")
        id_ = root.word(level, "id of page")
        _write(root, f"docs/about/{id_}.md", matter, f"## {root.word(level, 'page heading')}")
    matter = {"title": root.word(2, "page.title"), "marking": LEVELS[2].value}
    for own in ("docs/index.md", "docs/about/index.md", "docs/about/markings.md"):
        _write(root, own, matter, root.word(2, "page"))
    for stray in ("docs/stray.md", "docs/decisions/one.md", "docs/articles/notes.txt"):
        root.files[stray] = root.word(NEVER, "stray").encode()


def _settings(root: Root) -> None:
    """Printed names of authors, of whom only some have written what all may read."""
    authors = {root.word(level, "author id"): root.word(level, "author name") for level in range(1, 4)}
    root.files["mkdocs.yml"] = yaml.safe_dump({"extra": {"briefing": {"authors": authors}}}).encode()


def _write(root: Root, path: str, matter: Mapping[str, Any], body: str) -> None:
    written = yaml.safe_dump(dict(matter), sort_keys=False)
    root.files[path] = f"---\n{written}---\n{body}\n".encode()
