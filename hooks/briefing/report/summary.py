"""A report in one line, and its headings: words that all forms of it share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefing.report import words
from briefing.report.shapes import DocumentChange, Fate, Paragraph, Report, State, Subject, ValueChange

HEADINGS: Mapping[Subject, str] = {
    Subject.JUDGEMENT: "Judgements", Subject.MARKING: "Markings", Subject.DATE: "Dates",
    Subject.ACTOR: "Actors", Subject.TOPIC: "Topics", Subject.SOURCE: "Sources",
    Subject.OTHER: "Other values",
}  # fmt: skip
NOTHING = "Nothing changes for these readers."


def in_one_line(report: Report) -> str:
    """`2 documents changed, 1 new; 3 links gained; 5 pages affected; 1 new problem`."""
    return "; ".join(_counts(report)) or NOTHING


def _counts(report: Report) -> Iterator[str]:
    states = Counter(change.state for change in report.documents)
    if states:
        listed = ", ".join(f"{states[state]} {state}" for state in State if states[state])
        yield f"Documents: {listed}"
    for many, one, several in (
        (len(report.gained), "link gained", "links gained"),
        (len(report.lost), "link lost", "links lost"),
        (len(report.events), "timeline entry differs", "timeline entries differ"),
        (len(report.first_seen), "actor first seen", "actors first seen"),
        (len(report.pages), "page affected", "pages affected"),
        (len(report.files), "file differs", "files differ"),
        (report.problems.count, "new problem", "new problems"),
        (report.mended.count, "problem mended", "problems mended"),
    ):
        if many:
            yield f"{many} {one if many == 1 else several}"


def heading(change: DocumentChange) -> str:
    """`New brief`, `Article moved from articles/old`."""
    if change.state is State.NEW:
        return f"New {change.kind}"
    moved = f", moved from {change.was}" if change.was else ""
    if change.state is State.MOVED:
        return f"{change.kind.capitalize()} moved from {change.was}"
    return f"{change.kind.capitalize()} {change.state}{moved}"


def by_subject(values: Iterable[ValueChange]) -> tuple[tuple[str, tuple[ValueChange, ...]], ...]:
    """Values below the heading of what they are of, in the order of `HEADINGS`."""
    values = tuple(values)
    groups = ((words, tuple(one for one in values if one.subject is of)) for of, words in HEADINGS.items())
    return tuple(group for group in groups if group[1])


def beside(value: ValueChange) -> tuple[Paragraph, Paragraph]:
    """The value before and now, with the words that went from the one and came into the other."""
    told = words.of_words(value.old, value.new)
    before, now = (
        tuple(one for one in told if one.fate in (Fate.SAME, fate)) for fate in (Fate.GONE, Fate.NEW)
    )
    return before, now
