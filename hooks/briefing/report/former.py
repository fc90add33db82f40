"""Knows a document again that has moved: by the id that it says it had."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.content import AnyDocument, Content
from briefing.model.ref import Ref


def refs(document: AnyDocument) -> tuple[Ref, ...]:
    """What it is and was called: its id of now, then those before, the last first."""
    ids = (document.ref.id, *reversed(document.matter.former))
    return tuple(Ref(document.ref.kind, id_) for id_ in ids)


def moves(old: Content, new: Content) -> Mapping[str, str]:
    """The names of documents that have moved, or went into others, with those that they go by now."""
    return {
        str(ref): str(document.ref)
        for document in new.documents.values()
        for ref in refs(document)[1:]
        if ref in old.documents and ref not in new.documents
    }


def before(document: AnyDocument, old: Content) -> AnyDocument | None:
    """The document as it was; nothing where it is new."""
    return next((old.documents[ref] for ref in refs(document) if ref in old.documents), None)
