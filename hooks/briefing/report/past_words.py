"""Finds judgements that say something else than they did, and do not keep what they said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Brief, Status
from briefing.model.parts import ChangeKind, Judgement
from briefing.model.problem import Problem, problem
from briefing.report.former import before

KEPT = ("text", "likelihood", "confidence", "horizon")
"""What `was` keeps of a judgement."""


def find(old: Content, new: Content) -> Iterator[Problem]:
    """A problem for each judgement of a brief that was published and is, unless a correction is told."""
    for document in new.documents.values():
        earlier = before(document, old)
        if earlier is None or {earlier.matter.status, document.matter.status} != {Status.PUBLISHED}:
            continue
        is_corrected = any(
            note.kind is ChangeKind.CORRECTION and note not in earlier.matter.changes
            for note in document.matter.changes
        )
        said = {judgement.id: judgement for judgement in _judgements(earlier)}
        seen = {id_: one.marking or earlier.marking for id_, one in said.items()}
        for index, judgement in enumerate(() if is_corrected else _judgements(document)):
            lost = tuple(_lost(said.get(judgement.id, judgement), judgement))
            # What was for fewer readers is not for those of now, and `was` has their marking.
            if lost and seen[judgement.id] <= (judgement.marking or document.marking):
                what = f"`{judgement.id}` had another {' and another '.join(lost)}, which `was` does not keep"
                yield problem("B712", document.uri, document.places["judgements", index], what)


def _judgements(document: AnyDocument) -> Iterable[Judgement]:
    return document.matter.judgements if isinstance(document.matter, Brief) else ()


def _lost(then: Judgement, now: Judgement) -> Iterator[str]:
    """The keys whose old value stands nowhere any more."""
    for key in KEPT:
        value = getattr(then, key)
        kept = (getattr(was, key) for was in now.was)
        if value not in (None, getattr(now, key), *kept):
            yield key
