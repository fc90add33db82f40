"""Mends files of a content root where there is one right answer: proposes, and writes what was agreed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.edge.authors import replacing
from briefing.edge.authors.replacing import Changed, Replacement
from briefing.edge.content import overlays
from briefing.edge.content.assemble import Checked
from briefing.model.source import Source, SrcUri
from briefing.rewrite import edits, fixes
from briefing.rewrite.fixes import Mended
from briefing.rewrite.fixes_view import Ground, faults


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be written, file by file, and the files in which a mend would have done harm."""

    mended: tuple[Mended, ...]
    left: tuple[SrcUri, ...] = ()


def propose(checked: Checked, is_wanted: Callable[[str], bool]) -> Proposal:
    """All that has one right answer; the whole content is checked with it, and has no new problem."""
    checks = checked.checks
    ground = Ground.of(checks.reading, checks.content, checks.given.settings, checks.given.today)
    mended = tuple(_mended(checked, is_wanted, ground))
    left: set[SrcUri] = set()
    while mended and (harmed := _harmed(checked, mended)):
        left |= harmed
        mended = tuple(one for one in mended if one.uri not in harmed)
    return Proposal(mended, tuple(sorted(left)))


def write(checked: Checked, mended: Iterable[Mended]) -> None:
    """Write the files, all or none; raises `Changed` or OSError."""
    replacing.replace(
        Replacement(_path(checked, one.uri), one.before.encode("utf-8"), one.after.encode("utf-8"))
        for one in mended
    )


def _path(checked: Checked, uri: SrcUri) -> Path:
    return overlays.path_of(uri, checked.configuration.root, checked.layers)


def _mended(checked: Checked, is_wanted: Callable[[str], bool], ground: Ground) -> Iterator[Mended]:
    for source in checked.checks.given.sources:
        path = _path(checked, source.uri)
        # The tool's own pages are read with every root, and lie in none but its own.
        if not is_wanted(overlays.named(source.uri, checked.layers)) or not path.is_file():
            continue
        written = path.read_bytes().decode("utf-8")
        if edits.read(written) != source.text:
            raise Changed(f"{path} has changed meanwhile")
        done = fixes.mend(source.uri, written, ground)
        if done.after != done.before:
            yield done


def _harmed(checked: Checked, mended: Sequence[Mended]) -> frozenset[SrcUri]:
    """Files whose mend leaves a problem that was not there; all, where one shows that is nobody's own.

    What could not be read before hides problems, in other files too: that they show now is no harm.
    """
    new = {one.uri: edits.read(one.after) for one in mended}
    given = checked.checks.given
    sources = tuple(Source(one.uri, new.get(one.uri, one.text)) for one in given.sources)
    configured = checked.configuration
    converter = Converter(configured.extensions, configured.extension_configs)
    after = pipeline.check(replace(given, sources=sources), converter)
    added = faults(after.problems) - faults(checked.checks.problems)
    files = {file for file, _, _ in added}
    uncovered = {one.uri for one in mended if not one.was_readable}
    own = frozenset(new) & files - uncovered
    if own or not files - uncovered or uncovered:
        return own
    return frozenset(new)
