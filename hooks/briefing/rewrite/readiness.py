"""What keeps a document from getting another ref: files that are not read surely, or stand in its way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.content import AnyDocument, Content
from briefing.model.overlay import over
from briefing.model.problem import Problem
from briefing.model.source import TOP, Place, Source, SrcUri
from briefing.parse.documents import Reading
from briefing.parse.filing import kind_of
from briefing.rewrite.merging import Obstacle
from briefing.rewrite.references import Move
from briefing.validate import ids
from briefing.validate.events import MILESTONES

UNSURE = ("B1", "B2", "B506", "B605")
"""Rules whose breach means that a file is not read to its end, or not surely."""


@dataclass(frozen=True, slots=True)
class Given:
    """The content as it was read and checked."""

    sources: tuple[Source, ...]
    reading: Reading
    content: Content
    problems: tuple[Problem, ...]


def unsure(given: Given, move: Move) -> Iterator[Obstacle]:
    """Files that may name the document, and have errors that could hide where."""
    endings = "|".join(MILESTONES.values())
    named = re.compile(rf"(?<![a-z0-9-]){re.escape(move.old.id)}(?:-(?:{endings}))?(?![a-z0-9-])")
    found = given.content.documents
    sides = {found[ref].uri for ref in move if ref in found}
    texts = {source.uri: source.text for source in given.sources}
    for one in given.problems:
        if not one.is_error or not one.code.startswith(UNSURE) or one.file not in texts:
            continue
        if one.file in sides or named.search(texts[one.file]):
            what = f"{one.code} {one.message}; until that is mended, it is not sure where it names {move.old}"
            yield Obstacle(one.file, Place(one.line, one.column), what, one.remedy)


def blocked(given: Given, move: Move, target: SrcUri) -> Iterator[Obstacle]:
    """What stands where the document would go: a file, an id that cannot be read, another root's border."""
    found = given.content.documents
    old, new = found[move.old], found.get(move.new)
    if new is not None:
        yield from _apart(given, old, new)
        return
    for uri in _paths(given):
        if uri != old.uri and _on_any_disk(uri) == _on_any_disk(target):
            yield Obstacle(uri, TOP, f"this file stands where {old.uri} would go", "give it another name")
    ids_of = [(one.uri, ids.written_id(one)) for one in given.reading.parsed]
    ids_of += [(uri, ids.name_of(uri)) for uri in given.reading.unreadable]
    for uri, id_ in ids_of:
        if id_ == move.new.id and kind_of(uri) is move.new.kind:
            yield Obstacle(uri, TOP, f"this is {move.new}, and cannot be read", "mend its errors first")


def _apart(given: Given, old: AnyDocument, new: AnyDocument) -> Iterator[Obstacle]:
    overlays = given.content.overlays
    if over(old.uri, overlays) != over(new.uri, overlays):
        what = f"it lies in another content root than {new.uri}, which has other readers"
        yield Obstacle(old.uri, TOP, what, "move it there first, if what it says may be said there")


def _paths(given: Given) -> Iterable[SrcUri]:
    return sorted({*(source.uri for source in given.sources), *given.content.files})


def _on_any_disk(uri: SrcUri) -> str:
    return unicodedata.normalize("NFKC", uri).casefold()
