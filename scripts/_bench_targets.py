"""What is asked of the figures (issue 4), and how near they come to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

import _bench_results as results
from _bench_results import COLD, Found, Ratio
from _builders import OURS
from _search_bench import Answer

PLAIN, NAV, HUGO = "mkdocs-plain", "mkdocs-nav", "hugo"
LARGE, LARGEST = 5_000, 10_000


@dataclass(frozen=True, slots=True)
class Reached:
    """What was measured, in words, and whether it is enough."""

    words: str
    is_enough: bool


Measure = Callable[[Found], Reached | None]
"""What was reached of something; nothing where it was not measured."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that was asked for."""

    what: str
    against: str
    least: str
    reached: Measure
    why: str
    """What it costs that it does, where it falls short."""


def less(case: str, documents: int, peer: str, of: str, times: float) -> Measure:
    """So many times less than what the same case costs a peer."""

    def reached(found: Found) -> Reached | None:
        wanted = (peer, documents, case, of)
        for ratio in results.ratios(found.runs):
            if (ratio.peer, ratio.documents, ratio.case, ratio.of) == wanted:
                return Reached(_times(ratio), 1 / median(ratio.pairs) >= times)
        return None

    return reached


def _times(ratio: Ratio) -> str:
    low, middle, high = (
        f"{1 / one:.1f}" for one in (max(ratio.pairs), median(ratio.pairs), min(ratio.pairs))
    )
    return f"{middle} times ({low} to {high})"


def grown(small: int, large: int, most: float) -> Measure:
    """CPU time of a cold build that grows at most so much faster than the corpus."""

    def reached(found: Found) -> Reached | None:
        growth = results.growth(found.runs, OURS.name, small, large)
        if growth is None:
            return None
        words = f"{growth.middle:.2f} of linear ({growth.least:.2f} to {growth.most:.2f})"
        return Reached(words, growth.middle <= most)

    return reached


def held(documents: int, most: float) -> Measure:
    """Less memory than this, in bytes, in the largest process of a cold build."""

    def reached(found: Found) -> Reached | None:
        runs = (run for run in found.runs if results.key(run) == (OURS.name, documents, COLD))
        peaks = [run.cost.peak for run in runs if run.cost.peak is not None]
        return Reached(f"{max(peaks) / 1e9:.2f} GB", max(peaks) < most) if peaks else None

    return reached


def searched(
    of: Callable[[Answer], float | None], unit: float, word: str, times: float, most: float | None = None
) -> Measure:
    """So many times less than search costs a reader of a plain site of half the size."""

    def reached(found: Found) -> Reached | None:
        by_site = {(one.builder, one.documents): of(one) for one in found.answers}
        ours, theirs = by_site.get((OURS.name, LARGEST)), by_site.get((PLAIN, LARGE))
        if not ours or not theirs:
            return None
        words = f"{theirs / ours:.0f} times: {ours / unit:,.0f} {word} against {theirs / unit:,.0f} {word}"
        return Reached(words, theirs / ours >= times and (most is None or ours < most))

    return reached


def right(found: Found) -> Reached | None:
    """More right answers than the theme's search, both in the first place and in the first five."""
    by_name = {score.who: score for score in found.scores}
    if by_name.keys() != {"ours", "the theme's"}:
        return None
    ours, theirs = by_name["ours"], by_name["the theme's"]
    first, in_five = f"{ours.first} against {theirs.first}", f"{ours.in_five} against {theirs.in_five}"
    words = f"first {first}, in the first five {in_five}, of {ours.of}"
    return Reached(words, ours.first > theirs.first and ours.in_five > theirs.in_five)


ALL_IN_NAV, FEW_IN_NAV = "MkDocs, all in nav", "MkDocs"
STOCK = "the theme's search, 5,000 documents"
MORE = (
    "our site holds what theirs leaves out: links between documents, a page for each profile, "
    "timeline, register, feeds, data and the files of the search"
)
ONE_PROCESS = (
    "converting and printing are shared among cores; checks, links and the graph are one process's work"
)
START = (
    "to begin with, a build looks at every source and every file of the last site, and at its end it "
    "switches a whole new folder in"
)
AGAIN = "every page is written again, and read before"
WORDS = "a query loads the files of each of its words, and of those pages that it shows"
TARGETS = (
    Target("cold build of 1,000, CPU", ALL_IN_NAV, "12 times less", less(COLD, 1_000, NAV, "CPU", 12), MORE),
    Target(
        "cold build of 5,000, CPU",
        FEW_IN_NAV,
        "1.5 times less, better 2",
        less(COLD, LARGE, PLAIN, "CPU", 1.5),
        MORE,
    ),
    Target(
        "cold build of 5,000, wall",
        FEW_IN_NAV,
        "3 times less",
        less(COLD, LARGE, PLAIN, "wall", 3),
        ONE_PROCESS,
    ),
    Target(
        "one text edited in 5,000, CPU",
        FEW_IN_NAV,
        "25 times less",
        less("body", LARGE, PLAIN, "CPU", 25),
        START,
    ),
    Target(
        "one text edited in 5,000, CPU", "Hugo", "4 times less", less("body", LARGE, HUGO, "CPU", 4), START
    ),
    Target(
        "template changed, 5,000, CPU",
        FEW_IN_NAV,
        "4 times less",
        less("template", LARGE, PLAIN, "CPU", 4),
        AGAIN,
    ),
    Target(
        "growth of cold CPU, 1,000 to 10,000",
        "linear",
        "within 15 %",
        grown(1_000, LARGEST, 1.15),
        "indexes, and lists of related documents, grow faster than the content",
    ),
    Target(
        "first right search result, 10,000",
        STOCK,
        "20 times less, under 500 ms",
        searched(lambda one: one.wait, 1, "ms", 20, 500),
        WORDS,
    ),
    Target(
        "packed bytes for it, 10,000",
        STOCK,
        "20 times less",
        searched(lambda one: one.packed, 1e3, "kB", 20),
        WORDS,
    ),
    Target(
        "memory of the page then, 10,000",
        STOCK,
        "8 times less",
        searched(lambda one: one.memory, 1e6, "MB", 8),
        WORDS,
    ),
    Target(
        "right page first, or in the first five",
        "the theme's search",
        "better in both",
        right,
        "the questions ask for what no word of the right page says",
    ),
    Target(
        "peak memory of a cold build of 10,000",
        "–",
        "under 1.5 GB",
        held(LARGEST, 1.5e9),
        "what was read, converted and linked stays in memory until every page is printed",
    ),
)


def judged(found: Found) -> Iterator[tuple[Target, Reached | None]]:
    """Every target with what was reached of it."""
    return ((target, target.reached(found)) for target in TARGETS)
