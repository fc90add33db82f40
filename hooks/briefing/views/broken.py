"""In the preview alone: a document with errors is shown as its problems, at its own address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.model.content import Content
from briefing.model.marking import Marking
from briefing.model.overlay import over
from briefing.model.problem import Problem
from briefing.model.ref import Ref, is_id
from briefing.model.settings import Settings
from briefing.model.source import Address, SrcUri
from briefing.parse.documents import Reading
from briefing.parse.filing import kind_of
from briefing.validate import ids
from briefing.views.marking import shown as marking_shown
from briefing.views.shapes import BrokenShown, Head, Notice


def without(content: Content, problems: Iterable[Problem]) -> Content:
    """The content without the documents that have errors, itself where none has."""
    errors = {problem.file for problem in problems if problem.is_error}
    documents = {ref: document for ref, document in content.documents.items() if document.uri not in errors}
    if len(documents) == len(content.documents):
        return content
    return replace(content, documents=MappingProxyType(documents))


def pages(
    reading: Reading, content: Content, problems: Iterable[Problem], settings: Settings
) -> Mapping[Address, BrokenShown]:
    """A page for each document with errors that the audience may see, saying them."""
    errors: dict[SrcUri, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.is_error:
            errors[problem.file].append(problem)
    named = {one.uri: ids.written_id(one) for one in reading.parsed}
    markings = {document.uri: document.marking for document in content.documents.values()}
    shown: dict[Address, BrokenShown] = {}
    for uri, found in sorted(errors.items()):
        kind, id_ = kind_of(uri), named.get(uri, ids.name_of(uri))
        marking = markings.get(uri) or _unsaid(uri, content, settings)
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
            shown[address] = BrokenShown(head, tuple(str(one) for one in found))
    return shown


def _unsaid(uri: SrcUri, content: Content, settings: Settings) -> Marking:
    """The marking of a file that cannot be read: as of one that says nothing."""
    overlay = over(uri, content.overlays)
    return overlay.marking if overlay else settings.marking
