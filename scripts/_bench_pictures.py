"""Draws what something costs against the number of documents: a small SVG drawing, both axes logarithmic."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 384, 270
LEFT, RIGHT, TOP, BOTTOM = 40, 144, 30, 40
"""Room for the numbers, the names, the heading and the sizes."""
LINE = 14
DIGIT = 7
FAMILY = "'Source Sans 3', 'Noto Sans', 'Segoe UI', system-ui, sans-serif"
# Where colours cannot follow the page, paper comes along, so that ink stays legible.
PAPER, INK, QUIET, RULE, ACCENT = "#fcfbf8", "#17181b", "#4c4d52", "#d8d5cb", "#14427f"
AT_NIGHT = (
    "@media (prefers-color-scheme: dark) {"
    ".paper { fill: #14161a } .ink { fill: #ebe8e1 } .quiet { fill: #b9b7b0 } .rule { stroke: #363a42 } "
    ".line { stroke: #b9b7b0 } .mark { fill: #b9b7b0 } "
    ".ours.line { stroke: #a9caff } .ours.mark, .ours.name { fill: #a9caff } }"
)
DASHES = ("6 3", "2 3", "9 3 2 3", "1 5", "12 4")
"""Lines of others, told apart without colours."""


@dataclass(frozen=True, slots=True)
class Line:
    """One builder's cost: a value for each size that it was measured with."""

    name: str
    points: tuple[tuple[int, float], ...]
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values lie on an axis, in proportion to their logarithms."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return round(self.start + share * (self.end - self.start), 1)


def draw(title: str, unit: str, lines: Sequence[Line]) -> bytes:
    """The drawing, with a title and all its values in words."""
    sizes = sorted({size for line in lines for size, _ in line.points})
    values = [value for line in lines for _, value in line.points]
    steps = ticks(min(values), max(values))
    across = Scale(sizes[0], sizes[-1], LEFT, WIDTH - RIGHT)
    up = Scale(steps[0], steps[-1], HEIGHT - BOTTOM, TOP)
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH * 4 // 3),
            "height": str(HEIGHT * 4 // 3),
            "font-family": FAMILY,
            "font-size": "11",
        },
    )
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "desc").text = told(lines, unit)
    ET.SubElement(root, "style").text = AT_NIGHT
    ET.SubElement(root, "rect", {"class": "paper", "width": str(WIDTH), "height": str(HEIGHT), "fill": PAPER})
    _text(root, 0, 14, unit, QUIET, "quiet")
    for step in steps:
        _rule(root, LEFT, up.at(step), WIDTH - RIGHT, up.at(step))
        _text(root, LEFT - 6, up.at(step) + 4, f"{step:,g}", QUIET, "quiet", "end")
    for size in spaced(sizes, across):
        _rule(root, across.at(size), HEIGHT - BOTTOM, across.at(size), HEIGHT - BOTTOM + 4)
        _text(root, across.at(size), HEIGHT - BOTTOM + 17, f"{size:,}", QUIET, "quiet", "middle")
    _text(root, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "documents", QUIET, "quiet", "middle")
    others = [line for line in lines if not line.is_ours]
    for line in (*others, *(one for one in lines if one.is_ours)):
        _line(root, line, "" if line.is_ours else DASHES[others.index(line) % len(DASHES)], across, up)
    for line, x, y in placed(lines, across, up):
        kind = "ours name" if line.is_ours else "ink"
        _text(root, x, y + 4, line.name, ACCENT if line.is_ours else INK, kind)
    ET.indent(root)
    return f"{ET.tostring(root, encoding='unicode')}\n".encode()


def told(lines: Iterable[Line], unit: str) -> str:
    """The values of a drawing in words."""
    said = (
        f"{line.name}: " + ", ".join(f"{value:.3g} at {size:,}" for size, value in line.points)
        for line in lines
    )
    return f"{unit}. {'; '.join(said)}."


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round numbers from the last one below the values to the first one above."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = [digit * 10.0**power for power in range(first, last + 1) for digit in (1, 2, 5)]
    below = max(step for step in steps if step <= low)
    above = min(step for step in steps if step >= high and step > below)
    within = tuple(step for step in steps if below <= step <= above)
    return within if len(within) < 8 else tuple(dict.fromkeys((below, *_decades(within), above)))


def _decades(steps: Iterable[float]) -> Iterator[float]:
    return (step for step in steps if math.log10(step).is_integer())


def spaced(sizes: Sequence[int], across: Scale) -> Iterator[int]:
    """The sizes that have room for their numbers, the largest first to be kept."""
    last = math.inf
    for size in reversed(sizes):
        if last - across.at(size) >= DIGIT * len(f"{size:,}"):
            last = across.at(size)
            yield size


def placed(lines: Sequence[Line], across: Scale, up: Scale) -> Iterator[tuple[Line, float, float]]:
    """Each name behind the end of its line, and a line's height below the one above it."""
    last = -math.inf
    for line in sorted(lines, key=lambda one: up.at(one.points[-1][1])):
        size, value = line.points[-1]
        last = max(up.at(value), last + LINE)
        yield line, across.at(size) + 8, last


def _line(root: ET.Element, line: Line, dashes: str, across: Scale, up: Scale) -> None:
    colour = ACCENT if line.is_ours else QUIET
    kind = "ours " if line.is_ours else ""
    places = [(across.at(size), up.at(value)) for size, value in line.points]
    drawn = {
        "class": f"{kind}line",
        "points": " ".join(f"{x},{y}" for x, y in places),
        "fill": "none",
        "stroke": colour,
        "stroke-width": "2.5" if line.is_ours else "1.5",
    }
    ET.SubElement(root, "polyline", drawn | ({"stroke-dasharray": dashes} if dashes else {}))
    for x, y in places:
        ET.SubElement(
            root,
            "circle",
            {
                "class": f"{kind}mark",
                "cx": f"{x}",
                "cy": f"{y}",
                "r": "3.5" if line.is_ours else "2.5",
                "fill": colour,
            },
        )


def _rule(root: ET.Element, x1: float, y1: float, x2: float, y2: float) -> None:
    ends = {"x1": f"{x1}", "y1": f"{y1}", "x2": f"{x2}", "y2": f"{y2}"}
    ET.SubElement(root, "line", {"class": "rule", **ends, "stroke": RULE})


def _text(
    root: ET.Element, x: float, y: float, words: str, colour: str, kind: str, anchor: str = "start"
) -> None:
    place = {"class": kind, "x": f"{x:g}", "y": f"{y:g}", "fill": colour, "text-anchor": anchor}
    ET.SubElement(root, "text", place).text = words
