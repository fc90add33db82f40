"""Puts values by on disk until a build ends, which asks for each of them once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import IO, NamedTuple


class Lying(NamedTuple):
    """Where on its shelf a value lies."""

    start: int
    size: int


class Shelf:
    """A file that is gone when nobody holds it any more, however the process ends.

    A process that is copied may fill it for the one that has opened it, if only one of them does.
    """

    def __init__(self, near: Path) -> None:
        self._file = _file(near)
        self._at = 0

    def put(self, data: bytes) -> Lying:
        """Put a value by."""
        self._file.seek(self._at)
        lying = Lying(self._at, self._file.write(data))
        self._at += lying.size
        return lying

    def settle(self) -> None:
        """Let other processes see what was put by; a copied one ends without doing so."""
        self._file.flush()

    def get(self, lying: Lying) -> bytes:
        """A value that was put by."""
        self._file.seek(lying.start)
        return self._file.read(lying.size)

    def __del__(self) -> None:
        self._file.close()


def _file(near: Path) -> IO[bytes]:
    """A file without a name, in a folder if one may write there: the system's own is in memory on some."""
    try:
        near.mkdir(exist_ok=True)
        return tempfile.TemporaryFile(dir=near)
    except OSError:
        return tempfile.TemporaryFile()
