"""Gives a built tree the same modes on every machine, so that two builds are equal in these too."""

from __future__ import annotations

import os
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755


def even_out(folder: Path) -> None:
    """Let everyone read what lies in a folder; who may enter the folder itself stays as it is."""
    for place, folders, names in os.walk(folder):
        for name in folders:
            os.chmod(f"{place}/{name}", FOLDER_MODE)  # noqa: PTH101  # there are thousands
        for name in names:
            os.chmod(f"{place}/{name}", FILE_MODE)  # noqa: PTH101
