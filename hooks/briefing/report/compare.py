"""Compares two editions: what readers of one audience see now, and what they saw before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from briefing.model.content import AnyDocument, Document, HandPage
from briefing.model.documents import Status
from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.report import discretion, events, facts, words
from briefing.report.facts import Fact
from briefing.report.former import before
from briefing.report.shapes import (
    DocumentChange,
    FileChange,
    LinkChange,
    Named,
    PageChange,
    Report,
    State,
    Subject,
    ValueChange,
)
from briefing.report.side import Side


def compare(
    old: Side,
    new: Side,
    base: str,
    commit: str,
    changed_files: Collection[SrcUri] = (),
    notes: tuple[str, ...] = (),
) -> Report:
    """The report; `changed_files` are files of both that hold something else."""
    audience = new.edition.settings.audience
    links, earlier_links = frozenset(_links(new)), frozenset(_links(old))
    seen, seen_before = (dict(_seen(side)) for side in (new, old))
    return Report(
        base=base,
        commit=commit,
        audience=audience.name,
        marking=str(audience.highest),
        documents=tuple(sorted((*_documents(old, new), *_pages_by_hand(old, new)), key=_order)),
        site=tuple(_site(old, new)),
        gained=tuple(sorted(links - earlier_links)),
        lost=tuple(sorted(earlier_links - links)),
        events=tuple(events.compare(old, new)),
        first_seen=tuple(Named(name, seen[name]) for name in sorted(seen.keys() - seen_before.keys())),
        problems=discretion.found(new, old),
        mended=discretion.found(old, new),
        pages=tuple(_pages(old, new)),
        files=tuple(_files(old, new, changed_files)),
        notes=notes,
    )


KINDS = (*(kind.noun for kind in Kind), "page")


def _order(change: DocumentChange) -> tuple[int, str]:
    return KINDS.index(change.kind), change.name


def _documents(old: Side, new: Side) -> Iterator[DocumentChange]:
    here, there = new.edition.content, old.edition.content
    followed = set()
    for document in here.documents.values():
        earlier = before(document, there)
        if earlier is not None:
            followed.add(earlier.ref)
        change = _change(document.ref.noun_name, document, earlier, old, new) if False else None
        change = _of_document(document, earlier, old, new)
        if change is not None:
            yield change
    for ref, document in there.documents.items():
        if ref not in followed:
            yield DocumentChange(str(ref), ref.kind.noun, document.title, document.uri, State.REMOVED)
