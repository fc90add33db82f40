"""Content roots as a command was given them: the first is the base, each further one lies over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.edge.content.disk import FOLDERS
from briefing.edge.content.revision import SETTINGS
from briefing.model.source import SrcUri
from briefing.parse import filing

HERE, BASE = "%SRCROOT%", "ROOT"
"""What paths may be relative to: the folder that was looked from, or the content root that is the base."""


@dataclass(frozen=True, slots=True)
class Root:
    """A content root, where it lies and how it was named."""

    path: Path
    name: str
    """As problems name it, so that they lead to its files from where the command was run."""


def named(path: Path, given: str) -> Root:
    """A root by the name that it was given, changed where a path below the base could begin so."""
    name = Path(given).as_posix()
    return Root(path, f"./{name}" if name.partition("/")[0] in FOLDERS else name)


def is_begun(path: Path) -> bool:
    """Whether a folder holds anything that makes it a content root."""
    return any((path / name).exists() for name in (*FOLDERS, SETTINGS))


def path_of(file: str, base: Path, over: Iterable[Root]) -> Path:
    """Where the file of a problem lies."""
    for root in over:
        if file.startswith(f"{root.name}/"):
            return root.path / file.removeprefix(f"{root.name}/")
    return base / file


def seen_from(here: Path, file: str, base: Path, over: Iterable[Root]) -> tuple[str, str]:
    """Where the file of a problem lies below a folder, or if outside of it, below its root; and below which.

    Forges know files by their place in what they have checked out, which is where their jobs run.
    """
    over = tuple(over)
    path = path_of(file, base, over)
    if path.is_relative_to(here):
        return path.relative_to(here).as_posix(), HERE
    for number, root in enumerate(over, 1):
        if path.is_relative_to(root.path):
            return path.relative_to(root.path).as_posix(), f"OVERLAY{number}"
    return path.relative_to(base).as_posix(), BASE


def path_here(name: str, base: Path, over: Iterable[Root]) -> Path:
    """A file or folder as it is named from here, else from the root that has it; from here if none has."""
    places = _places(name, _folders(base, over))
    return next((place for place in places if place.exists()), places[0]).resolve()


def is_checked(name: str, base: Path, over: Iterable[Root]) -> bool:
    """Whether a file or folder, named from here or from a root, is what is checked, or could hold such."""
    folders = _folders(base, over)
    places = [place.resolve() for place in _places(name, folders) if place.exists()]
    return any(_is_checked_in(root.resolve(), place) for root in folders for place in places)


def _folders(base: Path, over: Iterable[Root]) -> tuple[Path, ...]:
    return (base, *(one.path for one in over))


def _places(name: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    return (Path(name), *(folder / name for folder in folders))


def _is_checked_in(root: Path, path: Path) -> bool:
    if root.is_relative_to(path):
        return True
    if not path.is_relative_to(root):
        return False
    uri = SrcUri(path.relative_to(root).as_posix())
    if uri.partition("/")[0] not in FOLDERS:
        return uri == SETTINGS
    return path.is_dir() or filing.is_ours(uri) or filing.is_misnamed(uri) or filing.is_stray(uri)
