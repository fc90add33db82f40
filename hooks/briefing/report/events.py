"""What is new, gone and otherwise on the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.graph.events import Happening
from briefing.report.shapes import EventChange, State, Subject, ValueChange
from briefing.report.side import Side

SUBJECTS: Mapping[str, Subject] = {
    "date": Subject.DATE, "dates said": Subject.DATE, "marking": Subject.MARKING,
    "actors": Subject.ACTOR, "topics": Subject.TOPIC,
}  # fmt: skip


def compare(old: Side, new: Side) -> Iterator[EventChange]:
    """Entries in order of time, those of now before those that are no more."""
    here = {one.key: one for one in new.edition.graph.events.all}
    there = {one.key: one for one in old.edition.graph.events.all}
    for key, event in here.items():
        earlier = there.get(key)
        if earlier is None:
            yield _change(event, State.NEW)
        elif values := tuple(_values(earlier, event)):
            yield _change(event, State.CHANGED, values)
    yield from (_change(event, State.REMOVED) for key, event in there.items() if key not in here)


def _change(event: Happening, state: State, values: tuple[ValueChange, ...] = ()) -> EventChange:
    return EventChange(event.key, state, str(event.date), event.title, values)


def _values(old: Happening, new: Happening) -> Iterator[ValueChange]:
    before, after = _told(old), _told(new)
    for name, value in after.items():
        if before[name] != value:
            yield ValueChange(SUBJECTS.get(name, Subject.OTHER), name, before[name], value)


def _told(event: Happening) -> Mapping[str, str]:
    """What readers see of an event, in words."""
    return {
        "date": str(event.date),
        "title": event.title,
        "place": event.place,
        "basis": event.basis.value,
        "dates said": ", ".join(f"{one.date} ({one.teller.ref})" for one in event.said)
        if event.in_dispute
        else "",
        "told by": ", ".join(map(str, event.tellers)),
        "actors": ", ".join(map(str, event.actors)),
        "topics": ", ".join(map(str, event.topics)),
        "agreements": ", ".join(map(str, event.agreements)),
        "marking": str(event.marking),
    }
