"""The part of a page that tells what was measured: what was asked for, tables, pictures of costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import _bench_results as results
import _bench_targets
from _bench_pictures import Line, draw
from _bench_results import Found, Run
from _builders import OURS, PEERS
from _corpus_documents import TODAY
from _search_bench import Answer

FROM, TO = (f'[{which}]: # "of what scripts/bench.py --page writes"' for which in ("beginning", "end"))
"""Definitions that nothing refers to: they stand in the file alone. Of comments the checks would warn."""
BUILDERS = (OURS, *PEERS)
LABELS: Mapping[str, str] = {builder.name: builder.label for builder in BUILDERS}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
CASES: Mapping[str, str] = {
    "cold": "A cold build",
    "unchanged": "A build when nothing has changed",
    "body": "A build when one text was edited",
    "title": "A build when one title was edited",
    "actor": "A build with one actor more",
    "template": "A build when the foot of every page has changed",
}
NAMES: Mapping[str, str] = {
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material for MkDocs",
    "Markdown": "Python-Markdown",
    "pymdown-extensions": "PyMdown Extensions",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
}


class NoPlace(Exception):
    """A page that does not say where the figures belong."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A cost that is drawn against the number of documents."""

    file: str
    title: str
    unit: str
    case: str
    of: Callable[[Run], float | None]


PICTURES = (
    Picture("cold-cpu.svg", "CPU time of a cold build", "CPU seconds", "cold", lambda run: run.cost.cpu),
    Picture("cold-wall.svg", "Time that a cold build takes", "seconds", "cold", lambda run: run.cost.wall),
    Picture("cold-memory.svg", "Most memory in a cold build", "MB", "cold", lambda run: _mega(run.cost.peak)),
    Picture(
        "body-cpu.svg", "CPU time after an edit of one text", "CPU seconds", "body", lambda run: run.cost.cpu
    ),
)


def update(page: Path, found: Found) -> None:
    """Write the figures into the page, between the two comments, and the pictures into its folder."""
    before, start, rest = page.read_text(encoding="utf-8").partition(FROM)
    _, end, after = rest.partition(TO)
    if not start or not end:
        raise NoPlace(f"{page} has no lines {FROM} and {TO}")
    pictures = {one.file: (one, lines) for one in PICTURES if len(sizes(lines := drawn(found.runs, one))) > 1}
    folder = page.with_suffix("")
    folder.mkdir(exist_ok=True)
    for picture in PICTURES:
        (folder / picture.file).unlink(missing_ok=True)
    for file, (picture, lines) in pictures.items():
        (folder / file).write_bytes(draw(picture.title, picture.unit, lines))
    shown = {picture: f"{folder.name}/{file}" for file, (picture, _) in pictures.items()}
    body = "\n".join(told(found, shown))
    page.write_text(f"{before}{FROM}\n\n{body}\n{TO}{after}", encoding="utf-8", newline="\n")


def told(found: Found, pictures: Mapping[Picture, str]) -> Iterator[str]:
    """The lines of that part."""
    yield from ("## With what it was measured", "")
    yield from (*setting(found), "")
    yield from ("## What was asked for, and what was reached", "")
    yield from (*asked(found), "")
    short = list(falling_short(found))
    if short:
        yield from ("What falls short, and why:", "", *short, "")
    for case, heading in CASES.items():
        runs = [run for run in found.runs if run.case == case]
        if runs:
            yield from (f"## {heading}", "")
            for picture, path in pictures.items():
                if picture.case == case:
                    yield from (*figure(picture, path, drawn(runs, picture)), "")
            yield from (*costs(runs), "")
            if case == results.COLD:
                yield from (*growing(runs), "")
    if found.answers:
        yield from ("## A first search", "", *searches(found.answers), "")


def setting(found: Found) -> Iterator[str]:
    cores = found.machine["cores"]
    number = NUMBERS[cores] if isinstance(cores, int) and cores < len(NUMBERS) else str(cores)
    pairs = sorted(
        {max(run.pair for run in found.runs if results.key(run) == one) for one in keys(found.runs)}
    )
    times = f"{pairs[0]}" if pairs[0] == pairs[-1] else f"{pairs[0]} to {pairs[-1]}"
    versions = ", ".join(f"{NAMES.get(name, name)} {told}" for name, told in sorted(found.packages.items()))
    machine = f"{number} core{'' if cores == 1 else 's'}"
    builds = f"{times} build{'' if times == '1' else 's'}"
    yield (
        f"A machine with {machine}; the corpus as of {TODAY.day} {TODAY:%B %Y}; "
        f"{builds} by each for every figure, in turn."
    )
    python = ".".join(found.machine["python"].split(".")[:2])
    yield f"Python {python}, {versions}."


def keys(runs: Iterable[Run]) -> list[tuple[str, int, str]]:
    return list(dict.fromkeys(map(results.key, runs)))


