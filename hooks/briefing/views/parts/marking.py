"""What a marking lets its readers do, in a sentence of our own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.marking import Marking
from briefing.views.shapes.pages import MarkingShown

MEANINGS: Mapping[Marking, str] = MappingProxyType(
    {
        Marking.CLEAR: "May be shared without limit.",
        Marking.GREEN: "May be shared within the community, not on public channels.",
        Marking.AMBER: "May be shared where needed within the recipient's organisation and with its clients.",
        Marking.AMBER_STRICT: "May be shared where needed within the recipient's organisation only.",
    }
)
"""RED is not among them: such text is refused before anything could show it."""


LABELS: Mapping[Marking, MarkingShown] = MappingProxyType(
    {marking: MarkingShown(marking.value, marking.css, meaning) for marking, meaning in MEANINGS.items()}
)


def shown(marking: Marking) -> MarkingShown:
    """A label as pages print it."""
    return LABELS[marking]


def shown_if_any(marking: Marking | None) -> MarkingShown | None:
    """The label of a part that has a marking of its own."""
    return shown(marking) if marking else None
