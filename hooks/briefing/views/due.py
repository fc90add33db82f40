"""What a desk has to look at: horizons and review days that have passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.model.content import Content, Document
from briefing.model.documents import Brief, Status
from briefing.model.source import SrcUri


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One thing to look at: a judgement to score, or a brief to review."""

    when: str
    file: SrcUri
    line: int
    kind: str
    """`horizon` or `review`."""
    what: str

    def __str__(self) -> str:
        deed = "score the judgement" if self.kind == "horizon" else "review the brief"
        return f"{self.file}:{self.line}: due since {self.when}: {deed}: {self.what}"


def by(content: Content, day: date) -> tuple[Due, ...]:
    """All that is due on a day, longest due first; superseded and withdrawn briefs ask for nothing."""
    superseded = {
        brief.matter.supersedes for brief in content.briefs if brief.matter.status is Status.PUBLISHED
    }
    found = (
        due
        for brief in content.briefs
        if brief.matter.status is Status.PUBLISHED and brief.ref.id not in superseded
        for due in _of(brief, day)
    )
    return tuple(sorted(found))


def _of(brief: Document[Brief], day: date) -> Iterator[Due]:
    review_by = brief.matter.review_by
    if review_by and review_by < day:
        yield Due(str(review_by), brief.uri, brief.places[("review_by",)].line, "review", brief.title)
    for index, judgement in enumerate(brief.matter.judgements):
        if judgement.horizon and judgement.horizon.is_past(day) and judgement.outcome is None:
            line = brief.places[("judgements", index)].line
            yield Due(judgement.horizon.text, brief.uri, line, "horizon", f"{judgement.id}: {judgement.text}")
