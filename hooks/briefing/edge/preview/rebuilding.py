"""Keeps the site of a preview as its content is; of a large one, what has just changed is shown first."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from briefing import glimpse
from briefing.convert.markdown import Converter
from briefing.edge import packing, processes, terminal
from briefing.edge.builds.building import Build
from briefing.edge.builds.failure import CannotBuild
from briefing.edge.content import disk
from briefing.edge.content.disk import FOLDERS
from briefing.edge.delivery.switch import NotASite
from briefing.edge.kept import last_build, stamps
from briefing.edge.kept.stamps import Stamp
from briefing.edge.preview import early
from briefing.edge.preview.early import Early
from briefing.edge.preview.rest import Rest
from briefing.edge.tool import FILE
from briefing.glimpse import Standing
from briefing.model.source import Source, SrcUri
from briefing.parse import filing

FEWEST = 300
"""Documents; a site of fewer is built as a whole as soon as anybody could look at a page of it."""
MOST = 20
"""Documents that are shown first; when more have changed, somebody has done more than to write."""


class Seen(NamedTuple):
    """What was known of the files when `standing` was made."""

    standing: Standing
    stamps: Mapping[str, Stamp]
    texts: Mapping[SrcUri, bytes]
    """A digest of what each document said."""


class Changes(NamedTuple):
    """Documents that are not as they were."""

    sources: tuple[Source, ...]
    gone: frozenset[SrcUri]


NOTHING = Changes((), frozenset())


@dataclass(slots=True)
class Rebuilding:
    """What is done after each change."""

    root: Path
    make: Callable[[], Build]
    early: Early
    rest: Rest
    _seen: Seen | None = None
    _asked_for: Mapping[str, Stamp] = field(default_factory=dict)
    """What the rest was begun for."""

    @processes.collecting_rarely()
    def __call__(self) -> None:
        """Bring the site up to date, or show what has changed and begin with the rest."""
        looked = time.time_ns()
        try:
            found = stamps.of_sources(self.root, FOLDERS, FILE)
        except OSError:
            found = {}  # a whole build says what cannot be read
        if self.rest.builds:
            if not self._show(self.make(), found, looked):
                self.rest.stop()
                self._build(self.make(), found, looked)
            return
        if self.rest.waits:
            is_built = self.rest.switch()
            if found == self._asked_for:
                if is_built:
                    self.early.clear()
                return  # that process has said what is wrong
        self.rest.end()
        made = self.make()
        if made.patch is None and self._show(made, found, looked):
            with suppress(OSError):  # where there is no room for another process, this one does its work
                self.rest.begin()
                self._asked_for = found
                return
        self._build(made, found, looked)

    def _build(self, made: Build, found: Mapping[str, Stamp], looked: int) -> None:
        """Bring the site up to date, and wait for it."""
        terminal.show(made.problems, made.roots, to_stderr=True)
        terminal.say(terminal.count(made.problems, made.documents))
        try:
            ran = made.run(lambda folder: None)
        except (NotASite, CannotBuild, OSError) as error:
            terminal.say(f"The preview stays as it was: {terminal.in_words(error)}")
            return
        self.early.clear()
        if ran is None or made.over or made.documents < FEWEST:
            return
        checks, texts = made.whole.checked.checks, {}
        for source in checks.given.sources:
            texts[source.uri] = last_build.digest_of(source)
        standing = Standing.of(checks, ran.assembly.build, made.problems)
        self._seen = Seen(standing, stamps.settled(found, looked), texts)
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # else each look would have all that is known searched for dead cycles

    def _show(self, made: Build, found: Mapping[str, Stamp], looked: int) -> bool:
        """Show documents as they are now, if that is all that has changed."""
        seen, last = self._seen, made.last.last if made.last else None
        changes = _changes(self.root, seen, found) if seen and last else None
        if seen is None or last is None or changes is None:
            return False
        if changes == NOTHING:
            return True
        shown = glimpse.look(seen.standing, *changes, Converter(last.extensions, last.extension_configs))
        try:
            self.early.add(early.pages(shown.shown, last), shown.vacant)
        except packing.FAULTS:
            return False
        texts = {uri: known for uri, known in seen.texts.items() if uri not in changes.gone}
        texts |= {source.uri: last_build.digest_of(source) for source in changes.sources}
        terminal.show(shown.standing.problems, made.roots, to_stderr=True)
        terminal.say(terminal.count(shown.standing.problems, sum(map(_is_document, texts))))
        terminal.say("What has changed is shown; the rest of the site follows.")
        now = Seen(shown.standing, stamps.settled(found, looked), texts)
        self._seen = None if shown.is_worn else now
        return True


def _changes(root: Path, seen: Seen, found: Mapping[str, Stamp]) -> Changes | None:
    """The documents that are not as they were; nothing where other files may change how these are shown."""
    gone = frozenset(SrcUri(name) for name in seen.stamps.keys() - found.keys())
    other = [SrcUri(name) for name, stamp in found.items() if seen.stamps.get(name) != stamp]
    changed = [name for name in (*gone, *other) if (found.get(name) or seen.stamps[name]) != stamps.FOLDER]
    if not all(_is_document(name) for name in changed):
        return None
    read = [disk.read_source(root / name, name) for name in changed if name not in gone]
    sources = [one for one in read if isinstance(one, Source)]
    if len(sources) < len(read) or any((root / source.uri).is_symlink() for source in sources):
        return None
    fresh = tuple(one for one in sources if seen.texts.get(one.uri) != last_build.digest_of(one))
    return Changes(fresh, gone & seen.texts.keys()) if len(fresh) + len(gone) <= MOST else None


def _is_document(name: SrcUri) -> bool:
    return filing.is_ours(name) and filing.kind_of(name) is not None
