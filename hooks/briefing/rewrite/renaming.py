"""A document with another ref: every file that changes for it, or why none can."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.convert.markdown import Converter
from briefing.convert.sanitise import scheme
from briefing.link.texts import Places
from briefing.model.content import AnyDocument, Content
from briefing.model.fields import Scalar
from briefing.model.problem import Problem
from briefing.model.ref import Ref
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse import documents as parse
from briefing.parse.documents import Parsed, Reading
from briefing.rewrite import links, matter, references
from briefing.rewrite.edits import Edit, apply
from briefing.rewrite.links import Holders, Way
from briefing.rewrite.matter import ByHand, Change, Drop, Extend, Put
from briefing.rewrite.merging import Merging, Obstacle, Side
from briefing.rewrite.references import Move
from briefing.scaffold import keys
from briefing.validate import ids
from briefing.validate.events import MILESTONES

UNSURE = ("B1", "B2", "B506", "B605")
"""Rules whose breach means that a file cannot be read to its end, or not surely."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file before and after; nothing after, where it goes into another."""

    before: Source
    after: Source | None


@dataclass(frozen=True, slots=True)
class Given:
    """The content as it was read and checked."""

    sources: tuple[Source, ...]
    reading: Reading
    content: Content
    problems: tuple[Problem, ...]

    @property
    def by_uri(self) -> Mapping[SrcUri, Source]:
        return {source.uri: source for source in self.sources}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a renaming or merging changes, in order of the files' paths; nothing where something is in the way."""

    files: tuple[Rewritten, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    is_merging: bool = False


def plan(given: Given, move: Move, converter: Converter, *, append: bool) -> Plan:
    """Everything that follows from the move; with `append`, of two texts one comes below the other."""
    old, new = given.content.documents[move.old], given.content.documents.get(move.new)
    in_the_way = [*_unsure(given, move), *_blocked(given, old, new)]
    if in_the_way:
        return Plan(obstacles=tuple(sorted(set(in_the_way))), is_merging=new is not None)
    way = Way(
        move, *_holders(given.content, move), old.uri, new.uri if new else renamed_file(old.uri, move)
    )
    led, in_the_way = _led(given, way, converter)
    if new is not None:
        after, more = _merged(led, old, new, converter, append=append)
    else:
        after, more = _renamed(led, old, way)
    if in_the_way or more:
        return Plan(obstacles=tuple(sorted({*in_the_way, *more})), is_merging=new is not None)
    by_uri = given.by_uri
    changed = [Rewritten(by_uri[uri], source) for uri, source in sorted(after.items()) if source != by_uri[uri]]
    return Plan(tuple(changed), is_merging=new is not None)


def renamed_file(uri: SrcUri, move: Move) -> SrcUri:
    """Where the file lies after the move: in its folder, under the new id if it was called by the old one."""
    if ids.name_of(uri) != move.old.id:
        return uri
    return SrcUri(posixpath.join(posixpath.dirname(uri), f"{move.new.id}.md"))
