"""Names that a text uses and no profile has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.model.content import Content
from briefing.model.parts import ProseCheck
from briefing.model.problem import Problem
from briefing.prose import nearly
from briefing.prose.nearly import Names
from briefing.prose.reading import Prose
from briefing.wire import names
from briefing.wire.names import Known

ENDINGS = ("n", "an", "ian", "ese", "i")
"""What makes an adjective of a country's name; it is told of the country, and asks for no profile."""


def places(content: Content) -> frozenset[str]:
    """Where events took place, as their authors write it: places have no profiles."""
    events = (event for document in content.documents.values() for event in document.matter.events)
    written = {event.place for event in events if event.place}
    return frozenset({part.strip() for place in written for part in (place, *place.split(","))})


def unknown(prose: Prose, known: Known, places: Collection[str], near: Names) -> Iterator[Problem]:
    """Each of them once, but for those that the document says are none of ours."""
    adjectives = {f"{title}{ending}" for title in known.titles.values() for ending in ENDINGS}
    held = [
        sorted({*known.spans(text), *by_hand})
        for text, by_hand in zip(prose.paragraphs, prose.by_hand, strict=True)
    ]
    slips = nearly.told(prose.paragraphs, held, near)
    strange = (name for name in names.unknown(prose.paragraphs, known, held) if not _holds(name, slips))
    for name in dict.fromkeys((*strange, *slips)):
        is_ours = name in places or name in adjectives
        if not is_ours and prose.is_checked(ProseCheck.NAMES, name):
            meant = f"write “{slips[name]}”, or list it under `unchecked`" if name in slips else ""
            yield prose.problem("B621", name, f"no profile is called “{name}”", meant)


def _holds(name: str, slips: Collection[str]) -> bool:
    """Whether a name has a slip in it that is told by itself."""
    return any(slip in name for slip in slips)
