"""What waits at a desk: judgements to score, briefs to look at again, drafts, and for whom each waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.content import AnyDocument, Content, Document
from briefing.model.documents import Brief, Status
from briefing.model.edtf import Edtf
from briefing.model.parts import ChangeKind, Judgement, Source, SourceRef
from briefing.model.ref import Kind, Ref, parse_ref
from briefing.model.source import TOP


class Reason(StrEnum):
    """Why something waits, the most pressing first."""

    HORIZON = "horizon"
    REVIEW = "review"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    IN_REVIEW = "in-review"
    DRAFT = "draft"


ORDER = tuple(Reason)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: with a judgement, or with a document as a whole."""

    reason: Reason
    document: AnyDocument
    line: int
    since: date | Edtf | None
    """The horizon or the day that has passed, as precisely as it is known."""
    waits_for: tuple[str, ...]
    """Names, or ids of authors, as the document has them; empty where it names nobody."""
    judgement: Judgement | None = None
    rests_on: AnyDocument | None = None
    """The article that was withdrawn or corrected."""


def tasks(content: Content, day: date) -> tuple[Task, ...]:
    """All that waits on a day, by reason, longest first."""
    superseded, replaced = _overtaken(content)
    found: list[Task] = []
    for brief in content.briefs:
        if brief.matter.status is Status.PUBLISHED and brief.ref not in superseded:
            standing = tuple(
                one for one in brief.matter.judgements if f"{brief.ref.id}#{one.id}" not in replaced
            )
            found += _passed(brief, standing, day)
            found += _shaken(content, brief, standing)
    for document in content.documents.values():
        found += _unpublished(document)
    return tuple(sorted(found, key=_order))


def _order(task: Task) -> tuple[int, date, str, int]:
    since = task.since.latest if isinstance(task.since, Edtf) else task.since
    return (ORDER.index(task.reason), since or date.max, task.document.uri, task.line)


def _overtaken(content: Content) -> tuple[frozenset[Ref], frozenset[str]]:
    """Briefs and judgements whose place a published brief took: a draft takes nobody's."""
    briefs = [one for one in content.briefs if one.matter.status is Status.PUBLISHED]
    return (
        frozenset(Ref(Kind.BRIEF, one.matter.supersedes) for one in briefs if one.matter.supersedes),
        frozenset(said.replaces for one in briefs for said in one.matter.judgements if said.replaces),
    )


def _passed(brief: Document[Brief], standing: Iterable[Judgement], day: date) -> Iterator[Task]:
    """Horizons and the review day that have passed."""
    for one in standing:
        if one.horizon and one.horizon.is_past(day) and one.outcome is None:
            yield Task(Reason.HORIZON, brief, _line_of(brief, one), one.horizon, brief.matter.authors, one)
    review_by = brief.matter.review_by
    if review_by and review_by < day:
        yield Task(Reason.REVIEW, brief, brief.places[("review_by",)].line, review_by, brief.matter.authors)


def _shaken(content: Content, brief: Document[Brief], standing: Iterable[Judgement]) -> Iterator[Task]:
    """Judgements, or the brief where none does, that rest on what was withdrawn or corrected since."""
    own = {Ref(Kind.ARTICLE, id_) for id_ in brief.matter.articles} | _cited(brief.matter.sources)
    of = {one.id: (one, _basis(one, own)) for one in standing}
    for ref in sorted(own.union(*(basis for _, basis in of.values()))):
        article = content.documents.get(ref)
        change = _change_of(article, brief) if article else None
        if article and change:
            resting = [one for one, basis in of.values() if ref in basis]
            for one in resting or (None,):
                line = _line_of(brief, one) if one else TOP.line
                yield Task(change[0], brief, line, change[1], brief.matter.authors, one, article)


def _basis(judgement: Judgement, own: set[Ref]) -> set[Ref]:
    """The articles that a judgement rests on: those that it cites, else all that its brief has.

    Of one with an outcome only what the outcome rests on still matters.
    """
    if judgement.outcome:
        return _cited(judgement.outcome.sources)
    return _cited(judgement.sources) if judgement.sources else own


def _cited(sources: Iterable[Source | SourceRef]) -> set[Ref]:
    refs = (parse_ref(one.cites.partition("#")[0]) for one in sources if isinstance(one, SourceRef))
    return {ref for ref in refs if ref and ref.kind is Kind.ARTICLE}


def _change_of(article: AnyDocument, brief: Document[Brief]) -> tuple[Reason, date | None] | None:
    """What became of an article, unless the brief has been looked at since it was corrected."""
    matter = article.matter
    if matter.status is Status.WITHDRAWN:
        return Reason.WITHDRAWN, max(_days_of_changes(article), default=None)
    corrected = [one.date for one in matter.changes if one.kind is ChangeKind.CORRECTION]
    if not corrected or brief.matter.date > max(corrected):
        return None
    is_seen = any(day >= max(corrected) for day in _days_of_changes(brief))
    return None if is_seen else (Reason.CORRECTED, max(corrected))


def _days_of_changes(document: AnyDocument) -> tuple[date, ...]:
    updated = document.matter.updated
    return (*(one.date for one in document.matter.changes), *((updated,) if updated else ()))


def _unpublished(document: AnyDocument) -> Iterator[Task]:
    """A draft waits for its authors; a document in review for its reviewers."""
    matter = document.matter
    since = matter.updated or getattr(matter, "date", None)
    if matter.status is Status.REVIEW:
        yield Task(Reason.IN_REVIEW, document, _line_of_status(document), since, matter.reviewers)
    elif matter.status is Status.DRAFT:
        yield Task(Reason.DRAFT, document, _line_of_status(document), since, matter.authors)


def _line_of_status(document: AnyDocument) -> int:
    return document.places[("status",)].line


def _line_of(brief: Document[Brief], judgement: Judgement) -> int:
    return brief.places[("judgements", brief.matter.judgements.index(judgement))].line
