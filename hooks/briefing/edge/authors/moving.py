"""Gives a document another ref, or puts it into another: proposes, checks, and writes what was agreed to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefing import pipeline
from briefing.convert.markdown import Converter
from briefing.edge.authors import replacing
from briefing.edge.authors.replacing import Changed, Replacement
from briefing.edge.content import overlays
from briefing.edge.content.assemble import Checked
from briefing.edge.content.overlays import Layer
from briefing.model.overlay import Overlay
from briefing.model.problem import Problem
from briefing.model.source import SrcUri
from briefing.pipeline import Checks, Input
from briefing.rewrite import edits, renaming
from briefing.rewrite.edits import NO_FILE
from briefing.rewrite.fixes_view import faults
from briefing.rewrite.merging import Obstacle
from briefing.rewrite.readiness import Given
from briefing.rewrite.references import Move
from briefing.rewrite.renaming import Rewritten
from briefing.scaffold import editors, known

UNREAD = frozenset({"B101", "B110", "B116", "B117"})
"""Problems of files that are not read at all."""
STRAY = "B306"
"""A warning, for the page can be built; but a link that went astray by the move was missed by it."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after, by the names that people look for it; `/dev/null` where there is none."""

    old: str
    new: str
    before: str
    after: str
    steps: tuple[Replacement, ...]

    def diff(self) -> Iterator[str]:
        """What changes, line by line."""
        return edits.diff(self.before, self.after, self.old, self.new)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be written; nothing where something is in the way, or where it would make new problems."""

    changes: tuple[FileChange, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    problems: tuple[Problem, ...] = ()
    """New errors, or why files were not read that may name the document."""
    warnings: tuple[Problem, ...] = ()
    """New ones, which keep nothing from being written."""
    lost: tuple[str, ...] = ()
    """Comments that go with the file that they stand in."""


def propose(checked: Checked, move: Move, *, append: bool) -> Proposal:
    """Everything that follows from the move, checked as a whole before a byte is written."""
    unread = tuple(_unread(checked))
    if unread:
        return Proposal(problems=unread)
    checks, configured = checked.checks, checked.configuration
    converter = Converter(configured.extensions, configured.extension_configs)
    given = Given(checks.given.sources, checks.reading, checks.content, checks.problems)
    plan = renaming.plan(given, move, converter, append=append)
    if plan.obstacles:
        return Proposal(obstacles=tuple(_as_named(plan.obstacles, checked.layers)))
    after = pipeline.check(_moved(checks.given, plan.files), converter)
    new = tuple(_new(checks.problems, after.problems, move, plan.files))
    shown = tuple(overlays.as_named(new, _moved_layers(checked.layers, after.given.overlays)))
    if any(map(_is_stopping, new)):
        return Proposal(problems=tuple(filter(_is_stopping, shown)))
    changes = (*(_change(checked, one) for one in plan.files), *_schemas(checked, after))
    old = _name(checked, checks.content.documents[move.old].uri)
    lost = tuple(f"{old}:{line}:{column}" for line, column in plan.lost)
    return Proposal(changes, warnings=shown, lost=lost)


def write(proposal: Proposal) -> None:
    """Write what was proposed, all or none of it; raises `Changed` or OSError."""
    steps = [step for change in proposal.changes for step in change.steps]
    replacing.replace(sorted(steps, key=lambda step: step.after is None))


def _is_stopping(one: Problem) -> bool:
    return one.is_error or one.code == STRAY


def _unread(checked: Checked) -> Iterator[Problem]:
    """Why files were not read that may name the document."""
    of_content = frozenset(overlays.as_named(checked.checks.problems, checked.layers))
    for one in checked.problems:
        if one.code in UNREAD and one not in of_content:
            yield one


def _as_named(obstacles: Iterable[Obstacle], layers: Sequence[Layer]) -> Iterator[Obstacle]:
    for one in obstacles:
        layer = overlays.layer_of(one.file, layers)
        yield one._replace(file=layer.named(one.file)) if layer else one


def _moved(given: Input, files: Iterable[Rewritten]) -> Input:
    """What would be read after the move."""
    after = {one.before.uri: one.after for one in files}
    sources = [after.get(source.uri, source) for source in given.sources]
    names = {uri: source.uri for uri, source in after.items() if source}
    laid = (replace(one, holds=frozenset(names.get(uri, uri) for uri in one.holds)) for one in given.overlays)
    left = sorted((source for source in sources if source), key=lambda source: source.uri)
    return replace(given, sources=tuple(left), overlays=tuple(laid))


def _moved_layers(layers: Iterable[Layer], after: Iterable[Overlay]) -> list[Layer]:
    return [replace(layer, overlay=overlay) for layer, overlay in zip(layers, after, strict=True)]


def _new(
    before: Iterable[Problem], after: Iterable[Problem], move: Move, files: Iterable[Rewritten]
) -> Iterator[Problem]:
    """Problems that the move makes: not those that only speak of the document by its new id."""
    names = {one.before.uri: one.after.uri for one in files if one.after}
    old_id = re.compile(rf"(?<![a-z0-9-]){re.escape(move.old.id)}(?![a-z0-9-])")

    def by_new_id(one: Problem) -> Problem:
        return replace(one, file=names.get(one.file, one.file), message=old_id.sub(move.new.id, one.message))

    left = faults(map(by_new_id, before))
    for one in after:
        [fault] = faults([by_new_id(one)])
        if left[fault]:
            left[fault] -= 1
        else:
            yield one


def _change(checked: Checked, one: Rewritten) -> FileChange:
    """The file as it lies on the disk, and as it will: only what the move changes in it is changed."""
    path = overlays.path_of(one.before.uri, checked.configuration.root, checked.layers)
    held = path.read_bytes()
    written = held.decode("utf-8")
    if edits.read(written) != one.before.text:
        raise Changed(f"{path} has changed meanwhile")
    old = _name(checked, one.before.uri)
    if one.after is None:
        return FileChange(old, NO_FILE, written, "", (Replacement(path, held, None),))
    changes = edits.as_written(written, edits.between(one.before.text, one.after.text))
    after = edits.apply(written, changes)
    if one.after.uri == one.before.uri:
        return FileChange(old, old, written, after, (Replacement(path, held, after.encode("utf-8")),))
    target = path.with_name(PurePosixPath(one.after.uri).name)
    made = Replacement(target, None, after.encode("utf-8"), like=path)
    new = str(PurePosixPath(old).with_name(target.name))
    return FileChange(old, new, written, after, (made, Replacement(path, held, None)))


def _name(checked: Checked, uri: SrcUri) -> str:
    layer = overlays.layer_of(uri, checked.layers)
    return layer.named(uri) if layer else uri


def _schemas(checked: Checked, after: Checks) -> Iterator[FileChange]:
    """What editors know of the ids, where the root has it written."""
    root = (checked.configuration.root, *(layer.path for layer in checked.layers))[-1]
    if not (root / editors.FOLDER).is_dir():
        return
    told = editors.files(known.of(after.reading, after.given.undecoded, after.given.settings))
    for uri, text in sorted(told.items()):
        path = root / uri
        held = path.read_bytes() if path.is_file() else b""
        written = held.decode("utf-8")
        if held and edits.read(written) != text:
            yield FileChange(uri, uri, written, text, (Replacement(path, held, text.encode("utf-8")),))
