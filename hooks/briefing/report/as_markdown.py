"""A report as Markdown for a forge's job summary, in which nothing that an author wrote is more than text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from briefing.parse import characters
from briefing.report import summary
from briefing.report.shapes import (
    DocumentChange,
    Fate,
    Found,
    LinkChange,
    Paragraph,
    Report,
    State,
    ValueChange,
    Words,
)

SIGNS = re.compile(
    r"""(?P<call> @ | \#(?=[0-9]) | :(?=[\w+-]+:) )  # people, issues, pictures: sought in the finished page
      | (?P<sign> [\\`*_\[\]<>~|&$\#{}]  # Markdown and HTML
        | ^[-+=] | (?<=^www)\. | (?<=\Wwww)\. | :(?=//) )
      | (?P<number> ^[0-9]+ ) (?P<end> [.)] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
TAGS: Mapping[Fate, str] = {Fate.GONE: "del", Fate.NEW: "ins"}
LONGEST = 2_000
"""Characters of one text; forges cut summaries off at a mebibyte."""
MOST = 100
"""Rows of one list."""
MOST_CHARACTERS = 600_000
"""Of the documents told in full; those after them are named alone."""


def text(written: str) -> str:
    """What an author wrote as one line that shows as just that."""
    short = written if len(written) <= LONGEST else f"{written[:LONGEST]} …"
    short = characters.published(short)
    return SIGNS.sub(_plain, " ".join(short.split()))


def _plain(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\{found['end']}"
    return f"<span>\\{found['call']}</span>" if found["call"] else f"\\{found['sign']}"


def form(report: Report) -> str:
    """The whole report."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    yield "# What changes for readers"
    since = f" ({report.commit[:12]})" if report.commit else ""
    yield (
        f"For the audience **{text(report.audience)}**, up to {text(report.marking)}, "
        f"since {text(report.base)}{since}."
    )
    yield text(summary.in_one_line(report))
    if report.notes:
        yield _listed(map(text, report.notes))
    yield from _problems("Problems that are new", report.problems)
    yield from _documents(report.documents)
    if report.site:
        yield "## On every page"
        yield _table(report.site)
    yield from _links("Links gained", report.gained)
    yield from _links("Links lost", report.lost)
    if report.events:
        yield "## Timeline"
        yield _listed(
            f"{one.state}: {text(one.date)}, {text(one.title)}{_in_brackets(one.values)}"
            for one in report.events
        )
    if report.first_seen:
        yield "## Actors first seen"
        yield _listed(f"{text(one.title)} ({text(one.name)})" for one in report.first_seen)
    if report.files:
        yield "## Files"
        yield _listed(f"{one.state}: {text(one.path)}" for one in report.files)
    yield from _problems("Problems that are mended", report.mended)
    if report.pages:
        yield f"## Pages affected: {len(report.pages)}"
        yield _folded("Which", _listed(f"{one.state}: /{text(one.address)}" for one in report.pages))


def _documents(changes: Sequence[DocumentChange]) -> Iterator[str]:
    if changes:
        yield "## Documents"
    left = MOST_CHARACTERS
    unfolded = list[str]()
    for change in changes:
        told = "\n\n".join(_document(change))
        left -= len(told)
        if left > 0:
            yield told
        else:
            unfolded.append(f"{text(summary.heading(change))}: {text(change.title)}")
    if unfolded:
        yield "Too long to be told here; `--format html` tells all:"
        yield _listed(unfolded)


def _document(change: DocumentChange) -> Iterator[str]:
    yield f"### {text(summary.heading(change))}: {text(change.title)}"
    yield f"{text(change.name)}, in {text(change.file)}"
    if change.values:
        yield _table(change.values)
    if change.text:
        told = "\n\n".join(map(_paragraph, change.text))
        yield _folded("Text", told) if change.state is State.NEW else f"**Text**\n\n{told}"
    if change.is_dressed_otherwise:
        yield "No word of the text differs; its links, layout or pictures do."


def _paragraph(paragraph: Paragraph) -> str:
    return " ".join(map(_words, paragraph))


def _words(words: Words) -> str:
    tag = TAGS.get(words.fate)
    return f"<{tag}>{text(words.text)}</{tag}>" if tag else text(words.text)


def _table(values: Sequence[ValueChange]) -> str:
    rows = [
        row
        for heading, group in summary.by_subject(values[:MOST])
        for row in (f"| **{heading}** | | |", *map(_row, group))
    ]
    more = [f"| and {len(values) - MOST} more | | |"] if len(values) > MOST else []
    return "\n".join(("| what | before | now |", "| --- | --- | --- |", *rows, *more))


def _row(value: ValueChange) -> str:
    before, now = (_paragraph(told) or "–" for told in summary.beside(value))
    return f"| {text(value.name)} | {before} | {now} |"


def _links(heading: str, links: Sequence[LinkChange]) -> Iterator[str]:
    if not links:
        return
    yield f"## {heading}: {len(links)}"
    by_way = groupby(links, key=lambda one: (one.origin, one.target))
    told = _listed(
        f"{text(origin)} → {text(target)}: {', '.join(text(one.way) for one in ways)}"
        for (origin, target), ways in by_way
    )
    yield told if len(links) <= MOST // 10 else _folded("Which", told)


def _problems(heading: str, found: Found) -> Iterator[str]:
    if not found.count:
        return
    yield f"## {heading}: {found.count}"
    rows = [
        f"{one.severity} {one.code} in {text(one.file)}, line {one.line}: {text(one.message)}. "
        f"What to do: {text(one.remedy)}."
        for one in found.told
    ]
    if found.untold:
        rows.append(f"{found.untold} in documents that this audience may not see, or that cannot be read.")
    yield _listed(rows)


def _in_brackets(values: Iterable[ValueChange]) -> str:
    told = "; ".join(f"{text(one.name)}: {text(one.old) or '–'} → {text(one.new) or '–'}" for one in values)
    return f" ({told})" if told else ""


def _listed(rows: Iterable[str]) -> str:
    every = iter(rows)
    first = [f"- {row}" for row in islice(every, MOST)]
    more = sum(1 for _ in every)
    return "\n".join((*first, *([f"- and {more} more"] if more else [])))


def _folded(label: str, told: str) -> str:
    return f"<details><summary>{label}</summary>\n\n{told}\n\n</details>"
