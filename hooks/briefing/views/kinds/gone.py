"""Addresses whose documents are no longer there: each a page that says so to those who come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.validate.gone import address_of, told
from briefing.views.edition import Edition
from briefing.views.parts import heads, marking
from briefing.views.shapes.pages import GoneShown

TITLE = "No longer here"


def pages(edition: Edition) -> Iterator[GoneShown]:
    """A page for each address said to be gone, unless a document stands there for these readers."""
    taken = {ref.address for ref in edition.content.documents} | edition.content.pages.keys()
    for page in edition.content.pages.values():
        for index, entry in enumerate(page.matter.gone):
            address = address_of(entry.address)
            if address not in taken:
                head = heads.of_page(edition, address, TITLE, "Gone")
                yield GoneShown(
                    replace(
                        head,
                        marking=marking.shown(told(page, index)),
                        date=edition.day(entry.date) if entry.date else None,
                    ),
                    entry.because or "",
                )
