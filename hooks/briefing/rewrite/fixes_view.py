"""A document as its fixes see it: its text, where its values stand, and what is wrong with it by itself."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import yaml

from briefing.model.content import AnyDocument, Content, Path
from briefing.model.documents import Page
from briefing.model.fields import Scalar, Tag
from briefing.model.parts import Entry
from briefing.model.problem import Problem
from briefing.model.ref import Kind, Ref
from briefing.model.settings import Settings
from briefing.model.source import Place, Source, SrcUri
from briefing.parse import documents as parse
from briefing.parse import frontmatter, stretches
from briefing.parse.documents import Parsed, Reading
from briefing.parse.filing import FOLDERS, kind_of
from briefing.parse.frontmatter import Split
from briefing.parse.stretches import Form, Stretch
from briefing.parse.tree import tag_of
from briefing.rewrite import matter, yaml_text
from briefing.rewrite.edits import Edit
from briefing.validate import content as validate
from briefing.validate import ids
from briefing.validate.matter import MODELS
from briefing.validate.nearest import Advice

FIGURE = re.compile(r"\d+")
"""Which line or entry of a list a message speaks of."""


FOLDER_OF: Mapping[Kind, str] = {kind: folder for folder, kind in FOLDERS.items()}


@dataclass(frozen=True)
class Ground:
    """What a document stands on: what else there is, the settings and the day."""

    known: Mapping[Ref, str]
    """Every id that a reference may name now: the id itself, of a former one what it has become."""
    settings: Settings
    today: date

    @classmethod
    def of(cls, reading: Reading, content: Content, settings: Settings, today: date) -> Ground:
        """What a content gives to each of its documents; an id that cannot be read is that of its file."""
        there = {Ref(one.kind, ids.written_id(one)) for one in reading.parsed if one.kind}
        there |= {Ref(kind, ids.name_of(uri)) for uri in reading.unreadable if (kind := kind_of(uri))}
        documents = content.documents.values()
        former = {Ref(one.ref.kind, old): one.ref.id for one in documents for old in one.matter.former}
        return cls(former | {ref: ref.id for ref in sorted(there)}, settings, today)

    @cached_property
    def advice(self) -> Mapping[Kind, Advice]:
        """The ids of each kind, to be searched for near ones."""
        return {kind: Advice(one.id for one in self.known if one.kind is kind) for kind in Kind}

    @cached_property
    def files(self) -> tuple[SrcUri, ...]:
        """A file for each id: that they exist is all that a document checked by itself must know of them."""
        return tuple(
            SrcUri(f"{FOLDER_OF[one.kind]}{one.id}.md") for one in self.known if self.known[one] == one.id
        )


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the front matter, and where it stands."""

    at: Stretch
    scalar: Scalar | None
    """What it says; nothing of a list or group."""

    def with_text(self, text: str, raw: str, *, is_text: bool) -> Edit | None:
        """Another text in its place, quoted where YAML would misread it; none for what is no single line."""
        if self.scalar is None or self.at.form is Form.FOLDED or "\n" in raw:
            return None
        tag = Tag.TEXT if is_text else tag_of(yaml.ScalarEvent(None, None, (True, False), text))
        new = yaml_text.replaced(raw, self.at.form, self.scalar, Scalar(text, tag))
        return Edit(self.at.start, self.at.end, new)


class View:
    """One document, read and checked by itself."""

    def __init__(self, source: Source, ground: Ground) -> None:
        self.source = source
        self.ground = ground
        self.parsed, problems = parse.read(source)
        parsed = (self.parsed,) if self.parsed else ()
        settings = replace(ground.settings, preview=False)
        reading = Reading(parsed, (), problems)
        self._checked = validate.check(reading, ground.files, frozenset(), settings, ground.today)
        self.problems = (*problems, *self._checked.problems)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def split(self) -> Split:
        """Its two parts, where it has front matter that is closed."""
        return frontmatter.StrictHandler().split(self.text)

    @cached_property
    def begins(self) -> int:
        """Where its front matter begins."""
        blank = len(self.text) - len(self.text.lstrip("\n"))
        return self.text.index("\n", blank) + 1

    @cached_property
    def body(self) -> str:
        """What stands below the front matter; where that is never closed, all of the text."""
        try:
            return self.split.body
        except ValueError:
            return self.text

    @cached_property
    def values(self) -> Mapping[Path, Value]:
        """Where its values stand; nothing of a document that cannot be read, or has no front matter."""
        if self.parsed is None or not self.parsed.tree.data:
            return {}
        return {path: Value(at, self._scalar(path)) for path, at in stretches.of(self.source).items()}

    def _scalar(self, path: Path) -> Scalar | None:
        assert self.parsed is not None
        found = matter.value_at(self.parsed.tree.data, path) if path else None
        return found if isinstance(found, Scalar) else None

    def raw(self, value: Value) -> str:
        """How a value is written."""
        return self.text[value.at.start : value.at.end]

    @property
    def model(self) -> type[Entry]:
        kind = self.parsed.kind if self.parsed else None
        return MODELS[kind] if kind else Page

    @property
    def document(self) -> AnyDocument | None:
        """What the front matter says, as far as it keeps its form."""
        return next(iter(self._checked.content.documents.values()), None)

    def of(self, code: str) -> Iterator[tuple[Path, Value, Problem]]:
        """The values that break a rule."""
        by_place = self._by_place
        for one in self.problems:
            path = by_place.get(Place(one.line, one.column)) if one.code == code else None
            if path is not None and path in self.values:
                yield path, self.values[path], one

    @cached_property
    def _by_place(self) -> Mapping[Place, Path]:
        """The innermost value at each place: an entry of a list begins with its first key."""
        if self.parsed is None:
            return {}
        places = self.parsed.tree.places
        return {places[path]: path for path in sorted(self.values, key=len)}

    @cached_property
    def faults(self) -> Counter[tuple[SrcUri, str, str]]:
        """What is wrong, wherever in the file it stands."""
        return faults(self.problems)


def quoted(text: str) -> str:
    """The text in double quotes, on one line, with the escapes that YAML has for it."""
    return json.dumps(text, ensure_ascii=False)


def faults(problems: Iterable[Problem]) -> Counter[tuple[SrcUri, str, str]]:
    """Problems, wherever in their files they stand, and how many of each there are."""
    return Counter((one.file, one.code, FIGURE.sub("0", one.message)) for one in problems)


def says_the_same(one: Parsed | None, other: Parsed | None) -> bool:
    """Whether two readings have the same keys and values, whatever their order and writing."""
    return one is not None and other is not None and one.tree.data == other.tree.data
