"""Gives a built tree the same modes on every machine, so that two builds are equal in these too."""

from __future__ import annotations

import os
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755


def even_out(folder: Path) -> None:
    """Let everyone read what lies in a folder; who may enter the folder itself stays as it is."""
    for place, folders, names in os.walk(folder):
        for name in folders:
            Path(place, name).chmod(FOLDER_MODE)
        for name in names:
            Path(place, name).chmod(FILE_MODE)
