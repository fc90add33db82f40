"""Where marks stand in a picture, so that those that belong together are near and no label covers another.

The same numbers on every machine: nothing here but sums, products and square roots, one at a time, for only
these are rounded alike everywhere (`sum`, `hypot` and powers are not).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from math import sqrt

Point = tuple[float, float]

TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle, by which seeds stand in a sunflower."""
ROUNDS, COOLING = 24, 0.7
PUSHES = 80
SPACE = 2.6
"""How many times the room that boxes take a picture has."""


def around(number: int, pitch: int, reach: int) -> tuple[tuple[int, int], ...]:
    """Places about a middle at (0, 0), clockwise from the top: one half on the right, one on the left."""
    right = (number + 1) // 2
    found = []
    for at in range(number):
        beside = right if at < right else number - right
        row = at if at < right else number - 1 - at
        down = (row - (beside - 1) / 2) * pitch
        part = down / ((right / 2 + 1) * pitch)
        across = round(reach * sqrt(1 - part * part))
        found.append((across if at < right else -across, round(down)))
    return tuple(found)


def spread(
    widths: Sequence[float], height: float, lengths: Mapping[tuple[int, int], float], across: float
) -> list[Point]:
    """The middles of boxes of one height, from (0, 0) on and so far across.

    `lengths` are those of the ways between some of them: who is near by them is near in the picture.
    """
    area = 0.0
    for width in widths:
        area += width * height
    points = _settled(len(widths), lengths)
    fitted = _stretched(points, widths, height, across, max(5 * height, SPACE * area / across))
    return _lowered(_pushed(fitted, widths, height, across), widths, height)


def _settled(number: int, lengths: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """Points whose distances come near to the lengths of the ways between them.

    Each pair in turn is put right a little, less in each round: stochastic gradient descent (Zheng, Pawar,
    Goodman 2019), the order being fixed.
    """
    points, far = _seeds(number), _distances(number, lengths)
    pairs = [(i, j) for i in range(number) for j in range(i)]
    pairs = [pair for start in range(7) for pair in pairs[start::7]]  # neighbours in the list not in a row
    longest = 1.0
    for row in far:
        longest = max(longest, *row)
    rate = longest * longest
    for _ in range(ROUNDS):
        for i, j in pairs:
            one, other, wanted = points[i], points[j], far[i][j]
            across, down = one[0] - other[0], one[1] - other[1]
            found = sqrt(across * across + down * down) or 1e-9
            move = min(1.0, rate / (wanted * wanted)) * (wanted - found) / (2 * found)
            one[0] += move * across
            one[1] += move * down
            other[0] -= move * across
            other[1] -= move * down
        rate *= COOLING
    return points


def _seeds(number: int) -> list[list[float]]:
    """The first in the middle, the others about it."""
    cosine, sine = TURN
    x, y = 1.0, 0.0
    found = []
    for at in range(number):
        found.append([x * sqrt(at), y * sqrt(at)])
        x, y = x * cosine - y * sine, x * sine + y * cosine
    return found


def _distances(number: int, lengths: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """The shortest way from each to each (Dijkstra); those without a way are as far as any, and more."""
    beside: list[list[tuple[int, float]]] = [[] for _ in range(number)]
    for (i, j), length in sorted(lengths.items()):
        beside[i].append((j, length))
        beside[j].append((i, length))
    rows = [_from(start, beside) for start in range(number)]
    longest = 1.0
    for row in rows:
        for length in row.values():
            longest = max(longest, length)
    return [[row.get(at, longest * 1.2) for at in range(number)] for row in rows]


def _from(start: int, beside: Sequence[Sequence[tuple[int, float]]]) -> dict[int, float]:
    found: dict[int, float] = {}
    ahead = [(0.0, start)]
    while ahead:
        way, at = heappop(ahead)
        if at not in found:
            found[at] = way
            for other, length in beside[at]:
                if other not in found:
                    heappush(ahead, (way + length, other))
    return found


def _stretched(
    points: Sequence[Sequence[float]], widths: Sequence[float], height: float, across: float, down: float
) -> list[list[float]]:
    """The points, so that their boxes fill the picture from edge to edge."""
    columns, rows = ([point[axis] for point in points] for axis in (0, 1))
    return [
        [width / 2 + (across - width) * x, height / 2 + (down - height) * y]
        for width, x, y in zip(widths, _parts(columns), _parts(rows), strict=True)
    ]


def _parts(values: Sequence[float]) -> list[float]:
    """Where each lies from 0 to 1: midway between its part of the whole length and its turn among all.

    By their parts alone a few that lie far out would leave the others little room.
    """
    low, high, last = min(values), max(values), len(values) - 1
    if high == low:
        return [0.5 for _ in values]
    turns = {at: turn for turn, at in enumerate(sorted(range(len(values)), key=lambda at: (values[at], at)))}
    return [((value - low) / (high - low) + turns[at] / last) / 2 for at, value in enumerate(values)]


def _pushed(
    points: list[list[float]], widths: Sequence[float], height: float, across: float
) -> list[list[float]]:
    """The points with boxes moved off each other, each by half, where that is the shorter way."""
    order = list(range(len(points)))
    for _ in range(PUSHES):
        order.sort(key=lambda at: (points[at][1], at))
        moved = False
        for place, i in enumerate(order):
            for j in order[place + 1 :]:
                one, other = points[i], points[j]
                if other[1] - one[1] >= 2 * height:  # they move as we go: the order holds only about
                    break
                beside = (widths[i] + widths[j]) / 2 - abs(one[0] - other[0])
                below = height - abs(one[1] - other[1])
                if beside > 0 and below > 0:
                    moved = True
                    axis, step = (0, beside / 2) if beside < below else (1, below / 2)
                    step = step if one[axis] > other[axis] else -step
                    one[axis] += step
                    other[axis] -= step
        for point, width in zip(points, widths, strict=True):
            point[0] = min(max(point[0], width / 2), across - width / 2)
        if not moved:
            break
    return points


def _lowered(points: Sequence[Sequence[float]], widths: Sequence[float], height: float) -> list[Point]:
    """The points from the top down, each so far below those before it that its box covers none of theirs."""
    found: dict[int, Point] = {}
    for i in sorted(range(len(points)), key=lambda at: (points[at][1], at)):
        x, y = points[i]
        for other in sorted(
            other for j, (at, other) in found.items() if abs(at - x) < (widths[i] + widths[j]) / 2
        ):
            if abs(other - y) < height:
                y = other + height
        found[i] = (x, y)
    top = min((y for _, y in found.values()), default=0.0) - height / 2
    return [(found[i][0], found[i][1] - top) for i in range(len(points))]
