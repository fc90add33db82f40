"""From readable files to typed content: every rule is asked, every problem found, nothing raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from briefing.model.content import AnyDocument, Content, Document, HandPage, Places
from briefing.model.documents import Matter, Page
from briefing.model.overlay import Overlay, over
from briefing.model.problem import Problem
from briefing.model.ref import Kind, Ref, is_id
from briefing.model.settings import Settings
from briefing.model.source import Address, SrcUri
from briefing.parse.documents import Parsed, Reading
from briefing.parse.filing import kind_of
from briefing.validate import (
    alone,
    briefs,
    events,
    floors,
    gone,
    hand_pages,
    hierarchy,
    ids,
    markings,
    matter,
    names,
    partial,
    references,
    sections,
    signatories,
    sources,
    succession,
    twins,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """The content, a document with errors as far as it can be read, and all that is wrong with it."""

    content: Content
    problems: tuple[Problem, ...]


def check(
    reading: Reading,
    undecoded: tuple[SrcUri, ...],
    files: frozenset[SrcUri],
    settings: Settings,
    today: date,
    overlays: tuple[Overlay, ...] = (),
) -> Checked:
    """Every document as far as it keeps the form of its kind, and every problem of every document."""
    typed = _typed(reading, settings, overlays)
    problems: list[Problem] = [
        *alone.as_written(reading.parsed),
        *ids.twice(reading.parsed),
        *hand_pages.check(reading.parsed),
        *typed.problems,
    ]
    documents, pages, gaps = typed.documents, typed.pages, typed.gaps
    content = Content(
        MappingProxyType(dict(sorted(documents.items()))),
        MappingProxyType(dict(sorted(pages.items()))),
        files,
        overlays,
    )
    known = content.documents.keys() | _unread(reading, undecoded)
    unmarked = frozenset(uri for uri, steps in gaps.items() if "marking" in steps)
    across = _across(content, frozenset(known), _taken(reading), unmarked, settings, today)
    problems += partial.own(across, gaps)
    return Checked(content, tuple(sorted(set(problems))))


def few(reading: Reading, others: Content, settings: Settings, today: date) -> Checked:
    """A content with a few documents more, and what is wrong with these; for one without overlays.

    What they have wrong only beside others, but for what they refer to, is left to a check of all.
    """
    typed = _typed(reading, settings, ())
    documents = sorted({**typed.documents, **others.documents}.items())
    whole = replace(others, documents=MappingProxyType(dict(documents)))
    fresh, known = tuple(typed.documents.values()), frozenset(whole.documents)
    across = (
        *alone.as_typed(fresh, today),
        *references.dangling(fresh, references.of_all(fresh), known),
        *briefs.check(fresh, whole, settings, known),
    )
    problems = {*alone.as_written(reading.parsed), *typed.problems, *partial.own(across, typed.gaps)}
    return Checked(whole, tuple(sorted(problems)))


class _Typed(NamedTuple):
    """Documents and pages as their models, and what is wrong with their form."""

    documents: dict[Ref, AnyDocument]
    pages: dict[Address, HandPage]
    problems: list[Problem]
    gaps: dict[str, frozenset[str | int]]


def _typed(reading: Reading, settings: Settings, overlays: tuple[Overlay, ...]) -> _Typed:
    found = _Typed({}, {}, [], {})
    for parsed in reading.parsed:
        own = _settings_of(parsed, settings, overlays)
        if parsed.kind is None:
            page = matter.check(parsed.tree, parsed.uri, Page)
            found.problems.extend(page.problems)
            found.gaps[parsed.uri] = page.gaps
            if page.matter and "marking" not in page.gaps:
                written = _page(parsed, page.matter, page.places, own)
                found.pages[written.address] = written
            continue
        form = matter.check(parsed.tree, parsed.uri, matter.MODELS[parsed.kind])
        found.problems.extend(form.problems)
        found.gaps[parsed.uri] = form.gaps
        if document := _document(parsed, form, own):
            found.documents.setdefault(document.ref, document)
    return found


def _settings_of(parsed: Parsed, settings: Settings, overlays: tuple[Overlay, ...]) -> Settings:
    """What holds for one file: the base's settings, and its overlay's marking."""
    overlay = over(parsed.uri, overlays)
    return replace(settings, marking=overlay.marking) if overlay else settings


def _document(parsed: Parsed, form: matter.Form[Matter], settings: Settings) -> AnyDocument | None:
    said, id_ = form.matter, ids.written_id(parsed)
    if parsed.kind is None or said is None or not is_id(id_):
        return None
    return Document(
        ref=Ref(parsed.kind, id_),
        uri=parsed.uri,
        matter=said,
        marking=said.marking or settings.marking,
        language=said.language or settings.language,
        body=parsed.body,
        body_line=parsed.body_line,
        places=form.places,
        sections=parsed.sections,
    )


def _page(parsed: Parsed, page: Page, places: Places, settings: Settings) -> HandPage:
    return HandPage(
        uri=parsed.uri,
        address=hand_pages.address_of(parsed.uri),
        matter=page,
        marking=page.marking or settings.marking,
        language=page.language or settings.language,
        body=parsed.body,
        body_line=parsed.body_line,
        places=places,
        sections=parsed.sections,
    )


def _across(
    content: Content,
    known: frozenset[Ref],
    taken: Mapping[tuple[Kind, str], SrcUri],
    unmarked: frozenset[str],
    settings: Settings,
    today: date,
) -> Iterator[Problem]:
    documents = tuple(content.documents.values())
    yield from alone.as_typed(documents, today)
    yield from ids.former(documents, taken)
    named = references.of_all(documents)
    yield from references.dangling(documents, named, known)
    yield from hierarchy.check(content)
    yield from names.shared(documents)
    yield from signatories.check(content.agreements)
    yield from sources.check(documents, content.documents)
    yield from events.check(documents)
    yield from twins.check(documents)
    yield from briefs.check(documents, content, settings, known)
    yield from gone.check(content)
    yield from succession.check(content, settings.audiences)
    marked = {ref: one for ref, one in content.documents.items() if one.uri not in unmarked}
    yield from markings.check(documents, named, marked)
    yield from floors.check(content)
    yield from sections.idle((*documents, *content.pages.values()))


def _unread(reading: Reading, undecoded: tuple[SrcUri, ...]) -> frozenset[Ref]:
    """What exists as a file, though it cannot be used: references to it are not the author's mistake."""
    named = {Ref(one.kind, ids.written_id(one)) for one in reading.parsed if one.kind}
    return frozenset(
        named
        | {Ref(kind, ids.name_of(uri)) for uri in (*reading.unreadable, *undecoded) if (kind := kind_of(uri))}
    )


def _taken(reading: Reading) -> Mapping[tuple[Kind, str], SrcUri]:
    return {(one.kind, ids.written_id(one)): one.uri for one in reading.parsed if one.kind}
