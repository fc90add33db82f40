"""Put on the path of another Python, this lets it see every folder from its last file to its first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import TracebackType
from typing import Any

in_order, names_in_order = os.scandir, os.listdir


class Backwards:
    """What `os.scandir` gives, in the reverse of the names' order."""

    def __init__(self, entries: Any) -> None:
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: str(entry.name), reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self.entries

    def __next__(self) -> Any:
        return next(self.entries)

    def __enter__(self) -> Backwards:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """All was read at the start."""


def scandir(path: Any = ".") -> Backwards:
    return Backwards(in_order(path))


def listdir(path: Any = ".") -> list[Any]:
    return sorted(names_in_order(path), reverse=True)


os.scandir = scandir  # type: ignore[assignment]
os.listdir = listdir
