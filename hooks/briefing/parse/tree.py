"""YAML as a tree of what was written: no guesses, no anchors, no tags; the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefing.model import limits
from briefing.model.content import Path, Places
from briefing.model.fields import Scalar, Tag
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, SrcUri

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TAGS: Mapping[str, Tag] = {
    "tag:yaml.org,2002:null": Tag.NOTHING,
    "tag:yaml.org,2002:bool": Tag.FLAG,
    "tag:yaml.org,2002:int": Tag.NUMBER,
    "tag:yaml.org,2002:float": Tag.NUMBER,
    "tag:yaml.org,2002:timestamp": Tag.DAY,
}


@dataclass(frozen=True, slots=True)
class Tree:
    """The front matter: mappings, lists and scalars, and where each stands."""

    data: dict[str, Any]
    places: Places


class Refused(Exception):
    """What stops the reading of one front matter."""

    def __init__(self, code: str, at: Place, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.at, self.message, self.remedy = code, at, message, remedy


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come."""

    path: Path
    value: dict[str, Any] | list[Any]
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    """Builds the tree from YAML's events, one pass, no recursion."""

    uri: SrcUri
    first_line: int
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    root: Any = None
    count: int = 0

    def place(self, mark: Any) -> Place:
        return Place(mark.line + self.first_line, mark.column + 1)

    def take(self, event: yaml.Event) -> None:
        self.count += isinstance(event, yaml.NodeEvent)
        if self.count > limits.VALUES.most:
            at = self.place(event.start_mark)
            raise Refused(
                "B110", at, f"more than {limits.VALUES.most} keys and values", "divide the document"
            )
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_magic(event)
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.refuse_magic(event)
            self.begin({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise Refused("B107", self.place(event.start_mark), "aliases of YAML are not read")

    def refuse_magic(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            what = f"anchors and aliases of YAML are not read: `&{event.anchor[:60]}`"
            raise Refused("B107", self.place(event.start_mark), what)
        if event.tag is not None:
            raise Refused(
                "B107", self.place(event.start_mark), f"a tag of YAML (`{event.tag[:60]}`) stands here"
            )

    def begin(self, value: dict[str, Any] | list[Any], event: yaml.NodeEvent) -> None:
        at = self.place(event.start_mark)
        if len(self.open) >= limits.DEPTH.most:
            what = f"lists and keys are nested more than {limits.DEPTH.most} deep"
            raise Refused("B110", at, what, "write it flatter")
        if self.open and isinstance(self.open[-1].value, dict) and self.open[-1].key is None:
            raise Refused("B105", at, "a list or keys stand where a key is due")
        self.open.append(_Open(self.add(value, at), value))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        at = self.place(event.start_mark)
        if len(event.value) > limits.TEXT.most:
            what = f"a value has {len(event.value)} characters, {limits.TEXT.most} at most"
            raise Refused("B110", at, what, "put long texts below the front matter")
        holder = self.open[-1] if self.open else None
        if holder and isinstance(holder.value, dict) and holder.key is None:
            self.key(holder, event.value, at)
        else:
            self.add(Scalar(event.value, tag_of(event)), at)

    def key(self, holder: _Open, key: str, at: Place) -> None:
        if key == "<<":
            raise Refused("B107", at, "a merge key of YAML (`<<`) stands here")
        path = (*holder.path, key)
        if key in holder.value:
            first = self.places[path].line
            self.problems.append(
                problem(
                    "B106", self.uri, at, f"`{key}` stands twice (first on line {first})", f"keep one `{key}`"
                )
            )
        self.places.setdefault(path, at)
        holder.key = key

    def add(self, value: Any, at: Place) -> Path:
        """Puts a value where it belongs; a key's place is the key's own."""
        if not self.open:
            self.root = value
            self.places[()] = at
            return ()
        holder = self.open[-1]
        if isinstance(holder.value, list):
            path: Path = (*holder.path, len(holder.value))
            holder.value.append(value)
            self.places[path] = at
        else:
            assert holder.key is not None
            path = (*holder.path, holder.key)
            holder.value.setdefault(holder.key, value)
            holder.key = None
        if len(holder.value) > limits.ENTRIES.most:
            raise Refused("B110", at, f"more than {limits.ENTRIES.most} entries", "divide the document")
        return path


def tag_of(event: yaml.ScalarEvent) -> Tag:
    """What PyYAML and its kin take an unquoted value for (YAML 1.1)."""
    if not event.implicit[0]:
        return Tag.TEXT
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    for tag, pattern in (*resolvers.get(event.value[:1], ()), *resolvers.get(None, ())):
        if pattern.match(event.value):
            return TAGS.get(tag, Tag.TEXT)
    return Tag.TEXT


BEGUN = re.compile(r"""\s*(?:- +)?[\w-]+: +(?:"[^"]*" *[^\s#,]|'[^']*' *[^\s#,]|\[[^]]*\] *[^\s#,]|[*&!])""")
"""A value that begins as a quotation, a list or a mark of YAML, and goes on as a text."""
COLON = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+): +(?P<value>[^\s\"'\[{|>].*:(?: .*|$))")


def read(text: str, uri: SrcUri, first_line: int) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree of a front matter whose first line is a given line of its file, and what is wrong with it."""
    reader = _Reader(uri, first_line)
    if len(text) > limits.FRONT_MATTER.most:
        what = f"{len(text)} characters of keys and values, {limits.FRONT_MATTER.most} at most"
        return None, (
            problem("B110", uri, Place(first_line, 1), what, "put long texts below the front matter"),
        )
    try:
        for event in yaml.parse(text, Loader=Loader):
            reader.take(event)
    except Refused as refused:
        return None, (problem(refused.code, uri, refused.at, refused.message, refused.remedy),)
    except yaml.YAMLError as error:
        return None, (*reader.problems, _syntax(error, text, uri, first_line))
    problems = tuple(reader.problems)
    if not isinstance(reader.root, dict):
        what = "empty" if reader.root is None else "a list" if isinstance(reader.root, list) else "a text"
        return None, (
            *problems,
            problem("B108", uri, TOP, f"the front matter is {what}, not keys and values"),
        )
    return Tree(reader.root, Places(reader.places)), problems


def _syntax(error: yaml.YAMLError, text: str, uri: SrcUri, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem(
            "B113",
            uri,
            Place(first_line, 1),
            f"the front matter holds a character that YAML refuses: {error}",
        )
    at = Place(mark.line + first_line, mark.column + 1)
    lines = text.split("\n")
    written = lines[min(mark.line, len(lines) - 1)]
    colon = COLON.match(written)
    if colon:
        key, value = colon["key"], colon["value"].strip()
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        return problem(
            "B114",
            uri,
            at,
            f"`{key}` holds a `: ` and is not in quotes",
            f'put the {key} in quotes: {key}: "{quoted}"',
        )
    said = getattr(error, "problem", None) or "it cannot be read"
    hint = ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        hint = "indent with spaces: YAML takes no tabs there"
    elif BEGUN.match(written):
        hint = "put the whole value in quotes: YAML takes its first sign for its own"
    elif "cannot start any token" in said:
        hint = "put the value in quotes: YAML keeps @, `, % and tabs for itself"
    return problem("B105", uri, at, f"the front matter is not valid YAML: {said}", hint)
