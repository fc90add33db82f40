"""Documents and pages of an overlay: none is marked lower than the overlay allows."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.content import AnyDocument, Content, HandPage
from briefing.model.overlay import over
from briefing.model.problem import Problem, problem


def check(content: Content) -> Iterator[Problem]:
    """Markings that would show what an overlay holds to more readers than it is for."""
    bodies: tuple[AnyDocument | HandPage, ...] = (*content.documents.values(), *content.pages.values())
    for body in bodies:
        overlay = over(body.uri, content.overlays)
        if overlay and body.marking < overlay.floor:
            yield problem(
                "B504",
                body.uri,
                body.places[("marking",)],
                f"it is {body.marking}, and nothing in the overlay {overlay.name} is below {overlay.floor}",
                f"mark it {overlay.floor} or higher, or move it to the base",
            )
