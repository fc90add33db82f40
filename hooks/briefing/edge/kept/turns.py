"""The files by which builds of one output take turns; the system frees who is killed."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(sys.prefix) / "briefing-room.turns"
SIGNS = 3
"""Few, so that there are never many files: two outputs that share one only wait for each other."""


def files(outputs: Iterable[Path]) -> tuple[Path, ...]:
    """Those to hold, in the order in which everybody takes them."""
    return tuple(FOLDER / name for name in sorted({_name(one) for one in outputs}))


def _name(output: Path) -> str:
    """Of one place, however large its letters are written."""
    told = str(output).casefold().encode("utf-8", "surrogateescape")
    return f"{hashlib.sha256(told).hexdigest()[:SIGNS]}.lock"
