"""What the picture of a network shows: marks with their labels, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.views.shapes.pieces import Head, Link, MarkingShown


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands and on which side of it its label begins; lengths in units of the picture."""

    x: int
    y: int
    is_left: bool = False
    """The label ends at the mark, and does not begin there."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, agreement or topic: its line in the table and its mark in the picture."""

    link: Link
    family: str
    """`actors`, `agreements` or `topics`."""
    sort: str
    """What it is: `person`, `framework`, `topic`."""
    documents: int
    nearest: tuple[tuple[str, int], ...]
    """Others by name, nearest first, and in how many documents both appear."""
    place: Place
    radius: int
    weight: float
    """How thick its line to the middle is, where there is one."""
    label: str
    """Its name, as far as there is room."""
    label_at: int
    left: int
    width: int
    """The left end and the width of mark and label together."""
    marking: MarkingShown | None = None
    """That of marked sections which alone name it, or its neighbour, in some of the documents."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two nodes."""

    start: int
    end: int
    """Places in the list of nodes."""
    documents: int
    path: str
    weight: float


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and lines, and where all of them stand."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    documents: int
    """How many articles and briefs were counted."""
    width: int
    height: int
    middle: Place | None = None
    """Where the actor stands whose neighbours the nodes are."""
    name: str = ""
    """Its name, as far as there is room."""


@dataclass(frozen=True, slots=True)
class NetworkShown:
    """`/network/`: who appears with whom on the whole site."""

    head: Head
    network: Network | None = None
