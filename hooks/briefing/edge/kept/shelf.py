"""Puts values by on disk until a build ends, which asks for each of them once.

The site does not need them: where the disk takes no more, nothing is put by, and the build goes on.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
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

    def put(self, data: bytes) -> Lying | None:
        """Put a value by; nothing where it could not be."""
        if self._file is None:
            return None
        try:
            self._file.seek(self._at)
            lying = Lying(self._at, self._file.write(data))
        except OSError:
            self.close()
            return None
        self._at += lying.size
        return lying

    def settle(self) -> bool:
        """Let other processes see what was put by, before a copied one ends; whether they can."""
        try:
            if self._file is not None:
                self._file.flush()
        except OSError:
            self.close()
        return self._file is not None

    def get(self, lying: Lying) -> bytes:
        """A value that was put by; OSError where it cannot be read."""
        if self._file is None:
            raise OSError("the shelf is closed")
        self._file.seek(lying.start)
        return self._file.read(lying.size)

    def close(self) -> None:
        """Let go of all that was put by."""
        file, self._file = self._file, None
        with suppress(OSError):  # what could not be written before cannot be now
            if file is not None:
                file.close()

    def __del__(self) -> None:
        self.close()


def _file(near: Path) -> IO[bytes] | None:
    """A file without a name, in a folder if one may write there: the system's own is in memory on some."""
    with suppress(OSError):
        near.mkdir(exist_ok=True)
        return tempfile.TemporaryFile(dir=near)
    with suppress(OSError):
        return tempfile.TemporaryFile()
    return None
