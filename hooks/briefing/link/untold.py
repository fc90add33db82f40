"""Events that published documents tell by their ids, and that no published document writes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefing.model.content import AnyDocument, Content
from briefing.model.documents import Status
from briefing.model.problem import Problem, problem
from briefing.model.ref import Ref
from briefing.validate import events
from briefing.validate.few import few


def problems(content: Content, statuses: Mapping[Ref, Status]) -> Iterator[Problem]:
    """Each place that tells such an event; `statuses` are those of what readers do not see yet."""
    if not statuses:
        return
    held = defaultdict[str, list[AnyDocument]](list)
    for ref in statuses:
        for id_ in events.written_out([content.documents[ref]]):
            held[id_].append(content.documents[ref])
    seen = [one for ref, one in content.documents.items() if ref not in statuses]
    left = held.keys() - events.written_out(seen)
    for document in seen if left else ():
        for index, event in enumerate(document.matter.events):
            if event.id in left and not events.is_whole(event):
                at = document.places[("events", index)]
                who = few(f"{one.ref}, a {statuses[one.ref]}," for one in held[event.id])
                what = f"the event `{event.id}` is left out: only {who} writes it out"
                remedy = "publish that document, or add date and title here"
                yield problem("B311", document.uri, at, what, remedy)
