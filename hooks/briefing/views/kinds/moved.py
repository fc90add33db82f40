"""Old addresses, each a page that leads on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.views.edition import Edition
from briefing.views.parts import heads
from briefing.views.shapes.pages import MovedShown


def pages(edition: Edition) -> Iterator[MovedShown]:
    """A page for each former id."""
    for old, new in edition.graph.succession.moved.items():
        document = edition.content.documents[new]
        yield MovedShown(heads.of_page(edition, old.address, document.title, "Moved"), edition.link(document))
