"""What a document says of profiles, documents and pages that fewer readers may see than itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from pydantic import BaseModel

from briefing.convert.converted import Converted
from briefing.convert.prose import BLOCK
from briefing.convert.survey import BLOCKS, TAG
from briefing.link import plainly
from briefing.link.apart import NOTE
from briefing.link.lower import Seen
from briefing.link.named import named
from briefing.link.names import Hit, NameTable, longest
from briefing.link.renditions import Rendition, Written, written
from briefing.link.texts import Key, bodies, day_of, where
from briefing.model.content import AnyDocument, Content, HandPage, Path
from briefing.model.marking import Marking
from briefing.model.parts import Linking
from briefing.model.problem import Problem, problem
from briefing.model.ref import Ref
from briefing.model.source import Place

NO_TEXT = frozenset(
    (
        "id", "former", "topics", "actors", "agreements", "articles", "see_also", "about", "replaces",
        "supersedes", "broader", "related", "part_of", "of", "parties", "actor", "for", "cites", "url",
        "language", "country", "wikidata", "scale", "likelihood", "not", "address",
    )
)  # fmt: skip
"""Keys that hold ids, codes and addresses, and the one that is not published; all others are read as text."""
SAID_IN_TAGS = re.compile(r' (?:title|alt|aria-label|data-title)="([^"]*)"')


class Said(NamedTuple):
    """A text of the front matter: where it stands, what it says, and for whom it is."""

    path: Path
    text: str
    marking: Marking


class Higher(NamedTuple):
    """A profile that is marked higher than a text that names it, and the words that do."""

    ref: Ref
    words: str
    marking: Marking


def problems(
    content: Content, converted: Mapping[Written, Converted], seen_by: Mapping[Key, tuple[Seen, ...]]
) -> Iterator[Problem]:
    """Every name of, and link to, what is marked higher than the place that it stands in."""
    markings = {body.marking for _, body in bodies(content)}
    if len(markings) < 2:
        return
    table, highest = plainly.table(named(content)), highest_profile(content)
    for key, body in bodies(content):
        if body.marking < max(markings):
            yield from _linked(seen_by[key], content)
        if body.marking < highest:
            yield from named_in_body(seen_by[key], converted, table)
            yield from _named_in_matter(body, table)


def highest_profile(content: Content) -> Marking:
    """The highest marking of a profile: what is marked so itself names none that is marked higher."""
    profiles = (one for one in content.documents.values() if one.ref.kind.is_profile)
    return max((one.marking for one in profiles), default=Marking.CLEAR)


def _linked(seen_by: Iterable[Seen], content: Content) -> Iterator[Problem]:
    told: set[str] = set()
    for rendition, text in seen_by:
        targets: tuple[AnyDocument | HandPage, ...] = (
            *(content.documents[ref] for ref in text.refs),
            *(content.pages[page] for page in text.pages),
        )
        for target in targets:
            if target.marking > rendition.marking and target.address not in told:
                told.add(target.address)
                name = target.address.rstrip("/")
                what = f"the text links to {name}, which is {target.marking}, higher than {_here(rendition)}"
                yield problem("B502", rendition.body.uri, _where(rendition, name.rpartition("/")[2]), what)


def named_in_body(
    seen_by: Iterable[Seen], converted: Mapping[Written, Converted], table: NameTable
) -> Iterator[Problem]:
    """Every name in a body of what is marked higher than the place that it stands in."""
    told: set[Ref] = set()
    for rendition, _ in seen_by:
        labels = NOTE.findall(rendition.body.body)  # they stand in the addresses of the notes
        words = BLOCK.join((seen(converted[written(rendition.body)].html), *labels))
        for one in higher(words, rendition.marking, day_of(rendition.body), table):
            if one.ref not in told:
                told.add(one.ref)
                what = f"the text names {one.ref}, which is {one.marking}, higher than {_here(rendition)}"
                yield problem("B502", rendition.body.uri, _where(rendition, one.words), what)


def _here(rendition: Rendition) -> str:
    """The marking of what this rendition shows and no lower one."""
    is_own = rendition.marking == rendition.body.marking
    return f"its own {rendition.marking}" if is_own else f"the {rendition.marking} here"


def _where(rendition: Rendition, words: str) -> Place:
    if words not in rendition.body.body:
        dressed = r"[\W_]+".join(map(re.escape, words.split()))
        found = re.search(dressed, rendition.body.body, re.IGNORECASE)
        words = found[0] if found else words
    return rendition.on_whole(where(rendition.body, words))


def _named_in_matter(body: AnyDocument | HandPage, table: NameTable) -> Iterator[Problem]:
    for path, text, marking in said(body):
        for one in higher(text, marking, day_of(body), table):
            at = body.places[path]
            key = next(step for step in reversed(path) if isinstance(step, str))
            what = f"`{key}` names {one.ref}, which is {one.marking}, higher than the {marking} here"
            yield problem("B502", body.uri, at, what)


def higher(text: str, marking: Marking, on: date | None, table: NameTable) -> Iterator[Higher]:
    """The profiles marked higher that a text names: all that go by the name, so that none else is meant."""
    text = plainly.read(text)
    for hit in longest(table.hits(text)):
        meant = _meant(hit, on)
        if meant and min(table.named[ref].marking for ref in meant) > marking:
            yield Higher(meant[0], text[hit.start : hit.end], table.named[meant[0]].marking)


def _meant(hit: Hit, on: date | None) -> list[Ref]:
    return [one.ref for one in hit.form.candidates if one.link is not Linking.NEVER and one.holds(on)]


def seen(html: str) -> str:
    """All words of a page's HTML: prose, headings, captions, code, and what stands in its tags."""
    words = TAG.sub(lambda tag: BLOCK if tag[2] in BLOCKS else "", html)
    return unescape(BLOCK.join((words, *SAID_IN_TAGS.findall(html))))


def said(body: AnyDocument | HandPage) -> Iterator[Said]:
    """Every text of a front matter, with the marking of the entry that it stands in."""
    yield from _in_entry(body.matter, (), body.marking)


def _in_entry(entry: BaseModel, path: Path, marking: Marking) -> Iterator[Said]:
    own = getattr(entry, "marking", None)
    here = max(marking, own) if own else marking
    for name, key in _read_keys(type(entry)):
        if value := getattr(entry, name):  # of most keys, most entries have none
            yield from _in_value(value, (*path, key), here)


@lru_cache(maxsize=64)
def _read_keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that are read as text, and the keys that authors write."""
    keys = ((name, field.alias or name) for name, field in model.model_fields.items())
    return tuple((name, key) for name, key in keys if key not in NO_TEXT)


def _in_value(value: object, path: Path, marking: Marking) -> Iterator[Said]:
    match value:
        case Enum():
            return
        case str():
            yield Said(path, value, marking)
        case tuple():
            for index, one in enumerate(value):
                yield from _in_value(one, (*path, index), marking)
        case BaseModel():
            yield from _in_entry(value, path, marking)
