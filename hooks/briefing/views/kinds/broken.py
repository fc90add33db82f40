"""In the preview alone: a document with errors is shown as its problems, at its own address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from briefing.model.content import Content
from briefing.model.fields import Scalar
from briefing.model.marking import Audience, Marking
from briefing.model.overlay import over
from briefing.model.problem import Problem
from briefing.model.ref import Ref, is_id
from briefing.model.settings import Settings
from briefing.model.source import Address, SrcUri
from briefing.parse.documents import Parsed, Reading
from briefing.parse.filing import kind_of
from briefing.release import release
from briefing.validate import ids
from briefing.views.parts.marking import shown as marking_shown
from briefing.views.shapes.pages import BrokenShown, Head, Notice

KEY, LOWEST, HIGHEST = "marking", Marking.CLEAR, Marking.AMBER_STRICT
OF_OTHERS = frozenset(("B117", "B213", "B302", "B304", "B310", "B401", "B502"))
"""Rules that a document breaks only because there is another."""
UNTOLD = "{}: what is wrong here may be for fewer readers than these; `check.py` tells it"
LABELS = MappingProxyType({marking.value: marking for marking in Marking})


def without(content: Content, problems: Iterable[Problem]) -> Content:
    """The content without the documents that have errors, itself where none has."""
    errors = {problem.file for problem in problems if problem.is_error}
    documents = {ref: document for ref, document in content.documents.items() if document.uri not in errors}
    if len(documents) == len(content.documents):
        return content
    return replace(content, documents=MappingProxyType(documents))


def pages(
    reading: Reading,
    content: Content,
    problems: Iterable[Problem],
    settings: Settings,
    *,
    undecoded: Collection[SrcUri] = (),
) -> Mapping[Address, BrokenShown]:
    """A page for each document with errors that the audience may see, saying them.

    Their words quote the file and name others, so they are for those alone who may see all that there is;
    of what is `undecoded` nobody knows who may.
    """
    errors: dict[SrcUri, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.is_error:
            errors[problem.file].append(problem)
    if not errors:
        return {}
    parsed = {one.uri: one for one in reading.parsed}
    markings = {document.uri: document.marking for document in content.documents.values()}
    in_full = settings.audience.highest >= HIGHEST or (
        not undecoded and _is_open(reading, errors, content, settings.audience)
    )
    shown: dict[Address, BrokenShown] = {}
    for uri, found in sorted(errors.items()):
        one = parsed.get(uri)
        kind, id_ = kind_of(uri), ids.written_id(one) if one else ids.name_of(uri)
        marking = max(_lowest(uri, markings, one, content, settings), *_feared(uri, one, reading))
        if kind is not None and is_id(id_) and settings.audience.may_see(marking):
            address = Ref(kind, id_).address
            head = Head(
                address=address,
                title=str(uri),
                kicker=kind.noun.capitalize(),
                marking=marking_shown(settings.audience.highest),
                notices=(
                    Notice("broken", f"{len(found)} problem(s) keep this document from being published."),
                ),
            )
            shown[address] = BrokenShown(head, tuple(map(str, found) if in_full else _told(found)))
    return shown


def _told(found: Iterable[Problem]) -> Iterator[str]:
    """What is wrong with a document by its rules alone; of none that there is another."""
    for one in found:
        yield UNTOLD.format(one.file) if one.code in OF_OTHERS else str(one.without_words())


def _is_open(reading: Reading, errors: Collection[SrcUri], content: Content, audience: Audience) -> bool:
    """Whether the audience may see all that is written, as far as that is sure."""
    wrong = [one for one in reading.parsed if one.uri in errors]
    return (
        not reading.unreadable
        and all(audience.may_see(one) for file in wrong for one in _feared(file.uri, file, reading))
        and all(audience.may_see(one) for file in wrong for one in _markings(file.tree.data))
        and not any(file.sections.hides_from(audience.highest) for file in wrong)
        and release(content, audience, preview=True) is content
    )


def _lowest(
    uri: SrcUri, markings: Mapping[SrcUri, Marking], file: Parsed | None, content: Content, settings: Settings
) -> Marking:
    """The marking of a file as far as it is read: its own, else that of one that says nothing."""
    said = markings.get(uri) or (file and _said(file))
    overlay = over(uri, content.overlays)
    return said or (overlay.marking if overlay else settings.marking)


def _feared(uri: SrcUri, file: Parsed | None, reading: Reading) -> Iterator[Marking]:
    """What the marking of a file may be besides: any that stands there under another name, or unread."""
    yield reading.heard.get(uri, LOWEST if file else HIGHEST)
    for value in file.tree.data.values() if file else ():
        if isinstance(value, Scalar):
            yield LABELS.get(value.text.strip().upper(), LOWEST)


def _said(file: Parsed) -> Marking | None:
    """The marking that a file says for itself; one that cannot be read opens nothing."""
    return _marking(file.tree.data[KEY]) if KEY in file.tree.data else None


def _markings(value: Any) -> Iterator[Marking]:
    """Every marking in a front matter."""
    match value:
        case dict():
            for key, held in value.items():
                yield from [_marking(held)] if key == KEY else _markings(held)
        case list():
            for held in value:
                yield from _markings(held)


def _marking(value: Any) -> Marking:
    return LABELS.get(value.text, HIGHEST) if isinstance(value, Scalar) else HIGHEST
