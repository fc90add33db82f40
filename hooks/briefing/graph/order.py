"""The order of documents in a list: newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.model.content import AnyDocument, Content
from briefing.model.ref import Ref


def published(document: AnyDocument) -> date | None:
    """The day of publication; profiles need have none."""
    day: date | None = getattr(document.matter, "date", None)  # to ask for its class takes ten times as long
    return day


def age(document: AnyDocument) -> tuple[int, Ref]:
    """Sorts newest first; on the same day by ref; without a day last."""
    day = published(document)
    return (-day.toordinal() if day else 0, document.ref)


def newest_first(content: Content, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """The documents that exist among those named, each once, newest first."""
    found = (content.documents[ref] for ref in set(refs) if ref in content.documents)
    return tuple(document.ref for document in sorted(found, key=age))
