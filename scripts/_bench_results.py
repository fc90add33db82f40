"""What the benchmark found: runs, our cost as a multiple of each peer's, a table and JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from statistics import median
from typing import Any

from _builders import OURS
from _measure import Cost, Output
from _search_bench import Answer
from _search_relevance import Score


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
class Ratio:
    """Our cost as a multiple of a peer's, pair by pair."""

    peer: str
    documents: int
    case: str
    of: str
    pairs: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.of} {median(self.pairs):.2f} ({min(self.pairs):.2f} to {max(self.pairs):.2f})"


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


def as_json(runs: Sequence[Run], answers: Sequence[Answer] = (), scores: Sequence[Score] = ()) -> str:
    packages = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")
    content: dict[str, Any] = {
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        },
        "packages": {name: version(name) for name in packages},
        "runs": [asdict(run) for run in runs],
        "search": [asdict(answer) for answer in answers],
        "relevance": [asdict(score) for score in scores],
        "ratios": [{**asdict(ratio), "median": median(ratio.pairs)} for ratio in ratios(runs)],
    }
    return json.dumps(content, indent=2, sort_keys=True) + "\n"
