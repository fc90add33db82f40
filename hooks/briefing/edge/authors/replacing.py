"""Writes, makes and removes files, all of them or none: each whole, and the old ones back where one fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file, what it held when it was read, and what it is to hold; nothing is no file."""

    path: Path
    before: bytes | None
    after: bytes | None
    like: Path | None = None
    """The file whose mode a new one gets."""


class Changed(Exception):
    """A file is no longer what it was when it was read: somebody else has written it."""


@dataclass(frozen=True, slots=True)
class _Staged:
    """What is done to one file; its old and new text wait beside it."""

    path: Path
    old: Path | None
    new: Path | None


def replace(wanted: Iterable[Replacement]) -> None:
    """Put everything in place, in this order; raises `Changed` or OSError, and then all is as it was."""
    staged: list[_Staged] = []
    done: list[_Staged] = []
    try:
        for one in wanted:
            if _held(one.path) != one.before:
                raise Changed(f"{one.path} has changed meanwhile")
            staged.append(_staged(one))
        for step in staged:
            _put(step.new, step.path)
            done.append(step)
    except BaseException:
        for step in reversed(done):
            _put(step.old, step.path)
        raise
    finally:
        for step in staged:
            for waiting in (step.old, step.new):
                if waiting is not None:
                    waiting.unlink(missing_ok=True)


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if os.path.lexists(path) else None


def _put(waiting: Path | None, path: Path) -> None:
    if waiting is None:
        path.unlink()
    else:
        waiting.replace(path)


def _staged(one: Replacement) -> _Staged:
    old = None if one.before is None else _beside(one, one.before)
    try:
        return _Staged(one.path, old, None if one.after is None else _beside(one, one.after))
    except BaseException:
        if old is not None:
            old.unlink(missing_ok=True)
        raise


def _beside(one: Replacement, data: bytes) -> Path:
    """A file in the same folder and of the right mode, so that it can take the other's place at once."""
    handle, name = tempfile.mkstemp(prefix=f".{one.path.name}-", dir=one.path.parent)
    waiting = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        waiting.chmod((one.like or one.path).stat().st_mode & 0o7777)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    return waiting
