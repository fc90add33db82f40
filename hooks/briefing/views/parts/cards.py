"""Actors and agreements as cards beside a text, and the one line that says what each is."""

from __future__ import annotations

from briefing.model.content import AnyDocument
from briefing.model.ref import Kind, Ref
from briefing.views.edition import Edition, once
from briefing.views.parts import listing, offices
from briefing.views.shapes.pages import Card

MOST = 12


def beside(edition: Edition, document: Ref, kind: Kind) -> tuple[Card, ...]:
    """The actors or agreements that an article or brief is about, then those that it names first."""
    subjects = (ref for ref in edition.graph.appearances.subjects[document] if ref.kind is kind)
    return tuple(card(edition, one) for one in edition.documents(subjects))[:MOST]


@once
def card(edition: Edition, document: AnyDocument) -> Card:
    """A profile as a card: the office that it holds, else what its author says of it."""
    sort = listing.kicker(document).partition(" · ")[2]
    return Card(edition.link(document), sort, offices.current(edition, document) or listing.summary(document))


@once
def line(edition: Edition, document: AnyDocument) -> str:
    """What a profile is, in one line: its author's words, else the office that it holds."""
    return listing.summary(document) or offices.current(edition, document)
