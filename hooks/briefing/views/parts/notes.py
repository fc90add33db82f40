"""Change notes, newest first."""

from __future__ import annotations

from briefing.model.content import AnyDocument
from briefing.views.edition import Edition
from briefing.views.shapes.pages import Change


def changes(edition: Edition, document: AnyDocument) -> tuple[Change, ...]:
    newest_first = sorted(document.matter.changes, key=lambda change: change.date, reverse=True)
    return tuple(Change(edition.day(change.date), change.note, str(change.kind)) for change in newest_first)
