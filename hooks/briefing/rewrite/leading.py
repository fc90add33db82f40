"""Every reference and link of a content led from the ref that a document had to the one that it gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from briefing.convert.markdown import Converter
from briefing.link.texts import Places
from briefing.model.content import AnyDocument, Content
from briefing.model.ref import Ref
from briefing.model.source import Place, Source, SrcUri
from briefing.parse.documents import Parsed
from briefing.rewrite import links, matter, references
from briefing.rewrite.edits import Edit, apply
from briefing.rewrite.links import Holders, Way
from briefing.rewrite.matter import ByHand
from briefing.rewrite.merging import Obstacle
from briefing.rewrite.readiness import Given
from briefing.rewrite.references import Move


def lead(
    given: Given, move: Move, target: SrcUri, converter: Converter
) -> tuple[Mapping[SrcUri, Source], tuple[Obstacle, ...]]:
    """All files as they are then; and what is written so that only its author can change it."""
    old = given.content.documents[move.old]
    way = Way(move, Places.of(given.content).by_name, _holders(given.content, move), old.uri, target)
    documents = {document.uri: document for document in given.content.documents.values()}
    after = {source.uri: source for source in given.sources}
    obstacles: list[Obstacle] = []
    for parsed in given.reading.parsed:
        try:
            moved = _body(after[parsed.uri], parsed, way, converter)
            after[parsed.uri] = _matter(moved, parsed, documents.get(parsed.uri), move, old)
        except ByHand as by_hand:
            obstacles.append(cannot(parsed.uri, by_hand, move))
    return after, tuple(obstacles)


def cannot(uri: SrcUri, by_hand: ByHand, move: Move) -> Obstacle:
    """What is said of a value or link that is not changed, for it could go wrong."""
    what = "what stands here is written in a way that cannot be changed safely"
    return Obstacle(uri, by_hand.at, what, f"write it simpler, or make of {move.old} {move.new} by hand")


def _body(source: Source, parsed: Parsed, way: Way, converter: Converter) -> Source:
    try:
        edits = links.edits(parsed.body, parsed.uri, way, converter)
    except ByHand as by_hand:
        line, column = by_hand.at
        raise ByHand(Place(parsed.body_line + line - 1, column)) from None
    begins = len(source.text) - len(parsed.body)
    moved = (Edit(begins + start, begins + end, text) for start, end, text in edits)
    return replace(source, text=apply(source.text, moved))


def _matter(
    source: Source, parsed: Parsed, document: AnyDocument | None, move: Move, old: AnyDocument
) -> Source:
    changes = tuple(references.changes(document, parsed.tree, move, old)) if document else ()
    return matter.changed(source, changes) if changes else source


def _holders(content: Content, move: Move) -> Holders:
    """The documents that have, or had, an id after the move."""
    held: dict[str, set[Ref]] = defaultdict(set)
    for ref, document in content.documents.items():
        now = move.new if ref == move.old else ref
        for id_ in (ref.id, now.id, *document.matter.former):
            held[id_].add(now)
    return {id_: tuple(sorted(refs)) for id_, refs in held.items()}
