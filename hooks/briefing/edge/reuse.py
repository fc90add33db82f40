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

from briefing.edge import stamps
from briefing.edge.last_build import LastBuild
from briefing.edge.modes import FOLDER_MODE
from briefing.edge.stamps import Stamp
from briefing.pages import manifest
from briefing.pages.manifest import Sum
from briefing.pages.shell import Form, Shell


@dataclass(frozen=True)
class Reuse:
    """The last site, as it still stands."""

    last: LastBuild
    site: Path
    manifest: bytes
    intact: bool
    """Whether every file is there still, as it was written, and none besides."""
    stands: Mapping[str, Stamp]

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

    def take(self, name: str, file: Path) -> None:
        """Put a file of it into a new site: the same file, where the system can give it another name."""
        take(self.site / name, file)


def of(last: LastBuild, site: Path) -> Reuse | None:
    """The site of the last build; nothing where its manifest is not the one that was written."""
    try:
        data = (site / manifest.FILE).read_bytes()
        if site.is_symlink() or hashlib.sha256(data).hexdigest() != last.manifest:
            return None
        stands = stamps.of_site(site)
    except OSError:
        return None
    return Reuse(last, site, data, stands == last.site, stands)


def standing(folder: Path, known: Mapping[str, Stamp] | None) -> Mapping[str, Stamp] | None:
    """The files of a folder, if they are those that are known and stand as they were written."""
    if not known or not folder.is_dir():
        return None
    return known if stamps.of_site(folder) == known else None


def take(old: str | Path, new: str | Path) -> None:
    """Give a file a second name, or copy it where that cannot be."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def take_all(reuse: Reuse, names: Iterable[str], folder: Path) -> None:
    """Put these files of the last site into a new one, with the folders that they lie in."""
    names = list(names)
    site, new = os.fspath(reuse.site), os.fspath(folder)
    make_all(new, {name.rpartition("/")[0] for name in names})
    for name in names:
        take(f"{site}/{name}", f"{new}/{name}")


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
