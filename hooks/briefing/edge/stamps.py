"""What files are known by without being read: whether one has changed since it was looked at last.

A file that was written while it was looked at, or shortly before, may be written again without another stamp:
clocks of file systems are coarse. Its stamp is one that no file has, so that it is read the next time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """Of a file what the system notes whenever it is written; all times in nanoseconds."""

    size: int
    modified: int
    changed: int = 0
    """When anything of it changed, its time of writing too; counted where no one else touches the file."""
    number: int = 0
    mode: int = 0


FOLDER = Stamp(0, 0)
"""Of a folder what lies in it counts, and nothing else."""
NEVER = Stamp(-1, 0)
COARSEST = 2_000_000_000
"""Nanoseconds between two ticks of the clock of the coarsest file system."""


def of_sources(root: Path, folders: Iterable[str], file: str) -> dict[str, Stamp]:
    """Everything in some folders of a content root, and a file beside them; OSError where one is not read."""
    found = {name: _strict(entry) for folder in folders for name, entry in _below(root / folder, folder)}
    path = root / file
    if os.path.lexists(path):
        found[file] = _strict(path)
    return found


def settled(found: Mapping[str, Stamp], looked: int) -> dict[str, Stamp]:
    """The stamps of files, of which those written shortly before they were looked at count for nothing."""
    recent = looked - COARSEST
    return {name: NEVER if max(one.modified, one.changed) > recent else one for name, one in found.items()}


def of_site(folder: Path) -> dict[str, Stamp]:
    """Every file of a site, and every folder in which nothing lies; links to it elsewhere do not count."""
    found, holding = {}, set()
    for name, entry in _below(folder, "", hidden=True):
        holding.add(name.rpartition("/")[0])
        is_folder = entry.is_dir(follow_symlinks=False)
        found[name] = FOLDER if is_folder else plain(entry.stat(follow_symlinks=False))
    return {name: stamp for name, stamp in found.items() if stamp is not FOLDER or name not in holding}


def plain(status: os.stat_result) -> Stamp:
    """The stamp of a file in a site."""
    return Stamp(status.st_size, status.st_mtime_ns)


def _strict(entry: os.DirEntry[str] | Path) -> Stamp:
    if entry.is_dir() and not entry.is_symlink():
        return FOLDER
    status = entry.stat(follow_symlinks=False)
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode)


def _below(folder: Path, name: str, *, hidden: bool = False) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that lies below a folder; what begins with a dot, which no build reads, only if it is asked for."""
    waiting = [(os.fspath(folder), name)] if os.path.lexists(folder) else []
    while waiting:
        place, above = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith(".") and not hidden:
                    continue
                here = f"{above}/{entry.name}" if above else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, here))
                yield here, entry
