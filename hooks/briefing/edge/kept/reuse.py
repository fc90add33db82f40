"""What of the last site goes into the next one as it is."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from briefing.edge.delivery.modes import FOLDER_MODE
from briefing.edge.kept import stamps
from briefing.edge.kept.blobs import Lost
from briefing.edge.kept.last_build import Before, LastBuild
from briefing.edge.kept.stamps import Stamp
from briefing.pages import manifest
from briefing.pages.manifest import Sum
from briefing.pages.shell import Form, Shell


class Finished(NamedTuple):
    """A site that is about to be switched in, as the next build is to know it."""

    files: Mapping[str, Stamp]
    manifest: str
    """The sum of it."""


@dataclass(frozen=True)
class Reuse:
    """The last site, as it still stands."""

    last: LastBuild
    site: Path
    manifest: bytes
    intact: bool
    """Whether every file is there still, as it was written, and none besides."""
    stands: Mapping[str, Stamp]
    folders: Mapping[str, int]
    """When something came or went in each of its folders."""

    @cached_property
    def sums(self) -> Mapping[str, Sum]:
        """What each file of it is known by, as its manifest says."""
        files = json.loads(self.manifest)["files"]
        return {name: Sum(one["size"], one["sha256"]) for name, one in files.items()}

    def looks_alike(self, form: Form, shell: Shell) -> bool:
        """Whether the pages of a form had the same shell."""
        return self.last.shells.get(form) == shell

    def has(self, name: str, digest: bytes) -> bool:
        """Whether a page was made of the same, its shell apart, and stands as it was written."""
        drawn = self.last.page(name)
        return (
            drawn is not None
            and drawn.digest == digest
            and name in self.sums
            and self.stands.get(name) == self.last.site.get(name)
        )

    def take(self, name: str, file: Path) -> bool:
        """Put a file of it into a new site, if it still stands; another build may have ended meanwhile."""
        try:
            take(self.site / name, file, self.last.site[name])
        except Lost:
            file.unlink(missing_ok=True)
            return False
        return True


def of(last: LastBuild, site: Path) -> Reuse | None:
    """The site of the last build; nothing where its manifest is not the one that was written."""
    try:
        data = (site / manifest.FILE).read_bytes()
        if site.is_symlink() or hashlib.sha256(data).hexdigest() != last.manifest:
            return None
        stands = stamps.of_site(site)
    except OSError:
        return None
    return Reuse(last, site, data, stands.files == last.site, *stands)


def standing(folder: Path, known: Before | None) -> Before | None:
    """What is known of the site before the last one, if it stands in a folder as it was."""
    if known is None or not folder.is_dir():
        return None
    try:
        if stamps.of_folders(folder, known.folders) != known.folders:
            return None
        return known if known.is_shared or stamps.of_site(folder).files == known.files else None
    except OSError:
        return None


def finished(folder: Path) -> Finished:
    """What is to be known of a site, seen before it stands where other builds may replace it."""
    return Finished(
        stamps.of_site(folder).files, manifest.sum_of((folder / manifest.FILE).read_bytes()).sha256
    )


def take(old: str | Path, new: str | Path, known: Stamp) -> bool:
    """Give a file a second name, or copy it where that cannot be; whether it has two names now.

    Lost where it is not the one that is known: another build may have put its own site there.
    """
    try:
        is_shared = _linked(old, new)
        stands = stamps.plain(os.lstat(new if is_shared else old))
    except FileNotFoundError as error:
        raise Lost(str(error)) from error
    if stands != known:
        raise Lost(f"{old} is not what the last build wrote")
    return is_shared


def _linked(old: str | Path, new: str | Path) -> bool:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)
        return False
    return True


def take_all(reuse: Reuse, names: Iterable[str], folder: Path) -> bool:
    """Put these files of the last site into a new one, with their folders; whether all have two names now.

    Lost where one of them does not stand any more.
    """
    names, known = list(names), reuse.last.site
    site, new = os.fspath(reuse.site), os.fspath(folder)
    make_all(new, {name.rpartition("/")[0] for name in names})
    return all([take(f"{site}/{name}", f"{new}/{name}", known[name]) for name in names])


def make_all(site: str, folders: Iterable[str]) -> None:
    """Make folders of a site, named as seen from it, and those above them."""
    for name in sorted({place for one in folders for place in _down_to(one)}):
        path = f"{site}/{name}"
        with suppress(FileExistsError):
            os.mkdir(path, FOLDER_MODE)  # noqa: PTH102  # there are thousands
            os.chmod(path, FOLDER_MODE)  # noqa: PTH101  # the user's mask may have taken some of it away


def _down_to(folder: str) -> Iterator[str]:
    """The folders on the way to a folder, and itself."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
