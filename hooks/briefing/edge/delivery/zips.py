"""Writes zips whose bytes depend on what is in them alone.

Nothing is compressed: zlib gives other bytes from one machine to the next.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""As old as a file in a zip can be."""


@contextmanager
def written(file: Path) -> Iterator[Callable[[str, bytes], None]]:
    """What puts contents into a zip by their names; the file is there when all of it is."""
    unfinished = file.with_name(f".{file.name}")
    try:
        with zipfile.ZipFile(unfinished, "w") as archive:
            yield lambda name, data: archive.writestr(_entry(name), data)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, THE_FIRST_DAY)
    entry.create_system = 3  # else Windows writes other bytes
    entry.external_attr = 0o644 << 16
    return entry
