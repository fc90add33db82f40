"""When documents last changed, by the days that they give themselves, and which changed last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest

from briefing.graph.order import age, published
from briefing.model.content import AnyDocument
from briefing.model.documents import Brief


def changed(document: AnyDocument) -> date | None:
    """The newest of a document's days: published, updated, changed, a judgement revised or resolved."""
    return max(_days(document), default=None)


def latest(documents: Iterable[AnyDocument], most: int) -> tuple[AnyDocument, ...]:
    """What changed last stands first; on the same day, what was published last."""
    dated = ((day, one) for one in documents if (day := changed(one)))
    found = nsmallest(most, dated, key=lambda pair: (-pair[0].toordinal(), age(pair[1])))
    return tuple(one for _, one in found)


def stamp(document: AnyDocument) -> str:
    """Another one after every change that the document tells of, also after a second one on the same day."""
    return f"{changed(document)}.{sum(1 for _ in _days(document))}"


def _days(document: AnyDocument) -> Iterator[date]:
    matter = document.matter
    yield from (day for day in (published(document), matter.updated) if day)
    yield from (change.date for change in matter.changes)
    if isinstance(matter, Brief):
        for judgement in matter.judgements:
            yield from (was.date for was in judgement.was)
            if judgement.outcome:
                yield judgement.outcome.date
