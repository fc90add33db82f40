"""What files are known by without being read: whether one has changed since it was looked at last.

A file that was written while it was looked at, or shortly before, may be written again without another stamp:
clocks of file systems are coarse. Its stamp is one that no file has, so that it is read the next time.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, NewType

Stamp = NewType("Stamp", bytes)
"""What the system notes whenever a file is written, as bytes: builds keep very many of them."""
FOLDER = Stamp(b"folder")
"""Of a folder what lies in it counts, and nothing else."""
NEVER = Stamp(b"never")
COARSEST = 2_000_000_000
"""Nanoseconds between two ticks of the clock of the coarsest file system."""
PLAIN = struct.Struct("<Qq")
"""Size, and nanoseconds of the time of writing."""
STRICT = struct.Struct("<QqqQL")
"""Besides, when anything of the file changed, its number and its mode; where no one else touches it."""


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
    return {name: NEVER if _last_time(one) > recent else one for name, one in found.items()}


class Site(NamedTuple):
    """What lies in a site."""

    files: dict[str, Stamp]
    """Every file, and every folder in which nothing lies; links to it elsewhere do not count."""
    folders: dict[str, int]
    """When something came into each folder or went from it last, in nanoseconds."""


def of_site(folder: Path) -> Site:
    """All that lies in a site."""
    found: dict[str, Stamp] = {}
    folders = {"": os.lstat(folder).st_mtime_ns} if os.path.lexists(folder) else {}
    waiting = [(os.fspath(folder), "")] if folders else []
    while waiting:
        place, above = waiting.pop()
        is_empty = True
        with os.scandir(place) as entries:
            for entry in entries:
                is_empty = False
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    below = f"{above}{entry.name}/"
                    folders[below] = status.st_mtime_ns
                    waiting.append((entry.path, below))
                else:
                    found[above + entry.name] = plain(status)
        if is_empty and above:
            found[above.rstrip("/")] = FOLDER
    return Site(found, folders)


def of_folders(folder: Path, names: Iterable[str]) -> dict[str, int]:
    """When something came into some folders of a site or went from them last; OSError where one is gone."""
    site = os.fspath(folder)
    return {name: os.lstat(f"{site}/{name}").st_mtime_ns for name in names}


def plain(status: os.stat_result) -> Stamp:
    """The stamp of a file in a site."""
    return Stamp(PLAIN.pack(status.st_size, status.st_mtime_ns))


def _strict(entry: os.DirEntry[str] | Path) -> Stamp:
    if entry.is_dir() and not entry.is_symlink():
        return FOLDER
    status = entry.stat(follow_symlinks=False)
    times = status.st_mtime_ns, status.st_ctime_ns
    return Stamp(STRICT.pack(status.st_size, *times, status.st_ino, status.st_mode))


def _last_time(stamp: Stamp) -> int:
    """When a source was written or changed last; never, for a folder."""
    if stamp == FOLDER:
        return 0
    _, modified, changed, _, _ = STRICT.unpack(stamp)
    return max(int(modified), int(changed))


def _below(folder: Path, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All that lies below a folder but what begins with a dot, which no build reads."""
    waiting = [(os.fspath(folder), name)] if os.path.lexists(folder) else []
    while waiting:
        place, above = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                here = f"{above}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, here))
                yield here, entry
