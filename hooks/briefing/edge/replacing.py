"""Writes new texts over files, all of them or none: each whole, and the old ones back where one fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, what it held when it was read, and what it is to hold."""

    path: Path
    before: bytes
    after: bytes


class Changed(Exception):
    """A file is no longer what it was when it was read: somebody else has written it."""


def replace(wanted: Iterable[Replacement]) -> None:
    """Put all new texts in place; raises `Changed` or OSError, and then every file is as it was."""
    staged: list[tuple[Replacement, Path]] = []
    done: list[Replacement] = []
    try:
        for one in wanted:
            if one.path.read_bytes() != one.before:
                raise Changed(f"{one.path} has changed meanwhile")
            staged.append((one, _beside(one.path, one.after)))
        for one, new in staged:
            new.replace(one.path)
            done.append(one)
    except BaseException:
        for one in done:
            _beside(one.path, one.before).replace(one.path)
        raise
    finally:
        for _, new in staged:
            new.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    """A file of the same mode in the same folder, so that it can take the other's place at once."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(path.stat().st_mode & 0o7777)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new
