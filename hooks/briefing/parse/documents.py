"""Every source as a document whose kind and id are known, its front matter a tree, its body text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from briefing.model.content import Places
from briefing.model.fields import Scalar
from briefing.model.marking import Marking
from briefing.model.problem import Problem, problem
from briefing.model.ref import Kind
from briefing.model.sections import Sections
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse import characters, frontmatter, hearsay, sections
from briefing.parse.filing import is_ours, kind_of
from briefing.parse.tree import Tree

ESCAPE = "\\"
"""How YAML begins a character that does not stand in the file itself."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file with readable front matter; a hand-written page has no kind."""

    uri: SrcUri
    kind: Kind | None
    tree: Tree
    body: str
    body_line: int
    sections: Sections


Read = tuple[Parsed | None, tuple[Problem, ...]]
"""What came of one file."""
NOTHING: Mapping[Source, Read] = MappingProxyType({})
NO_HEARSAY: Mapping[SrcUri, Marking] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that could be read, what could not, and the problems of both."""

    parsed: tuple[Parsed, ...]
    unreadable: tuple[SrcUri, ...]
    problems: tuple[Problem, ...]
    each: Mapping[Source, Read] = field(default_factory=lambda: NOTHING)
    """What came of each file, for another reading of much the same."""
    heard: Mapping[SrcUri, Marking] = field(default_factory=lambda: NO_HEARSAY)
    """The highest marking that a file may mean which cannot be read, or of which a key stands twice."""


def parse(sources: Iterable[Source], known: Mapping[Source, Read] = NOTHING) -> Reading:
    """Every document among the sources, in order of their paths; what is known already is not read again."""
    parsed: list[Parsed] = []
    unreadable: list[SrcUri] = []
    problems: list[Problem] = []
    each: dict[Source, Read] = {}
    heard: dict[SrcUri, Marking] = {}
    for source in sorted(
        (source for source in sources if is_ours(source.uri)), key=lambda source: source.uri
    ):
        each[source] = one, found = known.get(source) or read(source)
        problems += found
        if one is None:
            unreadable.append(source.uri)
        else:
            parsed.append(one)
        if one is None or any(problem.code == "B106" for problem in found):
            heard[source.uri] = hearsay.marking(source.text)
    return Reading(
        tuple(parsed), tuple(unreadable), tuple(problems), MappingProxyType(each), MappingProxyType(heard)
    )


def read(source: Source) -> Read:
    """One document, or nothing where its front matter cannot be read; a hand-written page may have none."""
    kind = kind_of(source.uri)
    if kind is None and not frontmatter.StrictHandler().detect(source.text):
        return Parsed(
            source.uri, None, Tree({}, Places({(): TOP})), source.text, 1, sections.read(source.text)
        ), tuple(in_body(source, source.text, 1))
    parts = frontmatter.read(source)
    if parts.tree is None:
        return None, parts.problems
    tree, problems = parts.tree, list(parts.problems)
    matter = source.text[: len(source.text) - len(parts.body)]
    if ESCAPE in matter or characters.has_unpublished(source.text):
        problems += _in_values(source.uri, tree)
        problems += in_body(source, parts.body, parts.body_line)
        tree = replace(tree, data=_published(tree.data))
    read_body = sections.read(parts.body)
    return Parsed(source.uri, kind, tree, parts.body, parts.body_line, read_body), tuple(problems)


def _in_values(uri: SrcUri, tree: Tree) -> Iterator[Problem]:
    for path, value in _scalars(tree.data):
        at = tree.places[path]
        key = ".".join(map(str, path))
        for _, name in characters.find(characters.FORBIDDEN, value.text, at.line):
            yield problem("B113", uri, at, f"`{key}` holds the control character {name}")
        for _, name in characters.find(characters.HIDDEN, value.text, at.line):
            yield problem("B112", uri, at, f"`{key}` holds the invisible character {name}; it is left out")


def in_body(source: Source, body: str, first_line: int) -> Iterator[Problem]:
    """What stands in a body, and nobody can see."""
    for at, name in characters.find(characters.UNPUBLISHED, body, first_line):
        yield problem(
            "B112", source.uri, Place(*at), f"the text holds the invisible or control character {name}"
        )


def _scalars(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    match value:
        case dict():
            for key, held in value.items():
                yield from _scalars(held, (*path, key))
        case list():
            for index, held in enumerate(value):
                yield from _scalars(held, (*path, index))
        case Scalar():
            yield path, value


def _published(value: Any) -> Any:
    match value:
        case dict():
            return {key: _published(held) for key, held in value.items()}
        case list():
            return [_published(held) for held in value]
        case Scalar() if characters.has_unpublished(value.text):
            return replace(value, text=characters.published(value.text))
    return value
