"""What a front matter says, taken apart into single values that can be held beside those of another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import BaseModel

from briefing.model.content import AnyDocument, HandPage
from briefing.model.parts import Change, DateSaid, Entry, Event, Signatory, Source, SourceRef, Was
from briefing.report.shapes import Subject, ValueChange

Key = tuple[str, ...]

UNSEEN = frozenset({"id", "former", "hidden"})
"""An address shows in the report by itself, and nobody sees misspellings."""
SINGULAR: Mapping[str, str] = {
    "aliases": "other name", "changes": "change note", "dates": "date said", "was": "earlier value",
    "not": "not a name", "gone": "address that is gone", "signatories": "signatory", "parties": "party",
}  # fmt: skip
ACTORS = frozenset({"actors", "parties", "signatories", "part_of"})
TOPICS = frozenset({"topics", "broader", "related"})
DATES = frozenset(
    {"date", "dates", "from", "to", "born", "founded", "signed", "in_force", "expires", "term", "review_by"}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, and what it is of."""

    subject: Subject
    name: str
    value: str
    is_default: bool = False
    """Whether it is what holds where nothing is written."""


def of(body: AnyDocument | HandPage) -> Mapping[Key, Fact]:
    """Every value of a document or hand-written page; its marking as it holds, written or not."""
    found = dict(_of_entry(body.matter, ()))
    found[("marking",)] = Fact(Subject.MARKING, "marking", str(body.marking))
    return found


def compare(old: Mapping[Key, Fact], new: Mapping[Key, Fact]) -> Iterator[ValueChange]:
    """Values that differ, in the order in which they are written now, then those that are no more."""
    for key in (*new, *(key for key in old if key not in new)):
        before, after = old.get(key), new.get(key)
        shown = after or before
        if shown is None or (before and after and before.value == after.value):
            continue
        if shown.is_default and None in (before, after):
            continue
        yield ValueChange(
            shown.subject, shown.name, before.value if before else "", after.value if after else ""
        )


def _of_entry(entry: BaseModel, path: Key) -> Iterator[tuple[Key, Fact]]:
    for name, field in type(entry).model_fields.items():
        key = field.alias or name
        value = getattr(entry, name)
        is_pointer = key == "id" and isinstance(entry, Event) and not entry.title
        if is_pointer or not (key in UNSEEN or (key == "marking" and not path)):
            yield from _of_value(value, (*path, key), is_default=value == field.default)


def _of_value(value: Any, path: Key, *, is_default: bool) -> Iterator[tuple[Key, Fact]]:
    if value is None or value == ():
        return
    if isinstance(value, Entry):
        yield from _of_entry(value, path)
    elif isinstance(value, tuple):
        for name, item in _named(value):
            yield from _of_value(item, (*path, name), is_default=False)
    else:
        yield path, Fact(_subject(path), _name(path, value), _words(value), is_default)


def _named(items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Each item of a list by what it is known by, so that others may be put before it."""
    seen: dict[str, int] = {}
    for item in items:
        name = _known_by(item) if isinstance(item, Entry) else _words(item)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", item


def _known_by(entry: Entry) -> str:
    match entry:
        case SourceRef():
            return entry.cites
        case Event() | Source():
            return entry.id or entry.title or ""
        case DateSaid() | Was() | Change():
            return _words(entry.date)
        case Signatory():
            return entry.actor or entry.name or ""
    known = (getattr(entry, key, None) for key in ("id", "name", "title", "address"))
    return next((str(one) for one in known if one), "")


def _subject(path: Key) -> Subject:
    if path[0] == "changes":
        return Subject.OTHER
    if path[-1] == "marking":
        return Subject.MARKING
    if path[0] == "judgements":
        return Subject.JUDGEMENT
    parts = frozenset(path)
    if "sources" in parts:
        return Subject.SOURCE
    for subject, names in ((Subject.ACTOR, ACTORS), (Subject.TOPIC, TOPICS), (Subject.DATE, DATES)):
        if names & parts:
            return subject
    return Subject.OTHER


def _name(path: Key, value: Any) -> str:
    """The path in words: `judgement j1 · likelihood`; of an item of a list, the list."""
    if len(path) > 1 and path[-1] == _words(value):
        path = path[:-1]
    parts = [
        f"{_singular(part)} {path[at + 1]}" if at + 1 < len(path) else part
        for at, part in enumerate(path)
        if at % 2 == 0
    ]
    return " · ".join(parts).replace("_", " ")


def _singular(field: str) -> str:
    return SINGULAR.get(field) or field.removesuffix("s")


def _words(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
    return str(value)
