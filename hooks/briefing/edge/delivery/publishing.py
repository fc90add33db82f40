"""Keeps published versions of a site side by side, and switches readers from one to another in one step.

    versions/000007-3f2a…   a version, whole: its place in the order of publishing, its manifest's SHA-256
    current                 what readers see: a link to one of them
    .…, versions/.…         unfinished work; the next run removes what a killed one leaves

Where a system has no links that a rename can replace (Windows, some file systems), `current` is a copy of one
version, made beside and switched in by two renames; the next run mends it if one is killed between the two.
Only one run may be at work: the caller sees to that.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.edge.delivery import modes
from briefing.pages import manifest

NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
NAME = re.compile(r"([0-9]{6,})-([0-9a-f]{16})")

Check = Callable[[Path], Sequence[str]]
"""What is wrong with a folder that should hold a site."""


class NotPublished(Exception):
    """Readers see what they saw before; each argument is a line that says why."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One version of the site."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number:06}-{self.digest}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that a site is published to."""

    folder: Path

    @property
    def current(self) -> Path:
        return self.folder / "current"

    def path(self, version: Version) -> Path:
        return self.folder / "versions" / str(version)

    def versions(self) -> tuple[Version, ...]:
        """All versions, in the order of publishing."""
        named = (NAME.fullmatch(path.name) for path in (self.folder / "versions").iterdir())
        return tuple(sorted(Version(int(found[1]), found[2]) for found in named if found))

    def shown(self) -> Version | None:
        """The version that readers see; nothing before the first."""
        if self.current.is_symlink():
            target = self.current.readlink()
            found = next((one for one in self.versions() if target == Path("versions", str(one))), None)
        elif self.current.is_dir() and (self.current / manifest.FILE).is_file():
            digest = digest_of(self.current)
            found = next((one for one in reversed(self.versions()) if one.digest == digest), None)
        elif self.current.exists():
            found = None
        else:
            return None
        if found is None:
            raise NotPublished(f"{self.current} leads to no version that is here; move it away first")
        return found


def digest_of(site: Path) -> str:
    """The start of the SHA-256 of a site's manifest: long enough to tell versions apart."""
    return hashlib.sha256((site / manifest.FILE).read_bytes()).hexdigest()[:16]


def tidy(shelf: Shelf) -> None:
    """Make the folder ready; clear away what a killed run has left, and what readers were taken back from."""
    versions, before = shelf.folder / "versions", shelf.folder / ".before"
    versions.mkdir(parents=True, exist_ok=True)
    if before.is_dir() and not shelf.current.exists():
        before.rename(shelf.current)
    for path in (before, shelf.folder / ".next", *versions.glob(".*")):
        if path.is_dir():
            shutil.rmtree(path)
    (shelf.folder / ".link").unlink(missing_ok=True)
    shown = shelf.shown()
    for version in shelf.versions():
        if shown and version > shown:
            _remove(shelf, version)


def add(shelf: Shelf, site: Path, names: Iterable[str], check: Check) -> Version:
    """A new version, copied from a site file by file and checked where it lies; readers do not see it yet."""
    numbers = [version.number for version in shelf.versions()]
    version = Version(max(numbers, default=0) + 1, digest_of(site))
    unfinished = shelf.folder / "versions" / ".new"
    try:
        for name in names:
            (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / name, unfinished / name, follow_symlinks=False)
        modes.even_out(unfinished)
        stop_at(check(unfinished))
        unfinished.rename(shelf.path(version))
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return version


def show(shelf: Shelf, version: Version, check: Check) -> None:
    """Let readers see a version that is here."""
    if shelf.current.is_symlink() or (not shelf.current.exists() and _can_link(shelf, version)):
        _link(shelf, version)
    else:
        _copy(shelf, version, check)


def drop(shelf: Shelf, *, keep: int) -> None:
    """Remove all versions but the last; one that is the same as a later one is not counted."""
    last: dict[str, Version] = {}
    for version in reversed(shelf.versions()):
        last.setdefault(version.digest, version)
    kept = tuple(last.values())[:keep]
    for version in shelf.versions():
        if version not in kept:
            _remove(shelf, version)


def _remove(shelf: Shelf, version: Version) -> None:
    """Renamed first, for what is half removed must not look like a version."""
    aside = shelf.folder / "versions" / f".{version}"
    shelf.path(version).rename(aside)
    shutil.rmtree(aside)


def _can_link(shelf: Shelf, version: Version) -> bool:
    if os.name == "nt":  # there, a rename cannot replace a link to a folder
        return False
    try:
        _make_link(shelf, version)
    except OSError as error:
        if error.errno in NO_LINKS:
            return False
        raise
    return True


def _make_link(shelf: Shelf, version: Version) -> Path:
    link = shelf.folder / ".link"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("versions", str(version)), target_is_directory=True)
    return link


def _link(shelf: Shelf, version: Version) -> None:
    _make_link(shelf, version).replace(shelf.current)


def _copy(shelf: Shelf, version: Version, check: Check) -> None:
    following, before = shelf.folder / ".next", shelf.folder / ".before"
    shutil.copytree(shelf.path(version), following, symlinks=True, copy_function=shutil.copyfile)
    modes.even_out(following)
    stop_at(check(following))
    if shelf.current.exists():
        shelf.current.rename(before)
    try:
        following.rename(shelf.current)
    except OSError:
        if before.exists():
            before.rename(shelf.current)
        raise
    shutil.rmtree(before, ignore_errors=True)


def stop_at(findings: Sequence[str]) -> None:
    """Publish nothing where something is found."""
    if findings:
        raise NotPublished(*findings)
