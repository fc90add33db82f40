"""Knows a document again that has moved: by the id that it says it had."""

from __future__ import annotations

from briefing.model.content import AnyDocument, Content
from briefing.model.ref import Ref


def before(document: AnyDocument, old: Content) -> AnyDocument | None:
    """The document as it was, under this id or the last one before; nothing where it is new."""
    ids = (document.ref.id, *reversed(document.matter.former))
    refs = (Ref(document.ref.kind, id_) for id_ in ids)
    return next((old.documents[ref] for ref in refs if ref in old.documents), None)
