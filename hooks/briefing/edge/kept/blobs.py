"""Values in one file, each found again by its place, and read only if its bytes are what was written."""

from __future__ import annotations

import hashlib
import pickle
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NamedTuple

NAME = "told"
SUM = hashlib.sha256
FORM = struct.Struct(f"<QQ{SUM().digest_size}s")
SIZE = FORM.size
"""Of a blob that is packed, in bytes."""


class Lost(ValueError):
    """Something that was kept of the last build is not there any more as it was."""


class Blob(NamedTuple):
    """Where in a file a value lies, and what its bytes must be."""

    start: int
    size: int
    sum: bytes

    @property
    def packed(self) -> bytes:
        """The same in few bytes."""
        return FORM.pack(*self)

    @classmethod
    def of(cls, packed: bytes) -> Blob:
        return cls(*FORM.unpack(packed))


@dataclass(frozen=True, slots=True)
class Opened:
    """The values that were kept; a process that is copied opens them for itself."""

    file: IO[bytes]

    def read(self, blob: Blob) -> Any:
        """One of them; Lost where its bytes are not what was written."""
        try:
            self.file.seek(blob.start)
            data = self.file.read(blob.size)
        except OSError as error:
            raise Lost(str(error)) from error
        if SUM(data).digest() != blob.sum:
            raise Lost("what was kept of the last build is not what it wrote")
        return pickle.loads(data)


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """The values that lie in a folder; Lost where there are none."""
    try:
        file = (folder / NAME).open("rb")
    except OSError as error:
        raise Lost(str(error)) from error
    with file:
        yield Opened(file)


class Blobs:
    """Writes values one after the other into a new file, or behind those of the last build."""

    def __init__(self, folder: Path, *, anew: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = (folder / NAME).open("wb" if anew else "ab")
        self._at = self._file.tell()

    def put(self, data: bytes) -> Blob:
        start = self._at
        self._file.write(data)
        self._at += len(data)
        return Blob(start, len(data), SUM(data).digest())

    def close(self) -> None:
        self._file.close()
