"""From readable files to typed content: every rule is asked, every problem found, nothing raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from briefing.model.content import AnyDocument, Content, Document, HandPage
from briefing.model.documents import Page
from briefing.model.problem import Problem
from briefing.model.ref import Kind, Ref, is_id
from briefing.model.settings import Settings
from briefing.model.source import Address, SrcUri
from briefing.parse.documents import Parsed, Reading, kind_of
from briefing.validate import (
    briefs,
    days,
    events,
    hierarchy,
    ids,
    lists,
    markings,
    matter,
    names,
    references,
    sources,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """The content that has the right form, and all that is wrong with the rest and with it."""

    content: Content
    problems: tuple[Problem, ...]


def check(
    reading: Reading, undecoded: tuple[SrcUri, ...], files: frozenset[SrcUri], settings: Settings, today: date
) -> Checked:
    """All documents that keep the form of their kind, and every problem of every document."""
    problems: list[Problem] = [*ids.form(reading.parsed), *ids.twice(reading.parsed)]
    problems += [*lists.check(reading.parsed), *names.short(reading.parsed)]
    documents: dict[Ref, AnyDocument] = {}
    pages: dict[Address, HandPage] = {}
    for parsed in reading.parsed:
        typed, found = _typed(parsed, settings)
        problems += found
        match typed:
            case Document():
                documents.setdefault(typed.ref, typed)
            case HandPage():
                pages[typed.address] = typed
    content = Content(
        MappingProxyType(dict(sorted(documents.items()))),
        MappingProxyType(dict(sorted(pages.items()))),
        files,
    )
    known = content.documents.keys() | _unread(reading, undecoded)
    problems += _across(content, frozenset(known), _taken(reading), settings, today)
    return Checked(content, tuple(sorted(set(problems))))


def _typed(parsed: Parsed, settings: Settings) -> tuple[AnyDocument | HandPage | None, tuple[Problem, ...]]:
    if parsed.kind is None:
        page, problems = matter.check(parsed.tree, parsed.uri, Page)
        return (_page(parsed, page, settings) if page else None), problems
    found, problems = matter.check(parsed.tree, parsed.uri, matter.MODELS[parsed.kind])
    id_ = ids.written_id(parsed)
    if found is None or not is_id(id_):
        return None, problems
    document = Document(
        ref=Ref(parsed.kind, id_),
        uri=parsed.uri,
        matter=found,
        marking=found.marking or settings.marking,
        language=found.language or settings.language,
        body=parsed.body,
        body_line=parsed.body_line,
        places=parsed.tree.places,
    )
    return document, problems


def _page(parsed: Parsed, page: Page, settings: Settings) -> HandPage:
    path = parsed.uri.removeprefix("docs/").removesuffix(".md")
    address = Address(path.removesuffix("index") if path.endswith("index") else f"{path}/")
    return HandPage(
        uri=parsed.uri,
        address=address,
        matter=page,
        marking=page.marking or settings.marking,
        language=page.language or settings.language,
        body=parsed.body,
        body_line=parsed.body_line,
    )


def _across(
    content: Content,
    known: frozenset[Ref],
    taken: Mapping[tuple[Kind, str], SrcUri],
    settings: Settings,
    today: date,
) -> Iterator[Problem]:
    documents = tuple(content.documents.values())
    yield from ids.former(documents, taken)
    yield from references.dangling(documents, known)
    yield from hierarchy.check(content.actors, content.topics)
    yield from names.shared(documents)
    yield from days.check(documents, today)
    yield from sources.check(documents, content.documents)
    yield from events.check(documents)
    yield from briefs.check(content, settings, known)
    yield from markings.check(documents, content.documents)


def _unread(reading: Reading, undecoded: tuple[SrcUri, ...]) -> frozenset[Ref]:
    """What exists as a file, though it cannot be used: references to it are not the author's mistake."""
    named = {Ref(one.kind, ids.written_id(one)) for one in reading.parsed if one.kind}
    return frozenset(
        named
        | {Ref(kind, ids.name_of(uri)) for uri in (*reading.unreadable, *undecoded) if (kind := kind_of(uri))}
    )


def _taken(reading: Reading) -> Mapping[tuple[Kind, str], SrcUri]:
    return {(one.kind, ids.written_id(one)): one.uri for one in reading.parsed if one.kind}
