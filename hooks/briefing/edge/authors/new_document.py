"""Makes new files in a content root: what is new is checked, and written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing.edge.content import configuration, disk, overlays
from briefing.edge.content.overlays import Laid
from briefing.edge.content.roots import Root
from briefing.model.overlay import Overlay
from briefing.model.problem import Problem
from briefing.model.settings import Settings
from briefing.model.source import Source, SrcUri
from briefing.parse import documents as parse
from briefing.parse.documents import Reading
from briefing.scaffold import known
from briefing.scaffold.known import Known
from briefing.validate import content as validate

UNWRITTEN = frozenset({"B606", "B607"})
"""Texts still to be written are no reason to refuse the file that asks for them."""


class CannotWrite(Exception):
    """A file or folder that must not be written stands in the way."""


@dataclass(frozen=True, slots=True)
class Existing:
    """The content roots before the new file."""

    root: Path
    """Where the new file goes: the root that was named last."""
    laid: Laid
    reading: Reading
    settings: Settings

    @property
    def known(self) -> Known:
        return known.of(self.reading, self.laid.disk.unreadable, self.settings)

    @property
    def own(self) -> Settings:
        """The settings as they hold in the root that the new file goes into."""
        *_, marking = (self.settings.marking, *(one.marking for one in self.laid.overlays))
        return replace(self.settings, marking=marking)

    def errors(self, new: Source, today: date) -> tuple[Problem, ...]:
        """What would keep the new document from being built, but for its texts."""
        found = self.laid.disk
        both = parse.parse((*found.sources, new))
        problems = validate.check(
            both, found.unreadable, found.files, self.settings, today, self._with(new.uri)
        ).problems
        mine = {*problems, *both.problems}
        return tuple(
            sorted(one for one in mine if one.file == new.uri and one.is_error and one.code not in UNWRITTEN)
        )

    def _with(self, uri: SrcUri) -> tuple[Overlay, ...]:
        """The overlays, the last of them with the new file."""
        *lower, last = self.laid.overlays or (None,)
        return (*lower, replace(last, holds=last.holds | {uri})) if last else ()


def survey(root: Path, over: Sequence[Root] = ()) -> Existing:
    """What the content roots hold; mistakes elsewhere in them keep nobody from beginning a document."""
    settings = configuration.load(root).settings
    laid = overlays.lay(disk.read(root), over, settings)
    *_, last = (root, *(one.path for one in over))
    return Existing(last, laid, parse.parse(laid.disk.sources), settings)


def write(root: Path, source: Source) -> Path:
    """The new file, where none was before and where no link leads out of the root."""
    path = root / source.uri
    home = root.resolve()
    if not path.parent.resolve().is_relative_to(home):
        raise CannotWrite(f"{path.parent} leads out of {root}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            try:
                file.write(source.text.encode("utf-8"))
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise CannotWrite(f"{path} exists already") from None
    return path


def write_all(folder: Path, files: Mapping[SrcUri, str]) -> None:
    """A new folder with all of the files, made beside its place and moved there when it is whole."""
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise CannotWrite(f"{folder} is not empty; choose a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        fill(staging / "root", files)
        if folder.exists():
            _move(sorted((staging / "root").iterdir()), folder)
        else:
            (staging / "root").rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _move(entries: Iterable[Path], folder: Path) -> None:
    """All of the entries into an empty folder that somebody may stand in, or none of them."""
    try:
        for entry in entries:
            entry.rename(folder / entry.name)
    except BaseException:
        for left in folder.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        raise


def fill(folder: Path, files: Mapping[SrcUri, str]) -> None:
    """The files below a folder, new or in the place of old ones."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
