"""YAML as a tree of what was written: no guesses, no anchors, no tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefing.model import limits
from briefing.model.content import Places
from briefing.model.fields import Scalar, Tag
from briefing.model.problem import Problem, problem
from briefing.model.source import TOP, Place, SrcUri
from briefing.parse import characters, unreadable
from briefing.parse.key_places import KeyPlaces, place_of

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
    """A mapping or list whose end has not come, and the step that leads to it."""

    step: str | int
    value: dict[str, Any] | list[Any]
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    """Builds the tree from YAML's events, one pass, no recursion."""

    uri: SrcUri
    places: KeyPlaces
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    root: Any = None
    count: int = 0
    is_refused: bool = False

    def place(self, event: yaml.Event) -> Place:
        return place_of(event, self.places.first_line)

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.CollectionEndEvent():
                self.open.pop()
            case yaml.MappingStartEvent():
                self.begin({}, event)
            case yaml.SequenceStartEvent():
                self.begin([], event)
            case yaml.AliasEvent():
                self.alias(event)

    def counted(self, event: yaml.NodeEvent) -> None:
        self.count += 1
        if self.count > limits.VALUES.most:
            what = f"more than {limits.VALUES.most} keys and values"
            raise Refused("B110", self.place(event), what, "divide the document")

    def alias(self, event: yaml.AliasEvent) -> None:
        self.counted(event)
        what = "aliases of YAML are not read"
        if self.is_key_due:
            raise Refused("B107", self.place(event), what)
        self.refuse_magic(event, what)
        self.add(Scalar(""), event)

    @property
    def is_key_due(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].key is None

    def refuse_magic(self, event: yaml.Event, what: str) -> None:
        """Tell it, and read on: more may be wrong further down, but nothing of this will be used."""
        self.problems.append(problem("B107", self.uri, self.place(event), what))
        self.is_refused = True

    def look_for_magic(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse_magic(event, f"anchors and aliases of YAML are not read: `&{event.anchor[:60]}`")
        elif event.tag is not None:
            self.refuse_magic(event, f"a tag of YAML (`{event.tag[:60]}`) stands here")

    def begin(self, value: dict[str, Any] | list[Any], event: Any) -> None:
        self.counted(event)
        self.look_for_magic(event)
        if len(self.open) >= limits.DEPTH.most:
            what = f"lists and keys are nested more than {limits.DEPTH.most} deep"
            raise Refused("B110", self.place(event), what, "write it flatter")
        if self.is_key_due:
            what = "the front matter is not valid YAML: a list or keys stand where a key is due"
            raise Refused("B105", self.place(event), what, "put the whole value in quotes")
        self.open.append(_Open(self.add(value, event), value))

    def scalar(self, event: Any) -> None:
        self.counted(event)
        self.look_for_magic(event)
        if len(event.value) > limits.TEXT.most:
            what = f"a value has {len(event.value)} characters, {limits.TEXT.most} at most"
            raise Refused("B110", self.place(event), what, "put long texts below the front matter")
        holder = self.open[-1] if self.open else None
        if holder and holder.key is None and isinstance(holder.value, dict):
            self.key(holder, event)
        else:
            self.add(Scalar(event.value, tag_of(event)), event)

    def key(self, holder: _Open, event: Any) -> None:
        key = event.value
        if key == "<<":
            self.refuse_magic(event, "a merge key of YAML (`<<`) stands here")
        if key in holder.value:
            path = (*(one.step for one in self.open[1:]), key)
            what = f"`{key}` stands twice (first on line {self.places[path].line})"
            self.problems.append(problem("B106", self.uri, self.place(event), what, f"keep one `{key}`"))
        holder.key = key

    def add(self, value: Any, event: yaml.NodeEvent) -> str | int:
        """Puts a value where it belongs, and gives the step that leads to it."""
        if not self.open:
            self.root = value
            return ""
        holder = self.open[-1]
        step: str | int
        if isinstance(holder.value, list):
            step = len(holder.value)
            holder.value.append(value)
        else:
            assert holder.key is not None
            step, holder.key = holder.key, None
            holder.value.setdefault(step, value)
        if len(holder.value) > limits.ENTRIES.most:
            what = f"more than {limits.ENTRIES.most} entries"
            raise Refused("B110", self.place(event), what, "divide the document")
        return step


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
    places = KeyPlaces(text, first_line)
    reader = _Reader(uri, places)
    if len(text) > limits.FRONT_MATTER.most:
        what = f"{len(text)} characters of keys and values, {limits.FRONT_MATTER.most} at most"
        return None, (
            problem("B110", uri, Place(first_line, 1), what, "put long texts below the front matter"),
        )
    try:
        for event in yaml.parse(text, Loader=unreadable.Loader):
            reader.take(event)
    except Refused as refused:
        last = problem(refused.code, uri, refused.at, refused.message, refused.remedy)
        return None, (*reader.problems, last)
    except yaml.YAMLError as error:
        return None, (*reader.problems, _syntax(error, text, uri, first_line))
    problems = (*reader.problems, *(_cut_short(reader, text) if " #" in text else ()))
    if reader.is_refused:
        return None, problems
    if not isinstance(reader.root, dict):
        what = "empty" if reader.root is None else "a list" if isinstance(reader.root, list) else "a text"
        return None, (
            *problems,
            problem("B108", uri, TOP, f"the front matter is {what}, not keys and values"),
        )
    return Tree(reader.root, Places(places)), problems


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
            at = Place(number + reader.places.first_line, len(held) + 2)
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
        sign = re.compile(re.escape(chr(getattr(error, "character", 0))))
        at, name = next(characters.find(sign, text, first_line))
        return problem("B113", uri, at, f"the front matter holds the control character {name}")
    at = Place(found.line + first_line, found.column + 1)
    said = f"the front matter is not valid YAML: {found.message}" if found.code == "B105" else found.message
    return problem(found.code, uri, at, said, found.remedy)
