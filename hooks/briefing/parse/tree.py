"""YAML as a tree of what was written: no guesses, no anchors, no tags; the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from briefing.model import limits
from briefing.model.content import Path, Places
from briefing.model.fields import Scalar, Tag
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, SrcUri
from briefing.parse import unreadable

TAGS: Mapping[str, Tag] = {
    "tag:yaml.org,2002:null": Tag.NOTHING,
    "tag:yaml.org,2002:bool": Tag.FLAG,
    "tag:yaml.org,2002:int": Tag.NUMBER,
    "tag:yaml.org,2002:float": Tag.NUMBER,
    "tag:yaml.org,2002:timestamp": Tag.DAY,
}


# Thousands of front matters have the same keys at much the same places: held once, they take a quarter.
_place = lru_cache(maxsize=1 << 14)(Place)


@lru_cache(maxsize=1 << 14)
def _path(path: Path) -> Path:
    """The same path as others have."""
    return path


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
        return _place(mark.line + self.first_line, mark.column + 1)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.NodeEvent):
            self.count += 1
            if self.count > limits.VALUES.most:
                at = self.place(event.start_mark)
                what = f"more than {limits.VALUES.most} keys and values"
                raise Refused("B110", at, what, "divide the document")
            self.node(event)

    def node(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise Refused("B107", self.place(event.start_mark), "aliases of YAML are not read")
        if event.anchor is not None or event.tag is not None:
            self.refuse_magic(event)
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        else:
            self.begin({} if isinstance(event, yaml.MappingStartEvent) else [], event)

    def refuse_magic(self, event: Any) -> None:
        at = self.place(event.start_mark)
        if event.anchor is not None:
            what = f"anchors and aliases of YAML are not read: `&{event.anchor[:60]}`"
            raise Refused("B107", at, what)
        raise Refused("B107", at, f"a tag of YAML (`{event.tag[:60]}`) stands here")

    def begin(self, value: dict[str, Any] | list[Any], event: yaml.NodeEvent) -> None:
        at = self.place(event.start_mark)
        if len(self.open) >= limits.DEPTH.most:
            what = f"lists and keys are nested more than {limits.DEPTH.most} deep"
            raise Refused("B110", at, what, "write it flatter")
        if self.open and isinstance(self.open[-1].value, dict) and self.open[-1].key is None:
            what = "the front matter is not valid YAML: a list or keys stand where a key is due"
            raise Refused("B105", at, what, "put the whole value in quotes")
        self.open.append(_Open(self.add(value, event), value))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if len(event.value) > limits.TEXT.most:
            what = f"a value has {len(event.value)} characters, {limits.TEXT.most} at most"
            at = self.place(event.start_mark)
            raise Refused("B110", at, what, "put long texts below the front matter")
        holder = self.open[-1] if self.open else None
        if holder and holder.key is None and isinstance(holder.value, dict):
            self.key(holder, event.value, self.place(event.start_mark))
        else:
            self.add(Scalar(event.value, tag_of(event)), event)

    def key(self, holder: _Open, key: str, at: Place) -> None:
        if key == "<<":
            raise Refused("B107", at, "a merge key of YAML (`<<`) stands here")
        path = _path((*holder.path, key))
        if key in holder.value:
            first = self.places[path].line
            self.problems.append(
                problem(
                    "B106", self.uri, at, f"`{key}` stands twice (first on line {first})", f"keep one `{key}`"
                )
            )
        self.places.setdefault(path, at)
        holder.key = key

    def add(self, value: Any, event: yaml.NodeEvent) -> Path:
        """Puts a value where it belongs; a key's place is the key's own."""
        if not self.open:
            self.root = value
            self.places[()] = self.place(event.start_mark)
            return ()
        holder = self.open[-1]
        if isinstance(holder.value, list):
            path: Path = _path((*holder.path, len(holder.value)))
            holder.value.append(value)
            self.places[path] = self.place(event.start_mark)
        else:
            assert holder.key is not None
            path = _path((*holder.path, holder.key))
            holder.value.setdefault(holder.key, value)
            holder.key = None
        if len(holder.value) > limits.ENTRIES.most:
            at = self.place(event.start_mark)
            raise Refused("B110", at, f"more than {limits.ENTRIES.most} entries", "divide the document")
        return path


RESOLVERS: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
"""What PyYAML and its kin take unquoted values for (YAML 1.1), by the first sign."""


def tag_of(event: yaml.ScalarEvent) -> Tag:
    """What a value that is not in quotes is taken for."""
    if event.implicit[0]:
        for tag, pattern in RESOLVERS.get(event.value[:1], ()):
            if pattern.match(event.value):
                return TAGS.get(tag, Tag.TEXT)
    return Tag.TEXT


def read(text: str, uri: SrcUri, first_line: int) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree of a front matter whose first line is a given line of its file, and what is wrong with it."""
    reader = _Reader(uri, first_line)
    if len(text) > limits.FRONT_MATTER.most:
        what = f"{len(text)} characters of keys and values, {limits.FRONT_MATTER.most} at most"
        return None, (
            problem("B110", uri, Place(first_line, 1), what, "put long texts below the front matter"),
        )
    try:
        for event in yaml.parse(text, Loader=unreadable.Loader):
            reader.take(event)
    except Refused as refused:
        return None, (problem(refused.code, uri, refused.at, refused.message, refused.remedy),)
    except yaml.YAMLError as error:
        return None, (*reader.problems, _syntax(error, text, uri, first_line))
    problems = (*reader.problems, *(_cut_short(reader, text) if " #" in text else ()))
    if not isinstance(reader.root, dict):
        what = "empty" if reader.root is None else "a list" if isinstance(reader.root, list) else "a text"
        return None, (
            *problems,
            problem("B108", uri, TOP, f"the front matter is {what}, not keys and values"),
        )
    return Tree(reader.root, Places(reader.places)), problems


BEFORE = re.compile(r"\s*+(?:- ++)?(?:[\w-]++: ++)?")
"""What stands before a value on its line."""


def _cut_short(reader: _Reader, text: str) -> Iterator[Problem]:
    """Texts whose end YAML takes for a comment; comments that are meant begin with a space."""
    found: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.split("\n")):
        held, _, lost = line.partition(" #")
        if lost[:1].strip():
            found.append((number, held, lost))
    values = {one.text for one in scalars(reader.root) if one.text} if found else set()
    for number, held, lost in found:
        before = BEFORE.match(held)
        if before and held[before.end() :].rstrip() in values:
            at = Place(number + reader.first_line, len(held) + 2)
            what = f"the text ends here, at a `#`: `#{lost.rstrip()}` is read as a comment"
            yield problem("B118", reader.uri, at, what)


def scalars(value: Any) -> Iterator[Scalar]:
    """Every single value in a value."""
    if isinstance(value, Scalar):
        yield value
    for held in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from scalars(held)


def _syntax(error: yaml.YAMLError, text: str, uri: SrcUri, first_line: int) -> Problem:
    found = unreadable.fault(error, text)
    if found is None:
        what = f"the front matter holds a character that YAML refuses: {error}"
        return problem("B113", uri, Place(first_line, 1), what)
    at = Place(found.line + first_line, found.column + 1)
    said = f"the front matter is not valid YAML: {found.message}" if found.code == "B105" else found.message
    return problem(found.code, uri, at, said, found.remedy)
