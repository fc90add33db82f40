"""Switches a finished site in: readers see the old one or the new one, never half of either."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

SIGNS = ("404.html", "data/documents.json", "search/search_index.json")
"""Files that every site of ours has, and nothing else has together."""
HISTORY = ".git"
"""What nobody wants to lose with the folder that it stands in."""
PAPERS = "papers"
"""How the names begin of folders in which papers are made, beside the site or book that they are for."""
LEFT = re.compile(r"[a-z0-9_]{8}(?:-old|-[a-z0-9_]{8})?")
"""How the names end of what a build has beside its site until it ends, as `tempfile` gives them."""


class NotASite(Exception):
    """The output folder holds something that no build of ours has made."""


def place(out: Path) -> Path:
    """Where a folder really lies, whatever links lead there; a link in its own place stays one."""
    return out.resolve() if out.name in ("", "..") else out.parent.resolve() / out.name


@contextmanager
def staged(out: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder beside `out` to build into; switched in at the end, removed where something fails.

    It is empty, or what lies in `spare`, where the old site goes in its turn; if either can be moved.
    """
    if out.is_symlink() or (out.exists() and not is_ours(out)):
        raise NotASite(
            f"{out} holds files that are not a site of this tool; name another folder, or empty it"
        )
    out.parent.mkdir(parents=True, exist_ok=True)
    with at_work(out):
        staging = Path(tempfile.mkdtemp(prefix=prefix(out), dir=out.parent))
        try:
            if spare and spare.is_dir():
                _lay_in(spare, staging)
            yield staging
            switch(staging, out, spare)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _lay_in(spare: Path, staging: Path) -> None:
    """Put a folder in the place of an empty one, if it can be moved."""
    staging.rmdir()
    try:
        spare.rename(staging)
    except OSError:
        staging.mkdir(mode=0o700)


def prefix(out: Path) -> str:
    """How the names begin of what a build has beside a site until it ends."""
    return f".{out.name}-new-"


@contextmanager
def at_work(out: Path) -> Iterator[None]:
    """While somebody makes a site, a bundle or a book here; who is alone clears what killed ones left.

    The system frees the folder however a build ends. Where folders cannot be held, as in Windows, all stays.
    """
    if sys.platform == "win32":
        yield
        return
    folder = os.open(out.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # another is at work, or this file system knows no locks
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _clear(out)
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_SH)
        yield
    finally:
        os.close(folder)


def _clear(out: Path) -> None:
    """Remove what killed builds have left; a site that one was about to replace comes back."""
    begins = prefix(out)
    for path in sorted(out.parent.iterdir()):
        name = path.name.removeprefix(PAPERS)
        is_left = name.startswith(begins) and LEFT.fullmatch(name.removeprefix(begins))
        if not is_left or path.is_symlink() or not path.is_dir():
            continue
        if path.name.endswith("-old") and not out.exists() and is_ours(path):
            path.rename(out)
        else:
            shutil.rmtree(path, ignore_errors=True)


def is_ours(out: Path) -> bool:
    """Whether a folder may be replaced: it is empty, or a site of ours."""
    if not out.is_dir() or (out / HISTORY).exists():
        return False
    return not any(out.iterdir()) or all((out / sign).is_file() for sign in SIGNS)


def switch(staging: Path, out: Path, spare: Path | None = None) -> None:
    """Put the new site in the old one's place; the old one comes back if that fails, else goes to `spare`."""
    staging.chmod(0o777 & ~_umask())  # mkdtemp makes it private
    old = staging.with_name(f"{staging.name}-old")
    if out.exists():
        out.rename(old)
    try:
        staging.rename(out)
    except OSError:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    finally:
        if out.exists():  # if not by this build then by another one at the same time
            _put_by(old, spare)


def _put_by(old: Path, spare: Path | None) -> None:
    """Move a site away, or remove it."""
    if spare and not spare.exists():
        try:
            old.rename(spare)
        except OSError:
            pass  # it is on another disk
        else:
            return
    shutil.rmtree(old, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
