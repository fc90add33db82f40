"""Finds changes that a note calls minor, and that readers would not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Status
from briefing.model.parts import ChangeKind
from briefing.model.problem import Problem, problem
from briefing.report import facts
from briefing.report.former import before
from briefing.report.shapes import Subject, ValueChange

GRAVE = frozenset({Subject.JUDGEMENT, Subject.MARKING, Subject.DATE, Subject.ACTOR, Subject.SOURCE})
MOST = 3
"""How many of the changed values a message names."""


def find(old: Content, new: Content) -> Iterator[Problem]:
    """A problem for each published document whose new notes are all minor, and should not be."""
    for document in new.documents.values():
        earlier = before(document, old)
        if earlier is None or {earlier.matter.status, document.matter.status} != {Status.PUBLISHED}:
            continue
        known = frozenset(earlier.matter.changes)
        notes = [at for at, note in enumerate(document.matter.changes) if note not in known]
        if not notes or any(document.matter.changes[at].kind is not ChangeKind.MINOR for at in notes):
            continue
        changed = tuple(_grave(earlier, document))
        if changed:
            note = document.matter.changes[notes[-1]]
            what = f"the note of {note.date} is `minor`, but this has changed: {_listed(changed)}"
            yield problem("B711", document.uri, document.places["changes", notes[-1]], what)


def _grave(old: AnyDocument, new: AnyDocument) -> Iterator[ValueChange]:
    return (one for one in facts.compare(facts.of(old), facts.of(new)) if one.subject in GRAVE)


def _listed(changed: Iterable[ValueChange]) -> str:
    names = tuple(dict.fromkeys(one.name for one in changed))
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f"{', '.join(names[:MOST])}{more}"
