"""What the benchmark found: runs, our cost as a multiple of each peer's, a table and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from _builders import OURS
from _measure import Cost, Output
from _search_bench import Answer
from _search_relevance import Score

COLD = "cold"


@dataclass(frozen=True, slots=True)
class Run:
    """One build, and what it cost."""

    builder: str
    documents: int
    case: str
    pair: int
    cost: Cost
    output: Output


@dataclass(frozen=True, slots=True)
class Found:
    """All that was measured, and with what."""

    machine: Mapping[str, Any]
    packages: Mapping[str, str]
    runs: Sequence[Run] = ()
    answers: Sequence[Answer] = ()
    scores: Sequence[Score] = ()


@dataclass(frozen=True, slots=True)
class Ratio:
    """Our cost as a multiple of a peer's, pair by pair."""

    peer: str
    documents: int
    case: str
    of: str
    pairs: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.of} {median(self.pairs):.2f} ({min(self.pairs):.2f} to {max(self.pairs):.2f})"


@dataclass(frozen=True, slots=True)
class Growth:
    """How the CPU time of a cold build grows with the corpus, as a multiple of growth in proportion to it."""

    builder: str
    small: int
    large: int
    middle: float
    least: float
    """The cheapest build of the large corpus against the dearest of the small one."""
    most: float

    def __str__(self) -> str:
        return (
            f"CPU of {self.builder} from {self.small} to {self.large} documents, against linear: "
            f"{self.middle:.2f} ({self.least:.2f} to {self.most:.2f})"
        )


def ratios(runs: Sequence[Run]) -> Iterator[Ratio]:
    """Of CPU, where it was measured, and wall time, for every size, case and peer."""
    ours = {(run.documents, run.case, run.pair): run.cost for run in runs if run.builder == OURS.name}
    series = dict.fromkeys((run.builder, run.documents, run.case) for run in runs if run.builder != OURS.name)
    for peer, documents, case in series:
        theirs = [run for run in runs if (run.builder, run.documents, run.case) == (peer, documents, case)]
        pairs = [(ours[documents, case, run.pair], run.cost) for run in theirs]
        cpu = [(our.cpu / their.cpu) for our, their in pairs if our.cpu and their.cpu]
        if cpu:
            yield Ratio(peer, documents, case, "CPU", tuple(cpu))
        yield Ratio(peer, documents, case, "wall", tuple(our.wall / their.wall for our, their in pairs))


def growths(runs: Sequence[Run]) -> Iterator[Growth]:
    """From the smallest to the largest corpus that each builder was measured with."""
    for builder in dict.fromkeys(run.builder for run in runs):
        sizes = sorted({run.documents for run in runs if (run.builder, run.case) == (builder, COLD)})
        found = growth(runs, builder, sizes[0], sizes[-1]) if len(sizes) > 1 else None
        if found:
            yield found


def growth(runs: Sequence[Run], builder: str, small: int, large: int) -> Growth | None:
    """From one size to another; nothing where no CPU time was measured at either."""
    before, after = (
        [run.cost.cpu for run in runs if run.cost.cpu and key(run) == (builder, documents, COLD)]
        for documents in (small, large)
    )
    if not before or not after:
        return None
    linear = large / small
    middle = median(after) / median(before) / linear
    return Growth(
        builder,
        small,
        large,
        middle,
        min(after) / max(before) / linear,
        max(after) / min(before) / linear,
    )


def key(run: Run) -> tuple[str, int, str]:
    """What a run is one of several of."""
    return run.builder, run.documents, run.case


def table(runs: Sequence[Run]) -> str:
    """The runs of one size and case: medians by builder, and our ratio to each peer."""
    lines = [f"{runs[0].case}, {runs[0].documents} documents, {max(run.pair for run in runs)} pairs"]
    lines.append(f"{'':14}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'output MB':>11}{'files':>8}")
    for name in dict.fromkeys(run.builder for run in runs):
        mine = [run for run in runs if run.builder == name]
        cpu = middle([run.cost.cpu for run in mine])
        peak = middle([run.cost.peak for run in mine], 1e6)
        wall = middle([run.cost.wall for run in mine])
        size = middle([run.output.size for run in mine], 1e6)
        lines.append(f"{name:14}{cpu:>9}{wall:>9}{peak:>9}{size:>11}{mine[-1].output.files:>8}")
    found = tuple(ratios(runs))
    for peer in dict.fromkeys(ratio.peer for ratio in found):
        lines.append(f"ours / {peer}: " + ", ".join(str(ratio) for ratio in found if ratio.peer == peer))
    return "\n".join(lines)


def middle(values: Sequence[float | None], unit: float = 1) -> str:
    """The median, or a dash where the system keeps no account."""
    counted = [value for value in values if value is not None]
    return f"{median(counted) / unit:.2f}" if counted else "–"


def as_json(found: Found) -> str:
    content: dict[str, Any] = {
        "machine": dict(found.machine),
        "packages": dict(found.packages),
        "runs": [asdict(run) for run in found.runs],
        "search": [asdict(answer) for answer in found.answers],
        "relevance": [asdict(score) for score in found.scores],
        "ratios": [{**asdict(ratio), "median": median(ratio.pairs)} for ratio in ratios(found.runs)],
        "growth": [asdict(one) for one in growths(found.runs)],
    }
    return json.dumps(content, indent=2, sort_keys=True) + "\n"


def read(files: Sequence[Path]) -> Found:
    """What was written as JSON, several times perhaps; what was measured twice counts as it was last."""
    runs: dict[tuple[int, str], list[Run]] = {}
    answers: dict[tuple[str, int], Answer] = {}
    scores: dict[str, Score] = {}
    packages: dict[str, str] = {}
    machine: Mapping[str, Any] = {}
    for file in files:
        content = json.loads(file.read_text(encoding="utf-8"))
        machine, packages = content["machine"], {**packages, **content["packages"]}
        found = [_run(one) for one in content["runs"]]
        runs |= {(one.documents, one.case): [] for one in found}
        for run in found:
            runs[run.documents, run.case].append(run)
        answers |= {(one["builder"], one["documents"]): Answer(**one) for one in content["search"]}
        scores |= {one["who"]: Score(**one) for one in content["relevance"]}
    every = [run for _, several in sorted(runs.items()) for run in several]
    return Found(machine, packages, every, tuple(answers.values()), tuple(scores.values()))


def _run(content: Mapping[str, Any]) -> Run:
    plain = {name: content[name] for name in ("builder", "documents", "case", "pair")}
    return Run(**plain, cost=Cost(**content["cost"]), output=Output(**content["output"]))
