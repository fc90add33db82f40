"""A company drawn: marks as large as the documents are many, names beside them, lines between."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from briefing.model.content import AnyDocument
from briefing.views.edition import Edition, once, short_links
from briefing.views.parts import listing
from briefing.views.parts.company import Company
from briefing.views.pictures import lettering
from briefing.views.shapes.pages import Link, MarkingShown
from briefing.views.shapes.sketch import Node, Place, Tie

LETTERS = 15.0
"""The size of labels, in units of the picture: each is a pixel where a browser's text has 16 of them."""
ROW = 26
"""How far apart labels stand, one below the other: room for a finger."""
SMALLEST, LARGEST = 4, 8
"""The radius of a mark."""
GAP = 6
BESIDE = LARGEST + GAP
THINNEST, THICKEST = 1.0, 4.0
FINEST = 2.0
"""The thickest line around a middle, where those from it are what counts."""
BEND = 0.62
"""How near to the middle a line around it bends: 0 would lead through it, 1 is straight."""


def width(label: str, documents: int) -> int:
    """What a mark takes with its label and its number."""
    return 2 * LARGEST + 2 * GAP + ceil(lettering.width(f"{label} {documents}", LETTERS))


def label(name: str, documents: int, room: float) -> str:
    """The name, as far as there is room beside the mark and the number."""
    return lettering.fit(name, room - width("", documents), LETTERS)


def nodes(
    edition: Edition,
    found: Company,
    places: Sequence[Place],
    rooms: Sequence[float],
    markings: Sequence[MarkingShown | None],
) -> tuple[Node, ...]:
    """Everyone of a company, at these places."""
    who = [_known(edition, one) for one in edition.documents(found.refs)]
    most = max(found.documents, default=1)

    def node(i: int) -> Node:
        link, family, sort = who[i]
        number, place = found.documents[i], places[i]
        part = sqrt(number / most)
        shown = label(link.label, number, rooms[i])
        across = width(shown, number)
        towards = -1 if place.is_left else 1
        return Node(
            link=link,
            family=family,
            sort=sort,
            documents=number,
            nearest=tuple([(who[j][0].label, found.both(i, j)) for j in found.nearest[i]]),
            place=place,
            radius=round(SMALLEST + (LARGEST - SMALLEST) * part),
            weight=_weight(part, THICKEST),
            label=shown,
            label_at=place.x + towards * BESIDE,
            left=place.x + LARGEST - across if place.is_left else place.x - LARGEST,
            width=across,
            marking=markings[i],
        )

    return tuple([node(i) for i in range(len(who))])


@once
def _known(edition: Edition, document: AnyDocument) -> tuple[Link, str, str]:
    """The way to a profile, its kind and what it is."""
    kind = document.ref.kind.value
    return short_links(edition)[document.ref], kind, listing.kicker(document).rpartition(" · ")[2].lower()


def ties(found: Company, places: Sequence[Place], middle: Place | None = None) -> tuple[Tie, ...]:
    """The lines of a company; around a middle they bend towards it."""
    joined = [(i, j, found.both(i, j)) for i, j in found.joined]
    most = max((both for _, _, both in joined), default=1)
    thickest = FINEST if middle else THICKEST
    return tuple(
        Tie(i, j, both, _path(places[i], places[j], middle), _weight(sqrt(both / most), thickest))
        for i, j, both in joined
    )


def _weight(part: float, thickest: float) -> float:
    return round(THINNEST + (thickest - THINNEST) * part, 1)


def _path(start: Place, end: Place, middle: Place | None) -> str:
    if middle is None:
        return f"M{start.x} {start.y}L{end.x} {end.y}"
    x = round(middle.x + BEND * ((start.x + end.x) / 2 - middle.x))
    y = round(middle.y + BEND * ((start.y + end.y) / 2 - middle.y))
    return f"M{start.x} {start.y}Q{x} {y} {end.x} {end.y}"
