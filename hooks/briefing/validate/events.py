"""Events: whole, or pointing to one that another document wrote out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model.content import AnyDocument
from briefing.model.documents import Agreement
from briefing.model.parts import Event
from briefing.model.problem import Problem, problem
from briefing.model.ref import is_id
from briefing.validate.nearest import Advice, did_you_mean

MILESTONES: Mapping[str, str] = {"signed": "signed", "in_force": "in-force", "expires": "expires"}
"""The keys of an agreement that make events, and how the events' ids end."""


def written_out(documents: Iterable[AnyDocument]) -> frozenset[str]:
    """The ids of the events that some document gives in full, agreements' own dates among them."""
    ids: set[str] = set()
    for document in documents:
        ids |= {event.id for event in document.matter.events if event.id and is_whole(event)}
        ids.update(milestones(document))
    return frozenset(ids)


def is_whole(event: Event) -> bool:
    """Whether an entry writes its event out; else it points to one that another document wrote out."""
    return event.date is not None and event.title is not None


def milestones(document: AnyDocument) -> Iterator[str]:
    """The ids of the events that an agreement's own dates make."""
    if isinstance(document.matter, Agreement):
        for key, ending in MILESTONES.items():
            if getattr(document.matter, key) is not None:
                yield f"{document.ref.id}-{ending}"


def check(documents: Iterable[AnyDocument]) -> Iterator[Problem]:
    """Events without a date or title, ids that lead to no event, and entries that stand twice."""
    documents = tuple(documents)
    known = written_out(documents)
    advice = Advice(known)
    for document in documents:
        seen: set[str] = set()
        for index, event in enumerate(document.matter.events):
            path = ("events", index)
            if event.id is None and not (event.date and event.title):
                missing = " and ".join(f"`{key}`" for key in ("date", "title") if getattr(event, key) is None)
                yield problem("B801", document.uri, document.places[path], f"the event has no {missing}")
            if event.id is not None and not is_id(event.id):
                what = f"the event id `{event.id}` is not well formed"
                yield problem("B211", document.uri, document.places[path], what)
            elif event.id is not None and event.id not in known:
                parts = event.date is not None or event.title is not None
                if parts:
                    what = f"the event `{event.id}` has no `{'title' if event.title is None else 'date'}`"
                    yield problem("B801", document.uri, document.places[path], what)
                else:
                    what = f"no document writes out the event `{event.id}`"
                    remedy = did_you_mean(event.id, advice)
                    yield problem("B308", document.uri, document.places[path], what, remedy)
            if event.id is not None and event.id in seen:
                what = f"the event `{event.id}` stands twice in this document"
                yield problem("B802", document.uri, document.places[path], what)
            seen |= {event.id} if event.id else set()