def asked(found: Found) -> Iterator[str]:
    yield "| what | against | at least | reached |"
    yield "|---|---|---|---|"
    for target, reached in _bench_targets.judged(found):
        verdict = "" if reached is None or reached.is_enough else "**falls short:** "
        words = f"{verdict}{reached.words}" if reached else "not measured"
        yield f"| {target.what} | {target.against} | {target.least} | {words} |"


def falling_short(found: Found) -> Iterator[str]:
    """What falls short, and what it is that costs so much."""
    for target, reached in _bench_targets.judged(found):
        if reached and not reached.is_enough:
            yield f"- {target.what}, against {target.against}: {target.why}."


def costs(runs: Sequence[Run]) -> Iterator[str]:
    """A row for each size and builder; the site that comes of it is told where it is built cold."""
    is_cold = runs[0].case == results.COLD
    yield f"| documents | by | CPU s | wall s |{' peak MB | site MB | files |' if is_cold else ''}"
    yield f"|--:|---|--:|--:|{'--:|--:|--:|' if is_cold else ''}"
    for name, documents, _ in sorted(keys(runs), key=lambda one: (one[1], rank(one[0]))):
        mine = [run for run in runs if (run.builder, run.documents) == (name, documents)]
        cells = [spread([run.cost.cpu for run in mine]), spread([run.cost.wall for run in mine])]
        if is_cold:
            cells += [whole([_mega(run.cost.peak) for run in mine])]
            cells += [whole([_mega(run.output.size) for run in mine]), f"{mine[-1].output.files:,}"]
        yield f"| {documents:,} | {LABELS.get(name, name)} | {' | '.join(cells)} |"


def rank(name: str) -> int:
    return list(LABELS).index(name) if name in LABELS else len(LABELS)


def growing(runs: Sequence[Run]) -> Iterator[str]:
    grown = list(results.growths(runs))
    if grown:
        yield "CPU time of a cold build against growth in proportion to the corpus, which would be 1:"
        yield ""
    for one in sorted(grown, key=lambda growth: rank(growth.builder)):
        yield (
            f"- {LABELS.get(one.builder, one.builder)}, from {one.small:,} to {one.large:,} documents: "
            f"{one.middle:.2f} ({one.least:.2f} to {one.most:.2f})"
        )


def searches(answers: Sequence[Answer]) -> Iterator[str]:
    yield "| documents | by | page there, ms | then first right result, ms | next, ms | packed kB | page MB |"
    yield "|--:|---|--:|--:|--:|--:|--:|"
    for one in sorted(answers, key=lambda answer: (answer.documents, rank(answer.builder))):
        times = f"{one.opening:,.0f} | {one.wait:,.0f} | {one.again:,.0f}"
        memory = whole([_mega(one.memory)])
        label = LABELS.get(one.builder, one.builder)
        yield f"| {one.documents:,} | {label} | {times} | {one.packed / 1e3:,.0f} | {memory} |"


def drawn(runs: Iterable[Run], picture: Picture) -> list[Line]:
    """A line for each builder with medians, as far as they were measured."""
    found: dict[str, dict[int, list[float]]] = {}
    for run in runs:
        value = picture.of(run)
        if run.case == picture.case and value:
            found.setdefault(run.builder, {}).setdefault(run.documents, []).append(value)
    return [
        Line(
            LABELS.get(name, name),
            tuple((size, median(values)) for size, values in sorted(by_size.items())),
            is_ours=name == OURS.name,
        )
        for name, by_size in sorted(found.items(), key=lambda one: rank(one[0]))
    ]


def sizes(lines: Iterable[Line]) -> set[int]:
    return {size for line in lines for size, _ in line.points}


def figure(picture: Picture, path: str, lines: Sequence[Line]) -> Iterator[str]:
    yield '<figure markdown="1">'
    yield from ("", f"![{alternative(picture, lines)}]({path})", "")
    yield f"<figcaption>{picture.title}, against the number of documents; both axes logarithmic</figcaption>"
    yield "</figure>"


def alternative(picture: Picture, lines: Sequence[Line]) -> str:
    """What the picture shows, in a sentence; the table below it says all of it."""
    at = max(sizes(lines))
    last = {line.name: line.points[-1][1] for line in lines if line.points[-1][0] == at}
    ends = ", ".join(f"{name} {amount(value)}" for name, value in last.items())
    what = f"{picture.title} against the number of documents, in {picture.unit}"
    return f"{what}; at {at:,}: {ends}. The table below has all values."


def amount(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(values: Sequence[float | None]) -> str:
    """The median, and the least and the most where there are several."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return "–"
    around = f" ({amount(known[0])} to {amount(known[-1])})" if len(known) > 1 else ""
    return f"{amount(median(known))}{around}"


def whole(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    return amount(median(known)) if known else "–"


def _mega(size: int | None) -> float | None:
    return None if size is None else size / 1e6
