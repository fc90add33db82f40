"""Banners: a document that no longer stands, is past its review, or is not out yet says so."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.content import AnyDocument
from briefing.model.documents import Brief, Status
from briefing.views.edition import Edition
from briefing.views.shapes.pages import Notice


def of(edition: Edition, document: AnyDocument) -> Iterator[Notice]:
    """The banners of a document's page, the gravest first."""
    noun, matter = document.ref.kind.noun, document.matter
    is_withdrawn = matter.status is Status.WITHDRAWN
    if is_withdrawn:
        yield Notice(
            "withdrawn", " ".join(filter(None, (f"This {noun} was withdrawn.", matter.withdrawn_because)))
        )
    successor = edition.graph.succession.latest(document.ref) if isinstance(matter, Brief) else None
    if successor:
        later = edition.content.documents[successor]
        yield Notice("superseded", "This brief was superseded. Read instead:", edition.link(later))
    elif (
        isinstance(matter, Brief)
        and matter.review_by
        and matter.review_by < edition.today
        and not is_withdrawn
    ):
        yield Notice(
            "overdue",
            f"This brief was to be reviewed by {edition.day(matter.review_by).words}, and has not been.",
        )
    if matter.status is Status.DRAFT:
        yield Notice("draft", "A draft: shown in the preview only.")
    if matter.status is Status.REVIEW:
        yield Notice("review", "In review: shown in the preview only.")
