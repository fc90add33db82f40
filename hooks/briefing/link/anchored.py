"""The places on documents' pages that links may lead to: headings, judgements and events."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.convert.converted import Converted
from briefing.link.renditions import Written, anchors, written
from briefing.model.content import Content
from briefing.model.ref import Ref, is_id
from briefing.validate import events

OF_PAGES, OF_EVENT = "br-", "br-event-"
"""How the anchors begin that pages make, and among them those of events."""


class Anchored(NamedTuple):
    """A place on the page of a document."""

    ref: Ref
    anchor: str


class Anchors:
    """The anchors of all documents of which the text is known."""

    def __init__(self, content: Content, converted: Mapping[Written, Converted]) -> None:
        self._content = content
        self._converted = converted

    def instead_of(self, anchor: str, ref: Ref) -> Collection[str] | None:
        """The anchors of a document that lacks this one; nothing where it has it, or that is not known."""
        body = self._content.documents[ref]
        text = self._converted.get(written(body))
        if text is None or anchor in text.ids or anchor in anchors(body) or self._is_made(anchor):
            return None
        return text.ids | anchors(body)

    def _is_made(self, anchor: str) -> bool:
        """Whether pages make it; events without an id of their own have none that could be checked."""
        id_ = anchor.removeprefix(OF_EVENT)
        return id_ in self._events if id_ != anchor and is_id(id_) else anchor.startswith(OF_PAGES)

    @cached_property
    def _events(self) -> frozenset[str]:
        return events.written_out(self._content.documents.values())
