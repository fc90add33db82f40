"""Who appears with whom, as a picture and a table: around an actor, and on a page for the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt
from types import MappingProxyType

from briefing.model.content import Document
from briefing.model.documents import Actor
from briefing.model.marking import Marking
from briefing.model.ref import Kind
from briefing.model.source import Address
from briefing.views.edition import Edition, short_name
from briefing.views.parts import company, heads, marking
from briefing.views.parts.company import Company
from briefing.views.pictures import drawing, lettering, placing
from briefing.views.shapes.sketch import Network, NetworkShown, Place

ADDRESS = Address("network/")
SUMMARY = "The actors, agreements and topics that appear in the most documents, and which go together."
SCRIPTS = ("network.js",)

NEIGHBOURS, NEIGHBOURS_JOINED = 24, 2
SHARES: Mapping[Kind, int] = MappingProxyType({Kind.ACTOR: 12, Kind.AGREEMENT: 6, Kind.TOPIC: 6})
AROUND, REACH, NAME = 640, 124, 230
"""Around an actor: how wide the picture is, how far marks stand from the middle, the room for its name."""

MOST, MOST_JOINED = 80, 3
ANY: Mapping[Kind, int] = MappingProxyType(dict.fromkeys(SHARES, 0))
WHOLE, LABEL = 990, 220
"""Of the whole site: how wide the picture is, and the most that a mark takes with its label."""
FARTHEST = 1.4
"""The way between two that are joined and have next to nothing in common; between two that have all, 0.4."""


def of_actor(edition: Edition, document: Document[Actor]) -> Network | None:
    """Those who share most documents with an actor; nothing where nobody does."""
    ref, present, appearances = document.ref, company.present(edition), edition.graph.appearances
    written = [one for one in appearances.documents.get(ref, ()) if one in present.who]
    counted = company.count([present.who[one] for one in written])
    others = company.strongest(present.refs, counted, NEIGHBOURS, SHARES, but=ref)
    if not others:
        return None
    own, refs = present.where[present.numbers[ref]], tuple([present.refs[one] for one in others])
    found = company.keep(refs, [present.where[other] & own for other in others], NEIGHBOURS_JOINED)
    height = max(6, (len(others) + 1) // 2 + 1) * drawing.ROW
    middle = Place(AROUND // 2, height // 2)
    places = [
        Place(middle.x + x, middle.y + y, is_left=x < 0)
        for x, y in placing.around(len(others), drawing.ROW, REACH)
    ]
    rooms = [(place.x if place.is_left else AROUND - place.x) + drawing.LARGEST for place in places]
    held = [
        appearances.marking((one for one in written if other in present.who[one]), present.refs[other], ref)
        if appearances.held
        else None
        for other in others
    ]
    return Network(
        nodes=drawing.nodes(edition, found, places, rooms, [marking.shown_if_any(one) for one in held]),
        ties=drawing.ties(found, places, middle),
        documents=len(written),
        width=AROUND,
        height=height,
        middle=middle,
        name=lettering.fit(short_name(document), NAME, drawing.LETTERS),
    )


def page(edition: Edition) -> NetworkShown:
    """The network of the whole site, marked as high as the documents that it was counted in."""
    present, documents = company.present(edition), edition.content.documents
    most = company.strongest(present.refs, company.count(present.who.values()), MOST, ANY)
    refs = tuple(present.refs[one] for one in most)
    found = company.keep(refs, [present.where[one] for one in most], MOST_JOINED)
    highest = max((documents[one].marking for one, who in present.who.items() if who), default=Marking.CLEAR)
    head = heads.of_page(edition, ADDRESS, "Who with whom", "Network", SUMMARY)
    return NetworkShown(
        replace(head, marking=marking.shown(highest), scripts=SCRIPTS),
        _whole(edition, found, len(present.who)) if refs else None,
    )


def _whole(edition: Edition, found: Company, documents: int) -> Network:
    appearances = edition.graph.appearances
    names = [short_name(one) for one in edition.documents(found.refs)]
    widths = [
        drawing.width(drawing.label(name, number, LABEL), number)
        for name, number in zip(names, found.documents, strict=True)
    ]
    lengths = {(i, j): FARTHEST - sqrt(found.nearness(i, j)) for i, j in found.joined}
    points = placing.spread([width + 2 for width in widths], drawing.ROW, lengths, WHOLE)  # 2 for rounding
    places = [
        Place(round(x - width / 2 + drawing.LARGEST), round(y))
        for (x, y), width in zip(points, widths, strict=True)
    ]
    held = [appearances.marking(appearances.documents.get(ref, ()), ref) for ref in found.refs]
    return Network(
        nodes=drawing.nodes(
            edition, found, places, [LABEL] * len(places), [marking.shown_if_any(one) for one in held]
        ),
        ties=drawing.ties(found, places),
        documents=documents,
        width=WHOLE,
        height=max(place.y for place in places) + drawing.ROW // 2,
    )
