"""Compares two editions: what readers of one audience see now, and what they saw before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from briefing.link.texts import Key
from briefing.model.content import AnyDocument, Document, HandPage
from briefing.model.documents import Status
from briefing.model.ref import Kind
from briefing.model.source import SrcUri
from briefing.report import discretion, events, facts, words
from briefing.report.facts import Fact
from briefing.report.former import before, moves, refs
from briefing.report.reading import paragraphs
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
    moved = moves(old.edition.content, new.edition.content)
    links, earlier_links = frozenset(_links(new, {})), frozenset(_links(old, moved))
    seen = dict(_seen(new))
    seen_before = {moved.get(name, name) for name, _ in _seen(old)}
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
        first_seen=tuple(Named(name, seen[name]) for name in sorted(seen.keys() - seen_before)),
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
    here, there = new.edition.content.documents, old.edition.content.documents
    known = {ref for document in here.values() for ref in refs(document)}
    for document in here.values():
        change = _of_body(document, before(document, old.edition.content), old, new)
        if change is not None:
            yield change
    for ref, document in there.items():
        if ref not in known:
            # What it said is no more for these readers; its name tells them what they will miss.
            yield DocumentChange(str(ref), ref.kind.noun, document.title, document.uri, State.REMOVED)


def _pages_by_hand(old: Side, new: Side) -> Iterator[DocumentChange]:
    here, there = new.edition.content.pages, old.edition.content.pages
    for address, page in here.items():
        change = _of_body(page, there.get(address), old, new)
        if change is not None:
            yield change
    for address, page in there.items():
        if address not in here:
            yield DocumentChange(_name(page), "page", _title(page, old), page.uri, State.REMOVED)


def _of_body(
    body: AnyDocument | HandPage, earlier: AnyDocument | HandPage | None, old: Side, new: Side
) -> DocumentChange | None:
    """What is new in a document or page; nothing where readers see what they saw."""
    html = new.texts[_key(body)].html
    earlier_html = old.texts[_key(earlier)].html if earlier else ""
    if earlier and (earlier.matter, earlier.marking, _name(earlier), earlier_html) == (
        body.matter,
        body.marking,
        _name(body),
        html,
    ):
        return None
    values = tuple(facts.compare(facts.of(earlier) if earlier else NOTHING, facts.of(body)))
    text = words.compare(paragraphs(earlier_html), paragraphs(html)) if html != earlier_html else ()
    change = DocumentChange(
        name=_name(body),
        kind=body.ref.kind.noun if isinstance(body, Document) else "page",
        title=_title(body, new),
        file=body.uri,
        state=_state(body, earlier),
        was=_name(earlier) if earlier and _name(earlier) != _name(body) else "",
        values=values,
        text=text,
        is_dressed_otherwise=bool(earlier) and not text and html != earlier_html,
    )
    is_same = change.state is State.CHANGED and not (values or change.text or change.is_dressed_otherwise)
    return None if is_same else change


NOTHING: Mapping[facts.Key, Fact] = MappingProxyType({})


def _state(body: AnyDocument | HandPage, earlier: AnyDocument | HandPage | None) -> State:
    if earlier is None:
        return State.NEW
    if _is_withdrawn(body) and not _is_withdrawn(earlier):
        return State.WITHDRAWN
    return State.MOVED if _name(body) != _name(earlier) else State.CHANGED


def _is_withdrawn(body: AnyDocument | HandPage) -> bool:
    return isinstance(body, Document) and body.matter.status is Status.WITHDRAWN


def _key(body: AnyDocument | HandPage) -> Key:
    return body.ref if isinstance(body, Document) else body.address


def _name(body: AnyDocument | HandPage) -> str:
    return str(_key(body)) or "/"


def _title(body: AnyDocument | HandPage, side: Side) -> str:
    if isinstance(body, Document):
        return body.title
    shown = side.shown.get(body.address)
    return shown.head.title if shown else str(body.address)


def _site(old: Side, new: Side) -> Iterator[ValueChange]:
    """What stands on every page."""
    for name, before_, after in (
        ("site name", old.edition.site_name, new.edition.site_name),
        ("language", old.edition.settings.language, new.edition.settings.language),
        ("scale of likelihood", old.edition.settings.scale.name, new.edition.settings.scale.name),
    ):
        if before_ != after:
            yield ValueChange(Subject.OTHER, name, before_, after)


def _links(side: Side, moved: Mapping[str, str]) -> Iterator[LinkChange]:
    """Every way from one document to another, by the names that they go by now."""
    for target, backlinks in side.edition.graph.backlinks.items():
        to = moved.get(str(target), str(target))
        for one in backlinks:
            origin = moved.get(str(one.origin), str(one.origin))
            if origin != to:
                yield from (LinkChange(origin, to, way.value) for way in one.ways)


def _seen(side: Side) -> Iterator[tuple[str, str]]:
    """Actors that appear in an article or brief."""
    documents = side.edition.content.documents
    for ref in side.edition.graph.appearances.documents:
        if ref.kind is Kind.ACTOR and ref in documents:
            yield str(ref), documents[ref].title


def _pages(old: Side, new: Side) -> Iterator[PageChange]:
    for address in sorted({*old.shown, *new.shown}):
        here, there = new.shown.get(address), old.shown.get(address)
        if here is None and there is not None:
            yield PageChange(address, there.head.title, State.REMOVED)
        elif here is not None and here != there:
            yield PageChange(address, here.head.title, State.CHANGED if there else State.NEW)


def _files(old: Side, new: Side, changed: Collection[SrcUri]) -> Iterator[FileChange]:
    for path in sorted(old.files | new.files):
        if path not in new.files:
            yield FileChange(path, State.REMOVED)
        elif path not in old.files:
            yield FileChange(path, State.NEW)
        elif path in changed:
            yield FileChange(path, State.CHANGED)
