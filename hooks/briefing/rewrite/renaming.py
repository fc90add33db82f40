"""A document with another ref: every file that changes for it, or why none can."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.convert.markdown import Converter
from briefing.convert.sanitise import scheme
from briefing.model.content import AnyDocument
from briefing.model.fields import Scalar
from briefing.model.source import Place, Source, SrcUri
from briefing.parse import documents as parse
from briefing.rewrite import comments, leading, links, matter, readiness
from briefing.rewrite.matter import ByHand, Change, Extend, Put
from briefing.rewrite.merging import Merging, Obstacle, Side
from briefing.rewrite.readiness import Given
from briefing.rewrite.references import Move
from briefing.scaffold import keys
from briefing.validate import ids


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file before and after; nothing after, where it goes into another."""

    before: Source
    after: Source | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that change, in order of their paths; none where something is in the way."""

    files: tuple[Rewritten, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    lost: tuple[Place, ...] = ()
    """Comments in the front matter of a document that goes into another: no value holds them."""


def plan(given: Given, move: Move, converter: Converter, *, append: bool) -> Plan:
    """Everything that follows from the move; with `append`, of two texts one comes below the other."""
    old, new = given.content.documents[move.old], given.content.documents.get(move.new)
    target = new.uri if new else renamed_file(old.uri, move)
    in_the_way = (*readiness.unsure(given, move), *readiness.blocked(given, move, target))
    if in_the_way:
        return _stopped(in_the_way)
    led, in_the_way = leading.lead(given, move, target, converter)
    if new is not None:
        merging = Merging(_side(new, led), _side(old, led))
        in_the_way = (*in_the_way, *merging.obstacles(append=append), *_left_behind(merging, converter))
    if in_the_way:
        return _stopped(in_the_way)
    after: dict[SrcUri, Source | None] = dict(led)
    try:
        if new is None:
            after[old.uri] = replace(_renamed(old, led[old.uri], move), uri=target)
        else:
            after |= {new.uri: _merged(merging, led[new.uri]), old.uri: None}
    except ByHand as by_hand:
        return _stopped((leading.cannot(target, by_hand, move),))
    before = sorted(given.sources, key=lambda source: source.uri)
    changed = (Rewritten(source, after[source.uri]) for source in before if after[source.uri] != source)
    return Plan(tuple(changed), lost=tuple(comments.find(led[old.uri])) if new else ())


def _stopped(obstacles: Iterable[Obstacle]) -> Plan:
    return Plan(obstacles=tuple(sorted(set(obstacles))))


def renamed_file(uri: SrcUri, move: Move) -> SrcUri:
    """Where the file lies after the move: in its folder, by the new id if the old one was its name."""
    if ids.name_of(uri) != move.old.id:
        return uri
    return SrcUri(posixpath.join(posixpath.dirname(uri), f"{move.new.id}.md"))


def _renamed(old: AnyDocument, source: Source, move: Move) -> Source:
    """The document by its new id; the old one joins the former ones, or the new one's place among them."""
    was = Scalar(move.old.id)
    former = old.matter.former
    changes: list[Change] = (
        [Put(("former", former.index(move.new.id)), was)]
        if move.new.id in former
        else [Extend("former", (was,))]
    )
    if old.matter.id is not None:
        changes.append(Put(("id",), Scalar(move.new.id)))
    return matter.changed(source, changes, keys.of(old.ref.kind))


def _side(document: AnyDocument, led: Mapping[SrcUri, Source]) -> Side:
    parsed, _ = parse.read(led[document.uri])
    assert parsed is not None, "the file could be read before references were led elsewhere"
    return Side(document, parsed)


def _merged(merging: Merging, source: Source) -> Source:
    kept = merging.kept
    whole = matter.changed(source, merging.changes(), keys.of(kept.document.ref.kind)).text
    above = whole[: len(whole) - len(kept.parsed.body)]
    below = merging.body()
    between = "" if above.endswith("\n") or not below else "\n"
    return replace(source, text=f"{above}{between}{below}")


def _left_behind(merging: Merging, converter: Converter) -> Iterator[Obstacle]:
    """Links that would lead elsewhere from the other document's folder."""
    gone, kept = merging.gone.document, merging.kept.document
    is_same_folder = posixpath.dirname(gone.uri) == posixpath.dirname(kept.uri)
    if is_same_folder or merging.body() == merging.kept.parsed.body:
        return
    for target in sorted(links.targets(converter.convert(merging.gone.parsed.body))):
        if target and not scheme(target):
            what = f"`{target}` is a path from this folder, and the text goes to that of {kept.uri}"
            at = Place(merging.gone.parsed.body_line, 1)
            yield Obstacle(gone.uri, at, what, "write [[kind/id]], or move this file into that folder first")
